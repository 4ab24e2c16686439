import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalLongText, optionalText, optionalUuid, parseForm, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const askForm = z.object({ board: uuid(), sight: choice(['members', 'public']), version: version() })
const settleForm = z.object({
  answer: choice(['approved', 'approved-with-changes', 'referred-back']),
  decision: optionalUuid(),
  words: optionalLongText(4000),
  decidedOn: optionalDay(),
  version: version(),
})
const opinionForm = z.object({
  rule: optionalUuid(),
  consultee: optionalText(200),
  givenOn: day(),
  text: longText(8000),
  changedBecause: optionalLongText(4000),
})

/** Which board is asked, and who may know of the version from now on. */
export type AskInput = z.output<typeof askForm>
/** What a board said, and by which decision. */
export type SettleInput = z.output<typeof settleForm>
/** An opinion: by a rule, or of somebody who is named. */
export type OpinionInput = z.output<typeof opinionForm>

/** Reads to which board a version is put. */
export function parseAsk(body: FormBody): Result<AskInput, FieldProblem> {
  return parseForm(askForm, body)
}

/** Reads what a board said. */
export function parseSettle(body: FormBody): Result<SettleInput, FieldProblem> {
  return parseForm(settleForm, body)
}

/** Reads an opinion. */
export function parseOpinion(body: FormBody): Result<OpinionInput, FieldProblem> {
  return parseForm(opinionForm, body)
}
