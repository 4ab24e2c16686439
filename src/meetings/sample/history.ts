import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { parseMarkdown } from '#platform/paper/parse-markdown.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { instantOf } from '#platform/time/london.ts'
import { decemberApologies, decemberPresent, type RecordedPresence } from './attendance-2013.ts'
import { decemberMinutes, type RecordedMinute } from './december-2013.ts'
import { februaryAgenda, type RecordedItem } from './february-2014.ts'

/** 11 December 2013: the meeting that is minuted. */
export const decemberDay = Temporal.PlainDate.from('2013-12-11')
/** 24 February 2014: the meeting whose agenda and despatch are known, and whose outcome is not. */
export const februaryDay = Temporal.PlainDate.from('2014-02-24')
/** 14 February 2014: the day on which the pack of February went out. */
export const despatchDay = Temporal.PlainDate.from('2014-02-14')

const noon = Temporal.PlainTime.from('12:00')

interface MeetingRow {
  readonly meeting: string
  readonly body: string
  readonly sight: 'public'
}

/** The text of the sample as a tree; the sample is ours, so text that cannot be read is a fault. */
export function treeOf(markdown: string): Paper {
  const parsed = parseMarkdown(markdown)
  if (!parsed.ok) throw new Error(`The sample holds text that cannot be read: ${markdown.slice(0, 60)}`)
  return parsed.value.paper
}

/** Records the meeting of 11 December 2013 as its minutes tell it, for the strategic partnership. Returns the meeting's id. */
export async function recordDecember2013(tx: Writer, body: string): Promise<string> {
  const meeting = newId()
  const row: MeetingRow = { meeting, body, sight: 'public' }
  await tx
    .insertInto('meetings.meeting')
    .values({
      id: meeting,
      body,
      sight: 'public',
      kind: 'ordinary',
      held_on: decemberDay,
      ends_at: '16:15',
      access: 'public',
      state: 'ended',
    })
    .execute()
  await recordAttendance(tx, row)
  await recordMinutes(tx, row)
  return meeting
}

async function recordAttendance(tx: Writer, row: MeetingRow): Promise<void> {
  const holders = await tx
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .select(['s.id as seat', 's.key', 'a.place', 'a.person', 'p.name'])
    .where('s.body', '=', row.body)
    .where(sql<boolean>`${decemberDay.toString()}::date <@ daterange(a.starts_on, a.ends_on)`)
    .execute()
  const who = ({ seat, place, name }: RecordedPresence) => {
    if (name !== undefined) return { person: null, name, seat: null, place: null }
    const holder = holders.find((one) => one.key === seat && one.place === place)
    if (holder === undefined) throw new Error(`The sample has nobody in seat ${seat}, place ${place}, on ${decemberDay.toString()}.`)
    return { person: holder.person, name: holder.name, seat: holder.seat, place: holder.place }
  }
  const at = (time: string | undefined) => (time === undefined ? null : instantOf(decemberDay, Temporal.PlainTime.from(time)))
  await tx
    .insertInto('meetings.attendance')
    .values(
      decemberPresent.map((one) => ({
        ...row,
        id: newId(),
        ...who(one),
        capacity: one.capacity ?? '',
        mode: 'in_room',
        left_at: at(one.leftAt),
      })),
    )
    .execute()
  await tx
    .insertInto('meetings.absence')
    .values(decemberApologies.map((one) => ({ ...row, id: newId(), ...who(one), kind: 'apologies' })))
    .execute()
  const chair = await tx
    .selectFrom('governance.office as o')
    .innerJoin('governance.person as p', 'p.id', 'o.person')
    .select(['p.id', 'p.name'])
    .where('o.body', '=', row.body)
    .where('o.role', '=', 'chair')
    .where(sql<boolean>`${decemberDay.toString()}::date <@ daterange(o.starts_on, o.ends_on)`)
    .executeTakeFirst()
  if (chair === undefined) return
  await tx
    .insertInto('meetings.meeting_chair')
    .values({ ...row, id: newId(), person: chair.id, name: chair.name, basis: 'as_recorded' })
    .execute()
}

async function recordMinutes(tx: Writer, row: MeetingRow): Promise<void> {
  const minutes = newId()
  const version = newId()
  const circulated = instantOf(despatchDay, noon)
  await tx
    .insertInto('meetings.minutes')
    .values({ ...row, id: minutes, state: 'circulated', circulated_at: circulated })
    .execute()
  await tx
    .insertInto('meetings.minutes_version')
    .values({ ...row, id: version, minutes, number: 1, made_by: SYSTEM_ACTOR, made_at: circulated })
    .execute()
  for (const [index, minute] of decemberMinutes.entries()) await recordMinute(tx, row, { version, index, minute })
  const after = (decemberMinutes.at(-1)?.number ?? 0) + 1
  await tx.insertInto('meetings.number_series').values({ body: row.body, series: 'minute', next: after }).execute()
}

/** The agenda of December is not in the source: items carry the numbers of their minutes. */
async function recordMinute(tx: Writer, row: MeetingRow, about: { version: string; index: number; minute: RecordedMinute }): Promise<void> {
  const { version, index, minute } = about
  const item = newId()
  const number = String(minute.number)
  await tx
    .insertInto('meetings.agenda_item')
    .values({
      ...row,
      id: item,
      position: index + 1,
      number,
      numbered_by_hand: true,
      public_title: minute.heading,
      purpose: 'not_stated',
      report_status: 'not_stated',
      category: 'public',
    })
    .execute()
  await tx
    .insertInto('meetings.item_content')
    .values({ ...row, item, category: 'public', title: minute.heading })
    .execute()
  const decision = minute.resolved === undefined ? undefined : await recordDecision(tx, row, { item, number, text: minute.resolved })
  await tx
    .insertInto('meetings.minutes_section')
    .values({
      ...row,
      id: newId(),
      minutes_version: version,
      item,
      position: index + 1,
      number,
      heading: minute.heading,
      category: 'public',
      tree: JSON.stringify(treeOf(minute.resolved === undefined ? minute.text : `${minute.text}\n\n**Resolved**\n\n${minute.resolved}`)),
      decisions: decision === undefined ? [] : [decision],
    })
    .execute()
}

async function recordDecision(tx: Writer, row: MeetingRow, about: { item: string; number: string; text: string }): Promise<string> {
  const id = newId()
  await tx
    .insertInto('meetings.decision')
    .values({
      ...row,
      id,
      item: about.item,
      number: about.number,
      type: 'note',
      text: about.text,
      method: 'not_recorded',
      category: 'public',
      decided_on: decemberDay,
      recorded_at: instantOf(decemberDay, noon),
    })
    .execute()
  return id
}

/** Records the agenda of 24 February 2014, its pages and its despatch. Returns the ids of the meeting and of the publication. */
export async function recordFebruary2014(tx: Writer, body: string, author: string): Promise<{ meeting: string; publication: string }> {
  const meeting = newId()
  const publication = newId()
  const row: MeetingRow = { meeting, body, sight: 'public' }
  const sent = instantOf(despatchDay, noon)
  await tx
    .insertInto('meetings.meeting')
    .values({
      id: meeting,
      body,
      sight: 'public',
      kind: 'ordinary',
      held_on: februaryDay,
      starts_at: '14:00',
      place: 'The Exhibition Hall, Mill Road, Northbrook',
      access: 'public',
      state: 'called',
      called_at: sent,
    })
    .execute()
  await tx
    .insertInto('meetings.publication')
    .values({ ...row, id: publication, kind: 'pack', number: 1, published_at: sent, published_on: despatchDay, actor: SYSTEM_ACTOR })
    .execute()
  const ids = new Map<string, string>()
  for (const [index, item] of februaryAgenda.entries()) {
    const id = newId()
    ids.set(item.number, id)
    await tx
      .insertInto('meetings.agenda_item')
      .values({
        ...row,
        id,
        parent: parentOf(ids, item.number),
        position: index + 1,
        number: item.number,
        numbered_by_hand: true,
        public_title: item.title,
        purpose: 'not_stated',
        report_status: item.status,
        category: 'public',
      })
      .execute()
    await tx
      .insertInto('meetings.item_content')
      .values({ ...row, item: id, category: 'public', title: item.title })
      .execute()
    if (item.pages !== undefined) await recordPaper(tx, row, { item: id, recorded: item, publication, author })
  }
  return { meeting, publication }
}

/** '5a' stands under '5'; a number without a letter stands on its own. */
function parentOf(ids: ReadonlyMap<string, string>, number: string): string | null {
  return /[a-z]$/.test(number) ? (ids.get(number.replace(/[a-z]+$/, '')) ?? null) : null
}

async function recordPaper(
  tx: Writer,
  row: MeetingRow,
  about: { item: string; recorded: RecordedItem; publication: string; author: string },
): Promise<void> {
  const { item, recorded, publication, author } = about
  const paper = newId()
  const version = newId()
  const sent = instantOf(despatchDay, noon)
  const text =
    recorded.paper ?? decemberMinutes.map(({ number, heading, text: words }) => `# ${number} ${heading}\n\n${words}`).join('\n\n')
  const [first = '', last = ''] = recorded.pages ?? []
  await tx
    .insertInto('meetings.paper')
    .values({ ...row, id: paper, item, category: 'public', title: recorded.title, author, state: 'published', submitted_at: sent })
    .execute()
  await tx
    .insertInto('meetings.paper_version')
    .values({
      ...row,
      id: version,
      paper,
      category: 'public',
      number: 1,
      fields: '{}',
      tree: JSON.stringify(treeOf(text)),
      state: 'published',
      made_by: SYSTEM_ACTOR,
      made_at: sent,
    })
    .execute()
  await tx
    .insertInto('meetings.published_paper')
    .values({ ...row, publication, paper_version: version, item, category: 'public', first_page: first, last_page: last })
    .execute()
}
