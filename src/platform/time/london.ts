/** The one zone in which days are counted. Instants are stored in UTC beside them (handbook governance 3.1). */
export const LONDON = 'Europe/London'

/** The calendar day of an instant in London. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(LONDON).toPlainDate()
}

/** The instant of a time of day in London; in the hour that autumn repeats, the earlier one. */
export function instantOf(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant()
}
