import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { Doer } from '../../needs.ts'
import type { Meeting } from '../../queries/meeting.ts'
import type { Category } from '../../rules/agenda.ts'
import { decidingBodies } from '../../rules/joint.ts'
import { sightOnceMinuted } from '../../rules/minutes.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'
import { nextNumber } from './numbers.ts'
import { referOnward } from './refer-onward.ts'
import { type DecisionMoment, type SettledDecision, settleDecision } from './settle-decision.ts'

/** A decision that was kept. */
export interface KeptDecision {
  readonly id: string
  readonly number: string
  readonly category: Category
}

/**
 * Keeps a decision inside somebody's transaction, where the terms let this body take it: with the next number, the quorum it was taken by, and, while
 * the meeting runs, a nomination on the plan of the body that it goes to. The caller holds the meeting and has asked for the permission.
 * A problem has written nothing.
 * @param moment - when it was taken; undefined: as the form says
 */
export async function keepDecision(
  tx: Writer,
  doer: Doer,
  locked: Meeting,
  input: DecisionInput,
  moment?: DecisionMoment,
): Promise<Result<KeptDecision, FieldProblem>> {
  const kept = await keepDecisions(tx, doer, locked, input, moment)
  return kept.ok ? succeed(kept.value[0]) : kept
}

/**
 * The same for what every body at a joint table decides, each for itself: a decision for each body that the form names, or none where one of them may not
 * decide it.
 */
export async function keepDecisions(
  tx: Writer,
  doer: Doer,
  locked: Meeting,
  input: DecisionInput,
  moment?: DecisionMoment,
): Promise<Result<readonly [KeptDecision, ...KeptDecision[]], FieldProblem>> {
  const bodies = decidingBodies(locked, input.ofBody)
  if (!bodies.ok) return bodies
  const counted = [input.votesFor, input.votesAgainst, input.abstained].some((votes) => votes !== undefined)
  if (bodies.value.length > 1 && counted) return fail({ field: 'votesFor', code: 'votes-of-each' })
  const settled: SettledDecision[] = []
  for (const of of bodies.value) {
    const one = await settleDecision(tx, doer, locked.id, of, input, moment)
    if (!one.ok) return one
    settled.push(one.value)
  }
  const [first, ...more] = settled
  if (!first) return fail({ field: 'ofBody', code: 'of-body-missing' })
  const kept = [await keep(tx, doer, locked, input, first)] as [KeptDecision, ...KeptDecision[]]
  for (const one of more) kept.push(await keep(tx, doer, locked, input, one))
  return succeed(kept)
}

async function keep(
  tx: Writer,
  doer: Doer,
  locked: Meeting,
  input: DecisionInput,
  { ground, row }: SettledDecision,
): Promise<KeptDecision> {
  const id = newId()
  const minuted = (await sightOfRecord(tx, locked.id)) === 'public'
  const number = await nextNumber(tx, ground, locked.body)
  const sight = minuted ? sightOnceMinuted(row.category) : 'members'
  const own = { id, number, sight, meeting: locked.id, body: locked.body, decided_on: locked.heldOn, recorded_at: doer.now }
  await tx
    .insertInto('meetings.decision')
    .values({ ...row, ...own })
    .execute()
  await appendAudit(tx, {
    actor: doer.actor,
    act: 'decision.recorded',
    subjectType: 'decision',
    subject: id,
    content: JSON.stringify(input),
  })
  if (locked.state === 'in_progress' && row.referred_to !== '') await referOnward(tx, doer, id, row.referred_to)
  return { id, number, category: row.category }
}
