import type { Standing } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import { type CalendarMeeting, calendarFile, meetingPaths } from '#meetings/public.ts'
import { findMeetingsOfBoards, type MeetingLine } from '#meetings/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'

/** Days back for which meetings stay in the calendar. */
const DAYS_BACK = 60

/** The meetings of somebody's boards as a calendar (RFC 5545): the same entries as their invitations bring, cancelled ones among them. Holds no agenda. */
export async function ownCalendar(reader: Reader, standing: Standing, acting: Acting, publicUrl: string): Promise<string> {
  const { clerkOf, chairOf, memberOf, observerOf, deputyOf, deputyAtMeetings } = standing
  const bodies = [...new Set([...clerkOf, ...chairOf, ...memberOf, ...observerOf, ...deputyOf])]
  const scope = { bodies, meetings: [...deputyAtMeetings], since: acting.today.subtract({ days: DAYS_BACK }) }
  const meetings = await findMeetingsOfBoards(reader, scope)
  const boards = await findBodiesById(reader, [...new Set(meetings.map(({ body }) => body))], acting.today)
  const names = new Map(boards.map(({ id, name }) => [id, name]))
  const entries = meetings.map((meeting) => entryOf(meeting, names.get(meeting.body) ?? '', publicUrl))
  return calendarFile(entries, 'publish', acting.now, new URL(publicUrl).hostname)
}

function entryOf(
  { id, title, heldOn, startsAt, endsAt, place, sequence, state }: MeetingLine,
  board: string,
  publicUrl: string,
): CalendarMeeting {
  const time = (text: string | null) => (text === null ? undefined : Temporal.PlainTime.from(text))
  return {
    ...{ id, heldOn, place, sequence, notes: '', startsAt: time(startsAt), endsAt: time(endsAt) },
    title: title === '' ? board : `${board}: ${title}`,
    address: publicUrl + meetingPaths.meeting(id),
    cancelled: state === 'cancelled' || state === 'rescheduled',
  }
}
