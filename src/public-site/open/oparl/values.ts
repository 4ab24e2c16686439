import { instantOf, LONDON } from '#platform/time/london.ts'

/** A value of the interface: what JSON knows, but never null (OParl 1.1: what is missing is left out). */
export type OparlValue = string | number | boolean | readonly OparlValue[] | { readonly [name: string]: OparlValue }

/** The properties of an object, or of a part of one. */
export type OparlProperties = Readonly<Record<string, OparlValue>>

/** What a mapping may say of a property before the missing is left out. */
export type Given =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly (OparlValue | undefined)[]
  | { readonly [name: string]: OparlValue }

/** Leaves out whatever is missing: null, undefined, empty text, empty lists. Text is well-formed Unicode, without spaces around it. */
export function given(properties: Readonly<Record<string, Given>>): OparlProperties {
  const kept: Record<string, OparlValue> = {}
  for (const [name, value] of Object.entries(properties)) {
    const clean = cleaned(value)
    if (clean !== undefined) kept[name] = clean
  }
  return kept
}

function cleaned(value: Given): OparlValue | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') {
    const text = value.toWellFormed().trim()
    return text === '' ? undefined : text
  }
  if (!Array.isArray(value)) return value as OparlValue
  const list = (value as readonly (OparlValue | undefined)[]).filter((one) => one !== undefined && one !== '')
  return list.length === 0 ? undefined : (list as readonly OparlValue[])
}

/** An instant as the interface writes it: to the second, in London, with a numeric offset, never 'Z': '2027-07-01T14:00:00+01:00'. */
export function dateTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(LONDON).toString({ smallestUnit: 'second', timeZoneName: 'never' })
}

/** The same for a time of day in London; undefined where the time is not known, for nothing is invented. */
export function dateTimeOn(day: Temporal.PlainDate, time: string | null): string | undefined {
  return time === null ? undefined : dateTime(instantOf(day, Temporal.PlainTime.from(time)))
}

/** The last day of a period whose `endsOn` is the first day after it, as the interface wants it; undefined while it is open. */
export function lastDay(endsOn: Temporal.PlainDate | null): string | undefined {
  return endsOn?.subtract({ days: 1 }).toString()
}
