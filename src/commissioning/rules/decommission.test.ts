import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { gapBetween, releasedSums } from './decommission.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('C13: gap days lie between the first day without a service and the first day of what takes its place', () => {
  assert.deepEqual(gapBetween(day('2026-04-01'), day('2026-04-01')), { state: 'none', days: 0 })
  assert.deepEqual(gapBetween(day('2026-04-01'), day('2026-05-01')), { state: 'gap', days: 30 })
  assert.deepEqual(gapBetween(day('2026-04-01'), day('2026-03-25')), { state: 'overlap', days: 7 })
  assert.deepEqual(gapBetween(day('2026-04-01'), undefined), { state: 'nothing-follows', days: undefined })
})

test('C13: released is what was reallocated, returned and not decided, to the penny, for any lines', () => {
  const line = fc.record({ kind: fc.constantFrom('reallocated' as const, 'returned' as const), pence: fc.bigInt(1n, 10n ** 9n) })
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 11n), fc.array(line), (released, lines) => {
      const sums = releasedSums(released, lines) ?? assert.fail()
      assert.equal(sums.released, sums.reallocated + sums.returned + sums.undecided)
      assert.equal(
        sums.reallocated + sums.returned,
        lines.reduce((total, { pence }) => total + pence, 0n),
      )
    }),
  )
  assert.equal(releasedSums(undefined, []), undefined)
})
