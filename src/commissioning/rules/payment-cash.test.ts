import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cashFlows } from './payment-cash.ts'
import { comparePayments } from './payment-comparison.ts'
import type { PaymentTerms } from './payment-terms.ts'

const nothing = {
  steps: [],
  continueWeeks: null,
  onRelapse: null,
  blockPence: null,
  blockWeeks: null,
  bonusPence: null,
  clawBackWeeks: null,
}
const today: PaymentTerms = { ...nothing, base: 'time-and-task', rate: 156_200n }
const stepped: PaymentTerms = { ...nothing, base: 'stepped', rate: 148_000n, steps: [{ weeks: 4, rate: 174_000n }] }
const incentive: PaymentTerms = { ...nothing, base: 'incentive', rate: 156_200n, continueWeeks: 3, onRelapse: 'keep' }

test('C10: the money of a provider week by week under the three mechanisms of the handbook: ahead, behind and at risk', () => {
  const cohort = {
    ...{ id: 'c', title: 'One', packages: 1, minutesBefore: 700, minutesAt: 525, minutesAfter: 350, outcomeWeek: 6 },
    lengths: [{ weeks: 12, weight: 1 }],
  }
  const options = [today, stepped, incentive].map((terms, place) => ({
    ...{ id: String(place), title: String(place), terms, percents: new Map([['c', 100]]) },
  }))
  const model = { startsOn: Temporal.PlainDate.from('2027-04-05'), weeks: 12, starts: 'at-once' as const }
  const [plain, steps, outcome] = cashFlows(comparePayments(model, [cohort], options, []))
  assert.ok(plain?.weeks.every(({ ahead, atRisk }) => ahead === 0n && atRisk <= 0n))
  assert.deepEqual([plain?.lowest, plain?.riskiest], [null, null])
  // 203.00 beside 182.23 for four weeks, then 172.67: ahead at first, and 37.60 at the end (1,632.15 less 1,594.55).
  assert.deepEqual(
    steps?.weeks.map(({ ahead }) => Number(ahead)),
    [2077, 4154, 6231, 8308, 7352, 6634, 6155, 5676, 5197, 4718, 4239, 3760],
  )
  assert.equal(steps?.lowest, null)
  // Three weeks of 136.68 in place of 91.12 rest on the outcome.
  assert.equal(outcome?.weeks.at(-1)?.ahead, 13_668n)
  assert.deepEqual([outcome?.riskiest?.week, outcome?.riskiest?.atRisk], [7, 4556n])
  const other = cashFlows([{ weeks: [] }])
  assert.deepEqual(other, [{ weeks: [], lowest: null, riskiest: null }])
})
