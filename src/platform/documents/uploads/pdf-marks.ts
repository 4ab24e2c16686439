import type { Box } from '../pdf/outside/pdf-objects.ts'
import type { Colour, PaintState } from './pdf-state.ts'
import { placed, placedBox, shared, staysUpright, times } from './pdf-state.ts'

/** A letter on a page: where it stands, low and high, in points. */
export interface Letter {
  readonly words: string
  readonly low: readonly [number, number]
  readonly high: readonly [number, number]
}

/** A stretch of words as it was painted in one go. */
export interface TextMark {
  readonly kind: 'text'
  readonly letters: readonly Letter[]
  readonly box: Box
  /** Undefined where the letters are of more than one colour, or of a pattern. */
  readonly colour: Colour
  /** False for words that are set not to be painted. */
  readonly painted: boolean
  /** True inside a layer that is switched off. */
  readonly off: boolean
}

/** An area that was painted over what was there before. */
export interface AreaMark {
  readonly kind: 'area' | 'picture'
  readonly box: Box
  /** Undefined for pictures, patterns and gradients. */
  readonly colour: Colour
  /** Whether it hides everything inside its box: an upright rectangle, or a picture, that nothing shines through. */
  readonly covers: boolean
}

/** Something painted on a page; in the order of painting. */
export type Mark = TextMark | AreaMark

/** Below this nothing is seen, above `solid` nothing shines through. */
const faint = 0.05
const solid = 0.8

const isSolid = (state: PaintState): boolean => !state.seeThrough && state.fillAlpha * state.groupAlpha >= solid
const isFaint = (state: PaintState): boolean => state.fillAlpha * state.groupAlpha <= faint

/** A picture: the unit square, wherever it was moved to. */
export function pictureMark(state: PaintState, isOpaque: boolean): AreaMark {
  const box = shared(placedBox(state.matrix, { x: 0, y: 0, width: 1, height: 1 }), state.clip)
  const covers = isOpaque && isSolid(state) && state.clipIsBox && staysUpright(state.matrix)
  return { kind: 'picture', box, colour: undefined, covers }
}

/** A filled area; undefined where nothing of it is seen. */
export function areaMark(state: PaintState, box: Box, colour: Colour, isBox: boolean): AreaMark | undefined {
  if (isFaint(state)) return undefined
  const covers = isBox && colour !== undefined && isSolid(state) && state.clipIsBox && staysUpright(state.matrix)
  return { kind: 'area', box: shared(placedBox(state.matrix, box), state.clip), colour, covers }
}

/** A gradient: it fills what is not clipped away. */
export function gradientMark(state: PaintState, page: Box): AreaMark {
  return { kind: 'area', box: shared(page, state.clip), colour: undefined, covers: false }
}

/** A letter as the reader of words hands it over; a number moves the next one. */
export type Glyph = number | null | { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean }

/** A stretch of words, and the pen moved behind it. Undefined where there are only spaces. */
export function textMark(state: PaintState, glyphs: readonly Glyph[], off: boolean): TextMark | undefined {
  const letters: Letter[] = []
  const { fontSize, stretch, rise, letterSpace, wordSpace, fontUnit } = state
  const matrix = times(state.matrix, state.textMatrix)
  for (const glyph of glyphs) {
    if (glyph === null) continue
    if (typeof glyph === 'number') {
      state.x -= (glyph * fontSize * stretch) / 1000
      continue
    }
    const width = (glyph.width ?? 0) * fontUnit * fontSize * stretch
    const words = glyph.unicode ?? ''
    if (words.trim() !== '') {
      const [x, y] = [state.x + width / 2, state.y + rise]
      letters.push({ words, low: placed(matrix, x, y + 0.1 * fontSize), high: placed(matrix, x, y + 0.45 * fontSize) })
    }
    state.x += width + (letterSpace + (glyph.isSpace === true ? wordSpace : 0)) * stretch
  }
  if (letters.length === 0) return undefined
  const points = letters.flatMap(({ low, high }) => [low, high])
  const painted = state.textMode % 4 !== 3 && !isFaint(state)
  return { kind: 'text', letters, box: boxAround(points), colour: colourOf(state), painted, off }
}

function colourOf({ textMode, fill, stroke, fontIsDrawn }: PaintState): Colour {
  if (fontIsDrawn) return undefined
  if (textMode % 4 === 1) return stroke
  if (textMode % 4 === 2) return fill && stroke && isAlike(fill, stroke) ? fill : undefined
  return fill
}

/** Whether no eye tells two colours apart. */
export function isAlike(one: NonNullable<Colour>, other: NonNullable<Colour>): boolean {
  return one.every((part, index) => Math.abs(part - (other[index] ?? 0)) <= 8)
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  let [left, bottom, right, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    bottom = Math.min(bottom, y)
    right = Math.max(right, x)
    top = Math.max(top, y)
  }
  return { x: left, y: bottom, width: right - left, height: top - bottom }
}
