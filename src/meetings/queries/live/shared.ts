import { sql } from 'kysely'
import { type Database, type Reader, readAtOneMoment } from '#platform/database/session.ts'
import { createSharedReads, type SharedReads } from '#platform/database/shared-reads.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Visit } from '#platform/web/visit.ts'

/** What is shared on one reader: the memory of its database, and the key under which it may use it. */
interface Sharing {
  readonly reads: SharedReads
  readonly key: string
}

const memories = new WeakMap<Database, SharedReads>()
const sharings = new WeakMap<Reader, Sharing>()

/**
 * Reads a live page at one moment of the database. A hundred people ask for the same part when it has changed; what the same moment shows to people of
 * the same sight is then read once (`sharedRead`).
 */
export async function readLive<T>(db: Database, visit: Visit, meeting: string, work: (reader: Reader) => Promise<T>): Promise<T> {
  return readAtOneMoment(db, visit, async (reader) => {
    const sight = visit.actor === undefined ? undefined : await findSight(reader, meeting)
    const reads = memories.get(db) ?? createSharedReads()
    memories.set(db, reads)
    if (sight !== undefined) sharings.set(reader, { reads, key: `${meeting} ${sight}` })
    return work(reader)
  })
}

/**
 * What `read` finds; where the reader is one of `readLive`, read once for everybody who sees the same. Only for reads of one meeting by its id, of
 * tables whose policies ask nothing but what `findSight` holds (a test keeps the list), and whose answer holds nothing of whoever asks.
 */
export function sharedRead<T>(reader: Reader, name: SharedName, read: () => Promise<T>): Promise<T> {
  const sharing = sharings.get(reader)
  return sharing === undefined ? read() : sharing.reads.read(`${name} ${sharing.key}`, read)
}

/** What is read once for many; each has its tables in the test. */
export type SharedName =
  | 'meeting'
  | 'revisions'
  | 'ground'
  | 'agenda'
  | 'times'
  | 'planned'
  | 'began'
  | 'audience'
  | 'motions'
  | 'composition'

/**
 * The state of the database and everything that policies ask about whoever reads a meeting, in one line; undefined where the meeting is not theirs to
 * know. Equal snapshots have seen the same transactions, so equal lines see the same rows.
 */
async function findSight(reader: Reader, meeting: string): Promise<string | undefined> {
  if (!isUuid(meeting)) return undefined
  const row = await reader
    .selectFrom('meetings.meeting as m')
    .select([sql<string>`pg_current_snapshot()::text`.as('moment'), sql<string>`meetings.my_sight(m.id)`.as('asks')])
    .where('m.id', '=', meeting)
    .executeTakeFirst()
  return row && `${row.moment} ${row.asks}`
}
