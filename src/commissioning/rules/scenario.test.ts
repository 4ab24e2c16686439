import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { latestAssumptions, scenarioSums, scenarioYears, type YearAssumption, yearsOutOfOrder } from './scenario.ts'

const central = (year: number, more: Partial<YearAssumption> = {}): YearAssumption => ({
  ...{ option: 'central', year, volume: 400, takeUp: 6250, unit: 125_000n, rise: 0 },
  ...more,
})

test('C5: a new duty costs volume by take-up by unit cost, with prices risen since the first year, and what is not assumed is not known', () => {
  const assumed = [
    central(2027),
    central(2028, { rise: 250 }),
    central(2029, { rise: 300, volume: 440 }),
    central(2028, { option: 'high' }),
  ]
  const years = scenarioYears(assumed, [
    { year: 2027, pence: 30_000_000n },
    { year: 2027, pence: 250_000n },
    { year: 2028, pence: 40_000_000n },
  ])
  // 400 x 62.5% x £1,250.00 = £312,500.00; with 2.5% £320,312.50; 440 with 2.5% and 3% £362,914.06 (362,914.0625).
  assert.deepEqual(
    years.map(({ costs }) => costs.central),
    [31_250_000n, 32_031_250n, 36_291_406n],
  )
  assert.deepEqual(
    years.flatMap(({ costs: { low, high } }) => [low, high]),
    [null, null, null, null, null, null],
    'without its first year the prices of the second cannot be told',
  )
  assert.deepEqual(
    years.map(({ gaps }) => gaps.central),
    [1_000_000n, -7_968_750n, 36_291_406n],
  )
  const sums = scenarioSums(years)
  assert.equal(sums.costs.central, 99_572_656n)
  assert.equal(sums.unfunded.central, 37_291_406n, 'what is too much in one year does not pay for another')
  assert.equal(sums.unfunded.high, null)
  assert.deepEqual(yearsOutOfOrder(years), [])
  assert.deepEqual(
    yearsOutOfOrder(scenarioYears([central(2027), central(2027, { option: 'low', volume: 401 }), central(2027, { option: 'high' })], [])),
    [2027],
  )
  assert.deepEqual(scenarioYears([], []), [])
  assert.equal(scenarioYears([], [{ year: 2027, pence: 1n }])[0]?.costs.central, null)
})

test('C5: of two assumptions of one year the later counts, of one day the one that was entered last', () => {
  const said = (id: string, day: string, volume: number) => ({ ...central(2027, { volume }), id, saidOn: Temporal.PlainDate.from(day) })
  const latest = latestAssumptions([said('c', '2026-05-01', 3), said('a', '2026-06-01', 1), said('b', '2026-06-01', 2)])
  assert.deepEqual(
    latest.map(({ volume }) => volume),
    [2],
  )
})

test('C5: doubling the volume of a scenario doubles its cost to a penny, no take-up costs nothing, and cost is what is named and what is not', () => {
  const money = fc.bigInt({ min: 0n, max: 10n ** 15n })
  const assumption = fc.record({
    ...{ volume: fc.nat(100_000), takeUp: fc.integer({ min: 0, max: 10_000 }), unit: fc.bigInt({ min: 0n, max: 10n ** 9n }) },
    rise: fc.integer({ min: -5000, max: 10_000 }),
  })
  fc.assert(
    fc.property(assumption, money, (more, pence) => {
      const of = (changed: Partial<YearAssumption>) => {
        const [, year] = scenarioYears([central(2026), central(2027, { ...more, ...changed })], [{ year: 2027, pence }])
        assert.equal((year?.gaps.central ?? 0n) + pence, year?.costs.central)
        return year?.costs.central ?? -1n
      }
      const drift = of({ volume: more.volume * 2 }) - 2n * of({})
      assert.ok(drift >= -1n && drift <= 1n)
      assert.equal(of({ takeUp: 0 }), 0n)
    }),
  )
})
