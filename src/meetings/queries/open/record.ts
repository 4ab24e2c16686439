import { sql } from 'kysely'
import { motionNeeds } from '#governance/public.ts'
import { findTermsInForce } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { findOpenRatifications } from './ratifications.ts'
import type {
  OpenAbsence,
  OpenAction,
  OpenChair,
  OpenDecision,
  OpenInterest,
  OpenMeeting,
  OpenMotion,
  OpenStay,
  OpenVote,
} from './shapes.ts'

/** The decisions of these meetings that stand, in the order in which they were recorded. */
export async function findOpenDecisions(reader: Reader, meetings: readonly string[]): Promise<readonly Omit<OpenDecision, 'topics'>[]> {
  const rows = await reader
    .selectFrom('meetings.decision as d')
    .select(['d.id', 'd.meeting', 'd.of_body as ofBody', 'd.item', 'd.number', 'd.type', 'd.text', 'd.method', 'd.votes_for as votesFor'])
    .select(['d.votes_against as votesAgainst', 'd.abstained', 'd.minority_view as minorityView', 'd.binds_nobody as bindsNobody'])
    .select([
      sql<string | null>`d.quorum #>> '{verdict,state}'`.as('quorum'),
      sql<OpenDecision['quorumCounts']>`coalesce(d.quorum #> '{verdict,reasons}', '[]')`.as('quorumCounts'),
    ])
    .where('d.meeting', 'in', meetings)
    .where('d.withdrawn', '=', false)
    .orderBy('d.id')
    .execute()
  const homes = await findOpenRatifications(reader, rows)
  return rows.map(({ bindsNobody: _binds, ...row }) => ({ ...row, ratification: homes.get(row.id) }))
}

/** The motions of these meetings that were settled, with the votes by name where they were recorded. */
export async function findOpenMotions(reader: Reader, meetings: readonly string[]): Promise<readonly OpenMotion[]> {
  const rows = await reader
    .selectFrom('meetings.motion as n')
    .select([
      'n.id',
      'n.meeting',
      'n.of_body as ofBody',
      'n.item',
      'n.amends',
      'n.number',
      'n.text',
      'n.state',
      'n.method',
      'n.proposer_name as proposer',
    ])
    .select(['n.seconder_name as seconder', 'n.votes_for as votesFor', 'n.votes_against as votesAgainst', 'n.abstained'])
    .select(['n.casting_vote as castingVote', 'n.decision', 'n.put_at as putAt', 'n.opened_at as openedAt', 'n.closed_at as closedAt'])
    .where('n.meeting', 'in', meetings)
    .where('n.state', 'in', ['carried', 'lost', 'withdrawn'])
    .orderBy('n.number')
    .execute()
  const votes = Map.groupBy(await findVotes(reader, meetings), ({ motion }) => motion)
  const needs = await findNeeds(reader, rows)
  return rows.map((row) => ({
    ...row,
    state: row.state as OpenMotion['state'],
    castingVote: row.castingVote as OpenMotion['castingVote'],
    requirement: needs.get(`${row.meeting} ${row.ofBody}`) ?? '',
    votes: votes.get(row.id) ?? [],
  }))
}

/** What a motion of each board needed at each of these meetings, by its own terms in force on the day; few meetings have motions. */
async function findNeeds(
  reader: Reader,
  motions: readonly { readonly meeting: string; readonly ofBody: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (motions.length === 0) return new Map()
  const asked = [...new Map(motions.map(({ meeting, ofBody }) => [`${meeting} ${ofBody}`, { meeting, ofBody }]))]
  const ids = asked.map(([, { meeting }]) => meeting)
  const held = await reader.selectFrom('meetings.meeting').select(['id', 'held_on as heldOn']).where('id', 'in', ids).execute()
  const days = new Map(held.map(({ id, heldOn }) => [id, heldOn]))
  const found = await Promise.all(
    asked.map(async ([key, { meeting, ofBody }]) => {
      const heldOn = days.get(meeting)
      const rule = heldOn && (await findTermsInForce(reader, ofBody, heldOn))?.voting.value
      return rule ? ([[key, motionNeeds(rule)]] as const) : []
    }),
  )
  return new Map(found.flat())
}

async function findVotes(reader: Reader, meetings: readonly string[]): Promise<readonly OpenVote[]> {
  const rows = await reader
    .selectFrom('meetings.vote as v')
    .select(['v.motion', 'v.person', 'v.name', 'v.choice'])
    .where('v.meeting', 'in', meetings)
    .orderBy('v.name')
    .orderBy('v.id')
    .execute()
  return rows.map((row) => ({ ...row, choice: row.choice as OpenVote['choice'] }))
}

/** The actions of these meetings that were not withdrawn, in the order in which they were recorded. */
export async function findOpenActions(reader: Reader, meetings: readonly string[]): Promise<readonly OpenAction[]> {
  const rows = await reader
    .selectFrom('meetings.action as a')
    .select([
      'a.id',
      'a.meeting',
      'a.of_body as ofBody',
      'a.item',
      'a.text',
      'a.due_words as dueWords',
      'a.due_to as dueTo',
      'a.state',
      'a.done_on as doneOn',
    ])
    .select(sql<string[]>`array(select l.name from meetings.action_lead l where l.action = a.id order by l.name)`.as('leads'))
    .where('a.meeting', 'in', meetings)
    .where('a.state', '<>', 'withdrawn')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as OpenAction['state'] }))
}

/** Who was there, who was not, who was in the chair, and which interests were declared at these meetings. */
export async function findOpenPresence(
  reader: Reader,
  meetings: readonly string[],
): Promise<{
  readonly interests: readonly OpenInterest[]
  readonly attendance: OpenMeeting['attendance']
  readonly absences: OpenMeeting['absences']
  readonly chairs: OpenMeeting['chairs']
}> {
  const interests = await reader
    .selectFrom('meetings.declared_interest')
    .select(['meeting', 'item', 'person', 'name', 'kind', 'consequence'])
    .where('meeting', 'in', meetings)
    .where('sensitive', '=', false)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
  const attendance = await reader
    .selectFrom('meetings.attendance')
    .select(['meeting', 'person', 'name', 'seat', 'deputy', 'mode', 'arrived_at as from', 'left_at as to'])
    .where('meeting', 'in', meetings)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const absences = await reader
    .selectFrom('meetings.absence')
    .select(['meeting', 'person', 'name', 'kind'])
    .where('meeting', 'in', meetings)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const chairs = await reader
    .selectFrom('meetings.meeting_chair')
    .select(['meeting', 'person', 'name', 'from_at as from', 'to_at as to'])
    .where('meeting', 'in', meetings)
    .orderBy('id')
    .execute()
  return {
    interests: interests as unknown as readonly OpenInterest[],
    attendance: attendance.map((row): OpenStay => ({ ...row, mode: row.mode as OpenStay['mode'] })),
    absences: absences.map((row): OpenAbsence => ({ ...row, kind: row.kind as OpenAbsence['kind'] })),
    chairs: chairs satisfies readonly OpenChair[],
  }
}
