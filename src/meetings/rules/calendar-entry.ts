import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { instantOf, LONDON } from '#platform/time/london.ts'

/** A meeting as a calendar shows it: nothing of its agenda, so that nothing of Part 2 can be in it. */
export interface CalendarMeeting {
  readonly id: string
  readonly title: string
  readonly heldOn: Temporal.PlainDate
  /** Undefined where it is not stated: the entry is then for the whole day. */
  readonly startsAt: Temporal.PlainTime | undefined
  /** Undefined where the end is not stated: the entry then lasts two hours and says so. */
  readonly endsAt: Temporal.PlainTime | undefined
  readonly place: string
  readonly address: string
  readonly sequence: number
  readonly cancelled: boolean
  readonly notes: string
}

// Written out, as the zone has been since 1996: ical-generator brings none, and a client must not depend on its own list.
const londonZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${LONDON}`,
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** What a calendar file is for: 'request' invites or updates, 'cancel' takes back, 'publish' is a file that anybody may read. */
export type CalendarMethod = 'request' | 'cancel' | 'publish'

const methods: Readonly<Record<CalendarMethod, ICalCalendarMethod>> = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  publish: ICalCalendarMethod.PUBLISH,
}

/** Who an invitation comes from and goes to; left out of what anybody may read. */
export interface Invitation {
  readonly from: { readonly name: string; readonly email: string }
  readonly to: { readonly name: string; readonly email: string }
}

/** Writes meetings as one iCalendar file (RFC 5545), with the name of the calendar where it has one: the same UID for ever, SEQUENCE counted by the meeting, times of London with their zone. */
export function calendarFile(
  meetings: readonly CalendarMeeting[],
  method: CalendarMethod,
  stamp: Temporal.Instant,
  host: string,
  invitation?: Invitation,
  name?: string,
): string {
  const calendar = ical({
    prodId: { company: 'Goldenthread', product: 'Meetings', language: 'EN' },
    method: methods[method],
    ...(name === undefined ? {} : { name }),
  })
  calendar.timezone({ name: LONDON, generator: () => londonZone })
  for (const meeting of meetings) {
    const start = instantOf(meeting.heldOn, meeting.startsAt ?? new Temporal.PlainTime())
    const end = endOf(meeting, start)
    const event = calendar.createEvent({
      id: `meeting-${meeting.id}@${host}`,
      sequence: meeting.sequence,
      stamp: stamp.toString(),
      start: wallClock(start),
      end: wallClock(end),
      timezone: LONDON,
      allDay: meeting.startsAt === undefined,
      summary: meeting.title,
      location: meeting.place,
      url: meeting.address,
      description: [meeting.notes, meeting.endsAt ? '' : 'The end time is not stated.', meeting.address]
        .filter((line) => line !== '')
        .join('\n'),
      status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (!invitation) continue
    event.organizer(invitation.from)
    event.createAttendee({ ...invitation.to, role: ICalAttendeeRole.REQ })
  }
  // Every line ends with CRLF, the last one too (RFC 5545, 3.1).
  return `${calendar.toString().trimEnd()}\r\n`.replaceAll(/^DTSTAMP:.*$/gm, `DTSTAMP:${utcStamp(stamp)}`)
}

/** DTSTAMP must be in UTC (RFC 5545, 3.8.7.2); ical-generator gives it the zone of the calendar, without saying so. */
function utcStamp(stamp: Temporal.Instant): string {
  return stamp.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

function endOf({ heldOn, startsAt, endsAt }: CalendarMeeting, start: Temporal.Instant): Temporal.Instant {
  if (startsAt === undefined) return instantOf(heldOn.add({ days: 1 }), new Temporal.PlainTime())
  return endsAt ? instantOf(heldOn, endsAt) : start.add({ hours: 2 })
}

/** ical-generator prints the figures of a date with a zone as they stand, so they must be London's. */
function wallClock(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(LONDON).toPlainDateTime().toString()
}
