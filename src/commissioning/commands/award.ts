import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AwardContractInput, AwardLinkInput, AwardUndoInput } from '../forms/award.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findAwardContracts } from '../queries/awards.ts'
import { type BidCall, findBids, findCall, guardedCall } from '../queries/bids.ts'
import { findVatRate } from '../queries/contract-rules.ts'
import { findContract, guardedContract } from '../queries/contracts.ts'
import { findRecommended } from '../queries/evaluations.ts'
import { readLots, withVat } from '../rules/award.ts'
import { pounds } from '../words/pence.ts'
import { lookAtBids } from './bid-call.ts'
import { writeContract } from './contract.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep, demandOne } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/**
 * Makes the contract of an award: with the one that won, the value of their bid, and the lots (C8, C9). What the bid says is read once for it, and that is written down
 * as any look at it is. Gives the id of the contract, which nobody but those who prepare it sees until it is shown.
 */
export function awardContract(needs: Needs, doer: Doer, id: string, input: AwardContractInput): Done {
  return awarding(needs, doer, id, async (tx, award) => {
    const { call, winner } = award
    const lots = readLots(input.lots ?? '')
    if (!lots) return fail({ field: 'lots', code: 'award-lot-once' })
    await lookAtBids(tx, doer, call)
    const bid = (await findBids(tx, [call.id])).find((one) => one.id === winner.id)
    if (!bid?.content) throw new NotFound('These bids are sealed.')
    // What a bid asks for is for all of it: what one lot is worth nobody has said.
    const isWhole = lots.includes('')
    const { amount } = bid.content
    const rate = !isWhole || input.vat === 'not-known' ? undefined : ((await findVatRate(tx, input.vat, input.startsOn)) ?? 0)
    const made = await writeContract(
      tx,
      doer,
      call.body,
      {
        ...input,
        ...{ net: isWhole ? amount : undefined, gross: rate === undefined ? undefined : withVat(amount, rate), vatNote: undefined },
        said: `Bid${isWhole ? '' : ' for all lots'}: ${pounds(amount)} without VAT`,
        ...{ volume: undefined, volumeUnit: undefined, served: undefined, agreement: undefined, decision: call.decision },
      },
      call.decidedOn ? { awarded_on: call.decidedOn } : {},
    )
    if (!made.ok) return made
    const known = { contract: made.value, body: call.body, sight: 'draft' }
    for (const [place, lot] of lots.entries()) {
      const [line, part] = [newId(), lot === '' ? undefined : newId()]
      if (part !== undefined)
        await tx
          .insertInto('commissioning.contract_lot')
          .values({ id: part, ...known, number: place + 1, title: lot, status: 'awarded' })
          .execute()
      await tx
        .insertInto('commissioning.contract_provider')
        .values({ id: line, ...known, provider: winner.provider, part: 'provider', lot: part ?? null, starts_on: input.startsOn })
        .execute()
      await nameContract(tx, doer, award, { ...known, line, lot })
    }
    await auditStep(tx, doer, 'award-contract-made', 'bid-call', call.id)
    return made
  })
}

/** Says that a contract which is recorded already came of an award: one under which the winner provides (C8). */
export function linkAward(needs: Needs, doer: Doer, id: string, input: AwardLinkInput): Done {
  return awarding(needs, doer, id, async (tx, award) => {
    const lots = readLots(input.lots ?? '')
    if (!lots) return fail({ field: 'lots', code: 'award-lot-once' })
    const contract = await findContract(tx, input.contract, doer.today)
    await demand(tx, doer, guardedContract(contract), 'change')
    const line = contract.providers.find(({ provider, part }) => provider === award.winner.provider && part !== 'sub-contractor')
    if (!line || contract.body !== award.call.body) return fail({ field: 'contract', code: 'award-other-provider' })
    for (const lot of lots)
      await nameContract(tx, doer, award, { contract: contract.id, body: contract.body, sight: contract.sight, line: line.id, lot })
    await auditStep(tx, doer, 'award-contract-linked', 'bid-call', id)
    return succeed(id)
  })
}

/** Takes back that a contract came of an award, with the reason; that it was said stays on record. */
export function undoAwardLink(needs: Needs, doer: Doer, id: string, link: string, input: AwardUndoInput): Done {
  return awarding(needs, doer, id, async (tx) => {
    if (!(await findAwardContracts(tx, id)).some((one) => one.id === link)) throw new NotFound('No such contract.')
    const done = await tx
      .updateTable('commissioning.award_contract')
      .set({ taken_back_on: doer.today, taken_back_because: input.because })
      .where('id', '=', link)
      .where('taken_back_on', 'is', null)
      .executeTakeFirst()
    demandOne(done)
    await auditStep(tx, doer, 'award-contract-taken-back', 'bid-call', id)
    return succeed(id)
  })
}

/** Says that no contract will follow from an award, with the reason: the winner withdrew, or the money is gone (C8). It is said once, and stays on record. */
export function closeAward(needs: Needs, doer: Doer, id: string, input: AwardUndoInput): Done {
  return awarding(needs, doer, id, async (tx, { person }) => {
    const done = await tx
      .updateTable('commissioning.bid_award')
      .set({ closed_on: doer.today, closed_because: input.because, closed_by: person })
      .where('call', '=', id)
      .executeTakeFirst()
    demandOne(done)
    await auditStep(tx, doer, 'award-closed', 'bid-call', id)
    return succeed(id)
  })
}

interface Award {
  readonly call: BidCall
  readonly winner: { readonly id: string; readonly provider: string }
  readonly person: string
}

async function nameContract(
  tx: Writer,
  doer: Doer,
  { call, winner, person }: Award,
  of: { readonly contract: string; readonly body: string; readonly sight: string; readonly line: string; readonly lot: string },
): Promise<void> {
  await tx
    .insertInto('commissioning.award_contract')
    .values({ id: newId(), call: call.id, bid: winner.id, provider: winner.provider, ...of, linked_on: doer.today, linked_by: person })
    .execute()
}

async function awarding(needs: Needs, doer: Doer, id: string, work: (tx: Writer, award: Award) => Done): Done {
  try {
    return await writeAs(needs.db, doer, async (tx): Done => {
      const call = await findCall(tx, id)
      await demand(tx, doer, guardedCall(call), 'change')
      const { person } = await findStanding(tx, doer)
      if (person === undefined) return fail({ field: '', code: 'person-missing' })
      const { awarded } = await findRecommended(tx, id)
      const winner = awarded?.bid ? (await findBids(tx, [id])).find((bid) => bid.id === awarded.bid) : undefined
      if (!winner) return fail({ field: '', code: 'award-none' })
      return work(tx, { call, winner, person: person.id })
    })
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}
