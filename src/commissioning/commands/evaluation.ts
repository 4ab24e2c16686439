import { findStanding, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type * as forms from '../forms/evaluation.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type BidCall, findCall, guardedCall } from '../queries/bids.ts'
import { type Evaluator, findBidCriteria, findEvaluators, guardedEvaluation } from '../queries/evaluations.ts'
import { readCriteria } from '../rules/evaluation.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

const PER_CENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/

/** Says by what bids are judged, as a whole and until the deadline for bids; said anew it needs the reason (C8). */
export function sayCriteria(needs: Needs, doer: Doer, id: string, input: forms.BidCriteriaInput): Done {
  return asKeeper(needs, doer, id, 'bid-criteria-said', async (tx, call) => {
    const quality = readCriteria(input.quality ?? '')
    if (!quality) return { field: 'quality', code: 'criteria-lines' }
    const [match, whole, part = ''] = PER_CENT.exec(input.price ?? '0') ?? []
    if (match === undefined) return { field: 'price', code: 'criteria-price' }
    const price = Number(whole) * 100 + Number(part.padEnd(2, '0'))
    const lines = [
      ...quality.map((one) => ({ ...one, kind: 'quality' })),
      ...(price > 0 ? [{ title: 'Price', weight: price, kind: 'price' }] : []),
    ]
    if (lines.some(({ weight }) => weight === 0) || lines.reduce((sum, { weight }) => sum + weight, 0) !== 10_000)
      return { field: 'price', code: 'weights-whole' }
    const { edition: last } = await findBidCriteria(tx, id)
    if (last > 0 && input.because === undefined) return { field: 'because', code: 'criteria-again-why' }
    const edition = last + 1
    await tx
      .insertInto('commissioning.bid_criteria')
      .values({ call: id, body: call.body, edition, said_at: doer.now, because: last === 0 ? '' : (input.because ?? '') })
      .execute()
    await tx
      .insertInto('commissioning.bid_criterion')
      .values(lines.map((line, index) => ({ id: newId(), call: id, edition, position: index + 1, ...line })))
      .execute()
    return undefined
  })
}

/** Names somebody who evaluates the bids of a call; they declare what interest they have before they read. */
export function nameEvaluator(needs: Needs, doer: Doer, id: string, input: forms.EvaluatorInput): Done {
  return asKeeper(needs, doer, id, 'bid-evaluator-named', async (tx, { body }) => {
    const known = new Set((await listPeopleWhoSignIn(tx)).map((one) => one.id))
    if (!known.has(input.person)) return { field: 'person', code: 'choice-unknown' }
    await tx
      .insertInto('commissioning.bid_evaluator')
      .values({ id: newId(), call: id, body, person: input.person, moderates: input.moderates, named_on: doer.today })
      .execute()
    return undefined
  })
}

/** Settles whether somebody who declared an interest may read all the same, or stands down; why stands with it. */
export function settleInterest(needs: Needs, doer: Doer, id: string, evaluator: string, input: forms.SettleInput): Done {
  return asKeeper(needs, doer, id, 'bid-interest-settled', async (tx) => {
    const own = (await findEvaluators(tx, { call: id })).find((one) => one.id === evaluator)
    if (!own) throw new NotFound('No such evaluator.')
    if (own.settled || !own.declaredOn) return { field: '', code: 'evaluator-steps' }
    const saved = await tx
      .updateTable('commissioning.bid_evaluator')
      .set({ settled: input.settled, settled_because: input.because, settled_on: doer.today })
      .where('id', '=', evaluator)
      .executeTakeFirst()
    return saved.numUpdatedRows === 1n ? undefined : { field: '', code: 'evaluator-steps' }
  })
}

/** Declares for oneself what interest one has in a call, or none: before that nobody reads. */
export function declareInterest(needs: Needs, doer: Doer, id: string, input: forms.DeclareInput): Done {
  return asOneself(needs, doer, id, 'bid-interest-declared', async (tx, _, own) => {
    if (own.declaredOn) return { field: '', code: 'evaluator-steps' }
    if (input.has === 'some' && input.interest === undefined) return { field: 'interest', code: 'interest-what' }
    await tx
      .updateTable('commissioning.bid_evaluator')
      .set({ declared_on: doer.today, interest: input.has === 'none' ? '' : (input.interest ?? '') })
      .where('id', '=', own.id)
      .execute()
    return undefined
  })
}

/** Scores one bid for each criterion of quality with the reason; it can be changed until one hands in. */
export function scoreBid(needs: Needs, doer: Doer, id: string, bid: string, input: forms.ScoresInput): Done {
  return asEvaluator(needs, doer, id, 'bid-scored', async (tx, _, own) => {
    if (own.handedInAt) return { field: '', code: 'scores-stand' }
    const rows = rowsOf(own, id, bid, input, doer)
    await tx
      .insertInto('commissioning.bid_score')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['evaluator', 'bid', 'criterion']).doUpdateSet((set) => ({
          points: set.ref('excluded.points'),
          because: set.ref('excluded.because'),
        })),
      )
      .execute()
    return undefined
  })
}

/** Hands one's scores in: they stand, and one reads those of the others who handed in. */
export function handInScores(needs: Needs, doer: Doer, id: string): Done {
  return asEvaluator(needs, doer, id, 'bid-scores-handed-in', async (tx, _, own) => {
    await tx.updateTable('commissioning.bid_evaluator').set({ handed_in_at: doer.now }).where('id', '=', own.id).execute()
    return undefined
  })
}

/** Writes the agreed scores of one bid with their reasons, once all have handed in; whoever moderates does. */
export function agreeScores(needs: Needs, doer: Doer, id: string, bid: string, input: forms.ScoresInput): Done {
  return asEvaluator(needs, doer, id, 'bid-scores-agreed', async (tx, _, own) => {
    if (!own.moderates) throw new NotFound('Somebody else writes the agreed scores.')
    await tx
      .insertInto('commissioning.bid_agreed_score')
      .values(rowsOf(own, id, bid, input, doer))
      .onConflict((conflict) =>
        conflict.columns(['bid', 'criterion']).doUpdateSet((set) => ({
          points: set.ref('excluded.points'),
          because: set.ref('excluded.because'),
        })),
      )
      .execute()
    return undefined
  })
}

/** Recommends a bid or none, with the reason; the agreed scores stand from then on, and the board that decides reads what is recommended. */
export function recommendBid(needs: Needs, doer: Doer, id: string, input: forms.RecommendInput): Done {
  return asEvaluator(needs, doer, id, 'bid-recommended', async (tx, _, own) => {
    if (!own.moderates) throw new NotFound('Somebody else recommends.')
    await tx
      .insertInto('commissioning.bid_recommendation')
      .values({ call: id, evaluator: own.id, bid: input.bid === 'none' ? null : input.bid, because: input.because, made_at: doer.now })
      .execute()
    return undefined
  })
}

const rowsOf = ({ id: evaluator }: Evaluator, call: string, bid: string, input: forms.ScoresInput, { now }: Doer) =>
  [...input].map(([criterion, { points, because }]) => ({
    ...{ id: newId(), evaluator, call, bid, criterion, points, because, written_at: now },
  }))

type Work = (tx: Writer, call: BidCall) => Promise<FieldProblem | undefined>
type OwnWork = (tx: Writer, call: BidCall, own: Evaluator) => Promise<FieldProblem | undefined>

function asKeeper(needs: Needs, doer: Doer, id: string, act: string, work: Work): Done {
  return step(needs, doer, id, act, async (tx, call) => {
    await demand(tx, doer, guardedCall(call), 'change')
    return work(tx, call)
  })
}

/** For somebody who was named, whether they may read yet or not. */
function asOneself(needs: Needs, doer: Doer, id: string, act: string, work: OwnWork): Done {
  return step(needs, doer, id, act, async (tx, call) => {
    const { person } = await findStanding(tx, doer)
    const own = (await findEvaluators(tx, { call: id })).find((one) => one.person === person?.id)
    if (!own) throw new NotFound('You do not evaluate these bids.')
    return work(tx, call, own)
  })
}

/** For somebody who may read the bids. */
function asEvaluator(needs: Needs, doer: Doer, id: string, act: string, work: OwnWork): Done {
  return asOneself(needs, doer, id, act, async (tx, call, own) => {
    await demand(tx, doer, guardedEvaluation(call, [own]), 'score')
    return work(tx, call, own)
  })
}

async function step(needs: Needs, doer: Doer, id: string, act: string, work: Work): Done {
  try {
    return await writeAs(needs.db, doer, async (tx): Done => {
      const problem = await work(tx, await findCall(tx, id))
      if (problem) return fail(problem)
      await auditStep(tx, doer, act, 'bid-call', id)
      return succeed(id)
    })
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}
