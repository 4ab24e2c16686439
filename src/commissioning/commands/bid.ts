import { findStanding, listPeopleWhoSignIn } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { BidInput, CallInput } from '../forms/bid.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findCall, guardedCall } from '../queries/bids.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { findPipeline, guardedPipeline, type Pipeline } from '../queries/pipelines.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

const OF = /^(case|round):([0-9a-f-]{36})$/

/** Asks for sealed bids in a case or a round; the call stands as it is made. */
export function addCall(needs: Needs, doer: Doer, id: string, input: CallInput): Done {
  return writing(needs, doer, async (tx) => {
    const pipeline = await findPipeline(tx, id, doer.today)
    await demand(tx, doer, guardedPipeline(pipeline), 'change')
    const { closesAt, opensAt } = timesOf(input)
    const known = new Set((await listPeopleWhoSignIn(tx)).map((one) => one.id))
    const problem = callProblem(pipeline, input, { closesAt, opensAt }, doer.now)
    if (problem) return fail(problem)
    if (!known.has(input.first)) return fail({ field: 'first', code: 'choice-unknown' })
    if (!known.has(input.second)) return fail({ field: 'second', code: 'choice-unknown' })
    const [, kind, where] = OF.exec(input.whereTo) ?? []
    const call = newId()
    await tx
      .insertInto('commissioning.bid_call')
      .values({
        ...{ id: call, process: id, body: pipeline.body, sight: pipeline.sight, title: input.title, asks: input.asks },
        ...{ case: kind === 'case' ? (where ?? null) : null, round: kind === 'round' ? (where ?? null) : null },
        ...{ closes_at: closesAt, opens_at: opensAt, first_opener: input.first, second_opener: input.second },
      })
      .execute()
    await auditStep(tx, doer, 'bid-call-added', 'bid-call', call)
    return succeed(call)
  })
}

const timesOf = (input: CallInput) => ({
  closesAt: instantOf(input.closesOn, input.closesAt),
  opensAt: instantOf(input.opensOn, input.opensAt),
})

function callProblem(
  { sight, cases, rounds }: Pipeline,
  input: CallInput,
  { closesAt, opensAt }: ReturnType<typeof timesOf>,
  now: Temporal.Instant,
): FieldProblem | undefined {
  if (sight !== 'public') return { field: '', code: 'call-public' }
  const [, kind, where] = OF.exec(input.whereTo) ?? []
  if (!(kind === 'case' ? cases : rounds).some(({ id }) => id === where)) return { field: 'whereTo', code: 'choice-unknown' }
  if (Temporal.Instant.compare(closesAt, now) <= 0) return { field: 'closesOn', code: 'call-ahead', details: { part: 'day' } }
  if (Temporal.Instant.compare(opensAt, closesAt) < 0) return { field: 'opensOn', code: 'call-opens-after', details: { part: 'day' } }
  return input.first === input.second ? { field: 'second', code: 'openers-two' } : undefined
}

/** Hands in a bid for the provider for which one signs in, or one that takes the place of the last. What comes after the deadline is kept and refused; the database says which. */
export function submitBid(needs: Needs, doer: Doer, id: string, input: BidInput): Done {
  return writing(needs, doer, async (tx) => {
    const call = await findCall(tx, id)
    const { person } = await findStanding(tx, doer)
    const own = person === undefined ? [] : await findOwnProviders(tx, person.id, doer.today)
    await demand(tx, doer, await ownPart(tx, own, doer.today), 'bid')
    if (person === undefined || !own.includes(input.provider)) return fail({ field: 'provider', code: 'choice-unknown' })
    const bid = newId()
    await tx
      .insertInto('commissioning.bid')
      .values({ id: bid, call: id, body: call.body, provider: input.provider, submitted_by: person.id, received_at: doer.now })
      .execute()
    await tx
      .insertInto('commissioning.bid_content')
      .values({ bid, call: id, provider: input.provider, amount: input.amount, text: input.text ?? '' })
      .execute()
    await auditStep(tx, doer, 'bid-submitted', 'bid-call', id)
    return succeed(id)
  })
}

/** Says that one is ready to open a call. When the second of the two says so within an hour, all bids are opened at that moment. */
export function openCall(needs: Needs, doer: Doer, id: string): Done {
  return writing(needs, doer, async (tx) => {
    const call = await findCall(tx, id)
    await demand(tx, doer, guardedCall(call), 'open')
    const { person } = await findStanding(tx, doer)
    if (person === undefined) return fail({ field: '', code: 'person-missing' })
    await tx
      .insertInto('commissioning.bid_opening')
      .values({ id: newId(), call: id, body: call.body, person: person.id, said_at: doer.now })
      .execute()
    await auditStep(tx, doer, 'bid-call-opening', 'bid-call', id)
    return succeed(id)
  })
}

async function writing(needs: Needs, doer: Doer, work: (tx: Writer) => Done): Done {
  try {
    return await writeAs(needs.db, doer, work)
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}
