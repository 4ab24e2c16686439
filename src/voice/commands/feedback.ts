import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { isWorkingDay } from '#governance/public.ts'
import { findBodyById, findCalendar, listOrganisationsOn, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ExtendInput, FeedbackAnswerInput, SentInput, TakeInput, TakenDownInput } from '../forms/feedback.ts'
import type { VoiceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type Feedback, findFeedback, findMatter, guardedFeedback, listBringingRules, listFeedbackRules } from '../queries/feedback.ts'
import { type BringingRule, broughtLate, lastDayToBring } from '../rules/bringing.ts'
import { addressLeft, feedbackDeadlines, refuseExtension } from '../rules/feedback.ts'
import { answerMail } from '../words/feedback.ts'
import { auditVoice } from './keep.ts'

type Needs = Pick<VoiceNeeds, 'db'>

/** What may wait of one board to be looked at: no people send so much, and a disk is not endless. */
const MOST_WAITING = 1_000
/** Letters and digits that nobody takes for each other when they read them out. */
const readable = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A reference that nobody can guess: it says nothing of who sent something, nor how many did before. */
function newReference(): string {
  const four = () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('')
  return `F-${four()}-${four()}`
}

/** Takes what somebody without an account sends to a board; nothing of it is published, and nobody reads it but those who settle it (S3). */
export async function sendFeedback(
  needs: Needs,
  visitor: Acting,
  body: string,
  input: SentInput,
): Promise<Result<{ readonly reference: string }, FieldProblem>> {
  const machine = { actor: SYSTEM_ACTOR, now: visitor.now, today: dayOf(visitor.now) }
  return writeAs(needs.db, machine, async (tx) => {
    // One at a time, or many posts at once would each see room for themselves.
    await sql`select pg_advisory_xact_lock(hashtextextended('voice-feedback', 0))`.execute(tx)
    const { n } = await tx
      .selectFrom('voice.feedback')
      .select((select) => select.fn.countAll<bigint>().as('n'))
      .where('body', '=', body)
      .where('state', '=', 'received')
      .executeTakeFirstOrThrow()
    if (Number(n) >= MOST_WAITING) return fail({ field: '', code: 'feedback-busy' })
    const kept = await keepSent(tx, body, { ...input, channel: 'online', receivedOn: machine.today })
    await auditVoice(tx, machine, 'feedback-sent', kept.id, {})
    return succeed(kept)
  })
}

/** Takes down what somebody said, wrote or rang up about (S3). */
export async function takeDownFeedback(
  needs: Needs,
  doer: Doer,
  body: string,
  input: TakenDownInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'feedback-register', state: 'any', ties: { body } }, 'keep')
    if (Temporal.PlainDate.compare(input.receivedOn, doer.today) > 0)
      return fail({ field: 'receivedOn', code: 'in-the-future', details: { part: 'day' } })
    const kept = await keepSent(tx, body, input)
    await auditVoice(tx, doer, 'feedback-taken-down', kept.id, {})
    return succeed(kept)
  })
}

async function keepSent(tx: Writer, body: string, input: TakenDownInput): Promise<{ readonly id: string; readonly reference: string }> {
  const [id, reference] = [newId(), newReference()]
  const { kind, whose, channel, receivedOn, service, rating, words, name, contact } = input
  await tx
    .insertInto('voice.feedback')
    .values({
      ...{ id, body, reference, kind, whose, channel, received_on: receivedOn, service: service ?? '' },
      rating: rating === undefined ? null : Number(rating),
    })
    .execute()
  await tx
    .insertInto('voice.feedback_matter')
    .values({ feedback: id, body, words, name: name ?? '', contact: contact ?? '' })
    .execute()
  return { id, reference }
}

/** Takes one step of one of them: finds it, asks the matrix, refuses a stale version. */
async function step(
  needs: Needs,
  doer: Doer,
  of: { readonly id: string; readonly version: number; readonly verb: 'keep' | 'answer'; readonly act: string },
  work: (tx: Writer, found: Feedback) => Promise<Result<null, FieldProblem>>,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findFeedback(tx, of.id, doer.today)
    await demand(tx, doer, guardedFeedback(found), of.verb)
    if (found.version !== of.version) throw new Conflict('Somebody else saved first.')
    const done = await work(tx, found)
    if (done.ok) await auditVoice(tx, doer, of.act, of.id, { version: of.version })
    return done
  })
}

async function save(tx: Writer, { id, version }: Feedback, columns: object): Promise<Result<null, FieldProblem>> {
  const saved = await tx
    .updateTable('voice.feedback')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
  return succeed(null)
}

/** Says of a day whether it is a working day of a board's own calendar. */
async function workingDays(tx: Reader, body: string, day: Temporal.PlainDate) {
  const record = await findBodyById(tx, body, day)
  const calendar = await findCalendar(tx, record?.settings?.holidayDivision ?? 'england-and-wales')
  return (one: Temporal.PlainDate) => isWorkingDay(calendar, one)
}

/** Takes what was sent to the register, with its deadlines by the rule of the day it was received; or sets it aside with a reason (S3). */
export async function takeFeedback(needs: Needs, doer: Doer, id: string, input: TakeInput): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { id, version: input.version, verb: 'keep', act: `feedback-${input.verdict}` }, async (tx, found) => {
    if (found.state !== 'received' && found.state !== 'open') return fail({ field: '', code: 'feedback-over' })
    if (input.verdict === 'set-aside')
      return save(tx, found, { state: 'set-aside', set_aside_because: input.reason, happened_on: input.happenedOn ?? null })
    const problem = await takeProblem(tx, doer, found, input)
    if (problem) return fail(problem)
    const isAnswered = input.kind === 'complaint' || input.kind === 'appeal'
    const common = {
      ...{ kind: input.kind, service: input.service, organisation: input.organisation ?? null, summary: input.summary },
      ...{ earlier: input.earlier ?? null, owner: isAnswered ? (input.owner ?? null) : null },
      ...{ happened_on: input.happenedOn ?? null, late_because: '' },
    }
    if (!isAnswered) return save(tx, found, { ...common, state: 'noted', rule: null, acknowledge_by: null, due_on: null })
    const rule = (await listFeedbackRules(tx, found.receivedOn)).find((one) => one.id === input.rule)
    if (!rule) return fail({ field: 'rule', code: 'choice-unknown' })
    const late = broughtLate(
      { receivedOn: found.receivedOn, happenedOn: input.happenedOn ?? null },
      rule,
      await listBringingRules(tx, found.receivedOn),
    )
    if (late && input.lateBecause === undefined) return fail(lateProblem(late, input.happenedOn ?? found.receivedOn))
    const open = { ...common, late_because: late ? input.lateBecause : '', state: 'open' }
    // A day that was moved stays moved under the same rule.
    if (found.rule?.id === rule.id && found.extendedBecause !== '') return save(tx, found, open)
    const { acknowledgeBy, dueOn } = feedbackDeadlines(found.receivedOn, rule, await workingDays(tx, found.body, doer.today))
    if (dueOn === undefined) return fail({ field: 'rule', code: 'calendar-not-known' })
    const due = { rule: rule.id, acknowledge_by: acknowledgeBy ?? null, due_on: dueOn, extended_because: '' }
    return save(tx, found, { ...open, ...due })
  })
}

/** What came late is asked about: by which rule, and since when. */
function lateProblem(rule: BringingRule, happenedOn: Temporal.PlainDate): FieldProblem {
  const last = dayInWords(lastDayToBring(happenedOn, rule))
  return { field: 'lateBecause', code: 'brought-late', details: { last, months: rule.months, source: rule.source } }
}

async function takeProblem(tx: Writer, doer: Doer, found: Feedback, input: TakeInput): Promise<FieldProblem | undefined> {
  const { organisation, owner, earlier, kind, happenedOn } = input
  if (happenedOn !== undefined && Temporal.PlainDate.compare(happenedOn, found.receivedOn) > 0)
    return { field: 'happenedOn', code: 'happened-after', details: { part: 'day' } }
  if (kind === 'rating' && found.rating === null) return { field: 'kind', code: 'rating-missing' }
  if (organisation !== undefined && !(await listOrganisationsOn(tx, doer.today)).some(({ id }) => id === organisation))
    return { field: 'organisation', code: 'choice-unknown' }
  if (owner !== undefined && !(await listPeopleWhoSignIn(tx)).some(({ id }) => id === owner))
    return { field: 'owner', code: 'choice-unknown' }
  if (earlier === undefined) return undefined
  const before = await findFeedback(tx, earlier, doer.today).catch(() => undefined)
  return before?.body === found.body && before.state === 'answered' && before.id !== found.id
    ? undefined
    : { field: 'earlier', code: 'choice-unknown' }
}

/** Records that whoever complained was told that it came. */
export async function acknowledgeFeedback(needs: Needs, doer: Doer, id: string, version: number): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { id, version, verb: 'answer', act: 'feedback-acknowledged' }, async (tx, found) =>
    found.state === 'open' && found.acknowledgedOn === null
      ? save(tx, found, { acknowledged_on: doer.today })
      : fail({ field: '', code: 'feedback-over' }),
  )
}

/** Moves the day of an answer as far as the rule allows, and says why. */
export async function extendFeedback(needs: Needs, doer: Doer, id: string, input: ExtendInput): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { id, version: input.version, verb: 'keep', act: 'feedback-extended' }, async (tx, found) => {
    if (found.state !== 'open' || !found.rule || !found.dueOn) return fail({ field: '', code: 'feedback-over' })
    const facts = { receivedOn: found.receivedOn, dueOn: found.dueOn, to: input.to }
    const refusal = refuseExtension(facts, found.rule, await workingDays(tx, found.body, doer.today))
    if (refusal) return fail({ field: refusal === 'no-extension' ? '' : 'to', code: refusal })
    return save(tx, found, { due_on: input.to, extended_because: input.because })
  })
}

/**
 * Answers a complaint or an appeal, and says what came of it; the answer stays with the clerk and whoever gave it. Where an address was left and the answer is to be
 * mailed, it goes there and nowhere else, with the same transaction, and what was sent is kept word for word.
 */
export async function answerFeedback(
  needs: Pick<VoiceNeeds, 'db' | 'outbox'>,
  doer: Doer,
  id: string,
  input: FeedbackAnswerInput,
): Promise<Result<null, FieldProblem>> {
  return step(needs, doer, { id, version: input.version, verb: 'answer', act: 'feedback-answered' }, async (tx, found) => {
    if (found.state !== 'open') return fail({ field: '', code: 'feedback-over' })
    if (Temporal.PlainDate.compare(input.answeredOn, doer.today) > 0)
      return fail({ field: 'answeredOn', code: 'in-the-future', details: { part: 'day' } })
    if (Temporal.PlainDate.compare(input.answeredOn, found.receivedOn) < 0) return fail({ field: 'answeredOn', code: 'before-it-came' })
    const address = addressLeft((await findMatter(tx, id))?.contact ?? '')
    if (address !== undefined && input.send === undefined) return fail({ field: 'send', code: 'choice-missing' })
    await tx.updateTable('voice.feedback_matter').set({ answer: input.answer }).where('feedback', '=', id).execute()
    if (address !== undefined && input.send === 'mail') await mailAnswer(needs, tx, doer, found, { address, answer: input.answer })
    return save(tx, found, { state: 'answered', answered_on: input.answeredOn, outcome: input.outcome })
  })
}

async function mailAnswer(
  { outbox }: Pick<VoiceNeeds, 'outbox'>,
  tx: Writer,
  doer: Doer,
  { id, body, kind, reference }: Feedback,
  { address, answer }: { readonly address: string; readonly answer: string },
): Promise<void> {
  const board = (await findBodyById(tx, body, doer.today))?.name ?? 'The board'
  const words = answerMail({ kind, reference, board, answer })
  const delivery = await sendLater(outbox, tx, { to: address, ...words, about: { type: 'feedback', id } })
  await tx
    .insertInto('voice.feedback_mail')
    .values({ feedback: id, body, delivery, recipient: address, ...words, sent_at: doer.now })
    .execute()
}
