import type { Partners, Shares } from './risk-share.ts'

/** What happens to the weights of a partner that leaves in mid-year: counted by its days, or as the plan of the year end says. Data of the rule. */
export type MidYear = 'days' | 'plan'

/** A partner that leaves, and its first day away. */
export interface Leaving {
  readonly partner: string
  readonly on: Temporal.PlainDate
}

/** The days of a year from 1 April to 31 March: 365 or 366. */
export function daysOfYear(year: number): number {
  const first = new Temporal.PlainDate(year, 4, 1)
  return first.until(first.add({ years: 1 }), { largestUnit: 'day' }).days
}

/**
 * The weights by which a risk is shared where a partner leaves in mid-year. By days: everybody's weight counts for the days they were there, so that all weights
 * are multiplied by days, never divided and rounded. By plan: they stay as planned. A day before the year gives weight 0, one after it changes nothing.
 */
export function weightsAfterLeaving(
  weights: Shares,
  partners: Partners,
  year: number,
  midYear: MidYear,
  leaving: Leaving | undefined,
): Shares {
  if (leaving === undefined || midYear === 'plan') return weights
  const all = daysOfYear(year)
  const there = new Temporal.PlainDate(year, 4, 1).until(leaving.on, { largestUnit: 'day' }).days
  const days = BigInt(Math.max(0, Math.min(all, there)))
  return weights.map((weight, place) => weight * (partners[place] === leaving.partner ? days : BigInt(all)))
}
