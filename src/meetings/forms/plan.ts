import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import {
  choice,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  uuids,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { planPurposes } from '../rules/plan.ts'

const planForm = z.object({
  title: text(200),
  summary: optionalLongText(2000),
  lead: optionalText(200),
  purpose: choice(planPurposes),
  minutes: optionalWholeNumber(1, 600),
  meeting: optionalUuid(),
})

/** What is asked of an item of the forward plan (M1); `meeting` is the one it is meant for, `minutes` how long it is to take. */
export type PlanInput = z.output<typeof planForm>

/** Reads the form for a new item. */
export function parsePlanItem(body: FormBody): Result<PlanInput, FieldProblem> {
  return parseForm(planForm, body)
}

/** Reads the form that changes an item. */
export function parsePlanChange(body: FormBody): Result<PlanInput & { readonly version: number }, FieldProblem> {
  return parseForm(planForm.extend({ version: version() }), body)
}

/** Reads the move of an item to another meeting, or to none. */
export function parsePlanMove(
  body: FormBody,
): Result<{ readonly meeting: string | undefined; readonly reason: string | undefined; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ meeting: optionalUuid(), reason: optionalText(500), version: version() }), body)
}

/** Reads which items of the plan are to be shown to everybody. */
export function parsePlanShowing(body: FormBody): Result<{ readonly items: readonly string[] }, FieldProblem> {
  return parseForm(z.object({ items: uuids() }), body)
}

/** Reads a refusal or withdrawal, which need a reason. */
export function parsePlanReason(body: FormBody): Result<{ readonly reason: string; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ reason: longText(500), version: version() }), body)
}
