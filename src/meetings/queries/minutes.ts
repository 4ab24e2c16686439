import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Paper } from '#platform/paper/tree.ts'
import type { Category } from '../rules/agenda.ts'
import type { Sight } from '../rules/meeting.ts'
import type { MinutesStanding, MinutesState } from '../rules/minutes.ts'
import type { RecordSource } from '../rules/minutes-entries.ts'
import type { SectionText } from '../rules/minutes-record.ts'

/** The minutes of a meeting, without their text. */
export interface Minutes {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly sight: Sight
  readonly state: MinutesState
  readonly circulatedAt: Temporal.Instant | null
  readonly approvedAtMeeting: string | null
  readonly approvedOn: Temporal.PlainDate | null
  readonly amendments: string
  /** Who proposed them; '' where nobody is named. */
  readonly amendmentsBy: string
  /** Proposed there, and not agreed; '' for none. */
  readonly amendmentsRefused: string
  /** Why minutes were approved that say something else than the record; '' where they agree. */
  readonly departsReason: string
  /** '' until somebody signed. */
  readonly signedBy: string
  readonly signedOn: Temporal.PlainDate | null
  readonly publishedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnReason: string
  readonly version: number
}

/** The minutes of a meeting; undefined where there are none that the reader may know of. */
export async function findMinutes(reader: Reader, meeting: string): Promise<Minutes | undefined> {
  const row = await reader.selectFrom('meetings.minutes').selectAll().where('meeting', '=', meeting).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    meeting: row.meeting,
    body: row.body,
    sight: row.sight as Sight,
    state: row.state as MinutesState,
    circulatedAt: row.circulated_at,
    approvedAtMeeting: row.approved_at_meeting,
    approvedOn: row.approved_on,
    amendments: row.amendments,
    amendmentsBy: row.amendments_by,
    amendmentsRefused: row.amendments_refused,
    departsReason: row.departs_reason,
    signedBy: row.signed_by,
    signedOn: row.signed_on,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    version: row.version,
  }
}

/** What the next step of minutes is worked out from. */
export function standingOfMinutes({ state, publishedAt, signedBy, withdrawnAt }: Minutes): MinutesStanding {
  return { state, isPublic: publishedAt !== null, isSigned: signedBy !== '', isWithdrawn: withdrawnAt !== null }
}

/** A section as it is kept. */
export interface MinutesSection extends SectionText {
  readonly id: string
  readonly position: number
}

/** One version of minutes with the sections that the reader may see. */
export interface MinutesVersion {
  readonly id: string
  readonly number: number
  readonly reason: string
  readonly madeAt: Temporal.Instant
  readonly sight: Sight
  readonly sections: readonly MinutesSection[]
}

function versions(reader: Reader, minutes: string) {
  return reader
    .selectFrom('meetings.minutes_version')
    .select(['id', 'number', 'reason', 'made_at as madeAt', 'sight'])
    .where('minutes', '=', minutes)
    .orderBy('number', 'desc')
}

/** Every version that the reader may see, the newest first, without sections. */
export async function listMinutesVersions(reader: Reader, minutes: string): Promise<readonly Omit<MinutesVersion, 'sections'>[]> {
  const rows = await versions(reader, minutes).execute()
  return rows.map((row) => ({ ...row, sight: row.sight as Sight }))
}

/** The newest version that the reader may see, or the one of that number. */
export async function findMinutesVersion(reader: Reader, minutes: string, number?: number): Promise<MinutesVersion | undefined> {
  const query = versions(reader, minutes)
  const row = await (number === undefined ? query : query.where('number', '=', number)).executeTakeFirst()
  if (!row) return undefined
  const sections = await reader
    .selectFrom('meetings.minutes_section')
    .select(['id', 'item', 'position', 'number', 'heading', 'category', 'tree', 'decisions', 'actions', 'sources'])
    .where('minutes_version', '=', row.id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const read = sections.map(({ decisions, actions, sources, ...section }) => ({
    ...section,
    category: section.category as Category,
    tree: section.tree as unknown as Paper,
    sources: pointersOf(sources as readonly RecordSource[], decisions, actions),
  }))
  return { ...row, sight: row.sight as Sight, sections: read }
}

/** Pointers to the record; sections of before they were kept point to decisions and actions only, without the words of then. */
function pointersOf(sources: readonly RecordSource[], decisions: readonly string[], actions: readonly string[]): readonly RecordSource[] {
  const known = new Set(sources.map(({ id }) => id))
  const old = (kind: 'decision' | 'action', ids: readonly string[]): readonly RecordSource[] =>
    ids.filter((id) => !known.has(id)).map((id) => ({ kind, id, says: [] }))
  return [...sources, ...old('decision', decisions), ...old('action', actions)]
}

/** The number of the minute that holds a decision: '' where minutes are not numbered, undefined where it is in none to be seen. */
export async function findMinuteOf(reader: Reader, meeting: string, decision: string): Promise<string | undefined> {
  const row = await reader
    .selectFrom('meetings.minutes_section as s')
    .innerJoin('meetings.minutes_version as v', 'v.id', 's.minutes_version')
    .select('s.number')
    .where('s.meeting', '=', meeting)
    .where((where) => where(where.val(decision), '=', where.fn.any('s.decisions')))
    .orderBy('v.number', 'desc')
    .executeTakeFirst()
  return row?.number
}

/** A meeting at which minutes may be approved. */
export interface LaterMeeting {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly heldOn: Temporal.PlainDate
}

/** The meetings of a body on or after a day, the earliest first; at most 24. */
export async function findLaterMeetings(reader: Reader, body: string, from: Temporal.PlainDate): Promise<readonly LaterMeeting[]> {
  return reader
    .selectFrom('meetings.meeting')
    .select(['id', 'kind', 'state', 'held_on as heldOn'])
    .where('body', '=', body)
    .where('held_on', '>=', from)
    .orderBy('held_on')
    .limit(24)
    .execute()
}

/** Minutes as the access matrix names them. */
export function guardedMinutes({ sight, body, meeting }: Pick<Minutes, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'minutes', state: sight, ties: { body, meeting } }
}
