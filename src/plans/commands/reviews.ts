import { findPeopleToTell } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CloseReviewInput, OpenReviewInput } from '../forms/review.ts'
import type { PlansNeeds } from '../needs.ts'
import type { PlanHead } from '../queries/plans.ts'
import { findAsks, findRounds, type ReviewAsk, type ReviewRound } from '../queries/reviews.ts'
import { findRows } from '../queries/rows.ts'
import { whomToAsk } from '../rules/review.ts'
import { reviewMail } from '../words/review.ts'
import { auditPlan, holdPlan } from './draft.ts'

type Needs = Pick<PlansNeeds, 'db' | 'outbox' | 'config'>

/** Opens a review of a plan that is in force, and asks everybody who leads something that is open, by mail where they have an address (P2). */
export async function openReview(
  needs: Needs,
  doer: Doer,
  plan: string,
  input: OpenReviewInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const inForce = (await holdPlan(tx, doer, plan)).find(({ state }) => state === 'published')
    if (!inForce) return fail({ field: '', code: 'not-in-force' })
    if (Temporal.PlainDate.compare(input.dueOn, doer.today) < 0)
      return fail({ field: 'dueOn', code: 'in-the-past', details: { part: 'day' } })
    const rounds = await findRounds(tx, plan)
    if (rounds.some(({ closedOn }) => closedOn === null)) return fail({ field: '', code: 'review-open' })
    const { asks } = whomToAsk((await findRows(tx, inForce.version)).actions)
    if (asks.length === 0) return fail({ field: '', code: 'nobody-to-ask' })
    const id = newId()
    const of = { plan, body: inForce.body }
    await tx
      .insertInto('plans.review_round')
      .values({ id, ...of, number: (rounds[0]?.number ?? 0) + 1, opened_on: doer.today, due_on: input.dueOn })
      .execute()
    await tx
      .insertInto('plans.review_ask')
      .values(asks.map((ask) => ({ id: newId(), round: id, ...of, ...ask })))
      .execute()
    await mailAsks(needs, tx, doer, { head: inForce, round: { id, dueOn: input.dueOn }, asks: await findAsks(tx, id), isChase: false })
    await auditPlan(tx, doer, 'review-opened', plan, { id, input })
    return succeed({ id })
  })
}

/** Asks again whoever has not answered. */
export async function chaseReview(needs: Needs, doer: Doer, round: ReviewRound): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const head = await holdOpen(tx, doer, round)
    const asks = (await findAsks(tx, round.id)).filter(({ answeredAt }) => answeredAt === null)
    if (asks.length === 0) return fail({ field: '', code: 'all-answered' })
    await mailAsks(needs, tx, doer, { head, round, asks, isChase: true })
    await auditPlan(tx, doer, 'review-chased', round.plan, { round: round.id, asked: asks.length })
    return succeed(null)
  })
}

/** Closes a review with what the board is told of it. What was not answered stays not answered. */
export async function closeReview(
  needs: Needs,
  doer: Doer,
  round: ReviewRound,
  input: CloseReviewInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await holdOpen(tx, doer, round)
    const saved = await tx
      .updateTable('plans.review_round')
      .set({ closed_on: doer.today, summary: input.summary ?? '', version: input.version + 1 })
      .where('id', '=', round.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else closed it first.')
    await auditPlan(tx, doer, 'review-closed', round.plan, { round: round.id, input })
    return succeed(null)
  })
}

async function holdOpen(tx: Writer, doer: Doer, round: ReviewRound): Promise<PlanHead> {
  const versions = await holdPlan(tx, doer, round.plan)
  const head = versions.find(({ shown }) => shown) ?? versions[0]
  const isOpen = (await findRounds(tx, round.plan)).some(({ id, closedOn }) => id === round.id && closedOn === null)
  if (!head || !isOpen) throw new Conflict('This review is closed.')
  return head
}

/** One mail a person, however much they lead; who has no address is marked as not mailed. */
async function mailAsks(
  needs: Needs,
  tx: Writer,
  doer: Doer,
  what: {
    readonly head: PlanHead
    readonly round: { readonly id: string; readonly dueOn: Temporal.PlainDate }
    readonly asks: readonly ReviewAsk[]
    readonly isChase: boolean
  },
): Promise<void> {
  const people = [...new Set(what.asks.flatMap(({ person }) => (person === null ? [] : [person])))]
  for (const { person, name, email } of await findPeopleToTell(tx, people)) {
    const own = what.asks.filter((ask) => ask.person === person)
    if (own.length === 0 || email === '') continue
    const words = reviewMail({ ...what, name, actions: own.length, publicUrl: needs.config.publicUrl })
    await sendLater(needs.outbox, tx, { to: email, ...words, about: { type: 'plan-review', id: what.round.id } })
    await tx
      .updateTable('plans.review_ask')
      .set(what.isChase ? { chased_at: doer.now } : { mailed_at: doer.now })
      .where(
        'id',
        'in',
        own.map(({ id }) => id),
      )
      .execute()
  }
}

/** Marks what somebody was asked about an action as answered, in the transaction in which they said how it goes; the clerk answers for everybody. */
export async function markAnswered(tx: Writer, doer: Doer, action: string): Promise<void> {
  await tx
    .updateTable('plans.review_ask')
    .set({ answered_at: doer.now })
    .where('action', '=', action)
    .where('answered_at', 'is', null)
    .where('round', 'in', tx.selectFrom('plans.review_round').select('id').where('closed_on', 'is', null))
    .execute()
}
