import type { NoticeJson } from './json.ts'

const LONDON = 'Europe/London'

/** The beginning of a day in London, as a time with its offset. */
export const dayBegins = (day: Temporal.PlainDate): string =>
  day.toZonedDateTime(LONDON).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The last second of a day in London, as a time with its offset. */
export const dayEnds = (day: Temporal.PlainDate): string =>
  day.toZonedDateTime({ timeZone: LONDON, plainTime: '23:59:59' }).toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The instant of a time as notices write it: a Z at its end is London time (handbook of commissioning 5.1); a bare day is its beginning. Undefined: it is no time. */
export function instantOf(value: NoticeJson | undefined): Temporal.Instant | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text).toZonedDateTime(LONDON).toInstant()
    if (/[zZ]$/.test(text)) return Temporal.PlainDateTime.from(text.slice(0, -1)).toZonedDateTime(LONDON).toInstant()
    if (/[+-]\d{2}:?\d{2}$/.test(text)) return Temporal.Instant.from(text)
    return /^\d{4}-\d{2}-\d{2}T/.test(text) ? Temporal.PlainDateTime.from(text).toZonedDateTime(LONDON).toInstant() : undefined
  } catch {
    return undefined
  }
}

/** The day in London of a time as notices write it; undefined where it is none, or lies outside the years 1990 to 2199. */
export function dayAt(value: NoticeJson | undefined): Temporal.PlainDate | undefined {
  const day = instantOf(value)?.toZonedDateTimeISO(LONDON).toPlainDate()
  return day && day.year >= 1990 && day.year < 2200 ? day : undefined
}

/** Whole months from one day to another, if they fit; undefined where they do not, or where it is none or more than fifty years. */
export function monthsBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): number | undefined {
  const months = (until.year - from.year) * 12 + until.month - from.month
  return months > 0 && months <= 600 && from.add({ months }).equals(until) ? months : undefined
}
