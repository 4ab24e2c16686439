import assert from 'node:assert/strict'
import { test } from 'node:test'
import ICAL from 'ical.js'
import { type CalendarMeeting, type CalendarMethod, calendarFile } from './calendar-entry.ts'

const meeting: CalendarMeeting = {
  id: '0190b7a2-0000-7000-8000-000000000001',
  title: 'Northbrook Partnership; children, young people — “Llŷn”',
  heldOn: Temporal.PlainDate.from('2026-02-24'),
  startsAt: Temporal.PlainTime.from('14:00'),
  endsAt: Temporal.PlainTime.from('16:30'),
  place: `The Exchange, ${'a very long way round, '.repeat(8)}Northbrook`,
  address: 'https://example.org/meetings/0190b7a2-0000-7000-8000-000000000001',
  sequence: 0,
  cancelled: false,
  notes: 'First line\nSecond line',
}
const stamp = Temporal.Instant.from('2026-02-01T09:30:00Z')
const invitation = { from: { name: 'Clerk', email: 'clerk@example.org' }, to: { name: 'Cora', email: 'cora@example.org' } }
const written = (more: Partial<CalendarMeeting> = {}, method: CalendarMethod = 'request'): string =>
  calendarFile([{ ...meeting, ...more }], method, stamp, 'example.org', invitation)

function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const component = calendar.getFirstSubcomponent('vevent')
  assert.ok(component)
  const event = new ICAL.Event(component)
  const instant = (time: ICAL.Time): string => Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString()
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    summary: event.summary,
    place: event.location,
    description: event.description,
    starts: instant(event.startDate),
    ends: instant(event.endDate),
    allDay: event.startDate.isDate,
    stamped: String(component.getFirstPropertyValue('dtstamp')),
  }
}

test('M7: an invitation comes back from another reader as it was meant, words, commas, line breaks and all', () => {
  const event = read(written())
  assert.equal(event.method, 'REQUEST')
  assert.equal(event.summary, meeting.title)
  assert.equal(event.place, meeting.place)
  assert.match(event.description, /First line\nSecond line/)
  assert.equal(event.stamped, '2026-02-01T09:30:00Z')
})

test('M7: a change counts the sequence and keeps the UID; a cancellation takes the same entry back', () => {
  const [first, changed, gone] = [
    read(written()),
    read(written({ sequence: 1, place: 'Elsewhere', heldOn: Temporal.PlainDate.from('2026-03-03') })),
    read(written({ sequence: 2, cancelled: true }, 'cancel')),
  ]
  assert.equal(new Set([first.uid, changed.uid, gone.uid]).size, 1)
  assert.deepEqual([first.sequence, changed.sequence, gone.sequence], [0, 1, 2])
  assert.deepEqual([first.status, changed.status, gone.status], ['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  assert.equal(gone.method, 'CANCEL')
})

test('M7: 2pm in London is the same instant in the file, in summer, in winter and on the days the clocks change', () => {
  for (const [day, utc] of [
    ['2026-02-24', '14:00'],
    ['2026-07-06', '13:00'],
    ['2026-03-28', '14:00'],
    ['2026-03-29', '13:00'],
    ['2026-10-24', '13:00'],
    ['2026-10-25', '14:00'],
    ['2014-06-23', '13:00'],
  ] as const) {
    const event = read(written({ heldOn: Temporal.PlainDate.from(day) }))
    assert.equal(event.starts, `${day}T${utc}:00Z`, day)
    assert.equal(Temporal.Instant.from(event.ends).since(Temporal.Instant.from(event.starts)).total('minutes'), 150, day)
  }
  assert.match(written(), /BEGIN:VTIMEZONE/)
  assert.match(written(), /DTSTART;TZID=Europe\/London:20260224T140000/)
})

test('M7: without a time the entry is for the whole day; without an end it says so', () => {
  assert.equal(read(written({ startsAt: undefined, endsAt: undefined })).allDay, true)
  assert.match(read(written({ endsAt: undefined })).description, /The end time is not stated/)
})

test('M7: lines end with CRLF and are folded at 75 octets, never within a character (RFC 5545, 3.1)', () => {
  const file = written({ title: 'ŷ–“”'.repeat(60), notes: '家'.repeat(200) })
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /[\r\n]/)
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)}: ${line}`)
  assert.doesNotMatch(file, /\ufffd/)
  assert.equal(read(file).summary, 'ŷ–“”'.repeat(60))
})
