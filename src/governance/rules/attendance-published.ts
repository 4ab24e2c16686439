/** A time in which a body gives out who attended, or does not, by its settings or by its terms; `endsOn` is the first day it no longer holds. */
export interface PublishingPeriod {
  readonly body: string
  readonly published: boolean
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/**
 * Whether who attended a body's meeting of this day is for everybody (G12): its settings of that day say so, and its terms do not say otherwise. One
 * period that keeps it private outweighs all others; days for which nothing is recorded publish nothing.
 */
export function isAttendancePublished(body: string, day: Temporal.PlainDate, periods: readonly PublishingPeriod[]): boolean {
  const then = periods.filter(
    (period) =>
      period.body === body &&
      Temporal.PlainDate.compare(period.startsOn, day) <= 0 &&
      (period.endsOn === null || Temporal.PlainDate.compare(day, period.endsOn) < 0),
  )
  return then.length > 0 && then.every(({ published }) => published)
}
