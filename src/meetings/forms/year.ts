import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, longText, optionalLongText, optionalText, optionalUuid, parseForm, text, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const consultationForm = z.object({
  title: text(200),
  summary: optionalLongText(2000),
  askedBy: optionalText(200),
  audience: optionalText(300),
  how: optionalLongText(2000),
  startsOn: day(),
  lastDay: day(),
  meeting: optionalUuid(),
  planItem: optionalUuid(),
  sight: choice(['public', 'members']),
})

/** What is asked of a consultation window; `lastDay` is the last day on which people are heard, `meeting` decides after it. */
export type ConsultationInput = z.output<typeof consultationForm>

const changedForm = consultationForm.extend({ reason: optionalLongText(500), version: version() })

/** What changes about it, and why; the command says when a reason is needed. */
export type ChangedConsultation = z.output<typeof changedForm>

/** Reads the form for a new window. */
export function parseConsultation(body: FormBody): Result<ConsultationInput, FieldProblem> {
  return parseForm(consultationForm, body)
}

/** The same with the version that the form was made from. */
export function parseConsultationChange(body: FormBody): Result<ChangedConsultation, FieldProblem> {
  return parseForm(changedForm, body)
}

/** Reads why a window is not held. */
export function parseConsultationWithdrawal(body: FormBody): Result<{ readonly reason: string; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ reason: longText(500), version: version() }), body)
}

const outcomeForm = z.object({ outcome: longText(4000), outcomeOn: day(), version: version() })

/** What came of a consultation, and on which day that was settled. */
export type ConsultationOutcome = z.output<typeof outcomeForm>

/** Reads what came of it. */
export function parseConsultationOutcome(body: FormBody): Result<ConsultationOutcome, FieldProblem> {
  return parseForm(outcomeForm, body)
}

const holidayForm = z.object({ area: uuid(), title: text(120), startsOn: day(), lastDay: day(), source: text(500) })

/** What is asked of a school holiday; `lastDay` is the last day on which schools are closed. */
export type SchoolHolidayInput = z.output<typeof holidayForm>

/** Reads the form for a school holiday. */
export function parseSchoolHoliday(body: FormBody): Result<SchoolHolidayInput, FieldProblem> {
  return parseForm(holidayForm, body)
}

/** The same with the version that the form was made from. */
export function parseSchoolHolidayChange(body: FormBody): Result<SchoolHolidayInput & { readonly version: number }, FieldProblem> {
  return parseForm(holidayForm.extend({ version: version() }), body)
}
