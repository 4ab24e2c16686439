import { Feed } from 'feed'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { MeetingLine, PublicationLine } from '#meetings/public-data.ts'
import { instantOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { escapeText } from '#platform/web/render.ts'
import { publicPaths } from './paths.ts'
import { meetingStateInWords, publicationInWords } from './words.ts'

/** What a feed is about. */
export interface FeedOf {
  readonly slug: string
  readonly name: string
  /** Address of this installation, without a slash at the end; ids are made from it. */
  readonly publicUrl: string
}

/** Everything a board has published, as Atom (RFC 4287): ids stay, `updated` changes only when something did. */
export function atomOf({ slug, name, publicUrl }: FeedOf, publications: readonly PublicationLine[]): string {
  const dateOf = (line: PublicationLine): Date => new Date((line.withdrawnAt ?? line.publishedAt).epochMilliseconds)
  const newest = publications.map(dateOf).sort((a, b) => b.getTime() - a.getTime())[0]
  const feed = new Feed({
    id: `${publicUrl}${publicPaths.feed(slug)}`,
    title: `What ${name} publishes`,
    link: `${publicUrl}${publicPaths.board(slug)}`,
    feedLinks: { atom: `${publicUrl}${publicPaths.feed(slug)}` },
    updated: newest ?? new Date(0),
    generator: 'Goldenthread',
    copyright: '',
  })
  for (const line of publications) {
    const title = `${publicationInWords(line.kind, line.number)}, meeting of ${dayInWords(line.heldOn)}`
    feed.addItem({
      id: `urn:uuid:${line.id}`,
      title: line.withdrawnAt ? `Withdrawn: ${title}` : title,
      link: `${publicUrl}/meetings/${line.meeting}`,
      // Atom's summary is HTML to whoever reads it, and the reason is what somebody typed.
      ...(line.withdrawnAt ? { description: escapeText(`Withdrawn because: ${line.withdrawnReason}`) } : {}),
      date: dateOf(line),
      published: new Date(line.publishedAt.epochMilliseconds),
    })
  }
  return feed.atom1()
}

/** A board's meetings as a calendar (RFC 5545); cancelled ones stay in it and say so. Times nobody recorded become whole days. */
export function calendarOf({ slug, name, publicUrl }: FeedOf, meetings: readonly MeetingLine[], now: Temporal.Instant): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: 'Goldenthread', product: slug, language: 'EN' } })
  for (const meeting of meetings) {
    const start = meeting.startsAt === null ? undefined : instantOf(meeting.heldOn, Temporal.PlainTime.from(meeting.startsAt))
    const end = meeting.endsAt === null ? undefined : instantOf(meeting.heldOn, Temporal.PlainTime.from(meeting.endsAt))
    const gone = ['cancelled', 'rescheduled'].includes(meeting.state)
    calendar.createEvent({
      id: `${meeting.id}@${new URL(publicUrl).hostname}`,
      sequence: meeting.sequence,
      stamp: new Date(now.epochMilliseconds),
      start: new Date((start ?? instantOf(meeting.heldOn, new Temporal.PlainTime())).epochMilliseconds),
      ...(end && start ? { end: new Date(end.epochMilliseconds) } : {}),
      allDay: start === undefined,
      timezone: null,
      summary: gone ? `${meetingStateInWords(meeting.state)}: ${name}` : name,
      location: meeting.place,
      url: `${publicUrl}/meetings/${meeting.id}`,
      status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
