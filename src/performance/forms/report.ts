import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, parseForm, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { reportRhythms } from '../rules/report-schedule.ts'

const form = z.object({ rhythm: choice(reportRhythms), workingDay: wholeNumber(1, 40), startsOn: day() })
const ending = z.object({ endsOn: day() })

/** When a report makes itself, from which day on. */
export type ScheduleInput = z.output<typeof form>

/** Reads when a report makes itself. */
export function parseSchedule(body: FormBody): Result<ScheduleInput, FieldProblem> {
  return parseForm(form, body)
}

/** Reads from which day on no report is made any more. */
export function parseScheduleEnd(body: FormBody): Result<z.output<typeof ending>, FieldProblem> {
  return parseForm(ending, body)
}
