import { findMembership, findOffices } from '#governance/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { instantOf } from '#platform/time/london.ts'
import { attendanceText, type MinutedAttendance, type MinutedPerson } from '../rules/minutes-text.ts'
import { decemberApologies, decemberPresent, type RecordedPresence } from './attendance-2013.ts'
import { decemberMinutes, type RecordedMinute } from './december-2013.ts'
import { decemberDay, despatchDay, type MeetingRow, sometimeOn, treeOf } from './recorded.ts'

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
  await recordMinutes(tx, row, await recordAttendance(tx, row))
  return meeting
}

/** Who was there and who was not, as the minutes name them. */
async function recordAttendance(tx: Writer, row: MeetingRow): Promise<MinutedAttendance> {
  const { seats } = await findMembership(tx, row.body, decemberDay)
  const who = ({ seat: key, place, name }: RecordedPresence) => {
    if (name !== undefined) return { person: null, name, seat: null, place: null, organisation: '' }
    const seat = seats.find((one) => one.key === key)
    const holder = seat?.places.find((one) => one.place === place)?.holder
    if (seat === undefined || holder === undefined)
      throw new Error(`The sample has nobody in seat ${key}, place ${place}, in December 2013.`)
    return {
      person: holder.person.id,
      name: holder.person.name,
      seat: seat.id,
      place: place ?? 1,
      organisation: holder.onBehalfOf?.name ?? '',
    }
  }
  const timeOf = (time: string | undefined) => (time === undefined ? undefined : Temporal.PlainTime.from(time))
  const present = decemberPresent.map((one) => ({ ...who(one), capacity: one.capacity ?? '', leftAt: timeOf(one.leftAt) }))
  const absent = decemberApologies.map(who)
  const stays = present.map(({ organisation: _, leftAt, ...one }) => ({
    ...row,
    id: newId(),
    ...one,
    mode: 'in_room',
    left_at: leftAt === undefined ? null : instantOf(decemberDay, leftAt),
  }))
  await tx.insertInto('meetings.attendance').values(stays).execute()
  const rows = absent.map(({ organisation: _, ...one }) => ({ ...row, id: newId(), ...one, kind: 'apologies' }))
  await tx.insertInto('meetings.absence').values(rows).execute()
  const chair = await recordChair(tx, row)
  const person = (one: (typeof present)[number]): MinutedPerson => ({
    name: one.name,
    capacity: one.capacity || one.organisation,
    chaired: false,
    deputyFor: '',
    remote: false,
    times: one.leftAt === undefined ? [] : [{ arrived: undefined, left: one.leftAt }],
  })
  const chaired: readonly MinutedPerson[] =
    chair === undefined ? [] : [{ name: chair, capacity: '', chaired: true, deputyFor: '', remote: false, times: [] }]
  return {
    present: [...chaired, ...present.filter(({ seat }) => seat !== null).map(person)],
    inAttendance: present.filter(({ seat }) => seat === null).map(person),
    apologies: absent.map(({ name }) => name),
    withoutApology: [],
    quorum: '',
  }
}

/** The independent chair had no seat: chairing is a record of its own. */
async function recordChair(tx: Writer, row: MeetingRow): Promise<string | undefined> {
  const chair = (await findOffices(tx, row.body, decemberDay)).find(({ role }) => role === 'chair')?.person
  if (chair === undefined) return undefined
  const values = { ...row, id: newId(), person: chair.id, name: chair.name, basis: 'as_recorded' }
  await tx.insertInto('meetings.meeting_chair').values(values).execute()
  return chair.name
}

async function recordMinutes(tx: Writer, row: MeetingRow, attendance: MinutedAttendance): Promise<void> {
  const minutes = newId()
  const version = newId()
  const circulated = sometimeOn(despatchDay)
  await tx
    .insertInto('meetings.minutes')
    .values({ ...row, id: minutes, state: 'circulated', circulated_at: circulated })
    .execute()
  await tx
    .insertInto('meetings.minutes_version')
    .values({ ...row, id: version, minutes, number: 1, made_by: SYSTEM_ACTOR, made_at: circulated })
    .execute()
  const first = {
    item: null,
    position: 0,
    number: '',
    heading: 'Attendance',
    category: 'public',
    tree: JSON.stringify(attendanceText(attendance)),
  }
  await tx
    .insertInto('meetings.minutes_section')
    .values({ ...row, id: newId(), minutes_version: version, ...first })
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
      recorded_at: sometimeOn(decemberDay),
      time_known: false,
    })
    .execute()
  return id
}
