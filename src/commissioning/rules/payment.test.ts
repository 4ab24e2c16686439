import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { breakEven, cohortCost } from './cohort.ts'
import { type Delivered, type Mechanism, paymentsOf, pencePerWeek, type Rate } from './payment.ts'
import { totalOf } from './split.ts'

const rate = (pence: bigint): Rate => ({ pence, per: 1n })
const timeAndTask: Mechanism = { kind: 'time_and_task', rate: rate(1562n) }
const stepped: Mechanism = { kind: 'stepped', steps: [{ weeks: 4, rate: rate(1740n) }], afterwards: rate(1480n) }
const incentive: Mechanism = { kind: 'incentive', rate: rate(1562n), continueWeeks: 3, onRelapse: 'keep' }
const minutes = [700, 700, 700, 700, 700, 525, 350, 350, 350, 350, 350, 350]
const delivered: Delivered = { minutes, achievedWeek: 6 }
const weekly = (mechanism: Mechanism, of: Delivered = delivered): readonly number[] =>
  pencePerWeek(paymentsOf(mechanism, of), of.minutes.length).map(Number)

test('C10: the three mechanisms over twelve weeks, as worked by hand', () => {
  assert.deepEqual(weekly(timeAndTask), [18223, 18223, 18223, 18223, 18223, 13668, 9112, 9112, 9112, 9112, 9112, 9112])
  assert.deepEqual(weekly(stepped), [20300, 20300, 20300, 20300, 17267, 12950, 8633, 8633, 8633, 8633, 8633, 8633])
  assert.deepEqual(weekly(incentive), [18223, 18223, 18223, 18223, 18223, 13668, 13668, 13668, 13668, 9112, 9112, 9112])
  assert.deepEqual(
    [timeAndTask, stepped, incentive].map((one) => weekly(one).reduce((sum, pence) => sum + pence, 0)),
    [159455, 163215, 173123],
  )
})

test('C10: an incentive is chosen by a cohort: 455.53 and 592.21 saved by one outcome', () => {
  const never: Delivered = { minutes: minutes.map(() => 700), achievedWeek: null }
  const cost = (mechanism: Mechanism, of: Delivered): bigint => cohortCost(mechanism, [of], 12).total
  const without = cost(timeAndTask, never)
  assert.equal(without, 218_676n)
  const costs = { without, timeAndTask: cost(timeAndTask, delivered), incentive: cost(incentive, delivered) }
  assert.deepEqual(breakEven(costs), { savedByTimeAndTask: 59_221n, savedByIncentive: 45_553n })
  assert.equal(breakEven({ ...costs, incentive: without }), null)
  assert.equal(cohortCost(incentive, [delivered, never], 12).total, costs.incentive + without)
})

test('C10: what happens when more care is needed again is what the contract says', () => {
  const again: Delivered = { minutes: [600, 300, 420, 300], achievedWeek: 2 }
  const paid = (onRelapse: 'keep' | 'revert' | 'review') =>
    paymentsOf({ kind: 'incentive', rate: rate(6000n), continueWeeks: 2, onRelapse }, again).map(({ pence, reason }) => [
      Number(pence),
      reason,
    ])
  assert.deepEqual(paid('keep')[2], [30_000, 'after_outcome'])
  assert.deepEqual(paid('revert')[2], [42_000, 'relapse'])
  assert.deepEqual(paid('review')[2], [42_000, 'needs_review'])
  assert.deepEqual(paid('revert')[3], [30_000, 'after_outcome'])
})

test('C10: a block is paid by period; a bonus once, and taken back as it was given', () => {
  const of: Delivered = { minutes: [600, 300, 300, 420, 0], achievedWeek: 2 }
  assert.deepEqual(weekly({ kind: 'block', pence: 5_000n, everyWeeks: 4 }, of), [5_000, 0, 0, 0, 5_000])
  const bonus = (clawBackWeeks: number): Mechanism => ({ kind: 'outcome_bonus', pence: 25_001n, clawBackWeeks })
  assert.deepEqual(weekly(bonus(1), of), [0, 25_001, 0, 0, 0])
  assert.deepEqual(weekly(bonus(2), of), [0, 25_001, 0, -25_001, 0])
  assert.deepEqual(weekly(bonus(2), { ...of, achievedWeek: null }), [0, 0, 0, 0, 0])
  const mixed: Mechanism = { kind: 'mixed', parts: [{ kind: 'block', pence: 100n, everyWeeks: 1 }, bonus(1)] }
  assert.deepEqual(weekly(mixed, of), [100, 25_101, 100, 100, 100])
})

const anyRate = fc.record({ pence: fc.bigInt({ min: 0n, max: 10_000n }), per: fc.bigInt({ min: 1n, max: 8n }) })
const anyPackage = fc.record({
  minutes: fc.array(fc.integer({ min: 0, max: 10_080 }), { minLength: 1, maxLength: 52 }),
  achievedWeek: fc.option(fc.integer({ min: 1, max: 60 })),
})

test('C10: weeks worked one by one with fractions agree with every mechanism', () => {
  fc.assert(
    fc.property(anyPackage, anyRate, anyRate, fc.integer({ min: 0, max: 10 }), (of, first, later, weeks) => {
      const penny = (time: number, { pence, per }: Rate): number =>
        new Fraction(time).mul(pence).div(per).div(60).add(1, 2).floor(0).valueOf()
      const steppedBy: Mechanism = { kind: 'stepped', steps: [{ weeks, rate: first }], afterwards: later }
      assert.deepEqual(
        weekly(steppedBy, of),
        of.minutes.map((time, place) => penny(time, place < weeks ? first : later)),
      )
      const by: Mechanism = { kind: 'incentive', rate: first, continueWeeks: weeks, onRelapse: 'keep' }
      const expected = of.minutes.map((time, place) => {
        const after = of.achievedWeek === null ? -1 : place + 1 - of.achievedWeek
        return penny(after >= 1 && after <= weeks ? (of.minutes[(of.achievedWeek ?? 0) - 1] ?? 0) : time, first)
      })
      assert.deepEqual(weekly(by, of), expected)
    }),
  )
})

test('C10: nothing continued is time and task, equal steps are time and task, and a week split in two is paid the same to a penny', () => {
  fc.assert(
    fc.property(anyPackage, anyRate, (of, one) => {
      const plain = weekly({ kind: 'time_and_task', rate: one }, of)
      assert.deepEqual(weekly({ kind: 'incentive', rate: one, continueWeeks: 0, onRelapse: 'review' }, of), plain)
      assert.deepEqual(weekly({ kind: 'stepped', steps: [{ weeks: 3, rate: one }], afterwards: one }, of), plain)
      const [time = 0] = of.minutes
      const half = Math.floor(time / 2)
      const [whole, parts] = [[time], [half, time - half]].map((list) =>
        totalOf(paymentsOf({ kind: 'time_and_task', rate: one }, { minutes: list, achievedWeek: null }).map(({ pence }) => pence)),
      )
      const off = (whole ?? 0n) - (parts ?? 0n)
      assert.ok(off <= 1n && off >= -1n)
    }),
  )
})
