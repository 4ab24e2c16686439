import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** What of plans and teams waits for whoever asks: ids and days, and no word of a family; the soonest first. */
export async function findTeamWork(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom(
      sql<{
        kind: 'answer' | 'do' | 'approve' | 'review'
        episode: string
        record: string
        due: Temporal.PlainDate
      }>`casework.my_team_work(${today.toString()}::date)`.as('w'),
    )
    .select(['w.kind', 'w.episode', 'w.record', 'w.due'])
    .execute()
}

/** Meetings of whoever asks from a day on: when, and the ids that lead there. */
export async function findMyMeetingTimes(reader: Reader, since: Temporal.PlainDate) {
  const rows = await reader
    .selectFrom(
      sql<{
        id: string
        episode: string
        held_on: Temporal.PlainDate
        starts_at: string
        ends_at: string | null
      }>`casework.my_meeting_times(${since.toString()}::date)`.as('t'),
    )
    .select(['t.id', 't.episode', 't.held_on as heldOn', 't.starts_at as startsAt', 't.ends_at as endsAt'])
    .execute()
  return rows.map((row) => ({
    ...row,
    startsAt: Temporal.PlainTime.from(row.startsAt),
    endsAt: row.endsAt === null ? undefined : Temporal.PlainTime.from(row.endsAt),
  }))
}
