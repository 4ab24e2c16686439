/** A financial year by the calendar year in which it begins: 2026 is 1 April 2026 to 31 March 2027. */
export interface YearSpan {
  readonly from: Temporal.PlainDate
  /** First day after it. */
  readonly until: Temporal.PlainDate
}

/** The first day of a financial year and the first day after it. */
export function spanOfYear(year: number): YearSpan {
  const from = new Temporal.PlainDate(year, 4, 1)
  return { from, until: from.add({ years: 1 }) }
}

/** Whether a term touches a financial year on at least one day. `until`: the first day after the term; undefined: it has no end. */
export function runsIn(year: number, from: Temporal.PlainDate, until: Temporal.PlainDate | undefined): boolean {
  const span = spanOfYear(year)
  return Temporal.PlainDate.compare(from, span.until) < 0 && (until === undefined || Temporal.PlainDate.compare(span.from, until) < 0)
}

/** The financial year of a day. */
export function yearOf(day: Temporal.PlainDate): number {
  return day.month >= 4 ? day.year : day.year - 1
}

/** The month of the financial year that a day lies in: 1 is April, 12 is March. */
export function periodOf(day: Temporal.PlainDate): number {
  return ((day.month + 8) % 12) + 1
}

/** A year as people write it: '2026-27'. */
export function yearInWords(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}
