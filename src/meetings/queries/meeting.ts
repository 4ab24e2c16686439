import { type Selectable, sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import type { Tables } from '#platform/database/generated/tables.ts'
import type { Reader, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { MeetingKind, MeetingState, Sight } from '../rules/meeting.ts'

/** A meeting as it is kept (M2). */
export interface Meeting {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  /** '' where the body's name says it all. */
  readonly title: string
  /** What it is about beside its business; '' where nothing is said. */
  readonly theme: string
  readonly kind: MeetingKind
  readonly heldOn: Temporal.PlainDate
  /** Undefined where an old record does not say. */
  readonly startsAt: Temporal.PlainTime | undefined
  readonly endsAt: Temporal.PlainTime | undefined
  readonly place: string
  readonly access: 'public' | 'private'
  readonly accessNotes: string
  readonly filmingNotice: string
  readonly contact: string
  readonly state: MeetingState
  readonly calledAt: Temporal.Instant | undefined
  readonly successor: string | undefined
  readonly stateReason: string
  readonly sequence: number
  readonly firstPage: number
  readonly version: number
  /** Ids of the other bodies of a joint meeting that have agreed to meet there; empty for a meeting of one body. */
  readonly joint: readonly string[]
}

interface MeetingRow {
  readonly sight: string
  readonly kind: string
  readonly state: string
  readonly access: string
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly calledAt: Temporal.Instant | null
  readonly successor: string | null
}

/** The columns of a meeting, for every query that reads one. */
export const meetingColumns = [
  'm.id',
  'm.body',
  'm.sight',
  'm.title',
  'm.theme',
  'm.kind',
  'm.held_on as heldOn',
  'm.starts_at as startsAt',
  'm.ends_at as endsAt',
  'm.place',
  'm.access',
  'm.access_notes as accessNotes',
  'm.filming_notice as filmingNotice',
  'm.contact',
  'm.state',
  'm.called_at as calledAt',
  'm.successor',
  'm.state_reason as stateReason',
  'm.sequence',
  'm.first_page as firstPage',
  'm.version',
  'm.joint',
] as const

/** Reads a row of `meetingColumns` as a meeting. */
export function meetingOf<Row extends MeetingRow>(row: Row) {
  return {
    ...row,
    sight: row.sight as Sight,
    kind: row.kind as MeetingKind,
    state: row.state as MeetingState,
    access: row.access as Meeting['access'],
    startsAt: row.startsAt === null ? undefined : Temporal.PlainTime.from(row.startsAt),
    endsAt: row.endsAt === null ? undefined : Temporal.PlainTime.from(row.endsAt),
    calledAt: row.calledAt ?? undefined,
    successor: row.successor ?? undefined,
  }
}

/**
 * The meeting of that id, as far as one may know of it.
 * @throws NotFound where there is none
 */
export async function findMeeting(reader: Reader, id: string): Promise<Meeting> {
  const row = isUuid(id)
    ? await reader.selectFrom('meetings.meeting as m').select(meetingColumns).where('m.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such meeting.')
  return meetingOf(row)
}

/** The same, held against everybody else until the transaction ends. */
export async function lockMeeting(tx: Writer, id: string): Promise<Meeting> {
  const row = isUuid(id)
    ? await tx.selectFrom('meetings.meeting as m').select(meetingColumns).where('m.id', '=', id).forNoKeyUpdate().executeTakeFirst()
    : undefined
  // A row that one may read but not write is not locked either: the permission is asked next, and says so.
  return row ? meetingOf(row) : findMeeting(tx, id)
}

/**
 * Holds a meeting for one entry of somebody at it until the transaction ends: whoever may change the meeting holds it against everybody, others so that
 * its state cannot change meanwhile; and nobody enters two things at once.
 * @throws NotFound where there is none, or none that one may know of
 */
export async function holdForEntry(tx: Writer, id: string): Promise<Meeting> {
  if (!isUuid(id)) throw new NotFound('No such meeting.')
  const held = sql<Selectable<Tables['meetings.meeting']>>`meetings.hold_for_entry(${id})`.as<'m'>('m')
  const row = await tx.selectFrom(held).select(meetingColumns).executeTakeFirst()
  if (!row) throw new NotFound('No such meeting.')
  return meetingOf(row)
}

/** What only those who attend may know. */
export interface JoiningDetails {
  readonly onlineLink: string
  readonly joiningNotes: string
}

/** How to join online; undefined where nothing is recorded or one may not know. */
export async function findJoiningDetails(reader: Reader, meeting: string): Promise<JoiningDetails | undefined> {
  return reader
    .selectFrom('meetings.meeting_private')
    .select(['online_link as onlineLink', 'joining_notes as joiningNotes'])
    .where('meeting', '=', meeting)
    .executeTakeFirst()
}

/** Ids of the other bodies of a joint meeting. */
export async function findJointBodies(reader: Reader, meeting: string): Promise<readonly string[]> {
  const rows = await reader.selectFrom('meetings.joint_body').select('body').where('meeting', '=', meeting).execute()
  return rows.map(({ body }) => body)
}

/** Whether something of a body at the table of a meeting is recorded there: its people, its decisions. */
export async function isRecordedAt(reader: Reader, meeting: string, body: string): Promise<boolean> {
  const found = await reader.selectNoFrom(sql<boolean>`meetings.joint_recorded(${meeting}, ${body})`.as('recorded')).executeTakeFirst()
  return found?.recorded ?? false
}

/** A change of a meeting's state. */
export interface StateChange {
  readonly from: MeetingState
  readonly to: MeetingState
  readonly reason: string
  readonly decidedBy: string
  readonly at: Temporal.Instant
}

/** Every change of a meeting's state, earliest first; for those who attend. */
export async function findStateChanges(reader: Reader, meeting: string): Promise<readonly StateChange[]> {
  const rows = await reader
    .selectFrom('meetings.state_change')
    .select(['from_state as from', 'to_state as to', 'reason', 'decided_by as decidedBy', 'at'])
    .where('meeting', '=', meeting)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, from: row.from as MeetingState, to: row.to as MeetingState }))
}

/** That a board meets where another has called, as the access matrix names it: a matter of that board. */
export function guardedJointBody(body: string): Guarded {
  return { record: 'joint-body', state: 'any', ties: { body } }
}

/** A meeting as the access matrix names it. */
export function guardedMeeting({ id, body, sight, joint }: Guardable): Guarded {
  return {
    record: 'meeting',
    state: sight,
    ties: { body, meeting: id, atTable: joint?.map((one) => (typeof one === 'string' ? one : one.id)) },
  }
}

type Guardable = Pick<Meeting, 'id' | 'body' | 'sight'> & { readonly joint?: readonly (string | { readonly id: string })[] }
