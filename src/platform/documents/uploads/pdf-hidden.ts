import type { Box } from '../pdf/outside/pdf-objects.ts'
import { type AreaMark, isAlike, type Letter, type Mark, type TextMark } from './pdf-marks.ts'
import { holds } from './pdf-state.ts'
import { Refused } from './refused.ts'

/** What words of a page nobody sees, and why. */
export interface HiddenOnPage {
  /** In the colour of what is behind them, or set not to be painted. */
  readonly unseen: boolean
  /** Beneath a rectangle or a picture that was painted over them. */
  readonly beneath: boolean
  /** In a layer that is switched off. */
  readonly layered: boolean
}

const paper = [255, 255, 255] as const
/** A page of which pictures cover so much is a scan, or as good as one. */
const scanned = 0.6
/** More comparisons than this take minutes; no page that people drew needs a hundredth of it. */
const mostCompared = 400_000_000

/**
 * Finds words that can be copied from a page and not seen on it. Not hidden are the words that a program recognised in a scan, wherever it lays
 * them, and words that can also be read on the same page, such as a shadow's.
 * @throws Refused where the page takes too long
 */
export function hiddenOn(marks: readonly Mark[], page: Box): HiddenOnPage {
  const texts = marks.flatMap((mark, order) => (mark.kind === 'text' ? [{ mark, order }] : []))
  const areas = marks.flatMap((mark, order) => (mark.kind === 'text' ? [] : [{ mark, order }]))
  const isScan = shareOfPictures(areas, page) >= scanned
  const letters = texts.reduce((sum, { mark }) => sum + mark.letters.length, 0)
  const covers = areas.filter(({ mark }) => mark.covers && !(isScan && mark.kind === 'picture') && isThick(mark.box))
  if (texts.length * areas.length * 3 + letters * covers.length > mostCompared) throw new Refused('file-demanding')
  const runs = { unseen: [''], beneath: [''] }
  const seen: string[] = []
  let layered = false
  for (const { mark, order } of texts) {
    if (mark.off) {
      layered = true
      continue
    }
    if (isUnseen(mark, order, areas, isScan)) {
      runs.unseen.push(runs.unseen.pop() + wordsIn(mark.letters))
      continue
    }
    const later = covers.filter((cover) => cover.order > order)
    for (const letter of mark.letters) {
      if (later.some((cover) => isUnder(letter, cover.mark.box))) runs.beneath.push(runs.beneath.pop() + letter.words)
      else seen.push(letter.words)
    }
    runs.beneath.push('')
    runs.unseen.push('')
  }
  const visible = folded(seen.join(''))
  const tells = (run: string): boolean => /[\p{L}\p{N}]{2}/u.test(folded(run)) && !visible.includes(folded(run))
  return { unseen: runs.unseen.some(tells), beneath: runs.beneath.some(tells), layered }
}

interface Placed {
  readonly mark: AreaMark
  readonly order: number
}

const wordsIn = (letters: readonly Letter[]): string => letters.map(({ words }) => words).join('')
const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}]+/gu, '')
const isThick = ({ width, height }: Box): boolean => width >= 2 && height >= 2
const isUnder = ({ low, high }: Letter, box: Box): boolean => holds(box, low[0], low[1]) && holds(box, high[0], high[1])

/** How much of a page its pictures cover; strips of a scan are added up. */
function shareOfPictures(areas: readonly Placed[], page: Box): number {
  const sum = areas.reduce((all, { mark }) => all + (mark.kind === 'picture' ? areaInside(mark.box, page) : 0), 0)
  return sum / Math.max(1, page.width * page.height)
}

function areaInside(box: Box, page: Box): number {
  const width = Math.min(box.x + box.width, page.x + page.width) - Math.max(box.x, page.x)
  const height = Math.min(box.y + box.height, page.y + page.height) - Math.max(box.y, page.y)
  return Math.max(0, width) * Math.max(0, height)
}

/** Whether a stretch of words cannot be seen where it stands, leaving aside what is painted over it later. */
function isUnseen(text: TextMark, order: number, areas: readonly Placed[], isScan: boolean): boolean {
  const spots = [text.letters[0], text.letters[text.letters.length >> 1], text.letters.at(-1)].flatMap((letter) => (letter ? [letter] : []))
  // Words behind or before a picture, not painted: those that were recognised in it.
  if (!text.painted)
    return !isScan && !spots.some(({ low }) => areas.some(({ mark }) => mark.kind === 'picture' && holds(mark.box, ...low)))
  const { colour } = text
  if (colour === undefined) return false
  return spots.every((spot) => {
    const behind = areas.findLast((area) => area.order < order && holds(area.mark.box, ...spot.low))
    if (!behind) return isAlike(colour, paper)
    return behind.mark.covers && behind.mark.colour !== undefined && isAlike(colour, behind.mark.colour)
  })
}
