import { LONDON } from '#platform/time/london.ts'
import { contentLine, quotedParameter, textValue, wallDay, wallTime } from './icalendar.ts'

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

// Written out, as the zone has been since 1996: a client must not depend on its own list.
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
]

/** What a calendar file is for: 'request' invites or updates, 'cancel' takes back, 'publish' is a file that anybody may read. */
export type CalendarMethod = 'request' | 'cancel' | 'publish'

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
  const stamped = contentLine('DTSTAMP', stamp.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, ''))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goldenthread//Meetings//EN',
    `METHOD:${method.toUpperCase()}`,
    ...(name === undefined ? [] : [contentLine('NAME', textValue(name)), contentLine('X-WR-CALNAME', textValue(name))]),
    `X-WR-TIMEZONE:${LONDON}`,
    ...londonZone,
    ...meetings.flatMap((meeting) => eventLines(meeting, stamped, host, invitation)),
    'END:VCALENDAR',
  ]
  // Every line ends with CRLF, the last one too (RFC 5545, 3.1).
  return `${lines.join('\r\n')}\r\n`
}

function eventLines(meeting: CalendarMeeting, stamped: string, host: string, invitation: Invitation | undefined): readonly string[] {
  const { id, sequence, title, place, address, notes, endsAt, cancelled } = meeting
  const description = [notes, endsAt ? '' : 'The end time is not stated.', address].filter((line) => line !== '').join('\n')
  return [
    'BEGIN:VEVENT',
    contentLine('UID', textValue(`meeting-${id}@${host}`)),
    `SEQUENCE:${sequence}`,
    stamped,
    ...timeLines(meeting),
    contentLine('SUMMARY', textValue(title)),
    ...(place === '' ? [] : [contentLine('LOCATION', textValue(place))]),
    contentLine('DESCRIPTION', textValue(description)),
    ...(invitation ? inviting(invitation) : []),
    contentLine('URL;VALUE=URI', address),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
  ]
}

function inviting({ from, to }: Invitation): readonly string[] {
  const named = (name: string): string => (name === '' ? '' : `;CN=${quotedParameter(name)}`)
  return [
    contentLine(`ORGANIZER${named(from.name)}`, `mailto:${from.email}`),
    contentLine(`ATTENDEE;ROLE=REQ-PARTICIPANT${named(to.name)}`, `mailto:${to.email}`),
  ]
}

/** Two hours later by the clock on the wall, which may have been put on or back meanwhile. */
function twoHoursOn(day: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.PlainDateTime {
  return day.toZonedDateTime({ timeZone: LONDON, plainTime: time }).add({ hours: 2 }).toPlainDateTime()
}

/** Whole days where the start is not stated; else the figures of London's clocks, with their zone. */
function timeLines({ heldOn, startsAt, endsAt }: CalendarMeeting): readonly string[] {
  if (startsAt === undefined) {
    const days = [`DTSTART;VALUE=DATE:${wallDay(heldOn)}`, `DTEND;VALUE=DATE:${wallDay(heldOn.add({ days: 1 }))}`]
    return [...days, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE']
  }
  const line = (which: string, at: Temporal.PlainDateTime): string => `${which};TZID=${LONDON}:${wallTime(at)}`
  const ends = endsAt ? heldOn.toPlainDateTime(endsAt) : twoHoursOn(heldOn, startsAt)
  return [line('DTSTART', heldOn.toPlainDateTime(startsAt)), line('DTEND', ends)]
}
