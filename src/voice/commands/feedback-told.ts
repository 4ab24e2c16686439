import { findMatters } from '#meetings/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { LearningInput, NumbersInput } from '../forms/feedback.ts'
import type { VoiceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { listFeedback, listFeedbackLines } from '../queries/feedback.ts'
import { findSmallNumberRule } from '../queries/ground.ts'
import { feedbackLines } from '../rules/feedback-numbers.ts'
import { offeredSpan } from './answer.ts'
import { auditVoice } from './keep.ts'

type Needs = Pick<VoiceNeeds, 'db'>
const registerOf = (body: string) => ({ record: 'feedback-register', state: 'any', ties: { body } })

/** Says what a board learned from complaints and compliments, and what was done (S3): a 'You said, we did' of no event and no consultation. */
export async function learnFromFeedback(
  needs: Needs,
  doer: Doer,
  body: string,
  input: LearningInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, registerOf(body), 'keep')
    const { did, reason, decision } = input
    if (did === undefined && reason === undefined) return fail({ field: 'did', code: 'did-or-reason' })
    if (did !== undefined && reason !== undefined) return fail({ field: 'reason', code: 'did-and-reason' })
    if (reason !== undefined && decision !== undefined) return fail({ field: 'decision', code: 'decision-without-did' })
    if (Temporal.PlainDate.compare(input.onDay, doer.today) > 0)
      return fail({ field: 'onDay', code: 'in-the-future', details: { part: 'day' } })
    const own = decision === undefined ? [] : await findMatters(tx, { body, ...offeredSpan(doer.today) })
    if (decision !== undefined && !own.some(({ kind, id }) => kind === 'decision' && id === decision))
      return fail({ field: 'decision', code: 'choice-unknown' })
    const over = (await listFeedback(tx, { body }, doer.today)).filter(({ state }) => state === 'answered' || state === 'noted')
    if (!input.from.every((id) => over.some((one) => one.id === id))) return fail({ field: 'from', code: 'choice-unknown' })
    const id = newId()
    await tx
      .insertInto('voice.answer')
      .values({
        ...{ id, body, of_feedback: true, service: input.service ?? '', said: input.said, did: did ?? '', reason: reason ?? '' },
        ...{ decision: decision ?? null, on_day: input.onDay, sight: input.sight },
      })
      .execute()
    if (input.from.length > 0)
      await tx
        .updateTable('voice.feedback')
        .set((set) => ({ learning: id, version: set('version', '+', 1) }))
        .where('id', 'in', [...input.from])
        .where('body', '=', body)
        .execute()
    await auditVoice(tx, doer, 'learned', id, input)
    return succeed({ id })
  })
}

/** Tells the numbers of a period that is over, once, with small ones merged: no part of it is ever told again. */
export async function publishFeedbackNumbers(
  needs: Needs,
  doer: Doer,
  body: string,
  input: NumbersInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, registerOf(body), 'keep')
    const endsOn = input.lastDay.add({ days: 1 })
    const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0
    if (!isBefore(input.startsOn, endsOn)) return fail({ field: 'lastDay', code: 'ends-before-it-begins' })
    if (isBefore(doer.today, endsOn)) return fail({ field: 'lastDay', code: 'period-not-over' })
    const told = await listFeedbackLines(tx, body)
    if (told.some((line) => isBefore(line.startsOn, endsOn) && isBefore(input.startsOn, line.endsOn)))
      return fail({ field: 'startsOn', code: 'period-told' })
    const all = (await listFeedback(tx, { body }, doer.today)).filter(
      ({ state, receivedOn }) => !isBefore(receivedOn, input.startsOn) && isBefore(receivedOn, endsOn) && state !== 'set-aside',
    )
    if (all.some(({ state }) => state === 'received')) return fail({ field: '', code: 'not-looked-at' })
    const { fewest } = await findSmallNumberRule(tx, doer.today)
    const lines = feedbackLines(
      all.map(({ organisationName, ...one }) => ({ ...one, provider: organisationName })),
      fewest,
    )
    await tx
      .insertInto('voice.feedback_line')
      .values(
        lines.map(({ average, ...line }, index) => ({
          ...{ ...line, average: average === null ? null : String(average) },
          ...{ body, starts_on: input.startsOn, ends_on: endsOn, position: index + 1, published_at: doer.now },
        })),
      )
      .execute()
    await auditVoice(tx, doer, 'feedback-numbers-published', body, input)
    return succeed(null)
  })
}

/** Forgets what was sent, by whom, and what was answered, once its rule says so: the register keeps what it was about. Asked once a day, as the system. */
export async function forgetFeedback(needs: { readonly db: Database }, now: Temporal.Instant): Promise<number> {
  const today = dayOf(now)
  return writeAs(needs.db, { actor: SYSTEM_ACTOR, now, today }, async (tx) => {
    const over = await tx
      .selectFrom('voice.feedback as f')
      .innerJoin('voice.feedback_matter as m', 'm.feedback', 'f.id')
      .leftJoin('voice.feedback_rule as r', 'r.id', 'f.rule')
      .select(['f.id', 'f.received_on as receivedOn', 'f.answered_on as answeredOn', 'r.forget_months as months'])
      .where('f.state', 'in', ['answered', 'noted', 'set-aside'])
      .execute()
    // What needs no answer is kept as long as what is quickest to be forgotten.
    const { least } = await tx
      .selectFrom('voice.feedback_rule')
      .select((select) => select.fn.min('forget_months').as('least'))
      .where('starts_on', '<=', today)
      .executeTakeFirstOrThrow()
    const old = over.filter(({ receivedOn, answeredOn, months }) => {
      const until = (answeredOn ?? receivedOn).add({ months: months ?? least ?? 0 })
      return Temporal.PlainDate.compare(until, today) <= 0
    })
    if (old.length === 0) return 0
    const ids = old.map(({ id }) => id)
    await tx.deleteFrom('voice.feedback_matter').where('feedback', 'in', ids).execute()
    return ids.length
  })
}
