import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../rules/agenda.ts'

/** Something that happened to a meeting since a member last looked. */
export type Change =
  | {
      readonly kind: 'published'
      readonly what: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release'
      readonly number: number
      readonly id: string
      readonly reason: string
      readonly at: Temporal.Instant
    }
  | {
      readonly kind: 'withdrawn'
      readonly what: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release'
      readonly reason: string
      readonly at: Temporal.Instant
    }
  | { readonly kind: 'details' }
  | { readonly kind: 'item-added' | 'item-withdrawn' | 'item-changed'; readonly item: string; readonly number: string }

/** A published paper with whether one has read it. */
export interface PaperToRead {
  readonly paper: string
  readonly version: string
  /** Number of the version that stands. */
  readonly number: number
  readonly title: string
  readonly item: string
  readonly itemNumber: string
  readonly category: Category
  readonly first: string
  readonly last: string
  /** When one marked this version as read; null where one has not. */
  readonly readAt: Temporal.Instant | null
  /** The newest earlier version that one has read, for what is different since; null where there is none. */
  readonly readBefore: number | null
}

/** What one has read of a meeting. All of it one's own: nobody else's can be asked for, and the database would give nothing. */
export interface Reading {
  /** Undefined where one never said that one has seen the meeting. */
  readonly seenAt: Temporal.Instant | undefined
  /** Since then, latest first; empty where one never said so. */
  readonly changes: readonly Change[]
  readonly papers: readonly PaperToRead[]
}

/** Reads what one person has read of a meeting, as that person. */
export async function findReading(reader: Reader, meeting: string, person: string): Promise<Reading> {
  const seen = await reader
    .selectFrom('meetings.meeting_seen')
    .select(['at', 'changes_at as changesAt'])
    .where('meeting', '=', meeting)
    .where('person', '=', person)
    .executeTakeFirst()
  return {
    seenAt: seen?.at,
    changes: seen ? await findChanges(reader, meeting, seen) : [],
    papers: await findPapersToRead(reader, meeting, person),
  }
}

async function findChanges(
  reader: Reader,
  meeting: string,
  seen: { readonly at: Temporal.Instant; readonly changesAt: Temporal.Instant },
): Promise<readonly Change[]> {
  const publications = await reader
    .selectFrom('meetings.publication')
    .select([
      'id',
      'kind',
      'number',
      'reason',
      'published_at as publishedAt',
      'withdrawn_at as withdrawnAt',
      'withdrawn_reason as withdrawnReason',
    ])
    .where('meeting', '=', meeting)
    .orderBy('published_at', 'desc')
    .execute()
  const agenda = await reader
    .selectFrom('meetings.agenda_change as c')
    .leftJoin('meetings.agenda_item as i', 'i.id', 'c.item')
    .select(['c.kind', 'c.item', 'i.number'])
    .where('c.meeting', '=', meeting)
    .where('c.at', '>', seen.changesAt)
    .orderBy('c.at', 'desc')
    .execute()
  const isNew = (at: Temporal.Instant): boolean => Temporal.Instant.compare(at, seen.at) > 0
  const news = publications.flatMap((row): Change[] => {
    const what = row.kind as 'pack'
    if (row.withdrawnAt)
      return isNew(row.withdrawnAt) ? [{ kind: 'withdrawn', what, reason: row.withdrawnReason, at: row.withdrawnAt }] : []
    const { id, number, reason, publishedAt } = row
    return isNew(publishedAt) ? [{ kind: 'published', what, number, id, reason, at: publishedAt }] : []
  })
  const packIsNew = news.some((one) => one.kind === 'published' && one.what === 'pack')
  return [...news, ...changesOf(agenda, packIsNew)]
}

/** Each change once; with a new pack the whole agenda is new, and its items are not listed. */
function changesOf(
  rows: readonly { readonly kind: string; readonly item: string | null; readonly number: string | null }[],
  packIsNew: boolean,
) {
  const found = new Map<string, Change>()
  for (const { kind, item, number } of rows) {
    if (kind === 'details') found.set('details', { kind: 'details' })
    else if (item !== null && number !== null && !(packIsNew && kind === 'item-added'))
      found.set(`${kind} ${item}`, { kind: kind as 'item-added', item, number })
  }
  // An item that was added and then changed was added.
  return [...found.values()].filter((one) => one.kind !== 'item-changed' || !found.has(`item-added ${one.item}`))
}

async function findPapersToRead(reader: Reader, meeting: string, person: string): Promise<readonly PaperToRead[]> {
  const rows = await reader
    .selectFrom('meetings.paper_version as v')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .leftJoin('meetings.published_paper as u', 'u.paper_version', 'v.id')
    .leftJoin('meetings.read_mark as r', (join) => join.onRef('r.paper_version', '=', 'v.id').on('r.person', '=', person))
    .select(['v.paper', 'v.id as version', 'v.number', 'p.title', 'p.item', 'i.number as itemNumber', 'v.category', 'i.position'])
    .select(['u.first_page as first', 'u.last_page as last', 'r.at as readAt'])
    .select((row) =>
      row
        .selectFrom('meetings.read_mark as b')
        .innerJoin('meetings.paper_version as w', 'w.id', 'b.paper_version')
        .select((inner) => inner.fn.max('w.number').as('number'))
        .whereRef('w.paper', '=', 'v.paper')
        .whereRef('w.number', '<', 'v.number')
        .where('b.person', '=', person)
        .as('readBefore'),
    )
    .where('v.meeting', '=', meeting)
    .where('v.state', '=', 'published')
    .where('v.sight', '<>', 'draft')
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.position')
    .orderBy('p.id')
    .execute()
  return rows.map(({ position: _position, ...row }) => ({
    ...row,
    category: row.category as Category,
    first: row.first ?? '',
    last: row.last ?? '',
  }))
}

/** Which of these versions of papers one has marked as read. */
export async function findReadVersions(reader: Reader, versions: readonly string[], person: string): Promise<ReadonlySet<string>> {
  if (versions.length === 0) return new Set()
  const rows = await reader
    .selectFrom('meetings.read_mark')
    .select('paper_version as version')
    .where('person', '=', person)
    .where('paper_version', 'in', [...versions])
    .execute()
  return new Set(rows.map(({ version }) => version))
}

/** How many published papers of meetings one has not read, by meeting; for what needs doing first. */
export async function countUnread(reader: Reader, meetings: readonly string[], person: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const meeting of meetings) {
    const unread = (await findPapersToRead(reader, meeting, person)).filter(({ readAt }) => readAt === null).length
    if (unread > 0) counts.set(meeting, unread)
  }
  return counts
}

/** A note of one's own under an item. */
export interface PrivateNote {
  readonly item: string
  readonly text: string
  readonly changedAt: Temporal.Instant
  readonly version: number
}

/** One's own notes at a meeting, by item. */
export async function findNotes(reader: Reader, meeting: string, person: string): Promise<ReadonlyMap<string, PrivateNote>> {
  const rows = await reader
    .selectFrom('meetings.private_note')
    .select(['item', 'text', 'changed_at as changedAt', 'version'])
    .where('meeting', '=', meeting)
    .where('person', '=', person)
    .execute()
  return new Map(rows.map((row) => [row.item, row]))
}
