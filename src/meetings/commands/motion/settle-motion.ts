import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '../../needs.ts'
import type { MotionTally } from '../../queries/motions.ts'
import { type MotionMethod, outcomeOf } from '../../rules/motion.ts'
import { quorumEvidence } from '../../rules/quorum-at.ts'
import { tookNoPart } from '../../words/declared-interest.ts'
import { keepDecision } from '../decision/keep-decision.ts'
import type { Taken } from '../live/take-entry.ts'
import { changedBy, type HeldMotion } from './hold-motion.ts'

/** How a motion was settled: by words of consensus, or by a count. */
export interface Settlement {
  readonly method: MotionMethod
  readonly at: Temporal.Instant
  /** Undefined: by consensus. */
  readonly tally: MotionTally | undefined
  /** Voting rights that were there and not out for an interest; bases of the majority. */
  readonly present: number
  readonly casting: 'for' | 'against' | 'unused' | null
  readonly consensusWords: string
  readonly minorityView: string
  /** The words of the motion as amended, where they are known at once. */
  readonly amendedText: string | undefined
}

/**
 * Settles a motion in the caller's transaction: what is carried becomes a decision with the next number, or changes the words of the motion that it
 * amends; what is lost is kept; a tie waits for the chair where the terms give a casting vote (M9, handbook 3.3). A problem has written nothing.
 */
export async function settleMotion(tx: Writer, doer: Doer, held: HeldMotion, settlement: Settlement): Promise<Result<Taken, FieldProblem>> {
  const { motion, ground } = held
  const { tally, present, casting } = settlement
  const rule = ground.terms?.voting.value ?? null
  const outcome = tally === undefined ? 'carried' : outcomeOf(rule, tally, { present, allSeats: ground.votingSeats }, casting)
  if (outcome === 'casting-vote-open') return keepState(tx, held, settlement, 'closed')
  if (outcome === 'lost') return keepState(tx, held, settlement, 'lost')
  if (!motion.isAmendment) return decide(tx, doer, held, settlement)
  if (settlement.amendedText === undefined)
    return tally === undefined ? fail({ field: 'amendedText', code: 'required' }) : keepState(tx, held, settlement, 'closed')
  return amend(tx, held, settlement, settlement.amendedText)
}

async function keepState(
  tx: Writer,
  held: HeldMotion,
  settlement: Settlement,
  state: 'closed' | 'lost' | 'carried',
  decision?: string,
): Promise<Result<Taken, FieldProblem>> {
  const { motion } = held
  const { tally, casting } = settlement
  await tx
    .updateTable('meetings.motion')
    .set((set) => ({
      state,
      method: settlement.method,
      consensus_words: settlement.consensusWords,
      minority_view: settlement.minorityView,
      votes_for: tally?.for ?? null,
      votes_against: tally?.against ?? null,
      abstained: tally?.abstained ?? null,
      did_not_vote: tally?.didNotVote ?? null,
      left_for_interest: tally?.leftForInterest ?? null,
      casting_vote: casting === 'unused' ? null : casting,
      closed_at: motion.closedAt ?? settlement.at,
      decision: decision ?? null,
      version: set('version', '+', 1),
      ...(motion.state === 'put' ? { quorum: evidenceOf(held, settlement.at) } : {}),
    }))
    .where('id', '=', motion.id)
    .execute()
  return succeed({ outcome: decision ?? motion.id, changed: changedBy(motion, decision !== undefined) })
}

/** The quorum at an instant with everything that it was judged from, as JSON. */
export function evidenceOf({ record, leavers, motion }: HeldMotion, at: Temporal.Instant): string {
  return JSON.stringify(quorumEvidence(record.quorum, at, leavers, motion.functionKey))
}

async function amend(tx: Writer, held: HeldMotion, settlement: Settlement, text: string): Promise<Result<Taken, FieldProblem>> {
  const parent = held.motions.find(({ id }) => id === held.motion.amends)
  if (parent?.state !== 'put') return fail({ field: '', code: 'amends-nothing-open' })
  await tx
    .updateTable('meetings.motion')
    .set((set) => ({ text, put_words: parent.putWords === '' ? parent.text : parent.putWords, version: set('version', '+', 1) }))
    .where('id', '=', parent.id)
    .execute()
  return keepState(tx, held, settlement, 'carried')
}

async function decide(tx: Writer, doer: Doer, held: HeldMotion, settlement: Settlement): Promise<Result<Taken, FieldProblem>> {
  const { motion, meeting, record } = held
  const { tally, casting, present } = settlement
  const count = tally && { votesFor: tally.for, votesAgainst: tally.against, abstained: tally.abstained }
  const interests = tookNoPart(record.interests.filter(({ item }) => item === motion.item))
  const kept = await keepDecision(
    tx,
    doer,
    meeting,
    {
      ...{ item: motion.item, type: motion.type, text: motion.text, matter: motion.matter, method: settlement.method, at: undefined },
      ...{ votesFor: count?.votesFor, votesAgainst: count?.votesAgainst, abstained: count?.abstained },
      functionKey: motion.functionKey === '' ? undefined : motion.functionKey,
      referredTo: motion.referredTo === '' ? undefined : motion.referredTo,
      proposer: motion.proposer.name === '' ? undefined : motion.proposer.name,
      seconder: motion.seconder.name === '' ? undefined : motion.seconder.name,
      consensusSought: settlement.consensusWords !== '',
      castingVoteUsed: casting === 'for',
      ofBody: motion.ofBody,
      minorityView: settlement.minorityView === '' ? undefined : settlement.minorityView,
      interests: interests === '' ? undefined : interests,
    },
    { at: settlement.at, rights: tally === undefined ? undefined : present, onMotion: true },
  )
  if (!kept.ok) return { ok: false, problems: kept.problems.map(({ code, details }) => problem(code, details)) as never }
  return keepState(tx, held, settlement, 'carried', kept.value.id)
}

/** The form of a motion has other fields than that of a decision: what the rules say stands above it. */
function problem(code: string, details: FieldProblem['details']): FieldProblem {
  return details === undefined ? { field: '', code } : { field: '', code, details }
}
