import { diffArrays, diffWordsWithSpace } from 'diff'
import { type Unit, unitsOf } from './diff-units.ts'
import type { Paper } from './tree.ts'

/** A stretch of words of a changed unit. */
export interface ChangedWords {
  readonly text: string
  readonly fate: 'same' | 'added' | 'removed'
}

/** One difference between two texts. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  /** The heading it stands under; '' above the first. */
  readonly section: string
  /** What was changed: 'Paragraph 2.3', 'Row of a table'. */
  readonly what: string
  readonly words: readonly ChangedWords[]
  /** True where the words are the same, and only their look or a link changed. */
  readonly onlyLook: boolean
}

// Comparing costs the square of what differs. These bounds keep the worst texts below about a second; above them units are shown
// whole, as removed and added, and nothing is left out.
const mostChangedUnits = 2500
const mostChangedWords = 600
const wordsTogether = 6000
const mostPairsTried = 20_000
const farthestPair = 40
/** Two units are one that changed when they share so much of their words. */
const alikeEnough = 0.4

interface Budget {
  words: number
  pairs: number
}

/** What changed from one text to another, in the order of the newer one. Units that moved are removed at one place and added at another. */
export function changesBetween(before: Paper, after: Paper): readonly Change[] {
  const from = [...unitsOf(before)]
  const to = [...unitsOf(after)]
  const parts = diffArrays(from, to, { comparator: (a, b) => a.key === b.key, maxEditLength: mostChangedUnits })
  const budget: Budget = { words: wordsTogether, pairs: mostPairsTried }
  if (!parts) return settle(from, to, budget)
  const out: Change[] = []
  let gone: Unit[] = []
  let come: Unit[] = []
  for (const part of parts) {
    if (part.removed) gone.push(...part.value)
    else if (part.added) come.push(...part.value)
    else {
      out.push(...settle(gone, come, budget))
      gone = []
      come = []
    }
  }
  return [...out, ...settle(gone, come, budget)]
}

/** Pairs what went with what came at one place of the text. */
function settle(gone: readonly Unit[], come: readonly Unit[], budget: Budget): readonly Change[] {
  const out: Change[] = []
  let from = 0
  for (const unit of come) {
    const pair = pairFor(unit, gone, from, budget)
    const old = gone[pair]
    if (!old) {
      out.push(whole(unit, 'added'))
      continue
    }
    // What was passed over on the way is gone.
    out.push(...gone.slice(from, pair).map((one) => whole(one, 'removed')), changed(old, unit, budget))
    from = pair + 1
  }
  return [...out, ...gone.slice(from).map((one) => whole(one, 'removed'))]
}

function pairFor(unit: Unit, gone: readonly Unit[], from: number, budget: Budget): number {
  const last = Math.min(gone.length, from + farthestPair)
  for (let index = from; index < last && budget.pairs > 0; index += 1) {
    budget.pairs -= 1
    const old = gone[index]
    if (old && old.kind === unit.kind && (old.text === unit.text || alike(old.text, unit.text) >= alikeEnough)) return index
  }
  return -1
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** The share of words that two texts have in common, from 0 to 1. */
function alike(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const both = [...first].filter((word) => second.has(word)).length
  return both / Math.max(1, first.size, second.size)
}

function whole(unit: Unit, fate: 'added' | 'removed'): Change {
  return { kind: fate, section: unit.section, what: unit.what, words: [{ text: unit.text, fate }], onlyLook: false }
}

function changed(old: Unit, unit: Unit, budget: Budget): Change {
  const parts = diffWordsWithSpace(old.text, unit.text, { maxEditLength: Math.min(mostChangedWords, Math.max(1, budget.words)) })
  const words = (
    parts ?? [
      { value: old.text, removed: true },
      { value: unit.text, added: true },
    ]
  ).map(({ value, added, removed }): ChangedWords => ({ text: value, fate: added ? 'added' : removed ? 'removed' : 'same' }))
  budget.words -= parts ? words.filter(({ fate }) => fate !== 'same').length * 2 : mostChangedWords
  return { kind: 'changed', section: unit.section, what: unit.what, words, onlyLook: old.text === unit.text }
}
