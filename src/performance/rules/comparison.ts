import type { Exact } from './exact.ts'
import type { Known } from './rag.ts'
import type { Polarity } from './target.ts'

/** An area's place among others in the same period, by the same definition. */
export interface Place {
  /** 1 is best; ties share the better place. */
  readonly rank: number
  /** Among how many with a figure, this one included. */
  readonly of: number
  /** How many had no figure, by what they had instead. */
  readonly without: Readonly<Partial<Record<Exclude<Known['state'], 'value'>, number>>>
}

/**
 * The place of a figure among others, by polarity; others without a figure are left out and counted apart: '3rd of 10 (1 suppressed)'.
 * Null where neither way is better, or a band is: then there is an order but no place. Handbook of plans and performance, 3.6.
 */
export function placeAmong(polarity: Polarity, mine: Exact, others: readonly Known[]): Place | null {
  if (polarity === 'none' || polarity === 'band') return null
  const values = others.flatMap((known) => (known.state === 'value' ? [known.value] : []))
  const better = values.filter((value) => (polarity === 'higher' ? value.gt(mine) : value.lt(mine)))
  const without: Partial<Record<Exclude<Known['state'], 'value'>, number>> = {}
  for (const { state } of others) if (state !== 'value') without[state] = (without[state] ?? 0) + 1
  return { rank: better.length + 1, of: values.length + 1, without }
}

/** A confidence interval, both ends included. */
export interface Interval {
  readonly lower: Exact
  readonly upper: Exact
}

/** How a figure stands to a benchmark; higher and lower where neither way is better. */
export type AgainstBenchmark = 'better' | 'similar' | 'worse' | 'higher' | 'lower'

/**
 * Compares with a benchmark by the confidence interval: wholly on one side of it is better or worse (higher or lower where neither way is better),
 * anything that touches it is similar. Handbook of plans and performance, 3.6.
 */
export function againstBenchmark(polarity: Polarity, interval: Interval, benchmark: Exact): AgainstBenchmark {
  const side = interval.lower.gt(benchmark) ? 'higher' : interval.upper.lt(benchmark) ? 'lower' : 'similar'
  if (side === 'similar' || polarity === 'none' || polarity === 'band') return side
  return (side === 'higher') === (polarity === 'higher') ? 'better' : 'worse'
}

/** Whether a curve was turned: what came is better than what was foreseen if nothing changed (T4). Falling alone is not turning. */
export function isTurned(polarity: 'higher' | 'lower', frozen: Exact, actual: Exact): boolean {
  return polarity === 'higher' ? actual.gt(frozen) : actual.lt(frozen)
}
