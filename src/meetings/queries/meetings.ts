import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type Meeting, meetingColumns, meetingOf } from './meeting.ts'

/** Meetings of one body on or after a day, the nearest first; those that were cancelled or moved are in it, and say so. */
export async function findUpcomingMeetings(
  reader: Reader,
  body: string,
  fromDay: Temporal.PlainDate,
  limit = 50,
): Promise<readonly Meeting[]> {
  const rows = await reader
    .selectFrom('meetings.meeting as m')
    .select(meetingColumns)
    .where('m.body', '=', body)
    .where('m.held_on', '>=', fromDay)
    .orderBy('m.held_on')
    .orderBy('m.starts_at')
    .limit(limit)
    .execute()
  return rows.map(meetingOf)
}

/** Meetings of one body in one calendar year before a day, the latest first. */
export async function findPastMeetingsOfYear(
  reader: Reader,
  body: string,
  year: number,
  beforeDay: Temporal.PlainDate,
): Promise<readonly Meeting[]> {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
  const rows = await reader
    .selectFrom('meetings.meeting as m')
    .select(meetingColumns)
    .where('m.body', '=', body)
    .where('m.held_on', '>=', first)
    .where('m.held_on', '<', first.add({ years: 1 }))
    .where('m.held_on', '<', beforeDay)
    .orderBy('m.held_on', 'desc')
    .orderBy('m.starts_at', 'desc')
    .execute()
  return rows.map(meetingOf)
}

/** Joint meetings on or after a day, and before another where one is given, that other bodies called and this one meets at, the earliest first. */
export async function findJointMeetings(
  reader: Reader,
  body: string,
  fromDay: Temporal.PlainDate,
  beforeDay?: Temporal.PlainDate,
): Promise<readonly Meeting[]> {
  const rows = await reader
    .selectFrom('meetings.joint_body as j')
    .innerJoin('meetings.meeting as m', 'm.id', 'j.meeting')
    .select(meetingColumns)
    .where('j.body', '=', body)
    .where('m.held_on', '>=', fromDay)
    .$if(beforeDay !== undefined, (query) => query.where('m.held_on', '<', beforeDay ?? fromDay))
    .orderBy('m.held_on')
    .orderBy('m.starts_at')
    .limit(100)
    .execute()
  return rows.map(meetingOf)
}

/**
 * The years in which a body met before a day, the latest first. It steps from year to year over the index on (body, held_on), so that
 * its cost follows the number of years, not of meetings.
 */
export async function findYearsOfMeetings(reader: Reader, body: string, beforeDay: Temporal.PlainDate): Promise<readonly number[]> {
  const rows = await reader
    .selectNoFrom(
      sql<number[]>`(with recursive step as (
        (select held_on from meetings.meeting where body = ${body} and held_on < ${beforeDay.toString()}::date order by held_on desc limit 1)
        union all
        select (select m.held_on from meetings.meeting m where m.body = ${body} and m.held_on < date_trunc('year', step.held_on)::date
          order by m.held_on desc limit 1) from step where step.held_on is not null
      ) select coalesce(array_agg(extract(year from held_on)::int order by held_on desc), '{}') from step where held_on is not null)`.as(
        'years',
      ),
    )
    .executeTakeFirstOrThrow()
  return rows.years
}

/** Meetings of a body that are still to be held, for choosing where an item goes. */
export async function findOpenMeetings(reader: Reader, body: string, fromDay: Temporal.PlainDate): Promise<readonly Meeting[]> {
  const meetings = await findUpcomingMeetings(reader, body, fromDay, 100)
  return meetings.filter(({ state }) => state === 'planned' || state === 'called')
}

/** Whether a body meets already on that day. */
export async function findMeetingsOn(reader: Reader, body: string, day: Temporal.PlainDate): Promise<readonly Meeting[]> {
  const rows = await reader
    .selectFrom('meetings.meeting as m')
    .select(meetingColumns)
    .where('m.body', '=', body)
    .where('m.held_on', '=', day)
    .execute()
  return rows.map(meetingOf)
}

/** The body's last meeting before a day that was held, for the opener about its minutes; undefined where none is recorded. */
export async function findMeetingBefore(reader: Reader, body: string, day: Temporal.PlainDate): Promise<Meeting | undefined> {
  const row = await reader
    .selectFrom('meetings.meeting as m')
    .select(meetingColumns)
    .where('m.body', '=', body)
    .where('m.held_on', '<', day)
    .where('m.state', 'not in', ['cancelled', 'rescheduled'])
    .where('m.kind', 'not in', ['development_day', 'workshop'])
    .orderBy('m.held_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && meetingOf(row)
}
