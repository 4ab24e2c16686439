import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dutyState, owedWindows, windowOf, windowOn } from './yearly-window.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const { compare } = Temporal.PlainDate
const windows = fc.record({ opensMonth: fc.integer({ min: 1, max: 12 }), closesMonth: fc.integer({ min: 1, max: 12 }) })
const years = fc.integer({ min: 1950, max: 2150 })
const days = fc
  .record({ year: years, month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
  .map((parts) => Temporal.PlainDate.from(parts))

test('G15: September to November lies in one year, October to February crosses New Year and ends on the last of February', () => {
  const report = windowOf({ opensMonth: 9, closesMonth: 11 }, 2026)
  assert.deepEqual([report.opensOn.toString(), report.closesOn.toString()], ['2026-09-01', '2026-11-30'])
  const review = windowOf({ opensMonth: 10, closesMonth: 2 }, 2027)
  assert.deepEqual([review.opensOn.toString(), review.closesOn.toString()], ['2027-10-01', '2028-02-29'])
  assert.equal(windowOn({ opensMonth: 10, closesMonth: 2 }, day('2028-02-29'))?.year, 2027)
  assert.equal(windowOn({ opensMonth: 10, closesMonth: 2 }, day('2028-03-01')), undefined)
})

test('G15: a window lasts 1 to 12 months, and the next opens a year later and after this one closed', () => {
  fc.assert(
    fc.property(windows, years, (window, year) => {
      const one = windowOf(window, year)
      const next = windowOf(window, year + 1)
      assert.ok(compare(one.opensOn, one.closesOn) <= 0)
      assert.ok(compare(one.closesOn, next.opensOn) < 0)
      assert.ok(one.opensOn.add({ years: 1 }).equals(next.opensOn))
      assert.equal(one.opensOn.day, 1)
      assert.equal(one.closesOn.add({ days: 1 }).day, 1)
    }),
  )
})

test('G15: a day lies in one window at most, and in that one a duty without an outcome is due', () => {
  fc.assert(
    fc.property(windows, days, (window, at) => {
      const around = [-2, -1, 0, 1].map((step) => windowOf(window, at.year + step))
      const within = around.filter(({ opensOn, closesOn }) => compare(opensOn, at) <= 0 && compare(at, closesOn) <= 0)
      assert.ok(within.length <= 1)
      assert.equal(windowOn(window, at)?.year, within[0]?.year)
      for (const one of around) {
        const state = dutyState(one, undefined, at)
        assert.equal(state === 'due', one.year === within[0]?.year)
        assert.equal(state === 'overdue', compare(at, one.closesOn) > 0)
      }
    }),
  )
})

test('G15: owed are whole windows of the duty alone, each once, in order', () => {
  fc.assert(
    fc.property(windows, days, days, fc.option(days, { nil: undefined }), (window, startsOn, until, endsOn) => {
      const owed = owedWindows(window, { startsOn, endsOn }, until)
      for (const [index, { year, opensOn, closesOn }] of owed.entries()) {
        assert.ok(compare(opensOn, startsOn) >= 0 && compare(opensOn, until) <= 0)
        assert.ok(endsOn === undefined || compare(closesOn, endsOn) < 0)
        if (index > 0) assert.equal(year, (owed[index - 1]?.year ?? 0) + 1)
      }
      if (endsOn === undefined && compare(until, startsOn.add({ years: 2 })) > 0) assert.ok(owed.length >= until.year - startsOn.year - 1)
    }),
  )
})

test('G15: what was recorded decides: met in time, met late, waived', () => {
  const window = windowOf({ opensMonth: 3, closesMonth: 5 }, 2026)
  const state = (outcome: 'met' | 'waived', on: string) => dutyState(window, { outcome, onDay: day(on) }, day('2027-01-01'))
  assert.deepEqual([state('met', '2026-05-31'), state('met', '2026-06-01'), state('waived', '2026-06-01')], ['met', 'met-late', 'waived'])
})
