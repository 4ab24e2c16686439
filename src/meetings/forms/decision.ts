import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalTime } from '#platform/web/day-fields.ts'
import {
  choice,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { decisionMatters, decisionMethods, decisionTypes } from '../rules/decision.ts'

const decisionForm = z.object({
  item: optionalUuid(),
  type: choice(decisionTypes),
  text: longText(10_000),
  functionKey: optionalText(60),
  matter: choice(decisionMatters),
  referredTo: optionalText(300),
  proposer: optionalText(200),
  seconder: optionalText(200),
  method: choice(decisionMethods),
  consensusSought: ticked(),
  votesFor: optionalWholeNumber(0, 1000),
  votesAgainst: optionalWholeNumber(0, 1000),
  abstained: optionalWholeNumber(0, 1000),
  castingVoteUsed: ticked(),
  minorityView: optionalLongText(5000),
  interests: optionalLongText(5000),
  at: optionalTime(),
  /** Id of the body that decided, or 'each': at a joint meeting only. */
  ofBody: optionalText(40),
})

/** A decision as entered (M9). */
export type DecisionInput = Omit<z.output<typeof decisionForm>, 'ofBody'> & { readonly ofBody?: string | undefined }

/** Reads the form of a decision. */
export function parseDecision(body: FormBody): Result<DecisionInput, FieldProblem> {
  return parseForm(decisionForm, body)
}

/** Reads why a decision is taken back from the record. */
export function parseReason(body: FormBody) {
  return parseForm(z.object({ reason: text(500) }), body)
}
