import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { budgetStanding, budgetYearOf, type CountedClaim, milesPence, rateOn, refuseApproval, tenthMilesOf } from './expenses.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const claims: fc.Arbitrary<CountedClaim[]> = fc.array(
  fc.record({
    state: fc.constantFrom('submitted', 'returned', 'approved', 'withdrawn'),
    pence: fc.integer({ min: 1, max: 1_000_000 }),
    isPaid: fc.boolean(),
  }),
)

test('G16: money is whole pence: miles round half a penny up, never more than half a penny away, and more miles never pay less', () => {
  assert.deepEqual([milesPence(124, 45), milesPence(1, 45), milesPence(3, 45), milesPence(10, 24)], [558, 5, 14, 24])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 500 }), (tenths, rate) => {
      const pence = milesPence(tenths, rate)
      assert.ok(Number.isInteger(pence) && pence >= 0)
      assert.ok(Math.abs(pence * 10 - tenths * rate) <= 5)
      assert.ok(milesPence(tenths + 1, rate) >= pence)
    }),
  )
})

test('G16: only what is approved uses a budget; given = approved + left; approving what may be approved never overdraws it', () => {
  fc.assert(
    fc.property(claims, fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (all, given, pence) => {
      const before = budgetStanding(given, all)
      assert.equal(before.approved + (before.left ?? 0), given)
      assert.ok(before.paid <= before.approved)
      const claim = { person: 'claimant', state: 'submitted', pence } as const
      const refusal = refuseApproval(claim, 'approver', before)
      const after = budgetStanding(given, [...all, { ...claim, state: 'approved', isPaid: false }])
      assert.equal(refusal === undefined, (after.left ?? 0) >= 0)
      assert.equal(after.approved - before.approved, pence)
      assert.equal(refuseApproval(claim, 'claimant', before), 'own-claim')
    }),
  )
  const waiting = { person: 'a', state: 'submitted', pence: 1 } as const
  assert.equal(refuseApproval(waiting, 'b', budgetStanding(undefined, [])), 'no-budget')
  assert.equal(refuseApproval({ ...waiting, state: 'approved' }, 'b', budgetStanding(10, [])), 'claim-settled')
})

test('G16: miles are read as people type them, paid by the rate of their day, and fall into the year that begins on 1 April', () => {
  assert.deepEqual(['12', '12.4', ' 0.1 ', '2000', '0', '12.45', '2001', '-3', 'x'].map(tenthMilesOf), [
    ...[120, 124, 1, 20_000],
    ...[undefined, undefined, undefined, undefined, undefined],
  ])
  const rate = (pence: number, startsOn: string, endsOn?: string) =>
    ({
      id: String(pence),
      vehicle: 'car',
      pence,
      source: 's',
      startsOn: day(startsOn),
      endsOn: endsOn === undefined ? undefined : day(endsOn),
    }) as const
  const rates = [rate(40, '2002-04-06', '2011-04-06'), rate(45, '2011-04-06')]
  assert.deepEqual(
    ['2002-04-05', '2011-04-05', '2011-04-06'].map((iso) => rateOn(rates, 'car', day(iso))?.pence),
    [undefined, 40, 45],
  )
  assert.equal(rateOn(rates, 'bicycle', day('2020-01-01')), undefined)
  assert.deepEqual([budgetYearOf(day('2026-03-31')), budgetYearOf(day('2026-04-01'))], [2025, 2026])
})
