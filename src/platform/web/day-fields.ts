import type { z } from 'zod'
import { field, postedText, type Refusal } from './fields.ts'

type DayOutcome = { readonly value: Temporal.PlainDate } | Refusal | undefined

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** A day of the calendar from 1900 to 2199, from a date input (`name-day`, `name-month`, `name-year`) or as '2026-03-27'. */
export function day(): z.ZodType<Temporal.PlainDate> {
  return field((posted) => dayOf(posted) ?? { code: 'required', details: { part: 'day' } })
}

/** A day, or nothing when all three parts are empty: undefined. */
export function optionalDay(): z.ZodType<Temporal.PlainDate | undefined> {
  return field<Temporal.PlainDate | undefined>((posted) => dayOf(posted) ?? { value: undefined })
}

/** A time of day as people type it: '14:30', '2.30pm', '2pm', 'midday'. */
export function time(): z.ZodType<Temporal.PlainTime> {
  return field((posted) => timeOf(postedText(posted)) ?? { code: 'required' })
}

/** A time of day, or nothing: undefined. */
export function optionalTime(): z.ZodType<Temporal.PlainTime | undefined> {
  return field<Temporal.PlainTime | undefined>((posted) => timeOf(postedText(posted)) ?? { value: undefined })
}

function dayOf(posted: unknown): DayOutcome {
  if (typeof posted === 'string') {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(posted.trim())
    if (posted.trim() === '') return undefined
    return parts ? dateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : { code: 'day-impossible', details: { part: 'day' } }
  }
  if (typeof posted !== 'object' || posted === null) return undefined
  const { day: d = '', month: m = '', year: y = '' } = posted as { day?: string; month?: string; year?: string }
  const [typedDay, typedMonth, typedYear] = [d.trim(), m.trim(), y.trim()]
  if (!typedDay && !typedMonth && !typedYear) return undefined
  const missing = !typedDay ? 'day' : !typedMonth ? 'month' : !typedYear ? 'year' : undefined
  if (missing) return { code: 'day-part-missing', details: { part: missing } }
  if (!/^\d{4}$/.test(typedYear)) return { code: 'year-four-digits', details: { part: 'year' } }
  const month = monthOf(typedMonth)
  if (month === undefined) return { code: 'month-impossible', details: { part: 'month' } }
  return /^\d{1,2}$/.test(typedDay)
    ? dateOf(Number(typedYear), month, Number(typedDay))
    : { code: 'day-impossible', details: { part: 'day' } }
}

function monthOf(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : undefined
  const name = typed.toLowerCase()
  const found = months.findIndex((short, index) => name === short || name === monthNames[index] || (short === 'sep' && name === 'sept'))
  return found === -1 ? undefined : found + 1
}

function dateOf(year: number, month: number, dayOfMonth: number): DayOutcome {
  if (year < 1900 || year > 2199) return { code: 'year-out-of-range', details: { part: 'year' } }
  try {
    return { value: Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }) }
  } catch {
    return { code: 'day-impossible', details: { part: 'day' } }
  }
}

function timeOf(posted: string): { readonly value: Temporal.PlainTime } | Refusal | undefined {
  const typed = posted.trim().toLowerCase().replaceAll(' ', '')
  if (typed === '') return undefined
  if (typed === 'midday' || typed === 'noon') return { value: new Temporal.PlainTime(12) }
  if (typed === 'midnight') return { value: new Temporal.PlainTime(0) }
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?(?::00)?(am|pm)?$/.exec(typed)
  if (!parts || (!parts[2] && !parts[3])) return { code: 'time-impossible' }
  const hour = hourOf(Number(parts[1]), parts[3])
  const minute = Number(parts[2] ?? '0')
  return hour === undefined || minute > 59 ? { code: 'time-impossible' } : { value: new Temporal.PlainTime(hour, minute) }
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (!half) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
