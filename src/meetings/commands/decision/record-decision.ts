import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type AgendaItem, findItem } from '../../queries/agenda.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findMeetingGround, findRecordedMeeting, type MeetingGround, startOf } from '../../queries/record.ts'
import type { Category } from '../../rules/agenda.ts'
import { type DecisionRefusal, decisionNumber, refuseDecision } from '../../rules/decision.ts'
import { sightOnceMinuted } from '../../rules/minutes.ts'
import { type QuorumEvidence, quorumEvidence, replayQuorum, rightsPresent } from '../../rules/quorum-at.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'

/** Records a decision where the terms let this body take it at that moment, with the quorum it was taken by (M9, G9, G14). */
export async function recordDecision(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: DecisionInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const locked = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(locked), 'record')
    const meeting = await findRecordedMeeting(tx, meetingId)
    if (!meeting) throw new NotFound('No such meeting.')
    if (meeting.state !== 'in_progress' && meeting.state !== 'ended') return fail({ field: '', code: 'not-begun' })
    const ground = await findMeetingGround(tx, meeting)
    const item = input.item === undefined ? undefined : await findItem(tx, meetingId, input.item)
    const evidence = quorumEvidence(ground.quorum, momentOf(ground, input, doer))
    const [first, ...more] = problemsOf(input, ground, evidence)
    if (first) return fail(first, ...more)
    const id = await insert(tx, { doer, ground, item, input, evidence })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'decision.recorded',
      subjectType: 'decision',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}

/** When it was decided: as entered, else now while the meeting is in progress, else at its start. */
function momentOf({ meeting }: MeetingGround, { at }: DecisionInput, doer: Doer): Temporal.Instant {
  if (at !== undefined) return instantOf(meeting.heldOn, at)
  return meeting.state === 'in_progress' && meeting.heldOn.equals(doer.today) ? doer.now : startOf(meeting)
}

function problemsOf(input: DecisionInput, ground: MeetingGround, evidence: QuorumEvidence): readonly FieldProblem[] {
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
  const votingSeats = ground.quorum.places.filter(({ voting }) => voting === 'voting').length
  const found = { terms: ground.terms, quorum: evidence.verdict, rightsPresent: rightsPresent(evidence), votingSeats }
  return refuseDecision(proposed, found).map(problemOf)
}

function problemOf({ field, code, offers, detail }: DecisionRefusal): FieldProblem {
  return { field, code, details: { offers: offers.join(' or '), detail } }
}

interface Recorded {
  readonly doer: Doer
  readonly ground: MeetingGround
  readonly item: AgendaItem | undefined
  readonly input: DecisionInput
  readonly evidence: QuorumEvidence
}

async function insert(tx: Writer, { doer, ground, item, input, evidence }: Recorded): Promise<string> {
  const { meeting, terms } = ground
  const id = newId()
  const category: Category = item?.category ?? 'public'
  const minuted = (await sightOfRecord(tx, meeting.id)) === 'public'
  const named = terms?.functions.value?.find(({ key }) => key === input.functionKey)
  await tx
    .insertInto('meetings.decision')
    .values({
      id,
      meeting: meeting.id,
      body: meeting.body.id,
      sight: minuted ? sightOnceMinuted(category) : 'members',
      item: item?.id ?? null,
      number: await nextNumber(tx, ground),
      type: input.type,
      text: input.text,
      authority: named?.name ?? '',
      referred_to: input.referredTo ?? '',
      proposer: input.proposer ?? '',
      seconder: input.seconder ?? '',
      method: input.method,
      votes_for: input.votesFor ?? null,
      votes_against: input.votesAgainst ?? null,
      abstained: input.abstained ?? null,
      minority_view: input.minorityView ?? '',
      interests: input.interests ?? '',
      category,
      quorum: JSON.stringify({ ...evidence, verdict: replayQuorum(evidence) }),
      decided_on: meeting.heldOn,
      recorded_at: doer.now,
    })
    .execute()
  return id
}

/** Takes the next number of the body's scheme; two clerks at once wait for one another. */
async function nextNumber(tx: Writer, { meeting, terms }: MeetingGround): Promise<string> {
  const scheme = terms?.decisionNumbers.value ?? null
  if (scheme === null) return ''
  const before = await tx
    .selectFrom('meetings.decision')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('meeting', '=', meeting.id)
    .executeTakeFirstOrThrow()
  if (!scheme.runsOn) return decisionNumber(scheme, Number(before.count) + 1, meeting.heldOn)
  return decisionNumber(scheme, await takeNumber(tx, meeting.body.id, 'decision', scheme.start ?? 1, 1), meeting.heldOn)
}

/** Takes `count` numbers of a series that runs on across meetings, and hands back the first. `start` counts where the series is new. */
export async function takeNumber(tx: Writer, body: string, series: 'decision' | 'minute', start: number, count: number): Promise<number> {
  await tx
    .insertInto('meetings.number_series')
    .values({ body, series, next: start })
    .onConflict((conflict) => conflict.columns(['body', 'series']).doNothing())
    .execute()
  const row = await tx
    .updateTable('meetings.number_series')
    .set((set) => ({ next: set('next', '+', count) }))
    .where('body', '=', body)
    .where('series', '=', series)
    .returning('next')
    .executeTakeFirstOrThrow()
  return row.next - count
}
