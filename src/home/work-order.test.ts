import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { byUrgency, type Pressing, pressureOf, pressures } from './work-order.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const item = fc.record({
  day: fc.option(
    fc.integer({ min: -60, max: 60 }).map((days) => today.add({ days })),
    { nil: undefined },
  ),
  known: fc.constantFrom<Pressing['known']>(undefined, undefined, undefined, 'now', 'late'),
})

test('X3: My work is in order of urgency: nothing that presses less stands above what presses more, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 20 }), (items) => {
      const sorted = byUrgency(items, today)
      assert.equal(sorted.length, items.length)
      for (const [index, one] of sorted.slice(1).entries()) {
        const before = sorted[index]
        assert.ok(before && pressures.indexOf(before.pressure) <= pressures.indexOf(one.pressure))
        if (before.pressure === one.pressure && before.day && one.day) assert.ok(Temporal.PlainDate.compare(before.day, one.day) <= 0)
      }
    }),
  )
})

test('X3: the last day is not late, a week ahead presses, the day after it does not', () => {
  const of = (days: number) => pressureOf({ day: today.add({ days }) }, today)
  assert.deepEqual([-1, 0, 7, 8].map(of), ['late', 'soon', 'soon', 'later'])
  assert.equal(pressureOf({}, today), 'waits')
})
