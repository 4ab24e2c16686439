import { type Exact, whole } from './exact.ts'
import { numberOf, type Reading, type ReadPoint } from './reading.ts'
import type { Cause } from './special-cause.ts'
import type { Target } from './target.ts'

/** Which way the figures went. */
export type Way = 'up' | 'down' | 'level'

/** The direction of travel, in states that words are found for; never a mere difference where chance explains it. */
export type Direction =
  /** Chance explains the last point. */
  | { readonly kind: 'no-clear-change' }
  /** Chance does not explain it: better, worse, or neither way is better. */
  | { readonly kind: 'special'; readonly reads: 'improving' | 'concerning' | 'changing'; readonly cause: Cause; readonly way: Way }
  /** Too few points to tell chance: beside the figure before, by polarity; 'moved' where neither way is better. */
  | { readonly kind: 'beside'; readonly reads: 'better' | 'worse' | 'same' | 'moved'; readonly way: Way; readonly before: ReadPoint }
  /** Nothing can be said. */
  | { readonly kind: 'unknown'; readonly because: 'no-figure' | 'hidden' | 'nothing-before' }

/** How far a figure lies outside a band; 0 within it. */
function outside({ from, to }: Extract<Target, { kind: 'band' }>, value: Exact): Exact {
  return value.lt(from) ? from.sub(value) : value.gt(to) ? value.sub(to) : whole(0)
}

function reads({ judged }: ReadPoint, value: Exact, before: Exact): 'better' | 'worse' | 'same' | 'moved' {
  const { polarity } = judged.definition
  if (value.equals(before)) return 'same'
  if (polarity === 'none') return 'moved'
  if (polarity !== 'band') return value.gt(before) === (polarity === 'higher') ? 'better' : 'worse'
  const band = judged.asked?.state === 'set' && judged.asked.target.kind === 'band' ? judged.asked.target : null
  if (band === null) return 'moved'
  const [now, then] = [outside(band, value), outside(band, before)]
  return now.equals(then) ? 'moved' : now.lt(then) ? 'better' : 'worse'
}

function special(reading: Reading): Direction | null {
  const point = reading.sections?.at(-1)?.points.at(-1) ?? null
  if (reading.chart !== 'process' || point === null) return null
  const { variation } = reading
  if (variation === null || variation === 'common') return { kind: 'no-clear-change' }
  return { kind: 'special', reads: variation, cause: point.cause, way: point.side > 0 ? 'up' : 'down' }
}

/**
 * The direction of travel: by the process where there are points enough, else beside the period before by polarity. A hidden figure has none, because an
 * arrow beside a known figure would give it away. Handbook of plans and performance, 3.4 and 7.
 */
export function directionOf(reading: Reading): Direction {
  const { now, points } = reading
  if (now === null) return { kind: 'unknown', because: 'no-figure' }
  const value = numberOf(now)
  if (value === null) return { kind: 'unknown', because: now.known.state === 'suppressed' ? 'hidden' : 'no-figure' }
  const judged = special(reading)
  if (judged !== null) return judged
  const before = points.at(-2)
  const figure = before === undefined ? null : numberOf(before)
  const cut = reading.breaks.some(({ from }) => from === points.length - 1)
  if (before === undefined || figure === null || cut) return { kind: 'unknown', because: 'nothing-before' }
  return { kind: 'beside', reads: reads(now, value, figure), way: value.gt(figure) ? 'up' : value.lt(figure) ? 'down' : 'level', before }
}
