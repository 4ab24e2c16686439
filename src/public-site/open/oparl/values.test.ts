import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateTime, dateTimeOn, given, lastDay } from './values.ts'

test('O2: a time is written in London, to the second, with a numeric offset', () => {
  assert.equal(dateTime(Temporal.Instant.from('2027-01-05T14:00:00.789Z')), '2027-01-05T14:00:00+00:00')
  assert.equal(dateTime(Temporal.Instant.from('2027-07-01T13:00:00Z')), '2027-07-01T14:00:00+01:00')
  // The hour that autumn repeats, twice.
  assert.equal(dateTime(Temporal.Instant.from('2026-10-25T00:30:00Z')), '2026-10-25T01:30:00+01:00')
  assert.equal(dateTime(Temporal.Instant.from('2026-10-25T01:30:00Z')), '2026-10-25T01:30:00+00:00')
})

test('O2: whatever the instant, the time reads back as the same second and never ends in Z', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
      const text = dateTime(Temporal.Instant.fromEpochMilliseconds(second * 1000))
      assert.match(text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[01]:00$/)
      assert.equal(Temporal.Instant.from(text).epochMilliseconds, second * 1000)
    }),
  )
})

test('O2: a time that is not known is left out, and the last day of a period is the day before it ends', () => {
  const day = Temporal.PlainDate.from('2026-07-01')
  assert.equal(dateTimeOn(day, null), undefined)
  assert.equal(dateTimeOn(day, '14:00:00'), '2026-07-01T14:00:00+01:00')
  assert.equal(lastDay(day), '2026-06-30')
  assert.equal(lastDay(null), undefined)
})

test('O2: what is missing is left out; false and 0 are not missing', () => {
  const cleaned = given({
    a: null,
    b: undefined,
    c: '',
    d: '  ',
    e: [],
    f: [undefined, ''],
    g: false,
    h: 0,
    i: ' kept ',
    j: ['x', undefined],
  })
  assert.deepEqual(cleaned, { g: false, h: 0, i: 'kept', j: ['x'] })
})

test('O2: half a character is made whole', () => {
  assert.deepEqual(given({ name: 'a\ud800b' }), { name: 'a\ufffdb' })
})
