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
  uuids,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { ratificationAnswers, ratificationPurposes, ratificationRules } from '../rules/ratification.ts'

const askForm = z.object({
  purpose: choice(ratificationPurposes),
  partners: uuids(),
  rule: choice(ratificationRules),
  needed: optionalWholeNumber(1, 500),
  class: optionalText(100),
  dueOn: day(),
  startsOn: optionalDay(),
  /** 0: nobody was asked before. */
  version: wholeNumber(0, 1_000_000),
})

/** Who is asked to take a decision home, and by which rule. */
export type AskInput = z.output<typeof askForm>

/** Reads the form that asks partners. */
export function parseAsk(body: FormBody): Result<AskInput, FieldProblem> {
  return parseForm(askForm, body)
}

const answerForm = z.object({
  answer: choice(ratificationAnswers),
  ownBody: text(200),
  answeredOn: day(),
  reference: optionalText(300),
  words: optionalLongText(10_000),
  evidence: optionalText(500),
  version: version(),
})

/** What a partner says. */
export type AnswerInput = z.output<typeof answerForm>

/** Reads a partner's answer. */
export function parseAnswer(body: FormBody): Result<AnswerInput, FieldProblem> {
  return parseForm(answerForm, body)
}

const textForm = z.object({ text: longText(10_000), reason: text(500), takesUp: optionalUuid(), version: version() })

/** Changed words that are put to all partners. */
export type TextInput = z.output<typeof textForm>

/** Reads changed words. */
export function parseText(body: FormBody): Result<TextInput, FieldProblem> {
  return parseForm(textForm, body)
}
