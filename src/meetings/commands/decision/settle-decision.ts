import { delegationOf, needsRatification } from '#governance/public.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { Doer } from '../../needs.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import type { Decision } from '../../queries/decisions.ts'
import { decidedItem, findItemsWithMoneySection } from '../../queries/live/motion-scene.ts'
import { holdsPack } from '../../queries/publications.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround, startOf } from '../../queries/record.ts'
import { tableOf } from '../../queries/roll-lines.ts'
import type { Category } from '../../rules/agenda.ts'
import { commitsMoney, needsItem, questionsFor, refuseItem } from '../../rules/decided-item.ts'
import { type DecisionRefusal, isFinal, refuseDecision } from '../../rules/decision.ts'
import { leaversOf } from '../../rules/declared-interest.ts'
import { placesVotingOn, type QuorumEvidence, quorumEvidence, replayQuorum, rightsPresent } from '../../rules/quorum-at.ts'

/** What a decision that is put right decided so far. */
export type DecidedBefore = Pick<Decision, 'item' | 'type' | 'matter'>

/** A decision that the terms let this body take at that moment. */
export interface SettledDecision {
  readonly ground: MeetingGround
  /** What is kept of it, but its sight and number. */
  readonly row: ReturnType<typeof rowOf>
}

/** When a decision was taken, where the form does not say it. */
export interface DecisionMoment {
  readonly at: Temporal.Instant
  /** Voting rights that the votes are measured against, as a recorded vote counted them; undefined: those present at that moment. */
  readonly rights?: number | undefined
  /** It was put as a motion, whose item was asked about before the vote. */
  readonly onMotion?: boolean
}

/**
 * Asks the terms in force whether a decision can stand as entered, and its item whether it can be decided on, and takes the quorum that it was made
 * with (G9, G13, G14, C16).
 * @param of - the body that decides: its own terms, roll and quorum are asked
 * @param before - the decision that is put right; its item is asked again only where what it decides has changed
 */
export async function settleDecision(
  tx: Writer,
  doer: Doer,
  meetingId: string,
  of: string,
  input: DecisionInput,
  moment?: DecisionMoment,
  before?: DecidedBefore,
): Promise<Result<SettledDecision, FieldProblem>> {
  const meeting = await findRecordedMeeting(tx, meetingId)
  if (!meeting) throw new NotFound('No such meeting.')
  if (meeting.state !== 'in_progress' && meeting.state !== 'ended') return fail({ field: '', code: 'not-begun' })
  const whole = await findMeetingGround(tx, meeting)
  const ground = tableOf(whole, of)
  if (!ground) return fail({ field: 'ofBody', code: 'body-not-at-table' })
  const item = input.item === undefined ? undefined : await findItem(tx, meetingId, input.item)
  // Who must leave for the item is not counted for a decision on it, whether or not the clock of the item runs (G13).
  const leavers = leaversOf(ground.interests, item?.id ?? null)
  const evidence = quorumEvidence(ground.quorum, moment?.at ?? momentOf(ground, input, doer), leavers, input.functionKey ?? '')
  const asked = moment?.onMotion || decidesTheSame(before, input) ? [] : await itemProblems(tx, doer, ground, input, item)
  const [first, ...more] = [...asked, ...problemsOf(input, ground, evidence, moment?.rights ?? rightsPresent(evidence))]
  if (first) return fail(first, ...more)
  return succeed({ ground, row: rowOf(input, ground, item && { id: item.id, category: item.category }, evidence) })
}

function decidesTheSame(before: DecidedBefore | undefined, { item, type, matter }: DecisionInput): boolean {
  return before !== undefined && before.item === (item ?? null) && before.type === type && before.matter === matter
}

/** What a decision without a motion is asked about its item, as a motion is (handbook 3.3). */
async function itemProblems(
  tx: Writer,
  doer: Doer,
  ground: MeetingGround,
  input: DecisionInput,
  item: AgendaItem | undefined,
): Promise<readonly FieldProblem[]> {
  const questions = questionsFor(ground.meeting, await holdsPack(tx, ground.meeting.id), doer.today)
  if (questions === 'none') return []
  const problem = (code: string, detail = ''): FieldProblem => ({ field: 'item', code, details: { detail } })
  if (item === undefined) return questions === 'all' && needsItem(input.type) ? [problem('item-needed')] : []
  if (item.withdrawnAt) return [problem('decided-item-withdrawn')]
  const facts = decidedItem(ground, item, await findItemsWithMoneySection(tx, ground.meeting.id))
  const money = commitsMoney(input.type, input.matter, item.content?.commitsMoney ?? false)
  const asked = questions === 'all' ? facts : { ...facts, awaitingRuling: [] }
  return refuseItem(asked, money).map(({ code, detail }) => problem(code, detail))
}

function rowOf(
  input: DecisionInput,
  { terms, meeting }: MeetingGround,
  item: { readonly id: string; readonly category: Category } | undefined,
  evidence: QuorumEvidence,
) {
  const category: Category = item?.category ?? 'public'
  return {
    item: item?.id ?? null,
    of_body: meeting.body.id,
    category,
    type: input.type,
    text: input.text,
    matter: input.matter,
    function_key: input.functionKey ?? '',
    authority: terms?.functions.value?.find(({ key }) => key === input.functionKey)?.name ?? '',
    binds_nobody: bindsNobody(input, terms),
    referred_to: input.referredTo ?? '',
    proposer: input.proposer ?? '',
    seconder: input.seconder ?? '',
    method: input.method,
    votes_for: input.votesFor ?? null,
    votes_against: input.votesAgainst ?? null,
    abstained: input.abstained ?? null,
    consensus_sought: input.consensusSought,
    casting_vote_used: input.castingVoteUsed,
    minority_view: input.minorityView ?? '',
    interests: input.interests ?? '',
    quorum: JSON.stringify({ ...evidence, verdict: replayQuorum(evidence) }),
  }
}

/** Whether partners must take it home: a final decision on a function whose decisions bind nobody by themselves (M10, G14). */
function bindsNobody({ type, functionKey = '' }: DecisionInput, terms: MeetingGround['terms']): boolean {
  return terms !== undefined && isFinal(type) && needsRatification(delegationOf(terms, functionKey))
}

/** When it was decided: as entered, else now while the meeting is in progress, else at its start. */
function momentOf({ meeting }: MeetingGround, { at }: DecisionInput, doer: Doer): Temporal.Instant {
  if (at !== undefined) return instantOf(meeting.heldOn, at)
  return meeting.state === 'in_progress' && meeting.heldOn.equals(doer.today) ? doer.now : startOf(meeting)
}

function problemsOf(input: DecisionInput, ground: MeetingGround, evidence: QuorumEvidence, rights: number): readonly FieldProblem[] {
  const isTested = evidence.verdict.state === 'not-quorate' || evidence.verdict.state === 'undefined'
  if (isTested && ground.attendance.stays.length === 0) return [{ field: 'type', code: 'attendance-missing' }]
  const proposed = {
    type: input.type,
    method: input.method,
    matter: input.matter,
    functionKey: input.functionKey ?? '',
    referredTo: input.referredTo ?? '',
    tally: { for: input.votesFor ?? null, against: input.votesAgainst ?? null, abstained: input.abstained ?? null },
    castingVoteUsed: input.castingVoteUsed,
    consensusSought: input.consensusSought,
  }
  const votingSeats = placesVotingOn(ground.quorum.places, input.functionKey ?? '').filter(({ voting }) => voting === 'voting').length
  const found = { terms: ground.terms, quorum: evidence.verdict, rightsPresent: rights, votingSeats }
  return refuseDecision(proposed, found).map(problemOf)
}

function problemOf({ field, code, offers, detail }: DecisionRefusal): FieldProblem {
  return { field, code, details: { offers: offers.join(' or '), detail } }
}
