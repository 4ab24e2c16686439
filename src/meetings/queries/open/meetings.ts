import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { findTopicSlugs } from '../topics.ts'
import { findOpenFiled, findOpenPapers, findOpenPublications } from './papers.ts'
import { findOpenActions, findOpenDecisions, findOpenMotions, findOpenPresence } from './record.ts'
import type { OpenItem, OpenMeeting } from './shapes.ts'

/** Ids of every meeting that the reader may know of, in their order; of these bodies, where some are given. */
export async function listOpenMeetings(reader: Reader, bodies?: readonly string[]): Promise<readonly string[]> {
  let query = reader.selectFrom('meetings.meeting').select('id').orderBy('id')
  if (bodies !== undefined) query = query.where('body', 'in', bodies)
  const rows = await query.execute()
  return rows.map(({ id }) => id)
}

/** The meeting at which a motion was put, or a decision without one was taken; undefined for none that the reader may know of. */
export async function findMeetingOfMotion(reader: Reader, id: string): Promise<string | undefined> {
  const motion = await reader.selectFrom('meetings.motion').select('meeting').where('id', '=', id).executeTakeFirst()
  const found = motion ?? (await reader.selectFrom('meetings.decision').select('meeting').where('id', '=', id).executeTakeFirst())
  return found?.meeting
}

/** These meetings with all that belongs to them, in a fixed number of statements; what the reader may not see is left out by the database. */
export async function findOpenMeetings(reader: Reader, ids: readonly string[]): Promise<readonly OpenMeeting[]> {
  if (ids.length === 0) return []
  const heads = await findHeads(reader, ids)
  const topics = await findTopicSlugs(reader, ids)
  const items = byMeeting((await findItems(reader, ids)).map((item) => ({ ...item, topics: topics.ofItem.get(item.id) ?? [] })))
  const papers = byMeeting(await findOpenPapers(reader, ids))
  const filed = byMeeting(await findOpenFiled(reader, ids))
  const publications = byMeeting(await findOpenPublications(reader, ids))
  const decided = await findOpenDecisions(reader, ids)
  const decisions = byMeeting(decided.map((decision) => ({ ...decision, topics: topics.ofDecision.get(decision.id) ?? [] })))
  const motions = byMeeting(await findOpenMotions(reader, ids))
  const actions = byMeeting(await findOpenActions(reader, ids))
  const presence = await findOpenPresence(reader, ids)
  const [interests, attendance] = [byMeeting(presence.interests), byMeeting(presence.attendance)]
  const [absences, chairs] = [byMeeting(presence.absences), byMeeting(presence.chairs)]
  return heads.map((head) => ({
    ...head,
    items: items.get(head.id) ?? [],
    papers: papers.get(head.id) ?? [],
    filed: filed.get(head.id) ?? [],
    publications: publications.get(head.id) ?? [],
    decisions: decisions.get(head.id) ?? [],
    motions: motions.get(head.id) ?? [],
    actions: actions.get(head.id) ?? [],
    interests: interests.get(head.id) ?? [],
    attendance: attendance.get(head.id) ?? [],
    absences: absences.get(head.id) ?? [],
    chairs: chairs.get(head.id) ?? [],
  }))
}

function byMeeting<Row extends { readonly meeting: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ meeting }) => meeting)
}

async function findHeads(reader: Reader, ids: readonly string[]) {
  const rows = await reader
    .selectFrom('meetings.meeting as m')
    .select(['m.id', 'm.body', 'm.title', 'm.kind', 'm.held_on as heldOn', 'm.starts_at as startsAt', 'm.ends_at as endsAt'])
    .select(['m.place', 'm.access', 'm.state', 'm.successor'])
    .select(sql<string[]>`array(select j.body from meetings.joint_body j where j.meeting = m.id order by j.body)`.as('jointBodies'))
    .where('m.id', 'in', ids)
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as OpenMeeting['kind'],
    access: row.access as OpenMeeting['access'],
    state: row.state as OpenMeeting['state'],
  }))
}

async function findItems(reader: Reader, ids: readonly string[]): Promise<readonly Omit<OpenItem, 'topics'>[]> {
  const rows = await reader
    .selectFrom('meetings.agenda_item as i')
    .leftJoin('meetings.item_content as c', 'c.item', 'i.id')
    .select(['i.id', 'i.meeting', 'i.number', 'i.position', 'i.public_title as publicTitle', 'c.title', 'i.purpose', 'i.category'])
    .select(['i.paragraphs', 'i.urgent'])
    .select((query) => [
      query
        .selectFrom('meetings.item_time as t')
        .select((row) => row.fn.min('t.from_at').as('from'))
        .whereRef('t.item', '=', 'i.id')
        .as('from'),
      query
        .selectFrom('meetings.item_time as t')
        .select((row) => row.fn.max('t.to_at').as('to'))
        .whereRef('t.item', '=', 'i.id')
        .as('to'),
    ])
    .where('i.meeting', 'in', ids)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.meeting')
    .orderBy('i.position')
    .orderBy('i.id')
    .execute()
  return rows.map((row) => ({ ...row, purpose: row.purpose as OpenItem['purpose'], category: row.category as OpenItem['category'] }))
}
