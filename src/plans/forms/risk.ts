import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalLongText, optionalText, parseForm, text, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const riskForm = z.object({
  title: text(200),
  cause: optionalLongText(2000),
  event: longText(2000),
  effect: optionalLongText(2000),
  owner: optionalText(200),
  threatens: optionalText(80),
  actions: uuids(),
  reviewOn: optionalDay(),
  sight: choice(['draft', 'members', 'public']),
})
const changedForm = riskForm.extend({ version: version() })
const placeText = /^[1-9]x[1-9]$/
const place = z.object({ before: text(3), after: optionalText(3), onDay: day(), why: optionalLongText(1000) })
const closeForm = z.object({ closedOn: day(), reason: longText(500), version: version() })

/** What a risk is; `owner` a name, `threatens` a plan or a priority as `riskTarget` writes it. */
export type RiskInput = z.output<typeof riskForm>
/** The same with the version that the form was made from. */
export type ChangedRiskInput = z.output<typeof changedForm>
/** A score: places as '3x4', likelihood first. */
export type ScoreInput = z.output<typeof place>
/** When and why a risk is closed. */
export type CloseRiskInput = z.output<typeof closeForm>

/** Reads the form of a new risk. */
export function parseRisk(body: FormBody): Result<RiskInput, FieldProblem> {
  return parseForm(riskForm, body)
}

/** Reads the form of a risk that is changed. */
export function parseChangedRisk(body: FormBody): Result<ChangedRiskInput, FieldProblem> {
  return parseForm(changedForm, body)
}

/** Reads a score. */
export function parseScore(body: FormBody): Result<ScoreInput, FieldProblem> {
  return parseForm(place, body)
}

/** Reads why a risk is closed. */
export function parseCloseRisk(body: FormBody): Result<CloseRiskInput, FieldProblem> {
  return parseForm(closeForm, body)
}

/** A place in words of the form: '3x4', likelihood first; undefined where it is none. */
export function readPlace(words: string): { readonly likelihood: number; readonly impact: number } | undefined {
  return placeText.test(words) ? { likelihood: Number(words[0]), impact: Number(words[2]) } : undefined
}
