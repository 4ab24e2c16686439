import { findAdoptedTerms, findBodySettings, findCalendar } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { CalendarDeadline, CalendarFacts, CalendarMeeting } from '../rules/calendar-months.ts'
import { deadlinesOf, lastDayOf, type MeetingRules } from '../rules/deadlines.ts'
import { isAhead, isWorkshop } from '../rules/meeting.ts'
import { findConsultations } from './consultations.ts'
import { meetingColumns, meetingOf } from './meeting.ts'

/** A span of days, half-open. */
export interface Span {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/** Meetings, deadlines and consultations of boards in a span, as far as the reader may see them. No bodies: nothing. */
export async function findCalendarFacts(
  reader: Reader,
  bodies: readonly string[],
  span: Span,
  today: Temporal.PlainDate,
): Promise<CalendarFacts> {
  if (bodies.length === 0) return { meetings: [], deadlines: [], windows: [] }
  // Notice of a meeting soon after the span falls due in it.
  const meetings = await findCalendarMeetings(reader, bodies, { from: span.from, until: span.until.add({ months: 2 }) })
  const deadlines: CalendarDeadline[] = []
  for (const body of bodies) deadlines.push(...(await findDeadlines(reader, body, meetings, today)))
  const windows = (await findConsultations(reader, bodies, span)).filter(({ withdrawnReason }) => withdrawnReason === '')
  return { meetings, deadlines, windows }
}

/** Meetings that boards call or join in a span, the earliest first; one that was moved stands on its new day only. */
export async function findCalendarMeetings(
  reader: Reader,
  bodies: readonly string[],
  { from, until }: Span,
): Promise<readonly CalendarMeeting[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.meeting as m')
    .select(meetingColumns)
    .where('m.held_on', '>=', from)
    .where('m.held_on', '<', until)
    .where('m.state', '<>', 'rescheduled')
    .where((where) =>
      where.or([
        where('m.body', 'in', [...bodies]),
        where(
          'm.id',
          'in',
          where
            .selectFrom('meetings.joint_body')
            .select('meeting')
            .where('body', 'in', [...bodies]),
        ),
      ]),
    )
    .orderBy('m.held_on')
    .orderBy('m.starts_at')
    .limit(1000)
    .execute()
  const joint = await findJoint(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const { id, body, kind, state, title, theme, heldOn, startsAt } = meetingOf(row)
    return { id, body, kind, state, title, theme, heldOn, startsAt, jointBodies: joint.get(id) ?? [] }
  })
}

async function findJoint(reader: Reader, meetings: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (meetings.length === 0) return new Map()
  const rows = await reader
    .selectFrom('meetings.joint_body')
    .select(['meeting', 'body'])
    .where('meeting', 'in', [...meetings])
    .execute()
  return new Map(meetings.map((id) => [id, rows.filter(({ meeting }) => meeting === id).map(({ body }) => body)]))
}

/** The days by which items, papers and the agenda are due for a board's meetings to come, by the terms in force on each. */
async function findDeadlines(
  reader: Reader,
  body: string,
  meetings: readonly CalendarMeeting[],
  today: Temporal.PlainDate,
): Promise<readonly CalendarDeadline[]> {
  const own = meetings.filter(
    (meeting) =>
      meeting.body === body &&
      isAhead(meeting.state) &&
      !isWorkshop(meeting.kind) &&
      Temporal.PlainDate.compare(meeting.heldOn, today) >= 0,
  )
  if (own.length === 0) return []
  const versions = await findAdoptedTerms(reader, body)
  const settings = await findBodySettings(reader, body, today)
  const calendar = await findCalendar(reader, settings?.holidayDivision ?? 'england-and-wales')
  return own.flatMap((meeting) => {
    const inForce = versions.find(
      ({ startsOn, endsOn }) =>
        Temporal.PlainDate.compare(startsOn, meeting.heldOn) <= 0 && (!endsOn || Temporal.PlainDate.compare(meeting.heldOn, endsOn) < 0),
    )
    const rules: MeetingRules = { terms: inForce?.terms, calendar }
    return deadlinesOf(rules, meeting.heldOn).flatMap((deadline) => {
      const day = lastDayOf(deadline)
      return day === undefined ? [] : [{ meeting, name: deadline.name, day }]
    })
  })
}
