import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day, optionalDay, optionalTime } from '#platform/web/day-fields.ts'
import {
  choice,
  email,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  ticked,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { memberKinds, publicKinds, ruledKinds } from '../rules/submission.ts'

const shared = { title: optionalText(200), text: longText(10_000), withheld: ticked(), signatures: optionalWholeNumber(0, 100_000_000) }
const publicForm = z.object({ kind: choice(publicKinds), ...shared, name: text(200), email: email() })
const memberForm = z.object({ kind: choice(memberKinds), ...shared, item: optionalUuid() })
const clerkForm = z.object({
  kind: choice(ruledKinds),
  ...shared,
  name: text(200),
  email: optionalText(254),
  receivedOn: optionalDay(),
  receivedAt: optionalTime(),
})

/** What somebody without an account sends (M13). */
export type PublicSubmission = z.output<typeof publicForm>
/** What a member brings. */
export type MemberSubmission = z.output<typeof memberForm>
/** What the clerk takes down for somebody. */
export type ClerkSubmission = z.output<typeof clerkForm>

/** Reads the public form. */
export function parsePublicSubmission(body: FormBody): Result<PublicSubmission, FieldProblem> {
  return checked(parseForm(publicForm, body))
}

/** Reads a member's form; a declaration of the whip is about an item. */
export function parseMemberSubmission(body: FormBody): Result<MemberSubmission, FieldProblem> {
  const parsed = checked(parseForm(memberForm, body))
  if (parsed.ok && parsed.value.kind === 'whip' && parsed.value.item === undefined)
    return fail({ field: 'item', code: 'whip-item-missing' })
  return parsed
}

/** Reads what the clerk took down. */
export function parseClerkSubmission(body: FormBody): Result<ClerkSubmission, FieldProblem> {
  return checked(parseForm(clerkForm, body))
}

function checked<Value extends { readonly kind: string; readonly signatures: number | undefined }>(
  parsed: Result<Value, FieldProblem>,
): Result<Value, FieldProblem> {
  if (!parsed.ok || parsed.value.kind === 'petition' || parsed.value.signatures === undefined) return parsed
  return fail({ field: 'signatures', code: 'signatures-for-petitions' })
}

const settleForm = z.object({
  verdict: choice(['accept', 'refuse']),
  reason: optionalLongText(1000),
  item: optionalUuid(),
  shownName: optionalText(200),
  version: version(),
})
/** Whether something is accepted, and where it stands. */
export type SettleInput = z.output<typeof settleForm>

/** Reads whether something is accepted; a refusal says why. */
export function parseSettle(body: FormBody): Result<SettleInput, FieldProblem> {
  const parsed = parseForm(settleForm, body)
  if (parsed.ok && parsed.value.verdict === 'refuse' && parsed.value.reason === undefined)
    return fail({ field: 'reason', code: 'required' })
  return parsed
}

const answerForm = z.object({
  answerKind: choice(['oral', 'written', 'later']),
  answer: optionalLongText(20_000),
  answeredBy: optionalText(200),
  answerDue: optionalDay(),
  supplementary: optionalLongText(5000),
  supplementaryAnswer: optionalLongText(10_000),
  decision: optionalUuid(),
  action: optionalUuid(),
  version: version(),
})
/** How something is answered. */
export type AnswerInput = z.output<typeof answerForm>

/** Reads an answer; one that comes later says by when. */
export function parseAnswer(body: FormBody): Result<AnswerInput, FieldProblem> {
  const parsed = parseForm(answerForm, body)
  if (!parsed.ok) return parsed
  const { answerKind, answer, answerDue } = parsed.value
  return answerKind === 'later' && answer === undefined && answerDue === undefined
    ? fail({ field: 'answerDue', code: 'answer-day-missing' })
    : parsed
}

/** Reads why something is withdrawn. */
export function parseSubmissionWithdrawal(body: FormBody) {
  return parseForm(z.object({ reason: text(500), version: version() }), body)
}

const ruleForm = z.object({
  kind: choice(ruledKinds),
  taken: choice(['yes', 'no']),
  mode: optionalChoice(['calendar', 'clear-calendar', 'working', 'clear-working']),
  days: optionalWholeNumber(0, 365),
  cutOff: optionalTime(),
  mostWords: optionalWholeNumber(1, 10_000),
  signaturesToAnswer: optionalWholeNumber(1, 100_000_000),
  signaturesToDebate: optionalWholeNumber(1, 100_000_000),
  source: text(500),
  startsOn: day(),
})
/** A rule on what people bring, as entered. */
export type RuleInput = z.output<typeof ruleForm>

/** Reads a rule; days are counted in one way, and signatures are of petitions. */
export function parseSubmissionRule(body: FormBody): Result<RuleInput, FieldProblem> {
  const parsed = parseForm(ruleForm, body)
  if (!parsed.ok) return parsed
  const { mode, days, kind, signaturesToAnswer, signaturesToDebate } = parsed.value
  if ((mode === undefined) !== (days === undefined)) return fail({ field: mode === undefined ? 'mode' : 'days', code: 'rule-days-missing' })
  if (kind !== 'petition' && signaturesToAnswer !== undefined)
    return fail({ field: 'signaturesToAnswer', code: 'signatures-for-petitions' })
  if (kind !== 'petition' && signaturesToDebate !== undefined)
    return fail({ field: 'signaturesToDebate', code: 'signatures-for-petitions' })
  return parsed
}
