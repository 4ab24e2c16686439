import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  longText,
  optionalLongText,
  optionalText,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const planForm = z.object({
  title: text(200),
  reference: optionalText(40),
  summary: optionalLongText(4000),
  startsOn: optionalDay(),
  lastDay: optionalDay(),
  reviewMonths: optionalWholeNumber(1, 60),
})
const newPlanForm = planForm.extend({ type: text(60) })
const changedPlanForm = planForm.extend({ version: version() })
const reviseForm = z.object({ reason: longText(500), significant: ticked() })
const shownForm = z.object({ sight: choice(['members', 'public']), version: version() })
const publishForm = z.object({ publishedOn: day(), sight: choice(['members', 'public']), version: version() })
const closeForm = z.object({ reason: longText(500), version: version() })

/** What a plan says of itself; `lastDay` is the last day that it is for. */
export type PlanInput = z.output<typeof planForm>
/** The same with its kind. */
export type NewPlanInput = z.output<typeof newPlanForm>
/** The same with the version that the form was made from. */
export type ChangedPlanInput = z.output<typeof changedPlanForm>
/** Why there is a new version, and whether it changes what was promised. */
export type ReviseInput = z.output<typeof reviseForm>
/** Who may know of a version. */
export type ShownInput = z.output<typeof shownForm>
/** From when a version is in force, and who may know of it. */
export type PublishInput = z.output<typeof publishForm>
/** Why a plan is closed or dropped. */
export type CloseInput = z.output<typeof closeForm>

/** Reads the form of a new plan. */
export function parseNewPlan(body: FormBody): Result<NewPlanInput, FieldProblem> {
  return parseForm(newPlanForm, body)
}

/** Reads the form of a plan's details. */
export function parsePlan(body: FormBody): Result<ChangedPlanInput, FieldProblem> {
  return parseForm(changedPlanForm, body)
}

/** Reads why a new version is written. */
export function parseRevise(body: FormBody): Result<ReviseInput, FieldProblem> {
  return parseForm(reviseForm, body)
}

/** Reads who may know of a version that goes out. */
export function parseShown(body: FormBody): Result<ShownInput, FieldProblem> {
  return parseForm(shownForm, body)
}

/** Reads from when a version is in force. */
export function parsePublish(body: FormBody): Result<PublishInput, FieldProblem> {
  return parseForm(publishForm, body)
}

/** Reads why a plan is closed, or a version dropped. */
export function parseClose(body: FormBody): Result<CloseInput, FieldProblem> {
  return parseForm(closeForm, body)
}
