import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalChoice, optionalLongText, optionalText, parseForm, text, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type AssessmentRowKind, proposalRanks } from '../rules/needs.ts'

const sights = ['draft', 'members', 'public'] as const
const assessmentForm = z.object({
  kind: text(60),
  title: text(200),
  topic: text(200),
  population: optionalText(300),
  areas: uuids(),
  summary: optionalLongText(4000),
  rank: optionalChoice(proposalRanks),
  why: optionalLongText(2000),
  sight: choice(sights),
})
const changedForm = assessmentForm.extend({ version: version() })
const wordsForm = { title: longText(500), text: optionalLongText(4000), basis: uuids() }
const rowForm = z.object(wordsForm)
const evidenceForm = rowForm.extend({
  source: text(300),
  datedOn: optionalDay(),
  licence: optionalText(200),
  address: optionalText(500),
})
const optionalVersion = z.object({ version: version() })
const publishForm = z.object({ publishedOn: day(), nextOn: optionalDay(), sight: choice(['members', 'public']), version: version() })
const endForm = z.object({ reason: longText(500), version: version() })
const usesForm = z.object({ rows: uuids(), why: optionalLongText(1000) })

/** What a needs assessment says of itself. */
export type AssessmentInput = z.output<typeof assessmentForm>
/** The same with the version that the form was made from. */
export type ChangedAssessmentInput = z.output<typeof changedForm>
/** What stands in a row of an assessment; the last four are of evidence alone. */
export type AssessmentRowInput = z.output<typeof rowForm> & Partial<Omit<z.output<typeof evidenceForm>, keyof z.output<typeof rowForm>>>
/** When an assessment was published, by when it is done anew, and who may know of it. */
export type PublishAssessmentInput = z.output<typeof publishForm>
/** Why an assessment is declined or withdrawn. */
export type EndAssessmentInput = z.output<typeof endForm>
/** Needs and findings that a priority rests on. */
export type NeedUsesInput = z.output<typeof usesForm>

/** Reads the form of a new assessment. */
export function parseAssessment(body: FormBody): Result<AssessmentInput, FieldProblem> {
  return parseForm(assessmentForm, body)
}

/** Reads the form of an assessment's details. */
export function parseChangedAssessment(body: FormBody): Result<ChangedAssessmentInput, FieldProblem> {
  return parseForm(changedForm, body)
}

/** Reads a new row. */
export function parseAssessmentRow(kind: AssessmentRowKind): (body: FormBody) => Result<AssessmentRowInput, FieldProblem> {
  return (body) => parseForm<z.ZodType<AssessmentRowInput>>(kind === 'evidence' ? evidenceForm : rowForm, body)
}

/** Reads a row with the version that the form was made from. */
export function parseChangedAssessmentRow(
  kind: AssessmentRowKind,
): (body: FormBody) => Result<AssessmentRowInput & { readonly version: number }, FieldProblem> {
  const schema = (kind === 'evidence' ? evidenceForm : rowForm).extend(optionalVersion.shape)
  return (body) => parseForm<z.ZodType<AssessmentRowInput & { readonly version: number }>>(schema, body)
}

/** Reads when an assessment was published. */
export function parsePublishAssessment(body: FormBody): Result<PublishAssessmentInput, FieldProblem> {
  return parseForm(publishForm, body)
}

/** Reads why an assessment ends. */
export function parseEndAssessment(body: FormBody): Result<EndAssessmentInput, FieldProblem> {
  return parseForm(endForm, body)
}

/** Reads on what a priority rests. */
export function parseNeedUses(body: FormBody): Result<NeedUsesInput, FieldProblem> {
  return parseForm(usesForm, body)
}
