/** Months before the end of a term from which somebody is told. */
const SOON_MONTHS = 3

/** The term for which somebody fills a place, where the terms of reference limit it (G5). */
export interface SeatTerm {
  /** First day after the term. */
  readonly endsOn: Temporal.PlainDate
  /** `over`: whoever fills the place has been there longer than the terms say. */
  readonly state: 'running' | 'ends-soon' | 'over'
}

/**
 * How the term of an appointment stands on a day: so many months from its first day; a month too short for that day ends with its last one.
 * @param months - from the terms in force; null where they limit nothing
 * @param endsOn - the end that was recorded; an earlier one counts
 */
export function seatTerm(
  startsOn: Temporal.PlainDate,
  months: number | null,
  endsOn: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): SeatTerm | undefined {
  if (months === null) return undefined
  const limit = startsOn.add({ months })
  const last = endsOn && Temporal.PlainDate.compare(endsOn, limit) < 0 ? endsOn : limit
  if (Temporal.PlainDate.compare(today, last) >= 0) return { endsOn: last, state: 'over' }
  return { endsOn: last, state: Temporal.PlainDate.compare(today.add({ months: SOON_MONTHS }), last) >= 0 ? 'ends-soon' : 'running' }
}
