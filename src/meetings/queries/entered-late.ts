import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** Something that was entered more than ten minutes after it happened: without a line, or by a clock that was turned back. */
export interface EnteredLate {
  /** When it is said to have happened. */
  readonly happenedAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant
}

/** What was entered late at a meeting, by the id of the record that it made or changed last; as far as one may see the record. */
export async function findEnteredLate(reader: Reader, meeting: string): Promise<ReadonlyMap<string, EnteredLate>> {
  const rows = await reader
    .selectFrom(
      sql<{
        outcome: string
        happened_at: Temporal.Instant
        entered_at: Temporal.Instant
      }>`(select * from meetings.entered_late(${meeting}))`.as('late'),
    )
    .selectAll()
    .execute()
  return new Map(rows.map(({ outcome, happened_at, entered_at }) => [outcome, { happenedAt: happened_at, enteredAt: entered_at }]))
}
