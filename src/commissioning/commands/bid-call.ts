import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DecideInput, WithdrawInput } from '../forms/bid.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { type BidCall, findCall, guardedCall } from '../queries/bids.ts'
import { findEvaluators, findRecommended, guardedEvaluation } from '../queries/evaluations.ts'
import { mayLookAt } from '../rules/bid.ts'
import { decisionProblem } from './board-decision.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/** Withdraws a call that was wrong, with the reason, before it is opened: what was handed in stays sealed for good, and providers read why (C8). */
export function withdrawCall(needs: Needs, doer: Doer, id: string, input: WithdrawInput): Done {
  return settle(needs, doer, id, 'bid-call-withdrawn', async (_, call, person) => {
    if (call.withdrawnOn !== undefined || call.openedAt !== undefined) return { field: '', code: 'call-settled' }
    return { withdrawn_on: doer.today, withdrawn_because: input.because, withdrawn_by: person }
  })
}

/** Records that it was decided on the bids, by the board or where that is said: from then on its clerk and chair read them, too (handbook of commissioning 7). */
export function decideCall(needs: Needs, doer: Doer, id: string, input: DecideInput): Done {
  const award = async (tx: Writer, { body }: BidCall) => {
    if (input.awarded === undefined) return
    const bid = input.awarded === 'none' ? null : input.awarded
    await tx
      .insertInto('commissioning.bid_award')
      .values({ call: id, body, bid, because: input.because ?? '' })
      .execute()
  }
  const decide = async (tx: Writer, call: BidCall): Promise<Settled | FieldProblem> => {
    if (call.openedAt === undefined || call.decidedOn !== undefined) return { field: '', code: 'call-settled' }
    if (input.decision === undefined && input.note === undefined) return { field: 'note', code: 'call-decided-how' }
    const { recommended } = await findRecommended(tx, id)
    const awarded = input.awarded === 'none' ? null : input.awarded
    if (recommended && awarded === undefined) return { field: 'awarded', code: 'award-whom' }
    if (recommended && awarded !== recommended.bid && input.because === undefined) return { field: 'because', code: 'award-why' }
    const problem = input.decision === undefined ? undefined : await decisionProblem(tx, call.body, input.decision, input.decidedOn)
    return problem ?? { decided_on: input.decidedOn, decision: input.decision ?? null, decided_note: input.note ?? '' }
  }
  return settle(needs, doer, id, 'bid-call-decided', decide, award)
}

type Settled =
  | { readonly withdrawn_on: Temporal.PlainDate; readonly withdrawn_because: string; readonly withdrawn_by: string }
  | { readonly decided_on: Temporal.PlainDate; readonly decision: string | null; readonly decided_note: string }

async function settle(
  needs: Needs,
  doer: Doer,
  id: string,
  act: string,
  work: (tx: Writer, call: BidCall, person: string) => Promise<Settled | FieldProblem>,
  after?: (tx: Writer, call: BidCall) => Promise<void>,
): Done {
  try {
    return await writeAs(needs.db, doer, async (tx): Done => {
      const call = await findCall(tx, id)
      await demand(tx, doer, guardedCall(call), 'change')
      const { person } = await findStanding(tx, doer)
      if (person === undefined) return fail({ field: '', code: 'person-missing' })
      const settled = await work(tx, call, person.id)
      if ('field' in settled) return fail(settled)
      await tx.updateTable('commissioning.bid_call').set(settled).where('id', '=', id).execute()
      await after?.(tx, call)
      await auditStep(tx, doer, act, 'bid-call', id)
      return succeed(id)
    })
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Writes down that somebody looks at what the opened bids of a call say; it is read in this transaction alone. @throws Forbidden, NotFound before they are opened */
export async function lookAtBids(tx: Writer, doer: Doer, call: BidCall): Promise<void> {
  const evaluation = guardedEvaluation(call, await findEvaluators(tx, { call: call.id }))
  const { person } = await findStanding(tx, doer)
  const reads = evaluation.ties.leads ?? []
  if (person !== undefined && reads.includes(person.id)) await demand(tx, doer, evaluation, 'read')
  else await demand(tx, doer, guardedCall(call), 'look')
  if (person === undefined || !mayLookAt(call, person.id, reads)) throw new NotFound('These bids are sealed.')
  await tx
    .insertInto('commissioning.bid_look')
    .values({ id: newId(), call: call.id, body: call.body, person: person.id, looked_at: doer.now, xact: 0n })
    .execute()
  await auditStep(tx, doer, 'bids-looked-at', 'bid-call', call.id)
}
