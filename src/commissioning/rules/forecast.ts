import { halfUp, totalOf } from './split.ts'

/** How a year end is foreseen; one table uses one method. Source: handbook of joint commissioning, 3.5. */
export const forecastMethods = ['straight-line', 'profile', 'remaining-plan'] as const
/** One of them. */
export type ForecastMethod = (typeof forecastMethods)[number]

/** What is known of one line at the end of a month of its year. Pence. */
export interface LineSoFar {
  readonly budget: bigint | null
  /** Spent so far, accruals with it; null: nothing was recorded, which is not 0. */
  readonly actual: bigint | null
  readonly commitment: bigint
  /** Months that have ended, 0 to 12. */
  readonly months: number
  /** What each of the twelve months weighs in the plan; empty: all alike. */
  readonly profile: readonly bigint[]
}

/** A line's year end. `isBelowKnown`: it is lower than what is spent and committed already, which has to be explained. */
export interface LineForecast {
  readonly pence: bigint
  readonly method: ForecastMethod
  readonly isBelowKnown: boolean
}

/**
 * What a line will have spent at the year end, rounded half up to the penny; null where it cannot be said: nothing recorded, no month ended, no budget where
 * the method needs one, or a profile that has given nothing to the months so far.
 * Straight line: as much in each month to come as in each so far. Profile: what is spent is the part of the year that the plan gave to the months so far.
 * Remaining plan: what is spent, and the plan of the months to come.
 */
export function forecastOf(method: ForecastMethod, line: LineSoFar): LineForecast | null {
  const pence = yearEnd(method, line)
  return pence === null ? null : { pence, method, isBelowKnown: pence < (line.actual ?? 0n) + line.commitment }
}

function yearEnd(method: ForecastMethod, { budget, actual, months, profile }: LineSoFar): bigint | null {
  if (actual === null || months < 1) return null
  if (months >= 12) return actual
  if (method === 'straight-line') return signed(actual * 12n, BigInt(months))
  const weights = profile.length === 12 ? profile : Array.from({ length: 12 }, () => 1n)
  const [sofar, all] = [totalOf(weights.slice(0, months)), totalOf(weights)]
  if (all <= 0n) return null
  if (method === 'profile') return sofar === 0n ? null : signed(actual * all, sofar)
  return budget === null ? null : actual + signed(budget * (all - sofar), all)
}

/** Half up by the size of the sum, so that a credit mirrors a debit. */
const signed = (numerator: bigint, denominator: bigint): bigint =>
  numerator < 0n ? -halfUp(-numerator, denominator) : halfUp(numerator, denominator)

/** Months of a year that have ended on a day: 0 before its second month begins, 12 once it is over. The year begins on 1 April. */
export function monthsEnded(year: number, today: Temporal.PlainDate): number {
  const months = (today.year - year) * 12 + today.month - 4
  return Math.max(0, Math.min(12, months))
}
