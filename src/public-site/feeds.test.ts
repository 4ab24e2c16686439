import assert from 'node:assert/strict'
import { test } from 'node:test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import ICAL from 'ical.js'
import ical from 'node-ical'
import type { MeetingLine, PublicEvent } from '#meetings/public-data.ts'
import { atomOf, calendarOf } from './feeds.ts'

const now = Temporal.Instant.from('2027-06-01T10:00:00Z')
const publicUrl = 'https://northbrook.example'
const line = (over: Partial<MeetingLine>): MeetingLine => ({
  ...{ id: '01a201f8-0000-7000-8000-000000000001', body: 'b', title: '', heldOn: Temporal.PlainDate.from('2027-07-01') },
  ...{ startsAt: '14:00:00', endsAt: '16:00:00', place: 'County Hall', state: 'called', sequence: 3 },
  ...over,
})
const calendar = (...lines: MeetingLine[]): string => calendarOf({ name: 'Board of Ämter, schools; and “others”', publicUrl }, lines, now)

test('O2: a calendar has CRLF and at most 75 octets a line, whatever is written in it', () => {
  const text = calendar(line({ place: `${'Überbrückungsgäßchen 🏛️ '.repeat(20)}, room\\2; left` }))
  assert.match(text, /\r\n$/)
  for (const one of text.split('\r\n')) {
    assert.doesNotMatch(one, /[\r\n]/)
    assert.ok(Buffer.byteLength(one) <= 75, one)
    assert.equal(one, one.toWellFormed(), 'no character is broken in two')
  }
})

test('O2: two independent readers find the same meetings: in summer and in winter, whole days, cancelled ones among them', () => {
  const lines = [
    line({}),
    line({ id: '01a201f8-0000-7000-8000-000000000002', heldOn: Temporal.PlainDate.from('2027-12-01'), endsAt: null }),
    line({ id: '01a201f8-0000-7000-8000-000000000003', startsAt: null, endsAt: null }),
    line({ id: '01a201f8-0000-7000-8000-000000000004', state: 'cancelled', sequence: 4, title: 'Budget, in full; again' }),
  ]
  const text = calendar(...lines)
  assert.match(text, /BEGIN:VTIMEZONE\r\nTZID:Europe\/London/)
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  assert.deepEqual(
    events.map(({ uid, sequence, startDate, endDate }) => [uid, sequence, startDate.toString(), endDate.toString()]),
    [
      ['meeting-01a201f8-0000-7000-8000-000000000001@northbrook.example', 3, '2027-07-01T14:00:00', '2027-07-01T16:00:00'],
      ['meeting-01a201f8-0000-7000-8000-000000000002@northbrook.example', 3, '2027-12-01T14:00:00', '2027-12-01T16:00:00'],
      ['meeting-01a201f8-0000-7000-8000-000000000003@northbrook.example', 3, '2027-07-01', '2027-07-02'],
      ['meeting-01a201f8-0000-7000-8000-000000000004@northbrook.example', 4, '2027-07-01T14:00:00', '2027-07-01T16:00:00'],
    ],
  )
  const others = Object.values(ical.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')
  assert.deepEqual(
    others.map((one) => (one?.type === 'VEVENT' ? [one.uid, one.start.toISOString(), one.status] : [])),
    [
      ['meeting-01a201f8-0000-7000-8000-000000000001@northbrook.example', '2027-07-01T13:00:00.000Z', 'CONFIRMED'],
      ['meeting-01a201f8-0000-7000-8000-000000000002@northbrook.example', '2027-12-01T14:00:00.000Z', 'CONFIRMED'],
      [
        'meeting-01a201f8-0000-7000-8000-000000000003@northbrook.example',
        others[2]?.type === 'VEVENT' ? others[2].start.toISOString() : '',
        'CONFIRMED',
      ],
      ['meeting-01a201f8-0000-7000-8000-000000000004@northbrook.example', '2027-07-01T13:00:00.000Z', 'CANCELLED'],
    ],
  )
  assert.match(String(events[3]?.summary), /^Cancelled: .*: Budget, in full; again$/)
})

test('O2: the entry of a meeting keeps its UID when it moves, and counts on', () => {
  const uid = (text: string): string => /UID:(.*)/.exec(text.replaceAll('\r\n ', ''))?.[1] ?? ''
  const moved = line({ heldOn: Temporal.PlainDate.from('2027-07-08'), sequence: 4 })
  assert.equal(uid(calendar(line({}))), uid(calendar(moved)))
  assert.match(calendar(moved), /SEQUENCE:4/)
})

const event = (over: Partial<PublicEvent>): PublicEvent => ({
  ...{ id: '01a201f8-0000-7000-8000-00000000000a', kind: 'pack', change: 'published', at: now, publishedAt: now, reason: '', number: '' },
  ...{ words: '', meeting: 'm', body: 'b', heldOn: Temporal.PlainDate.from('2027-07-01') },
  ...over,
})
interface Entry {
  readonly id: string
  readonly title: { readonly '#text': string }
  readonly summary?: { readonly '#text': string }
  readonly updated: string
  readonly published: string
}
const read = (atom: string) => {
  assert.equal(XMLValidator.validate(atom), true)
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(atom) as {
    feed: {
      readonly id: string
      readonly updated: string
      readonly author: { readonly name: string }
      readonly entry?: Entry | readonly Entry[]
    }
  }
  return { ...feed, entries: [feed.entry ?? []].flat() as Entry[] }
}
const feedOf = (...events: PublicEvent[]) =>
  read(atomOf({ name: 'Neglect & <care>', page: '/topics/neglect', feed: '/feeds/topics/neglect.atom', publicUrl }, events))

test('O2: an entry keeps its id when what it tells of is withdrawn, says why, and only then is it updated', () => {
  const later = now.add({ hours: 5 })
  const [before] = feedOf(event({})).entries
  const [after] = feedOf(event({ change: 'withdrawn', at: later, reason: 'A <name> & more' })).entries
  assert.equal(before?.id, after?.id)
  assert.deepEqual([before?.updated, before?.published], ['2027-06-01T10:00:00.000Z', '2027-06-01T10:00:00.000Z'])
  assert.deepEqual([after?.updated, after?.published], ['2027-06-01T15:00:00.000Z', '2027-06-01T10:00:00.000Z'])
  assert.equal(after?.summary?.['#text'], 'Withdrawn because: A &lt;name&gt; &amp; more', 'text of people is no HTML')
  assert.match(String(after?.title['#text']), /^Withdrawn: Pack, meeting of 1 July 2027/)
})

test('O2: a feed is whole XML with what Atom demands, whatever was decided', () => {
  const hostile = 'That ]]> be <script>noted</script> \uFFFE\uFFFF & 🏛️'
  const found = feedOf(event({ kind: 'decision', number: '7/]]>', words: hostile }))
  assert.ok(found.id && found.updated && found.author.name)
  assert.doesNotMatch(JSON.stringify(found.entries), /<script|\uFFFE/)
  assert.equal(feedOf().updated, '1970-01-01T00:00:00.000Z', 'nothing came out')
})
