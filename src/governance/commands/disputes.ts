import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, Forbidden, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findBodySettings } from '../queries/bodies.ts'
import { type Dispute, findDispute } from '../queries/disputes.ts'
import { findStanding } from '../queries/standing.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { ladderOf, nextStep, refuseStep } from '../rules/dispute.ts'
import { type Permitted, permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** What a board cannot agree on. */
export interface NewDispute {
  readonly body: string
  readonly subject: string
  readonly words: string
  readonly majority: string
  readonly majorityView: string
  readonly minority: string
  readonly minorityView: string
  readonly raisedOn: Temporal.PlainDate
  readonly raisedIn: string
  readonly sight: 'members' | 'public'
}

type Done = Promise<Result<{ readonly id: string }, FieldProblem>>
const problemAt = (field: string, code: string): FieldProblem => ({ field, code })

/** Records a dispute with both views and the ladder of the terms of that day (G9). Problems: 'in-the-future', 'body-not-public', 'dispute-known'. */
export async function raiseDispute(db: Database, acting: Acting, input: NewDispute): Done {
  return command(db, acting, { dispute_once: problemAt('subject', 'dispute-known') }, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'dispute', state: 'public', verb: 'raise', ties: { body: input.body } })
    if (Temporal.PlainDate.compare(input.raisedOn, acting.today) > 0) return fail(problemAt('raisedOn', 'in-the-future'))
    const settings = await findBodySettings(tx, input.body, acting.today)
    if (input.sight === 'public' && settings?.publicAccess !== 'public') return fail(problemAt('sight', 'body-not-public'))
    const terms = await findTermsInForce(tx, input.body, input.raisedOn)
    const ladder = terms === undefined ? [] : ladderOf(terms)
    const id = newId()
    const { body, subject, words, majority, majorityView, minority, minorityView, raisedOn, raisedIn, sight } = input
    await tx
      .insertInto('governance.dispute')
      .values({
        ...{ id, body, subject, words, majority, majority_view: majorityView, minority, minority_view: minorityView },
        ...{ raised_on: raisedOn, raised_in: raisedIn, sight, ladder: sql`${JSON.stringify(ladder)}::jsonb` },
      })
      .execute()
    await record(tx, actor, 'dispute.raised', 'dispute', id, input)
    return succeed({ id })
  })
}

/** Which dispute, in whose pages, and the version that the form was made from. */
export interface KnownDispute {
  readonly id: string
  readonly body: string
  readonly version: number
}

/** Finds and locks a dispute for the clerk of its own board. */
async function ownDispute(
  tx: Writer,
  acting: Acting,
  { id, body, version }: KnownDispute,
  verb: string,
): Promise<readonly [Dispute, Permitted]> {
  const permitted = await permit(tx, acting, { record: 'dispute', state: 'public', verb, ties: { body } })
  const found = await findDispute(tx, id, body)
  if (found === undefined) throw new NotFound()
  if (found.body.id !== body) throw new Forbidden('The clerk of the board that cannot agree does this.')
  const locked = await tx.selectFrom('governance.dispute').select('version').where('id', '=', id).forUpdate().executeTakeFirst()
  if (locked?.version !== version) throw new Conflict()
  const dispute = await findDispute(tx, id, body)
  if (dispute === undefined) throw new NotFound()
  return [dispute, permitted]
}

const later = (tx: Writer, { id, version }: KnownDispute) =>
  tx
    .updateTable('governance.dispute')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()

const stepConstraints = {
  dispute_step_once: problemAt('', 'step-out-of-order'),
  dispute_step_next: problemAt('', 'step-out-of-order'),
  dispute_step_known: problemAt('', 'step-unknown'),
  dispute_step_open: problemAt('', 'dispute-settled'),
  dispute_step_to_body_fkey: problemAt('toBody', 'choice-unknown'),
  dispute_step_to_person_fkey: problemAt('toPerson', 'choice-unknown'),
}

/**
 * Takes a dispute to the next step of its ladder; the step before is left. Problems: those of `refuseStep`, 'not-to-both', 'choice-unknown'.
 * @throws Conflict
 */
export async function takeStep(
  db: Database,
  acting: Acting,
  input: KnownDispute & {
    readonly number: number
    readonly toBody: string | undefined
    readonly toPerson: string | undefined
    readonly takenOn: Temporal.PlainDate
    readonly takenIn: string
  },
): Done {
  return command(db, acting, stepConstraints, async (tx) => {
    const [dispute, { actor }] = await ownDispute(tx, acting, input, 'take-up')
    const no = refuseStep(dispute, input, acting.today)
    if (no) return fail(no)
    if (input.toBody !== undefined && input.toPerson !== undefined) return fail(problemAt('toPerson', 'not-to-both'))
    const step = nextStep(dispute)
    const left = dispute.steps.at(-1)
    if (left?.outcome === '')
      await tx
        .updateTable('governance.dispute_step')
        .set({ outcome: 'moved_up', answered_on: input.takenOn, version: left.version + 1 })
        .where('dispute', '=', input.id)
        .where('number', '=', left.number)
        .execute()
    await tx
      .insertInto('governance.dispute_step')
      .values({
        ...{
          dispute: input.id,
          number: input.number,
          who: step?.who ?? '',
          to_body: input.toBody ?? null,
          to_person: input.toPerson ?? null,
        },
        ...{ taken_on: input.takenOn, taken_in: input.takenIn, due_on: step?.days ? input.takenOn.add({ days: step.days }) : null },
      })
      .execute()
    // Leaving a step counts the version up already (`settle_with_step`).
    if (left?.outcome !== '') await later(tx, input)
    await record(tx, actor, 'dispute.taken-up', 'dispute', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Puts the decision at the step that is waited for off, for information. Problems: 'step-none', 'step-answered', 'until-later', 'dispute-settled'. @throws Conflict */
export async function postponeDispute(
  db: Database,
  acting: Acting,
  input: KnownDispute & { readonly until: Temporal.PlainDate; readonly what: string },
): Done {
  return command(db, acting, {}, async (tx) => {
    const [dispute, { actor }] = await ownDispute(tx, acting, input, 'postpone')
    const step = dispute.steps.at(-1)
    if (dispute.settledOn !== undefined) return fail(problemAt('', 'dispute-settled'))
    if (step === undefined) return fail(problemAt('', 'step-none'))
    if (step.outcome !== '') return fail(problemAt('', 'step-answered'))
    if (Temporal.PlainDate.compare(input.until, acting.today) <= 0) return fail(problemAt('until', 'until-later'))
    await tx
      .updateTable('governance.dispute_step')
      .set({ postponed_until: input.until, postponed_for: input.what, version: step.version + 1 })
      .where('dispute', '=', input.id)
      .where('number', '=', step.number)
      .execute()
    await later(tx, input)
    await record(tx, actor, 'dispute.postponed', 'dispute', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Whether somebody answers the step at which a dispute waits; migration 0065 says the same as `governance.answers_step`. */
export async function mayAnswer(tx: Pick<Writer, 'selectNoFrom'>, dispute: Dispute): Promise<boolean> {
  const step = dispute.steps.at(-1)
  if (step?.outcome !== '' || dispute.settledOn !== undefined) return false
  const row = await tx
    .selectNoFrom(
      sql<boolean>`governance.answers_step(${dispute.body.id}::uuid, ${step.body?.id ?? null}::uuid, ${step.person?.id ?? null}::uuid)`.as(
        'may',
      ),
    )
    .executeTakeFirstOrThrow()
  return row.may
}

/**
 * Records the answer of those to whom it was taken; what settles it comes down to the board. Problems: 'step-answered', 'in-the-future', 'step-too-early'.
 * @throws Conflict, Forbidden for anybody else
 */
export async function answerStep(
  db: Database,
  acting: Acting,
  input: KnownDispute & { readonly outcome: 'settled' | 'returned'; readonly answer: string; readonly answeredOn: Temporal.PlainDate },
): Done {
  return command(db, acting, {}, async (tx) => {
    const me = { body: input.body, about: (await findStanding(tx, acting)).person?.id }
    const { actor } = await permit(tx, acting, { record: 'dispute', state: 'public', verb: 'answer', ties: me })
    const dispute = await findDispute(tx, input.id, input.body)
    const step = dispute?.steps.at(-1)
    if (dispute === undefined || step === undefined) throw new NotFound()
    if (step.outcome !== '' || dispute.settledOn !== undefined) return fail(problemAt('answer', 'step-answered'))
    if (!(await mayAnswer(tx, dispute))) throw new Forbidden('Those to whom it was taken answer.')
    if (Temporal.PlainDate.compare(input.answeredOn, acting.today) > 0) return fail(problemAt('answeredOn', 'in-the-future'))
    if (Temporal.PlainDate.compare(input.answeredOn, step.takenOn) < 0) return fail(problemAt('answeredOn', 'step-too-early'))
    const { numUpdatedRows } = await tx
      .updateTable('governance.dispute_step')
      .set({ outcome: input.outcome, answer: input.answer, answered_on: input.answeredOn, version: step.version + 1 })
      .where('dispute', '=', input.id)
      .where('number', '=', step.number)
      .where('version', '=', input.version)
      .where('outcome', '=', '')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict()
    await record(tx, actor, 'dispute.answered', 'dispute', input.id, input)
    return succeed({ id: input.id })
  })
}

/** Ends a dispute that the board agreed on after all, or that was withdrawn. Problems: 'dispute-settled', 'in-the-future', 'before-raised'. @throws Conflict */
export async function settleDispute(
  db: Database,
  acting: Acting,
  input: KnownDispute & { readonly how: 'agreed' | 'withdrawn'; readonly words: string; readonly settledOn: Temporal.PlainDate },
): Done {
  return command(db, acting, {}, async (tx) => {
    const [dispute, { actor }] = await ownDispute(tx, acting, input, 'settle')
    if (dispute.settledOn !== undefined) return fail(problemAt('', 'dispute-settled'))
    if (Temporal.PlainDate.compare(input.settledOn, acting.today) > 0) return fail(problemAt('settledOn', 'in-the-future'))
    if (Temporal.PlainDate.compare(input.settledOn, dispute.raisedOn) < 0) return fail(problemAt('settledOn', 'before-raised'))
    await tx
      .updateTable('governance.dispute')
      .set({ settled_on: input.settledOn, settled_how: input.how, settled_words: input.words, version: input.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'dispute.settled', 'dispute', input.id, input)
    return succeed({ id: input.id })
  })
}
