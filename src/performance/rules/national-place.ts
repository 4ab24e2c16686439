import { placeAmong } from './comparison.ts'
import type { Exact } from './exact.ts'
import type { Known } from './rag.ts'

/** Which way a publisher says is better. */
export type NationalPolarity = 'higher' | 'lower' | 'none'

/** A place among others in the same period. */
export interface NationalPlace {
  /** 1 is best; where neither way is better, 1 is highest. */
  readonly rank: number
  /** Whether another has the same figure. */
  readonly joint: boolean
  /** Among how many with a figure, this one included. */
  readonly of: number
  /** False where neither way is better: then it is an order and no verdict. */
  readonly judged: boolean
  /** How many had no figure, by what they had instead. */
  readonly without: NonNullable<ReturnType<typeof placeAmong>>['without']
}

/** The place of a figure among others; of a measure of which neither way is better the order only. Handbook of plans and performance, 3.6. */
export function nationalPlace(polarity: NationalPolarity, mine: Exact, others: readonly Known[]): NationalPlace {
  const place = placeAmong(polarity === 'none' ? 'higher' : polarity, mine, others)
  if (place === null) throw new Error('Higher and lower have places.')
  const joint = others.some((known) => known.state === 'value' && known.value.equals(mine))
  return { ...place, joint, judged: polarity !== 'none' }
}

/** How a figure stands to the one of the period before; 'up' and 'down' where neither way is better. */
export type NationalDirection = 'better' | 'worse' | 'same' | 'up' | 'down' | 'no-figure' | 'nothing-before'

/** The direction between two periods of the same measure. With so few figures nobody can tell chance from change, so nothing more is said. */
export function nationalDirection(polarity: NationalPolarity, mine: Exact | null, before: Exact | null): NationalDirection {
  if (mine === null) return 'no-figure'
  if (before === null) return 'nothing-before'
  if (mine.equals(before)) return 'same'
  const up = mine.gt(before)
  if (polarity === 'none') return up ? 'up' : 'down'
  return up === (polarity === 'higher') ? 'better' : 'worse'
}

/** How a figure stands beside another place's in the same period; null where one of them has none. */
export function besideAnother(polarity: NationalPolarity, mine: Exact | null, other: Exact | null): NationalDirection | null {
  return mine === null || other === null ? null : nationalDirection(polarity, mine, other)
}
