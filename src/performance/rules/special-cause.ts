import type { Exact } from './exact.ts'
import type { ProcessLimits } from './process-limits.ts'

/** Above the mean (1), below it (-1) or on it (0); null where the figure is missing. */
export type Side = 1 | 0 | -1

/** What a point says about the process, in the order of precedence; the last is chance. */
export const causes = ['outside', 'trend', 'two-of-three', 'one-side', 'common'] as const
export type Cause = (typeof causes)[number]

/** A judged point: its cause, and which way it points; common cause points nowhere. */
export interface JudgedPoint {
  readonly cause: Cause
  readonly side: Side
}

const RUN = 7

/** Where something that holds from point to point has held for seven points: its direction at the seventh and later ones, else 0. */
function runEnds(count: number, sideAt: (index: number) => Side | null, length: number): readonly Side[] {
  let held = 0
  let before: Side | null = null
  return Array.from({ length: count }, (_, index) => {
    const side = sideAt(index)
    held = side !== null && side !== 0 && side === before ? held + 1 : side === null || side === 0 ? 0 : 1
    before = side
    return side !== null && held >= length ? side : 0
  })
}

/** The seventh and later points of a run on one side of the mean. A point exactly on the mean, or a missing one, breaks the run. */
export function sevenOnOneSide(sides: readonly (Side | null)[]): readonly Side[] {
  return runEnds(sides.length, (index) => sides[index] ?? null, RUN)
}

/** The seventh and later points of a trend, each strictly beyond the one before. An equal or missing value breaks it. */
export function sevenPointTrend(figures: readonly (Exact | null)[]): readonly Side[] {
  const step = (index: number): Side | null => {
    const [before = null, figure = null] = [figures[index - 1], figures[index]]
    if (before === null || figure === null) return null
    return figure.gt(before) ? 1 : figure.lt(before) ? -1 : 0
  }
  return runEnds(figures.length, step, RUN - 1)
}

/** Marks all seven points of each run whose end is marked, back from its end. */
export function wholeRuns(ends: readonly Side[]): readonly Side[] {
  return ends.map((_, index) => ends.slice(index, index + RUN).find((end) => end !== 0) ?? 0)
}

/** The points of any three neighbours that lie all on one side of the mean, at least two of them beyond the near limit. */
export function twoInThree(close: readonly boolean[], sides: readonly (Side | null)[]): readonly boolean[] {
  const holds = (first: number): boolean => {
    const three = [first, first + 1, first + 2]
    const side = sides[first] ?? null
    if (first < 0 || side === null || side === 0 || three.some((index) => sides[index] !== side)) return false
    return three.filter((index) => close[index]).length >= 2
  }
  return sides.map((_, index) => holds(index - 2) || holds(index - 1) || holds(index))
}

/** On which side of the mean each figure lies. */
export function sidesOf(figures: readonly (Exact | null)[], mean: Exact): readonly (Side | null)[] {
  return figures.map((figure) => (figure === null ? null : figure.gt(mean) ? 1 : figure.lt(mean) ? -1 : 0))
}

/**
 * Judges every figure against the limits: outside them; part of a trend of seven; one of two in three beyond the near limit, all three on
 * one side of the mean; part of seven on one side; else chance. Null where the figure is missing, which breaks every run.
 * Of two readings the first in that order holds. Handbook of plans and performance, 3.5 (NHS 'Making Data Count', rules of 2023).
 */
export function specialCauses(figures: readonly (Exact | null)[], limits: ProcessLimits): readonly (JudgedPoint | null)[] {
  const sides = sidesOf(figures, limits.mean)
  const trend = wholeRuns(sevenPointTrend(figures))
  const oneSide = wholeRuns(sevenOnOneSide(sides))
  const close = figures.map((figure) => figure !== null && (figure.gt(limits.nearUpper) || figure.lt(limits.nearLower)))
  const threes = twoInThree(close, sides)
  return figures.map((figure, index): JudgedPoint | null => {
    if (figure === null) return null
    const side = sides[index] ?? 0
    if (figure.gt(limits.upper) || figure.lt(limits.lower)) return { cause: 'outside', side }
    if (trend[index] !== 0) return { cause: 'trend', side: trend[index] ?? 0 }
    if (threes[index] && close[index]) return { cause: 'two-of-three', side }
    return oneSide[index] !== 0 ? { cause: 'one-side', side: oneSide[index] ?? 0 } : { cause: 'common', side: 0 }
  })
}
