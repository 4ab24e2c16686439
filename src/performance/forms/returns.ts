import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalUuid, parseForm, text, uuid, uuids, version, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const form = z.object({
  title: text(200),
  agency: uuid(),
  giver: optionalUuid(),
  periodType: choice(['month', 'quarter', 'financial-year', 'academic-year', 'calendar-year']),
  dueDays: wholeNumber(0, 400),
  startsOn: day(),
  lastDay: optionalDay(),
  measures: uuids(),
})
const changed = form.extend({ version: version() })

/** Which agency gives which figures, and how often. */
export type TemplateInput = z.output<typeof form>
/** The same with the version that the form was made from. */
export type ChangedTemplate = z.output<typeof changed>

/** Reads the form of a new return. */
export function parseTemplate(body: FormBody): Result<TemplateInput, FieldProblem> {
  return parseForm(form, body)
}

/** Reads the form of a return that is changed. */
export function parseTemplateChange(body: FormBody): Result<ChangedTemplate, FieldProblem> {
  return parseForm(changed, body)
}

/** Reads that a return is accepted. */
export function parseAcceptance(body: FormBody): Result<{ readonly version: number }, FieldProblem> {
  return parseForm(z.object({ version: version() }), body)
}

/** Reads why a return is not asked for. */
export function parseExcuse(body: FormBody): Result<{ readonly note: string; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ note: longText(500), version: version() }), body)
}
