import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  choices,
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalUuid,
  parseForm,
  text,
  uuid,
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { supervisionParts } from '../rules/supervision.ts'

/** Who of the two who met does something. */
export const supervisionOwners = ['supervisor', 'worker'] as const

const standardForm = z.object({
  organisation: uuid(),
  everyDays: wholeNumber(7, 366),
  soonDays: wholeNumber(0, 60),
  monthsInPost: wholeNumber(0, 120),
  course: optionalUuid(),
  mustHold: choices(supervisionParts),
  source: text(500),
  startsOn: day(),
})
const action = { action: optionalLongText(2000), owner: optionalChoice(supervisionOwners), dueOn: optionalDay() }
const sessionForm = z.object({
  heldOn: day(),
  families: uuids(),
  ...{ workload: optionalLongText(10_000), wellbeing: optionalLongText(10_000), development: optionalLongText(10_000) },
  ...action,
})
const decisionForm = z.object({ words: longText(10_000), ...action })
const sessionCorrectionForm = sessionForm.extend({ because: longText(2000), version: version() })
const decisionCorrectionForm = decisionForm.extend({ because: longText(2000), version: version() })
const remarkForm = z.object({ words: longText(10_000) })
const sessionAnswerForm = z.object({ agrees: choice(['yes', 'no']), words: optionalLongText(10_000) })
const absenceForm = z.object({ who: text(80), startsOn: day(), endsOn: optionalDay() })
const endForm = z.object({ endsOn: day(), version: version() })

/** A standard of an agency, from a day on. */
export type StandardInput = z.output<typeof standardForm>
/** What a record of a session holds. */
export type SessionRecordInput = z.output<typeof sessionForm>
/** What was decided of a family. */
export type SupervisionDecisionInput = z.output<typeof decisionForm>
/** What the record of a session should say, and why; the version is that which was read. */
export type SessionCorrectionInput = z.output<typeof sessionCorrectionForm>
/** What a decision should say, and why. */
export type DecisionCorrectionInput = z.output<typeof decisionCorrectionForm>
/** What one of the two adds. */
export type RemarkInput = z.output<typeof remarkForm>
/** What the practitioner says of a record. */
export interface SessionAnswerInput {
  readonly agrees: boolean
  readonly words: string | undefined
}
/** Who is away, from when to when; `who` is the person and the agency. */
export type AbsenceInput = z.output<typeof absenceForm>
/** The first day without something, or back. */
export type EndDayInput = z.output<typeof endForm>

/** Reads a standard. */
export const parseStandard = formOf(standardForm)
/** Reads what one of the two adds. */
export const parseRemark = formOf(remarkForm)
/** Reads what the practitioner says of a record; whoever sees something otherwise says how. */
export function parseSessionAnswer(body: FormBody): Result<SessionAnswerInput, FieldProblem> {
  const parsed = parseForm(sessionAnswerForm, body)
  if (!parsed.ok) return parsed
  const { agrees, words } = parsed.value
  if (agrees === 'no' && words === undefined) return fail({ field: 'words', code: 'required' })
  return succeed({ agrees: agrees === 'yes', words })
}
/** Reads the first day without something, or back. */
export const parseEndDay = formOf(endForm)

/** Reads who is away; the first day back is after the first day away. */
export function parseAbsence(body: FormBody): Result<AbsenceInput, FieldProblem> {
  const parsed = parseForm(absenceForm, body)
  if (!parsed.ok || parsed.value.endsOn === undefined) return parsed
  return Temporal.PlainDate.compare(parsed.value.endsOn, parsed.value.startsOn) > 0
    ? parsed
    : fail({ field: 'endsOn', code: 'before-it-began' })
}
/** Reads a record of a session. */
export const parseSession = (body: FormBody): Result<SessionRecordInput, FieldProblem> => wholeAction(parseForm(sessionForm, body))
/** Reads what the record of a session should say. */
export const parseSessionCorrection = (body: FormBody): Result<SessionCorrectionInput, FieldProblem> =>
  wholeAction(parseForm(sessionCorrectionForm, body))
/** Reads what a decision should say. */
export const parseDecisionCorrection = (body: FormBody): Result<DecisionCorrectionInput, FieldProblem> =>
  wholeAction(parseForm(decisionCorrectionForm, body))
/** Reads what was decided of a family. */
export const parseDecision = (body: FormBody): Result<SupervisionDecisionInput, FieldProblem> => wholeAction(parseForm(decisionForm, body))

/** An action has words, an owner and a day, or none of the three. */
function wholeAction<Input extends { readonly action?: string | undefined; readonly owner?: string | undefined; readonly dueOn?: unknown }>(
  parsed: Result<Input, FieldProblem>,
): Result<Input, FieldProblem> {
  if (!parsed.ok) return parsed
  const { action: words, owner, dueOn } = parsed.value
  if (words === undefined && owner === undefined && dueOn === undefined) return parsed
  if (words === undefined) return fail({ field: 'action', code: 'required' })
  if (owner === undefined) return fail({ field: 'owner', code: 'required' })
  return dueOn === undefined ? fail({ field: 'dueOn', code: 'required', details: { part: 'day' } }) : parsed
}
