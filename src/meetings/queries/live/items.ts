import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { Category } from '../../rules/agenda.ts'

/** A stretch for which an item was on. */
export interface ItemTime {
  readonly id: string
  readonly item: string
  readonly category: Category
  readonly from: Temporal.Instant
  /** Null: it is on. */
  readonly to: Temporal.Instant | null
}

/** When each item was on, in the order taken, as far as one may see. */
export async function findTimesTaken(reader: Reader, meeting: string): Promise<readonly ItemTime[]> {
  const rows = await reader
    .selectFrom('meetings.item_time')
    .select(['id', 'item', 'category', 'from_at as from', 'to_at as to'])
    .where('meeting', '=', meeting)
    .orderBy('from_at')
    .execute()
  return rows.map((row) => ({ ...row, category: row.category as Category }))
}

/** Minutes set aside for each item; an item that is missing has none. */
export async function findPlannedMinutes(reader: Reader, meeting: string): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('meetings.agenda_item')
    .select(['id', 'planned_minutes as minutes'])
    .where('meeting', '=', meeting)
    .where('planned_minutes', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, minutes }) => [id, minutes ?? 0]))
}

/** Whether an item of Part 2 is on: everybody is told that much, and not which. */
export async function isInPrivate(reader: Reader, meeting: string): Promise<boolean> {
  const row = await reader.selectNoFrom(sql<boolean>`meetings.in_private(${meeting})`.as('now')).executeTakeFirstOrThrow()
  return row.now
}
