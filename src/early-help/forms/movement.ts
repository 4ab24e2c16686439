import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  email,
  field,
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  uuid,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { transitionDecisions, transitionKinds } from '../rules/movement.ts'

const proposeForm = z.object({
  kind: choice(transitionKinds),
  target: optionalUuid(),
  targetName: optionalText(200),
  toTier: optionalText(40),
  words: longText(50_000),
  agrees: choice(['yes', 'no']),
  withoutBecause: optionalLongText(2000),
  proposedOn: day(),
})
const linkForm = z.object({ mail: email() })
const channelForm = z.object({ channel: choice(['link', 'paper']), mail: optionalText(254) })
const decideForm = z.object({ decision: choice(transitionDecisions), reason: optionalLongText(4000), name: text(200) })
const disputeForm = z.object({ because: longText(4000) })
const settlementForm = z.object({ settledAs: choice(['stands', 'again']), settlement: longText(4000) })
const disputeRuleForm = z.object({ whom: text(200), days: wholeNumber(1, 60), startsOn: day(), source: text(500) })
const tierForm = z.object({ tier: text(40), startsOn: day(), because: longText(2000) })
/** A level of today's thresholds by its number; of others with the day from which they held before it: '2010-01-01/3'. */
const levelChoice = field((posted) => {
  const [, of, level] = /^(?:(\d{4}-\d\d-\d\d)\/)?([1-9])$/.exec(postedText(posted)) ?? []
  return level === undefined ? { code: 'required' } : { value: { level: Number(level), of } }
})
const levelForm = z
  .object({ level: levelChoice, reason: longText(4000), assessedOn: day() })
  .transform(({ level, ...rest }) => ({ ...rest, ...level }))
const pauseForm = z.object({ startsOn: day(), endsOn: optionalDay(), because: longText(2000) })
const adulthoodForm = z.object({
  person: uuid(),
  service: text(200),
  askedOn: day(),
  answer: optionalChoice(['accepted', 'declined', 'asked-more', 'not-needed']),
  answeredOn: optionalDay(),
  answeredBy: optionalText(200),
  words: optionalLongText(4000),
})
const adviceForm = z.object({
  episode: optionalUuid(),
  agency: uuid(),
  askedOn: day(),
  askedBy: text(200),
  question: longText(4000),
  answer: longText(4000),
})

/** A transition that is proposed. */
export type ProposeInput = z.output<typeof proposeForm>
/** How it goes to somebody without an account. */
export type ChannelInput = z.output<typeof channelForm>
/** What was answered, why, and by whom. */
export type DecideInput = z.output<typeof decideForm>
/** Why one does not agree with an answer, and whom one asks next. */
export type DisputeInput = z.output<typeof disputeForm>
/** How a disagreement was settled. */
export type SettlementInput = z.output<typeof settlementForm>
/** Who settles disagreements, from a day on. */
export type DisputeRuleInput = z.output<typeof disputeRuleForm>
/** A tier from a day on. */
export type TierInput = z.output<typeof tierForm>
/** A level of need on a day; `of`: from which day the thresholds hold of which it is, where they are not today's. */
export type LevelInput = z.output<typeof levelForm>
/** A time in which nothing is done. */
export type PauseInput = z.output<typeof pauseForm>
/** The service after 18, and its answer. */
export type AdulthoodInput = z.output<typeof adulthoodForm>
/** Advice asked and given. */
export type AdviceInput = z.output<typeof adviceForm>

/** Reads a transition: it goes to one agency, and without the family's agreement it says why. */
export function parsePropose(body: FormBody): Result<ProposeInput, FieldProblem> {
  const parsed = parseForm(proposeForm, body)
  if (!parsed.ok) return parsed
  const { kind, target, targetName, toTier, agrees, withoutBecause } = parsed.value
  if ((target === undefined) === (targetName === undefined)) return fail({ field: 'targetName', code: 'one-target' })
  if (kind.startsWith('step-') !== (toTier !== undefined)) return fail({ field: 'toTier', code: 'tier-of-step' })
  if (agrees === 'no' && withoutBecause === undefined) return fail({ field: 'withoutBecause', code: 'without-why' })
  return parsed
}
/** Reads how it goes out; a link needs an address. */
export function parseChannel(body: FormBody): Result<ChannelInput, FieldProblem> {
  const parsed = parseForm(channelForm, body)
  if (!parsed.ok || parsed.value.channel === 'paper') return parsed
  const mail = parseForm(linkForm, body)
  return mail.ok ? { ok: true, value: { channel: 'link', mail: mail.value.mail } } : mail
}
/** Reads an answer; whoever returns or declines says why. */
export function parseDecide(body: FormBody): Result<DecideInput, FieldProblem> {
  const parsed = parseForm(decideForm, body)
  return parsed.ok && parsed.value.decision !== 'accepted' && parsed.value.reason === undefined
    ? fail({ field: 'reason', code: 'answer-why' })
    : parsed
}
/** Reads why one does not agree. */
export const parseDispute = formOf(disputeForm)
/** Reads how a disagreement was settled. */
export const parseSettlement = formOf(settlementForm)
/** Reads who settles disagreements. */
export const parseDisputeRule = formOf(disputeRuleForm)
/** Reads a tier. */
export const parseTier = formOf(tierForm)
/** Reads a level of need. */
export const parseLevel = formOf(levelForm)
/** Reads a pause; it ends after it begins. */
export function parsePause(body: FormBody): Result<PauseInput, FieldProblem> {
  const parsed = parseForm(pauseForm, body)
  if (parsed.ok && parsed.value.endsOn && Temporal.PlainDate.compare(parsed.value.endsOn, parsed.value.startsOn) <= 0)
    return fail({ field: 'endsOn', code: 'ends-before' })
  return parsed
}
/** Reads the service after 18; an answer has a day and a name. */
export function parseAdulthood(body: FormBody): Result<AdulthoodInput, FieldProblem> {
  const parsed = parseForm(adulthoodForm, body)
  if (!parsed.ok) return parsed
  const { answer, answeredOn, answeredBy } = parsed.value
  if (answer && !answeredOn) return fail({ field: 'answeredOn', code: 'answer-day' })
  if (answer && !answeredBy) return fail({ field: 'answeredBy', code: 'answer-who' })
  return parsed
}
/** Reads advice. */
export const parseAdvice = formOf(adviceForm)
