import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { sharedMissing, sharedPath } from '#test/support/shared.ts'
import { type Contribution, minimumMet, weightsOf } from './contributions.ts'
import { riskRuleProblems } from './risk-rule.ts'
import { type RiskStep, settle } from './risk-share.ts'
import { totalOf } from './split.ts'
import { slowShares } from './testing/slow-shares.ts'

const partners = ['Council', 'North', 'South']
const byContribution = [900_000_000n, 450_000_000n, 150_000_000n]
const overspend = 45_000_000n
const ground = { clause: 'Schedule 3', authority: 'the agreement' }
const noCaps: ReadonlyMap<string, bigint> = new Map()
type ShareStep = Extract<RiskStep, { kind: 'share' }>
const share = (more: Partial<ShareStep> = {}): ShareStep => ({
  ...ground,
  kind: 'share',
  weights: byContribution,
  upTo: null,
  caps: noCaps,
  excessTo: null,
  ...more,
})
const toHost: RiskStep = { ...ground, kind: 'first_part_to', partner: 'Council', upTo: null }
const pool: RiskStep = { ...ground, kind: 'draw_on_risk_pool', limit: 12_000_000n }
const caps = new Map([
  ['North', 10_000_000n],
  ['South', 4_000_000n],
])
const ownLines = [52_000_000n, -5_000_000n, -2_000_000n]

/** The statement of each rule, worked by hand: handbook of joint commissioning, 3.3. In pounds. */
const byHand: readonly (readonly [string, readonly RiskStep[], readonly number[]])[] = [
  ['by contribution', [share()], [270_000, 135_000, 45_000]],
  ['fixed shares 50:30:20', [share({ weights: [50n, 30n, 20n] })], [225_000, 135_000, 90_000]],
  ['shared up to 2% of the pool, rest to host', [share({ upTo: 30_000_000n }), toHost], [330_000, 90_000, 30_000]],
  ['risk pool of 120,000 first', [pool, share()], [198_000, 99_000, 33_000]],
  ['first loss 100,000 to the lead', [{ ...toHost, upTo: 10_000_000n }, share()], [310_000, 105_000, 35_000]],
  ['capped: North 100,000, South 40,000', [share({ caps, excessTo: 'Council' })], [310_000, 100_000, 40_000]],
  ['each manages its own lines', [{ ...ground, kind: 'own_lines' }], [520_000, -50_000, -20_000]],
  ['fixed contribution for all but the host', [toHost], [450_000, 0, 0]],
]

for (const [name, rule, pounds] of byHand)
  test(`C6: ${name}: the statement of every partner as worked by hand`, () => {
    assert.deepEqual(riskRuleProblems(rule, partners), [])
    const { shares, left, fromElsewhere } = settle(rule, { partners, overspend, ownLines })
    assert.deepEqual(
      shares,
      pounds.map((one) => BigInt(one) * 100n),
    )
    assert.equal(totalOf(shares) + fromElsewhere + left, overspend)
  })

test('C6: a step says what it covered and what is left, and a referral stops and waits', () => {
  const rule: readonly RiskStep[] = [pool, share({ upTo: 20_000_000n }), { ...ground, kind: 'refer', to: 'the executive group' }]
  const { steps, left, referredTo } = settle(rule, { partners, overspend })
  assert.deepEqual(
    steps.map(({ covered, left: after }) => [covered, after]),
    [
      [12_000_000n, 33_000_000n],
      [20_000_000n, 13_000_000n],
      [0n, 13_000_000n],
    ],
  )
  assert.equal(left, 13_000_000n)
  assert.equal(referredTo, 'the executive group')
})

test('C6: an underspend mirrors, and fills no pool', () => {
  const { shares, steps, fromElsewhere } = settle([pool, share()], { partners, overspend: -overspend })
  assert.deepEqual(shares, [-27_000_000n, -13_500_000n, -4_500_000n])
  assert.equal(fromElsewhere, 0n)
  assert.deepEqual(
    steps.map(({ skipped }) => skipped),
    [true, false],
  )
})

test('C6: a first loss above the overspend is borne by the lead alone; spend as budgeted settles to nothing', () => {
  const rule = [{ ...toHost, upTo: 90_000_000n }, share()]
  assert.deepEqual(settle(rule, { partners, overspend }).shares, [overspend, 0n, 0n])
  assert.deepEqual(settle(rule, { partners, overspend: 0n }), {
    steps: [],
    shares: [0n, 0n, 0n],
    fromElsewhere: 0n,
    left: 0n,
    referredTo: null,
  })
})

test('C6: what could not settle is refused when it is entered', () => {
  const all = new Map([...caps, ['Council', 1n]])
  const codes = (rule: readonly RiskStep[]): readonly string[] => riskRuleProblems(rule, partners).map(({ code }) => code)
  assert.deepEqual(codes([]), ['no_steps'])
  assert.deepEqual(codes([share({ weights: [0n, 0n, 0n] })]), ['no_weight'])
  assert.deepEqual(codes([share({ caps: all })]), ['all_capped'])
  assert.deepEqual(codes([share({ caps, excessTo: 'North' })]), ['capped_bears_excess'])
  assert.deepEqual(codes([share({ excessTo: 'East' })]), ['unknown_partner'])
  assert.deepEqual(codes([share(), pool]), ['never_reached'])
  assert.deepEqual(codes([{ ...pool, limit: -1n } as RiskStep]), ['negative_amount'])
  assert.deepEqual(codes([pool, { ...ground, kind: 'own_lines' }]), ['own_lines_alone'])
  assert.deepEqual(codes([{ ...toHost, above: 5n }, share()]), [], 'what holds above a sum only leaves the rest to others')
})

const amount = fc.bigInt({ min: 0n, max: 10n ** 11n })
const anyShare = fc
  .record({
    weights: fc.tuple(amount, amount, amount).filter((all) => totalOf(all) > 0n),
    upTo: fc.option(amount),
    caps: fc.dictionary(fc.constantFrom('North', 'South'), amount, { maxKeys: 2 }).map((one) => new Map(Object.entries(one))),
    excessTo: fc.constantFrom('Council', null),
  })
  .map((more) => share(more))
const anyStep: fc.Arbitrary<RiskStep> = fc.oneof(
  anyShare,
  amount.map((limit) => ({ ...ground, kind: 'draw_on_risk_pool' as const, limit })),
  amount.map((upTo) => ({ ...ground, kind: 'first_part_to' as const, partner: 'North', upTo })),
  amount.map((one) => ({ ...ground, kind: 'cover_from_lines' as const, lines: [{ name: 'Respite', pence: one }] })),
)
const anyRule = fc.array(
  fc.tuple(anyStep, fc.option(fc.bigInt({ min: 0n, max: 4000n }), { freq: 3 })).map(([step, above]) => ({ ...step, above })),
  { minLength: 1, maxLength: 6 },
)

test('C6: whatever the steps, shares, cover and what is left add up to the overspend, and no cap is exceeded', () => {
  fc.assert(
    fc.property(anyRule, fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (rule, sum) => {
      const { shares, fromElsewhere, left, steps } = settle(rule, { partners, overspend: sum })
      assert.equal(totalOf(shares) + fromElsewhere + left, sum)
      for (const { step, shares: own } of steps)
        for (const [place, one] of own.entries()) {
          const cap = step.kind === 'share' ? step.caps.get(partners[place] ?? '') : undefined
          assert.ok(cap === undefined || (one <= cap && one >= -cap))
        }
    }),
  )
})

test('C6: a slow calculator with fractions that goes penny by penny gives every partner the same', () => {
  fc.assert(
    fc.property(anyRule, fc.bigInt({ min: -5000n, max: 5000n }), (rule, sum) => {
      assert.deepEqual(settle(rule, { partners, overspend: sum }).shares, slowShares(rule, partners, sum))
    }),
  )
})

test('C5, C6: a key counts what the agreement counts, and shares by nothing that is not known', () => {
  const one = (partner: string, planned: bigint | null, more: Partial<Contribution> = {}): Contribution => ({
    ...{ partner, planned, kind: 'cash', actual: null, ringFenced: false },
    ...more,
  })
  const given = [one('Council', 60n), one('Council', 5n, { kind: 'in_kind' }), one('North', 30n), one('North', 9n, { ringFenced: true })]
  const cash = { by: 'planned', kinds: ['cash'], withRingFenced: false } as const
  assert.deepEqual(weightsOf(cash, partners, given), [60n, 30n, 0n])
  assert.deepEqual(weightsOf({ ...cash, kinds: ['cash', 'in_kind'], withRingFenced: true }, partners, given), [65n, 39n, 0n])
  assert.equal(weightsOf({ ...cash, by: 'actual' }, partners, given), null)
  assert.equal(weightsOf(cash, partners, [...given, one('South', null)]), null)
})

test('C5: the pooled fund of 2015 is the sum of its contributions and above its minimum', {
  skip: sharedMissing('domain/worked-examples/money.json'),
}, () => {
  const { pooled_fund: fund } = JSON.parse(readFileSync(sharedPath('domain/worked-examples/money.json') ?? '', 'utf8'))
  const total = totalOf(Object.values<number>(fund.contributions_pence).map(BigInt))
  assert.equal(total, BigInt(fund.total_pence))
  assert.equal(minimumMet(total, BigInt(fund.minimum_pence)), fund.minimum_met)
  assert.ok(minimumMet(total, total), 'equal passes')
})
