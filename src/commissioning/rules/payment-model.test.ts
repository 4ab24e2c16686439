import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Delivered, type Mechanism, paymentsOf } from './payment.ts'
import { breakEvenShare, byMonth, type Cohort, groupsOf, modelCohort, startsOf } from './payment-model.ts'
import { mechanismOf, type PaymentTerms } from './payment-terms.ts'

const rate = { pence: 1562n, per: 1n }
const timeAndTask: Mechanism = { kind: 'time_and_task', rate }
const incentive: Mechanism = { kind: 'incentive', rate, continueWeeks: 3, onRelapse: 'keep' }
const handbook: Cohort = {
  ...{ packages: 100, minutesBefore: 700, minutesAt: 525, minutesAfter: 350, outcomeWeek: 6, lengths: [{ weeks: 12, weight: 1 }] },
}

test('C10: of twenty in a hundred it must become more than twenty-six: p > 1.30 q', () => {
  const found = breakEvenShare(handbook, { mechanism: timeAndTask, percent: 20 }, incentive)
  assert.equal(found.kind, 'above')
  assert.ok(found.kind === 'above' && found.times !== null)
  assert.equal(found.times.toFixed(2), '1.30')
  assert.equal(found.percent.toFixed(1), '26.0')
  assert.deepEqual(breakEvenShare(handbook, { mechanism: timeAndTask, percent: 90 }, incentive), { kind: 'never' })
  const cheap: Mechanism = { kind: 'time_and_task', rate: { pence: 1n, per: 1n } }
  assert.deepEqual(breakEvenShare(handbook, { mechanism: timeAndTask, percent: 20 }, cheap), { kind: 'always' })
})

test('C10: packages are divided by length and outcome without one lost or invented', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.array(fc.record({ weeks: fc.integer({ min: 1, max: 30 }), weight: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 1, max: 60 }),
      (packages, lengths, percent, weeks) => {
        const groups = groupsOf({ ...handbook, packages, lengths }, percent)
        assert.equal(
          groups.reduce((sum, { count }) => sum + count, 0),
          packages,
        )
        for (const starts of ['evenly', 'at-once'] as const)
          assert.equal(
            startsOf(packages, weeks, starts).reduce((sum, begun) => sum + begun, 0),
            packages,
          )
      },
    ),
  )
})

// The slow second way: every package by itself, every week of it, with no counting of alike ones.
function slowly(
  mechanism: Mechanism,
  cohort: Cohort,
  percent: number,
  weeks: number,
): { readonly byWeek: bigint[]; readonly after: bigint } {
  const byWeek = Array.from({ length: weeks }, () => 0n)
  let after = 0n
  for (const { count, delivered } of groupsOf(cohort, percent))
    for (let place = 0; place < count; place += 1) {
      const start = Math.floor((place * weeks) / count)
      for (const { week, pence } of paymentsOf(mechanism, delivered)) {
        const at = start + week - 1
        if (at < weeks) byWeek[at] = (byWeek[at] ?? 0n) + pence
        else after += pence
      }
    }
  return { byWeek, after }
}

const terms = fc
  .record({
    base: fc.constantFrom('time-and-task', 'stepped', 'incentive', 'none'),
    rate: fc.bigInt(1n, 400_000n),
    steps: fc.array(fc.record({ weeks: fc.integer({ min: 1, max: 8 }), rate: fc.bigInt(1n, 400_000n) }), { minLength: 1, maxLength: 3 }),
    continueWeeks: fc.integer({ min: 0, max: 12 }),
    onRelapse: fc.constantFrom('keep', 'revert', 'review'),
    block: fc.option(fc.record({ pence: fc.bigInt(1n, 90_000n), weeks: fc.integer({ min: 1, max: 13 }) })),
    bonus: fc.record({ pence: fc.bigInt(1n, 90_000n), weeks: fc.integer({ min: 0, max: 12 }) }),
  })
  .map(
    ({ base, steps, block, bonus, ...one }): PaymentTerms => ({
      ...{ base: base as PaymentTerms['base'], rate: base === 'none' ? null : one.rate, steps: base === 'stepped' ? steps : [] },
      continueWeeks: base === 'incentive' ? one.continueWeeks : null,
      onRelapse: base === 'incentive' ? (one.onRelapse as 'keep') : null,
      ...{ blockPence: block?.pence ?? null, blockWeeks: block?.weeks ?? null },
      ...{ bonusPence: base === 'none' ? bonus.pence : null, clawBackWeeks: base === 'none' ? bonus.weeks : null },
    }),
  )
const cohorts = fc.record({
  packages: fc.integer({ min: 1, max: 60 }),
  minutesBefore: fc.integer({ min: 1, max: 2000 }),
  minutesAt: fc.integer({ min: 0, max: 2000 }),
  minutesAfter: fc.integer({ min: 0, max: 2000 }),
  outcomeWeek: fc.integer({ min: 1, max: 20 }),
  lengths: fc.array(fc.record({ weeks: fc.integer({ min: 1, max: 26 }), weight: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
})

test('C10: a year of packages counted by what is alike equals every package worked by itself', () => {
  fc.assert(
    fc.property(terms, cohorts, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 4, max: 60 }), (some, cohort, percent, weeks) => {
      const mechanism = mechanismOf(some)
      const quick = modelCohort(mechanism, cohort, { percent, weeks, starts: 'evenly' })
      const slow = slowly(mechanism, cohort, percent, weeks)
      assert.deepEqual(
        quick.weeks.map(({ paid }) => paid),
        slow.byWeek,
      )
      assert.equal(quick.paidAfterwards, slow.after)
      const months = byMonth(quick.weeks, Temporal.PlainDate.from('2027-04-05'))
      assert.equal(
        months.reduce((sum, { paid }) => sum + paid, 0n),
        quick.paid,
      )
    }),
    { numRuns: 60 },
  )
})

test('C10: an incentive that continues for no week, and steps of one rate, are time and task', () => {
  fc.assert(
    fc.property(cohorts, fc.integer({ min: 0, max: 100 }), fc.bigInt(1n, 5000n), (cohort, percent, pence) => {
      const of = (mechanism: Mechanism) => modelCohort(mechanism, cohort, { percent, weeks: 52, starts: 'evenly' }).weeks
      const plain = of({ kind: 'time_and_task', rate: { pence, per: 1n } })
      assert.deepEqual(of({ kind: 'incentive', rate: { pence, per: 1n }, continueWeeks: 0, onRelapse: 'keep' }), plain)
      assert.deepEqual(of({ kind: 'stepped', steps: [{ weeks: 3, rate: { pence, per: 1n } }], afterwards: { pence, per: 1n } }), plain)
    }),
    { numRuns: 40 },
  )
})

test('C10: minutes moved from one week to the next change what time and task pays by a penny at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 }), fc.bigInt(1n, 9999n), (all, some, pence) => {
      const paid = (minutes: readonly number[]): bigint =>
        paymentsOf({ kind: 'time_and_task', rate: { pence, per: 1n } }, { minutes, achievedWeek: null } satisfies Delivered).reduce(
          (sum, one) => sum + one.pence,
          0n,
        )
      const first = Math.min(all, some)
      const difference = paid([all, 0]) - paid([first, all - first])
      assert.ok(difference >= -1n && difference <= 1n)
    }),
  )
})

test('C10: what is at risk is what falls away where no outcome is confirmed', () => {
  const { weeks, withOutcome } = modelCohort(incentive, { ...handbook, packages: 1 }, { percent: 100, weeks: 12, starts: 'at-once' })
  assert.equal(withOutcome, 1)
  assert.deepEqual(
    weeks.map(({ atRisk }) => Number(atRisk)),
    [0, 0, 0, 0, 0, 0, 4556, 4556, 4556, 0, 0, 0],
  )
  const none = modelCohort(timeAndTask, handbook, { percent: 20, weeks: 12, starts: 'at-once' })
  assert.ok(none.weeks.every(({ atRisk }) => atRisk === 0n))
})
