import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { fail } from '#platform/result.ts'
import { day, optionalTime, time } from '#platform/web/day-fields.ts'
import { choice, optionalText, optionalWholeNumber, parseForm, postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { PaceChoice } from '../rules/year-pace.ts'
import { MOST_MEETINGS } from '../rules/year-pace.ts'
import { month } from './calendar.ts'

/** Rows that one form holds at most. */
export const MOST_ROWS = 60

const settingsForm = z.object({
  from: month(),
  weekday: choice(['1', '2', '3', '4', '5']),
  week: choice(['1', '2', '3', '4', '5']),
  by: choice(['terms', 'aim', 'own']),
  times: optionalWholeNumber(1, 1000),
  room: optionalWholeNumber(0, 26),
})

/** What a year is built by. */
export interface YearSettings {
  /** First day of its first month. */
  readonly from: Temporal.PlainDate
  readonly weekday: number
  readonly week: number
  readonly pace: PaceChoice
  /** Weeks that a consultation needs between two meetings; 0: none is asked for. */
  readonly roomWeeks: number
}

/** Reads by what a year is to be built. @param today - years before last or beyond the next five are refused */
export function parseYearSettings(body: FormBody, today: Temporal.PlainDate): Result<YearSettings, FieldProblem> {
  const parsed = parseForm(settingsForm, body)
  if (!parsed.ok) return parsed
  const { from, weekday, week, by, times, room } = parsed.value
  if (from === undefined) return fail({ field: 'from', code: 'required' })
  if (from.year < today.year - 1 || from.year > today.year + 5)
    return fail({ field: 'from', code: 'plan-year-out-of-range', details: { first: today.year - 1, last: today.year + 5 } })
  if (by === 'own' && times === undefined) return fail({ field: 'times', code: 'plan-times-missing' })
  if (by === 'own' && (times ?? 0) > MOST_MEETINGS) return fail({ field: 'times', code: 'plan-too-often', details: { times: times ?? 0 } })
  const pace: PaceChoice = by === 'own' ? { by, timesAYear: times ?? 1 } : { by }
  return { ok: true, value: { from, weekday: Number(weekday), week: Number(week), pace, roomWeeks: room ?? 0 } }
}

/** The meetings of a year as the clerk accepts them. */
export interface YearPlanInput {
  /** Days that were taken, with the field that each stands in. */
  readonly days: readonly { readonly field: string; readonly heldOn: Temporal.PlainDate }[]
  readonly startsAt: Temporal.PlainTime
  readonly endsAt: Temporal.PlainTime | undefined
  readonly place: string | undefined
  readonly access: 'public' | 'private'
}

/** How many rows a posted plan has; 0 where it says nothing that could be. */
export function rowsOf(body: FormBody): number {
  const typed = Number(postedText(body.rows))
  return Number.isInteger(typed) && typed > 0 ? Math.min(typed, MOST_ROWS) : 0
}

/** Reads which proposed days are taken, as they were edited. */
export function parseYearPlan(body: FormBody): Result<YearPlanInput, FieldProblem> {
  const taken = Array.from({ length: rowsOf(body) }, (_, index) => index).filter((index) => postedText(body[`take_${index}`]) !== '')
  const shape = {
    ...Object.fromEntries(taken.map((index) => [`heldOn_${index}`, day()])),
    ...{ startsAt: time(), endsAt: optionalTime(), place: optionalText(300), access: choice(['public', 'private']) },
  }
  const parsed = parseForm(z.object(shape), body)
  if (!parsed.ok) return parsed
  if (taken.length === 0) return fail({ field: '', code: 'plan-nothing-taken' })
  const { startsAt, endsAt, place, access, ...rest } = parsed.value as Record<string, unknown> & Omit<YearPlanInput, 'days'>
  const days = taken.map((index) => ({ field: `heldOn_${index}`, heldOn: rest[`heldOn_${index}`] as Temporal.PlainDate }))
  return { ok: true, value: { days, startsAt, endsAt, place, access } }
}
