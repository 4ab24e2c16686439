import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'

/** The meeting that shows a visitor the most items: what the benchmarks look at. */
export async function busiestMeeting(owner: Database): Promise<string> {
  const row = await owner
    .selectFrom('meetings.agenda_item')
    .select(['meeting', sql<number>`count(*)::int`.as('items')])
    .where('sight', '=', 'public')
    .groupBy('meeting')
    .orderBy('items', 'desc')
    .executeTakeFirstOrThrow()
  return row.meeting
}
