import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { AmendedInput, CastingInput, ConsensusInput, HandsInput, MotionOnly } from '../../forms/live/motion.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findVotes } from '../../queries/motions.ts'
import { countRecorded } from '../../rules/electorate.ts'
import { type MotionMethod, refuseMotion } from '../../rules/motion.ts'
import { holdingAt } from '../../rules/presence.ts'
import { type EntryHead, type Taken, takeEntry } from '../live/take-entry.ts'
import { changedBy, type HeldMotion, holdMotion, problemOfRefusal } from './hold-motion.ts'
import { evidenceOf, type Settlement, settleMotion } from './settle-motion.ts'

type Needs = Pick<CommandNeeds, 'db'>
type Answer = Promise<Result<string, FieldProblem>>

/** What the rules say against settling it that way now; undefined where they say nothing. */
function refused(held: HeldMotion, method: MotionMethod): Result<Taken, FieldProblem> | undefined {
  const problems = refuseMotion(held.motion, method, held.ground).map(problemOfRefusal)
  if (method !== 'consensus' && held.electorate.voters.length === 0) problems.push({ field: '', code: 'nobody-to-vote' })
  const [first, ...more] = problems
  return first && fail(first, ...more)
}

/** Keeps what became of seeking consensus, in words: found, it is decided at once; not found, a vote can follow (G9). */
export async function recordConsensus(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: ConsensusInput): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const held = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    if (input.found === 'no') {
      if (held.motion.state !== 'put') return fail({ field: '', code: 'motion-not-put' })
      await tx.updateTable('meetings.motion').set({ consensus_words: input.words }).where('id', '=', held.motion.id).execute()
      return succeed({ outcome: held.motion.id, changed: changedBy(held.motion, false) })
    }
    return (
      refused(held, 'consensus') ??
      settleMotion(tx, doer, held, {
        ...blank(held, head, 'consensus'),
        consensusWords: input.words,
        minorityView: input.minorityView ?? held.motion.minorityView,
        amendedText: input.amendedText,
      })
    )
  })
}

/** Keeps a show of hands as counted. The counts never go beyond the voting rights in the room; where they fall short, the page says so. */
export async function recordHands(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: HandsInput): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const held = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    const no = refused(held, 'show_of_hands')
    if (no) return no
    const { voters, out } = held.electorate
    const counted = input.votesFor + input.votesAgainst + input.abstained
    if (counted > voters.length)
      return fail({ field: 'votesFor', code: 'more-votes-than-rights', details: { detail: String(voters.length) } })
    if (counted === 0) return fail({ field: 'votesFor', code: 'no-votes' })
    // Nobody knows who kept their hand down: a count that falls short stays so.
    const didNotVote = counted === voters.length ? 0 : null
    const tally = { for: input.votesFor, against: input.votesAgainst, abstained: input.abstained, didNotVote, leftForInterest: out.length }
    const minorityView = input.minorityView ?? held.motion.minorityView
    return settleMotion(tx, doer, held, { ...blank(held, head, 'show_of_hands'), tally, minorityView })
  })
}

/** Opens a recorded vote: members vote on their own phones, or the clerk calls the roll. */
export async function openVote(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: MotionOnly): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const held = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    const no = refused(held, 'recorded_vote')
    if (no) return no
    await tx
      .updateTable('meetings.motion')
      .set((set) => ({
        state: 'open',
        method: 'recorded_vote',
        opened_at: head.happenedAt,
        quorum: evidenceOf(held, head.happenedAt),
        version: set('version', '+', 1),
      }))
      .where('id', '=', held.motion.id)
      .execute()
    return succeed({ outcome: held.motion.id, changed: changedBy(held.motion, false) })
  })
}

/** Closes a recorded vote and settles the motion by its count. The meeting must still be quorate: a vote that nobody could take is withdrawn. */
export async function closeVote(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: MotionOnly): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const held = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    const { state, openedAt } = held.motion
    // Whatever a clock says: nothing is counted, and no quorum judged, as of an instant before the vote was open.
    const isBefore = openedAt !== undefined && Temporal.Instant.compare(head.happenedAt, openedAt) < 0
    if (state !== 'open' || isBefore) return fail({ field: '', code: 'vote-not-open' })
    if (held.ground.quorum.state === 'not-quorate') {
      const words = held.ground.quorum.reasons.map((reason) => reason.words).join(' ')
      return fail({ field: '', code: 'not-quorate', details: { detail: words, offers: '' } })
    }
    if (held.ground.awaitingRuling.length > 0)
      return fail({ field: '', code: 'ruling-awaited', details: { detail: held.ground.awaitingRuling.join(', ') } })
    const votes = await findVotes(tx, [held.motion.id])
    if (votes.length === 0) return fail({ field: '', code: 'no-votes' })
    const { tally, rights } = countRecorded(votes, held.electorate)
    return settleMotion(tx, doer, held, { ...blank(held, head, 'recorded_vote'), tally, present: rights - tally.leftForInterest })
  })
}

/** Keeps the chair's casting vote, a record beside the chair's ordinary one; where the chair does not use it the motion falls. */
export async function recordCasting(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: CastingInput): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const held = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    const before = closedCount(held, head)
    if (before === undefined || held.motion.castingVote !== undefined) return fail({ field: '', code: 'no-casting-vote' })
    const rule = held.ground.terms?.voting.value?.castingVote ?? null
    const tied = before.tally?.for === before.tally?.against
    // At a joint meeting the casting vote is that of whoever presides for the board that decides.
    const presides = meeting.joint.length === 0 || holdingAt(held.record.quorum.chairs, head.happenedAt).length > 0
    if (!presides && input.casting !== 'unused') return fail({ field: '', code: 'nobody-presides' })
    if (rule === null || (rule === 'on-a-tie' && !tied)) return fail({ field: '', code: 'no-casting-vote' })
    return settleMotion(tx, doer, held, { ...before, casting: input.casting })
  })
}

/** Keeps the words of a motion as a carried amendment leaves it; only then is the motion itself open to a vote. */
export async function recordAmendedText(needs: Needs, doer: Doer, meetingId: string, head: EntryHead, input: AmendedInput): Answer {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    const held = await holdMotion(tx, doer, meeting, input.motion, head.happenedAt)
    const before = closedCount(held, head)
    if (before === undefined || !held.motion.isAmendment) return fail({ field: '', code: 'not-an-amendment-carried' })
    return settleMotion(tx, doer, held, { ...before, casting: held.motion.castingVote ?? null, amendedText: input.amendedText })
  })
}

/** The settlement of a motion that was counted and waits; undefined where there is none. */
function closedCount(held: HeldMotion, head: EntryHead): Settlement | undefined {
  const { state, method, tally } = held.motion
  if (state !== 'closed' || method === undefined || tally === undefined) return undefined
  const present = tally.for + tally.against + tally.abstained + (tally.didNotVote ?? 0)
  return { ...blank(held, head, method), tally, present }
}

function blank({ motion, electorate }: HeldMotion, head: EntryHead, method: MotionMethod): Settlement {
  const { consensusWords, minorityView } = motion
  const present = electorate.voters.length
  return { method, at: head.happenedAt, tally: undefined, present, casting: null, consensusWords, minorityView, amendedText: undefined }
}
