import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database/session.ts'

/** The last instant for which somebody was counted at a meeting: a decision, or the opening or closing of a vote; undefined where there was none. */
export async function findCountedUntil(reader: Reader, meeting: string): Promise<Temporal.Instant | undefined> {
  const row = await reader.selectNoFrom(sql<Temporal.Instant | null>`meetings.counted_until(${meeting})`.as('at')).executeTakeFirst()
  return row?.at ?? undefined
}

/**
 * When something happened that people say of themselves, whatever time their phone gives: never at or before what was counted. The numbers that a
 * decision or a vote was taken by stand, and the clerk alone puts them right.
 */
export async function notBehindTheCount(tx: Writer, meeting: string, at: Temporal.Instant): Promise<Temporal.Instant> {
  return notBehind(await findCountedUntil(tx, meeting), at)
}

/** The same, where the last instant that was counted is known; undefined where nothing was. */
export function notBehind(counted: Temporal.Instant | undefined, at: Temporal.Instant): Temporal.Instant {
  return counted === undefined || Temporal.Instant.compare(at, counted) > 0 ? at : counted.add({ milliseconds: 1 })
}
