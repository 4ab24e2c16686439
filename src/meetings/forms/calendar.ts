import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { field, optionalChoice, parseForm, postedText } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { MOST_BOARDS } from '../rules/calendar-months.ts'

/** A month as '2027-04', from 2000 to 2100, as its first day; nothing typed is undefined. */
export function month(): z.ZodType<Temporal.PlainDate | undefined> {
  return field<Temporal.PlainDate | undefined>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: undefined }
    const parts = /^(\d{4})-(\d{2})$/.exec(typed)
    const [year, number] = [Number(parts?.[1]), Number(parts?.[2])]
    if (!parts || year < 2000 || year > 2100 || number < 1 || number > 12) return { code: 'calendar-month-impossible' }
    return { value: Temporal.PlainDate.from({ year, month: number, day: 1 }) }
  })
}

const calendarForm = z.object({ from: month(), months: optionalChoice(['6', '12']), show: optionalChoice(['dates', 'programmes']) })

/** What the calendar is asked for; `from` undefined is this month, no boards are one's own or those that meet next. */
export interface CalendarAsked {
  readonly from: Temporal.PlainDate | undefined
  readonly months: 6 | 12
  readonly show: 'dates' | 'programmes'
  readonly boards: readonly string[]
}

/** Reads the question of the calendar. @param known - the names of boards in addresses */
export function parseCalendar(body: FormBody, known: ReadonlySet<string>): Result<CalendarAsked, FieldProblem> {
  const parsed = parseForm(calendarForm, body)
  if (!parsed.ok) return parsed
  const asked = [...new Set([body.board ?? []].flat().filter((slug): slug is string => typeof slug === 'string' && slug !== ''))]
  const strange = asked.filter((slug) => !known.has(slug))
  if (strange.length > 0)
    return fail({ field: 'board', code: 'calendar-boards-unknown', details: { names: strange.join(', ').slice(0, 120) } })
  if (asked.length > MOST_BOARDS) return fail({ field: 'board', code: 'calendar-boards-too-many' })
  const { from, months, show } = parsed.value
  return succeed({ from, months: months === '12' ? 12 : 6, show: show ?? 'dates', boards: asked })
}
