import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  longText,
  optionalChoice,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { RegularPeriodType } from '../rules/period.ts'

/** How often the record may be counted: periods that follow each other. */
export const countedFrequencies = [
  'month',
  'quarter',
  'financial-year',
  'academic-year',
  'calendar-year',
] as const satisfies readonly RegularPeriodType[]

/** Which way is better, where the plan says another than the record, with the reason; and from which baseline on a target is rated. */
const direction = {
  polarity: optionalChoice(['higher', 'lower', 'none']),
  polarityReason: optionalText(500),
  ratedFrom: optionalWholeNumber(2, 1000),
}
const rhythm = { code: text(60), frequency: choice(countedFrequencies), lagDays: wholeNumber(0, 1500), startsOn: day() }

const newForm = z.object({
  ...rhythm,
  ...direction,
  title: optionalText(200),
  reference: optionalText(20),
  ownerPerson: optionalUuid(),
  ownerOffice: optionalText(200),
  sight: choice(['draft', 'members', 'public']),
})
const changeForm = z.object({ ...rhythm, ...direction, breaksSeries: ticked(), reason: longText(500), version: version() })

/** A new measure that the record counts: what, how often, from when. */
export type CountedInput = z.output<typeof newForm>
/** What is asked of how a measure is counted from a day on. `code` 'nobody': somebody gives the figures again. */
export type CountingInput = z.output<typeof changeForm>

/** Reads the form of a new measure that the record counts. */
export function parseCounted(body: FormBody): Result<CountedInput, FieldProblem> {
  return parseForm(newForm, body)
}

/** Reads the form that says how a measure is counted from a day on. */
export function parseCounting(body: FormBody): Result<CountingInput, FieldProblem> {
  return parseForm(changeForm, body)
}

/** Reads the form that asks for a count now: there is nothing to fill in. */
export function parseRecount(body: FormBody): Result<Record<string, never>, FieldProblem> {
  return parseForm(z.object({}), body)
}
