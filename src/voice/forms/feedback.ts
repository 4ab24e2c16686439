import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  email,
  field,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  ticked,
  uuids,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { feedbackKinds, feedbackOutcomes, senders } from '../rules/feedback.ts'
import { channels } from '../rules/voice.ts'

const ratings = ['1', '2', '3', '4', '5'] as const
/** A mail address, or nothing. */
function optionalEmail() {
  return field<string | undefined>((posted) => {
    if (postedText(posted) === '') return { value: undefined }
    const parsed = email().safeParse(posted)
    return parsed.success ? { value: parsed.data } : { code: 'email-expected' }
  })
}
const sent = {
  whose: choice(senders),
  service: optionalText(200),
  words: longText(10_000),
  rating: optionalChoice(ratings),
  name: optionalText(200),
}
const publicForm = z.object({ kind: choice(['complaint', 'compliment', 'rating', 'appeal']), ...sent, contact: optionalEmail() })
const clerkForm = z.object({
  kind: choice(feedbackKinds),
  ...sent,
  contact: optionalText(254),
  channel: choice(channels),
  receivedOn: day(),
})
const takeForm = z.object({
  verdict: choice(['take', 'set-aside']),
  kind: choice(feedbackKinds),
  service: optionalText(200),
  organisation: optionalUuid(),
  summary: optionalLongText(1000),
  earlier: optionalUuid(),
  rule: optionalUuid(),
  happenedOn: optionalDay(),
  lateBecause: optionalLongText(500),
  owner: optionalUuid(),
  reason: optionalLongText(500),
  version: version(),
})
const extendForm = z.object({ to: day(), because: longText(500), version: version() })
const answerForm = z.object({
  outcome: choice(feedbackOutcomes),
  answer: longText(10_000),
  answeredOn: day(),
  send: optionalChoice(['mail', 'no']),
  version: version(),
})
const learningForm = z.object({
  from: uuids(),
  service: optionalText(200),
  said: longText(1000),
  did: optionalLongText(1000),
  decision: optionalUuid(),
  reason: optionalLongText(1000),
  onDay: day(),
  sight: choice(['draft', 'members', 'public']),
  unknown: ticked(),
})
const numbersForm = z.object({ startsOn: day(), lastDay: day() })

/** What somebody without an account sends. */
export type SentInput = z.output<typeof publicForm>
/** What the clerk takes down for somebody. */
export type TakenDownInput = z.output<typeof clerkForm>
/** What the clerk makes of it. */
export type TakeInput = z.output<typeof takeForm>
/** A later day for an answer, and why. */
export type ExtendInput = z.output<typeof extendForm>
/** What is answered, and what came of it. */
export type FeedbackAnswerInput = z.output<typeof answerForm>
/** What was learned, from which of them. */
export type LearningInput = z.output<typeof learningForm>
/** The period of which numbers are told, by its first and last day. */
export type NumbersInput = z.output<typeof numbersForm>

/** Reads the public form. */
export const parseSent = (body: FormBody): Result<SentInput, FieldProblem> => withRating(parseForm(publicForm, body))
/** Reads what the clerk took down. */
export const parseTakenDown = (body: FormBody): Result<TakenDownInput, FieldProblem> => withRating(parseForm(clerkForm, body))
/** Reads what the clerk makes of it: either it is taken, with what the register needs, or set aside with a reason. */
export function parseTake(body: FormBody): Result<TakeInput, FieldProblem> {
  const parsed = parseForm(takeForm, body)
  if (!parsed.ok) return parsed
  const { verdict, reason, service, summary, kind, rule } = parsed.value
  if (verdict === 'set-aside') return reason === undefined ? fail({ field: 'reason', code: 'required' }) : parsed
  if (service === undefined) return fail({ field: 'service', code: 'required' })
  if (summary === undefined) return fail({ field: 'summary', code: 'required' })
  if ((kind === 'complaint' || kind === 'appeal') && rule === undefined) return fail({ field: 'rule', code: 'rule-missing' })
  return parsed
}
/** Reads a later day. */
export const parseExtend = (body: FormBody): Result<ExtendInput, FieldProblem> => parseForm(extendForm, body)
/** Reads an answer. */
export const parseFeedbackAnswer = (body: FormBody): Result<FeedbackAnswerInput, FieldProblem> => parseForm(answerForm, body)
/** Reads what was learned; before everybody reads it, somebody says that nobody can be known by it. */
export function parseLearning(body: FormBody): Result<LearningInput, FieldProblem> {
  const parsed = parseForm(learningForm, body)
  return parsed.ok && parsed.value.sight === 'public' && !parsed.value.unknown ? fail({ field: 'unknown', code: 'nobody-known' }) : parsed
}
/** Reads a period. */
export const parseNumbers = (body: FormBody): Result<NumbersInput, FieldProblem> => parseForm(numbersForm, body)

function withRating<Value extends { readonly kind: string; readonly rating: string | undefined }>(
  parsed: Result<Value, FieldProblem>,
): Result<Value, FieldProblem> {
  return parsed.ok && parsed.value.kind === 'rating' && parsed.value.rating === undefined
    ? fail({ field: 'rating', code: 'rating-missing' })
    : parsed
}
