import { meetingPaths, officerPaths, recordPaths, yearPaths } from '#meetings/paths.ts'
import { type CalendarMeeting, calendarFile } from '#meetings/public.ts'
import type { MeetingLine, PublicEvent } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { escapeText } from '#platform/web/render.ts'
import { el, type Xml } from './open/akn/xml.ts'
import type { CameOut } from './queries/coming-out.ts'
import { cameOutInWords } from './words/following.ts'
import { consultationInWords, meetingStateInWords, publicationInWords } from './words.ts'

/** What a feed is about. */
export interface FeedOf {
  /** What it tells of: a board or a topic. */
  readonly name: string
  /** Of the page for people, and of the feed itself, below the address of this installation. */
  readonly page: string
  readonly feed: string
  /** Names of boards by id, where the feed tells of several; undefined leaves them out. */
  readonly boards?: ReadonlyMap<string, string> | undefined
  /** At most so many entries; undefined: all that are handed over. */
  readonly limit?: number | undefined
  /** Address of this installation, without a slash at the end; ids are made from it. */
  readonly publicUrl: string
}

/** What came out and what was taken back, as Atom (RFC 4287): ids stay, `updated` changes only when something did. */
export function atomOf(
  { name, page, feed: address, boards, publicUrl, limit }: FeedOf,
  events: readonly PublicEvent[],
  cameOut: readonly CameOut[] = [],
): string {
  const entries = [
    ...events.map((event) => ({ at: event.at, entry: () => entryOf(event, boards?.get(event.body), publicUrl) })),
    ...cameOut.map((one) => ({ at: one.dated, entry: () => cameOutEntry(one, boards?.get(one.body), publicUrl) })),
  ]
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .slice(0, limit)
  const newest = entries[0]?.at
  const feed = el(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom' },
    el('id', {}, `${publicUrl}${address}`),
    el('title', {}, `What comes out about ${name}`),
    el('updated', {}, timeOf(newest ?? Temporal.Instant.fromEpochMilliseconds(0))),
    el('generator', {}, 'Goldenthread'),
    el('author', {}, el('name', {}, name)),
    el('link', { rel: 'alternate', href: `${publicUrl}${page}` }),
    el('link', { rel: 'self', href: `${publicUrl}${address}` }),
    entries.map(({ entry }) => entry()),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.xml}\n`
}

function entryOf(event: PublicEvent, board: string | undefined, publicUrl: string): Xml {
  const { id, change, reason, at, publishedAt } = event
  const title = `${change === 'withdrawn' ? 'Withdrawn: ' : ''}${titleOf(event)}${board === undefined ? '' : `. ${board}`}`
  const summary = change === 'withdrawn' ? `Withdrawn because: ${reason}` : event.asked ? event.asked.outcome : event.words
  return el(
    'entry',
    {},
    // Many readers take title and summary for HTML whatever they are told, and much of them is what somebody typed: so they are HTML, escaped.
    el('title', { type: 'html' }, escapeText(title)),
    el('id', {}, `urn:uuid:${id}`),
    el('link', { href: `${publicUrl}${addressOf(event)}` }),
    el('updated', {}, timeOf(at)),
    summary === '' ? undefined : el('summary', { type: 'html' }, escapeText(summary)),
    el('published', {}, timeOf(publishedAt ?? at)),
  )
}

function cameOutEntry(one: CameOut, board: string | undefined, publicUrl: string): Xml {
  return el(
    'entry',
    {},
    el('title', { type: 'html' }, escapeText(cameOutInWords(one, board))),
    // A recommendation has an entry of its own beside this one's record: the kind keeps ids apart.
    el('id', {}, `${publicUrl}${one.href}#${one.kind}-${one.id}`),
    el('link', { href: `${publicUrl}${one.href}` }),
    el('updated', {}, timeOf(one.dated)),
    el('published', {}, timeOf(one.dated)),
  )
}

function timeOf(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' })
}

function titleOf({ kind, number, heldOn, change, words, asked }: PublicEvent): string {
  const meeting = `meeting of ${dayInWords(heldOn)}`
  if (kind === 'decision') return number === '' ? `Decision, ${meeting}` : `Decision ${number}, ${meeting}`
  if (kind === 'officer-decision') return `Decision ${number} by an officer, ${dayInWords(heldOn)}`
  if (asked) return consultationInWords({ words, heldOn, change, asked })
  if (kind === 'item') return `Item ${number}, ${meeting}`
  return `${publicationInWords(kind, number === '' ? 1 : Number(number))}, ${meeting}`
}

/** Where people read of it. */
export function addressOf({ kind, id, meeting, asked }: Pick<PublicEvent, 'kind' | 'id' | 'meeting' | 'asked'>): string {
  if (kind === 'decision') return recordPaths.decision(id)
  if (kind === 'officer-decision') return officerPaths.decision(id)
  if (asked) return yearPaths.consultation(asked.slug, id)
  if (kind === 'item') return meetingPaths.item(meeting, id)
  return kind === 'minutes' ? recordPaths.minutes(meeting) : meetingPaths.meeting(meeting)
}

/**
 * A board's meetings as a calendar (RFC 5545): the same entries as invitations bring, so that nobody has a meeting twice. Cancelled ones stay in it and
 * say so; times that nobody recorded become whole days.
 */
export function calendarOf(
  { name, publicUrl }: Pick<FeedOf, 'name' | 'publicUrl'>,
  meetings: readonly MeetingLine[],
  now: Temporal.Instant,
): string {
  const time = (text: string | null) => (text === null ? undefined : Temporal.PlainTime.from(text))
  const entries = meetings.map(({ id, title, heldOn, startsAt, endsAt, place, sequence, state }): CalendarMeeting => {
    const cancelled = state === 'cancelled' || state === 'rescheduled'
    const what = title === '' ? name : `${name}: ${title}`
    return {
      ...{ id, heldOn, place, sequence, cancelled, notes: '', startsAt: time(startsAt), endsAt: time(endsAt) },
      title: cancelled ? `${meetingStateInWords(state)}: ${what}` : what,
      address: publicUrl + meetingPaths.meeting(id),
    }
  })
  return calendarFile(entries, 'publish', now, new URL(publicUrl).hostname, undefined, `Meetings of ${name}`)
}
