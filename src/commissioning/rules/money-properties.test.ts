import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ListedStep } from './risk-list.ts'
import { splitPence, totalOf } from './split.ts'
import { tryOut } from './trial.ts'
import { outturnOf, workYear } from './year-end.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 11n })

test('C5: over ten thousand splits nothing drifts: what partners got is what was shared', () => {
  const weights = [23_686n, 40_161n, 7n]
  const got = [0n, 0n, 0n]
  let shared = 0n
  for (let turn = 0; turn < 10_000; turn += 1) {
    const pence = BigInt((turn * 7919) % 100_003) - 50_000n
    shared += pence
    for (const [place, part] of (splitPence(pence, weights) ?? []).entries()) got[place] = (got[place] ?? 0n) + part
  }
  assert.equal(totalOf(got), shared)
})

const share = (more: Partial<ListedStep> = {}): ListedStep => ({
  ...{ kind: 'share', clause: 'c', authority: 'a', above: null, upTo: null, weighedBy: 'planned', kinds: ['cash'], withFenced: false },
  ...{ midYear: 'plan', partner: null, excessTo: null, line: null, referTo: null, parts: [] },
  ...more,
})
const rule = (steps: readonly ListedStep[], underspend: 'silent' | 'managed' | 'windfall' = 'silent') => ({
  ...{ steps, underspend, underspendClause: underspend === 'silent' ? '' : 'clause 9', title: 'Schedule' },
})
const givenBy = (sums: readonly bigint[]) =>
  sums.map((planned, place) => ({ partner: `p${place}`, kind: 'cash' as const, planned, actual: planned, ringFenced: false }))
const facts = (sums: readonly bigint[]) => ({
  ...{ year: 2025, partners: sums.map((_, place) => `p${place}`), agreed: givenBy(sums), revised: givenBy(sums), leavings: [] },
})
const lines = fc.array(
  fc.record({
    managedBy: fc.constantFrom('p0', 'p1', 'p2', 'outside'),
    fence: fc.constantFrom(null, 'f1', 'f2'),
    budget: amount,
    spend: amount,
  }),
  { maxLength: 12 },
)
const sums = fc.tuple(amount, amount, amount).filter((all) => totalOf(all) > 0n)

test('C6: whatever a year came to, bills and what ring-fenced money was under add up to spend less budget', () => {
  fc.assert(
    fc.property(lines, sums, fc.constantFrom('silent' as const, 'managed' as const, 'windfall' as const), (of, given, underspend) => {
      const outturn = outturnOf(of)
      assert.equal(outturn.fenced + outturn.overspend, totalOf(of.map(({ spend, budget }) => spend - budget)))
      assert.ok(outturn.fenced <= 0n)
      const worked = workYear(outturn, rule([share()], underspend), facts(given), false)
      assert.ok(!('because' in worked))
      assert.equal(totalOf(worked.shares) + worked.fromElsewhere + worked.left, outturn.overspend)
      const aligned = workYear(outturn, null, facts(given), true)
      assert.ok(!('because' in aligned))
      assert.equal(totalOf(aligned.shares), outturn.overspend)
    }),
  )
})

test('C6: a year tried as a whole is over by that much, and by as much line by line', () => {
  const tried = fc.array(fc.record({ managedBy: fc.constantFrom('p0', 'p1'), budget: fc.bigInt({ min: 1n, max: 10n ** 10n }) }), {
    minLength: 1,
    maxLength: 9,
  })
  fc.assert(
    fc.property(tried, fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }), (of, whole) => {
      const all = of.map((line, place) => ({ ...line, id: String(place), fence: null, variance: null }))
      const { outturn } = tryOut(all, { whole, lines: new Map() })
      assert.equal(outturn.overspend, whole)
      assert.equal(totalOf(outturn.byManager.values()), whole)
      assert.equal(tryOut(all, { whole: null, lines: new Map([['0', whole]]) }).outturn.overspend, whole)
    }),
  )
})

test('C5: two partners that merge bear together what one of the sum of their gifts would, within a penny a step, and no total changes', () => {
  fc.assert(
    fc.property(sums, fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }), ([one, other, third], overspend) => {
      const were = splitPence(overspend, [one, other, third]) ?? []
      const are = splitPence(overspend, [one + other, third]) ?? []
      assert.equal(totalOf(were), totalOf(are))
      const drift = (were[0] ?? 0n) + (were[1] ?? 0n) - (are[0] ?? 0n)
      assert.ok(drift >= -1n && drift <= 1n, String(drift))
    }),
  )
})

test('C6: weights by days count a partner that leaves for its days, and by plan as varied; unknown sums settle nothing', () => {
  const given = facts([100n, 100n])
  const left = { ...given, revised: givenBy([100n, 40n]), leavings: [{ partner: 'p1', on: Temporal.PlainDate.from('2025-06-13') }] }
  const bills = (step: ListedStep) => {
    const worked = workYear(outturnOf([{ managedBy: 'p0', fence: null, budget: 0n, spend: 43_800n }]), rule([step]), left, false)
    return 'because' in worked ? worked.because.code : worked.shares
  }
  assert.deepEqual(bills(share({ midYear: 'days' })), [36_500n, 7_300n])
  assert.deepEqual(bills(share()), [31_286n, 12_514n])
  const unknown = { ...given, revised: [{ partner: 'p0', kind: 'cash' as const, planned: null, actual: null, ringFenced: false }] }
  const worked = workYear(outturnOf([{ managedBy: 'p0', fence: null, budget: 0n, spend: 1n }]), rule([share()]), unknown, false)
  assert.deepEqual(worked, { because: { code: 'weights-not-known', step: 0 } })
})
