import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BroughtVoice, countHeard, type HeardMatter, heardBefore } from './heard.ts'

const start = Temporal.PlainDate.from('2026-01-01')
const day = fc.integer({ min: 0, max: 365 }).map((days) => start.add({ days }))
const matters: fc.Arbitrary<readonly HeardMatter[]> = fc
  .array(fc.record({ on: day, item: fc.option(fc.constantFrom('i1', 'i2', 'i3'), { nil: null }) }), { maxLength: 12 })
  .map((list) => list.map((matter, index) => ({ ...matter, id: `d${index}` })))
const voices: fc.Arbitrary<readonly BroughtVoice[]> = fc.array(
  fc.record({ on: day, matter: fc.constantFrom('d0', 'd1', 'd2', 'd3', 'i1', 'i2', 'elsewhere') }),
  { maxLength: 12 },
)

test('S4: of twelve decisions five had a view before, and what came afterwards is counted apart', () => {
  const decisions = Array.from({ length: 12 }, (_, index) => ({ id: `d${index}`, on: start.add({ months: index }), item: `i${index}` }))
  const before = [0, 1, 2].map((index) => ({ matter: `d${index}`, on: start.add({ months: index }).subtract({ days: 1 }) }))
  const toItems = [3, 4].map((index) => ({ matter: `i${index}`, on: start.add({ months: index }).subtract({ days: 9 }) }))
  const after = [5, 6].map((index) => ({ matter: `d${index}`, on: start.add({ months: index }) }))
  assert.deepEqual(countHeard(decisions, [...before, ...toItems, ...after]), { total: 12, before: 5, afterwards: 2, never: 5 })
})

test('S4: the three counts sum to the matters, whatever was brought in whatever order', () => {
  fc.assert(
    fc.property(matters, voices, (list, brought) => {
      const { total, before, afterwards, never } = countHeard(list, brought)
      assert.equal(before + afterwards + never, total)
      assert.deepEqual(countHeard(list.toReversed(), brought.toReversed()), { total, before, afterwards, never })
    }),
  )
})

test('S4: a further view never makes a matter less heard, and one of that day or later never makes it heard before', () => {
  const rank = { never: 0, afterwards: 1, before: 2 }
  fc.assert(
    fc.property(matters, voices, fc.nat({ max: 300 }), (list, brought, late) => {
      for (const matter of list) {
        const more = heardBefore(matter, [...brought, { matter: matter.id, on: matter.on.add({ days: late }) }])
        assert.ok(rank[more] >= rank[heardBefore(matter, brought)])
        assert.equal(more === 'before', heardBefore(matter, brought) === 'before')
      }
    }),
  )
})
