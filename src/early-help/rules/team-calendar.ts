import { LONDON } from '#platform/time/london.ts'

const compact = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')

/** When a meeting is. */
export interface MeetingTimes {
  readonly id: string
  readonly heldOn: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime
  /** Undefined where nobody said: the entry then lasts an hour. */
  readonly endsAt: Temporal.PlainTime | undefined
  readonly version: number
  readonly isCancelled: boolean
}

/**
 * A meeting of a team as iCalendar (RFC 5545): when, 'Meeting' and a link, and not a word of whom it is about; no place either, which may be a family's home
 * (handbook of early help 5). Times stand in UTC, so that no calendar needs a list of zones.
 */
export function meetingCalendar(meeting: MeetingTimes, link: string, now: Temporal.Instant): string {
  const at = (time: Temporal.PlainTime): Temporal.Instant =>
    meeting.heldOn.toZonedDateTime({ timeZone: LONDON, plainTime: time }).toInstant()
  const starts = at(meeting.startsAt)
  const ends = meeting.endsAt ? at(meeting.endsAt) : starts.add({ hours: 1 })
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Goldenthread//Early help//EN', 'METHOD:PUBLISH', 'BEGIN:VEVENT'],
    `UID:${meeting.id}@goldenthread`,
    `SEQUENCE:${meeting.version - 1}`,
    `DTSTAMP:${compact(now)}`,
    `DTSTART:${compact(starts)}`,
    `DTEND:${compact(ends)}`,
    'SUMMARY:Meeting',
    'CLASS:PRIVATE',
    folded(`URL;VALUE=URI:${link}`),
    `STATUS:${meeting.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...['END:VEVENT', 'END:VCALENDAR'],
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** Lines of at most 75 octets (RFC 5545, 3.1); an address is ASCII. */
function folded(line: string): string {
  const parts = [line.slice(0, 75)]
  for (let at = 75; at < line.length; at += 74) parts.push(` ${line.slice(at, at + 74)}`)
  return parts.join('\r\n')
}
