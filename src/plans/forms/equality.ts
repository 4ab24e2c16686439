import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { eqiaConclusions, eqiaImpacts } from '../rules/equality.ts'

const eqiaForm = z.object({
  stage: choice(['screening', 'full']),
  title: text(200),
  about: longText(4000),
  subject: optionalUuid(),
  sight: choice(['draft', 'members', 'public']),
})
const changedForm = eqiaForm.extend({ version: version() })
const lineForm = z.object({
  impact: choice(eqiaImpacts),
  evidence: optionalLongText(4000),
  mitigation: optionalLongText(4000),
  owner: optionalText(200),
  reviewOn: optionalDay(),
  version: optionalWholeNumber(1, 1_000_000),
})
const finishForm = z.object({
  conclusion: choice(eqiaConclusions),
  why: longText(2000),
  doneOn: day(),
  sight: choice(['members', 'public']),
  version: version(),
})
const actionForm = z.object({ text: longText(1000), owner: optionalText(200), dueOn: optionalDay() })

/** What an assessment is of; `subject` a plan or a decision of the same board. */
export type EqiaInput = z.output<typeof eqiaForm>
/** The same with the version that the form was made from. */
export type ChangedEqiaInput = z.output<typeof changedForm>
/** What is said of a characteristic; without a version where nothing was said yet. */
export type EqiaLineInput = z.output<typeof lineForm>
/** What follows from it, and on which day that was settled. */
export type FinishEqiaInput = z.output<typeof finishForm>
/** Something to be improved. */
export type EqiaActionInput = z.output<typeof actionForm>

/** Reads the form of a new assessment. */
export function parseEqia(body: FormBody): Result<EqiaInput, FieldProblem> {
  return parseForm(eqiaForm, body)
}

/** Reads the form of an assessment that is changed. */
export function parseChangedEqia(body: FormBody): Result<ChangedEqiaInput, FieldProblem> {
  return parseForm(changedForm, body)
}

/** Reads what is said of a characteristic. */
export function parseEqiaLine(body: FormBody): Result<EqiaLineInput, FieldProblem> {
  return parseForm(lineForm, body)
}

/** Reads what follows from an assessment. */
export function parseFinishEqia(body: FormBody): Result<FinishEqiaInput, FieldProblem> {
  return parseForm(finishForm, body)
}

/** Reads something to be improved. */
export function parseEqiaAction(body: FormBody): Result<EqiaActionInput, FieldProblem> {
  return parseForm(actionForm, body)
}
