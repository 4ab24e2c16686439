import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareRates, type PaidRate, sharedProviders, spreadOf } from './rate-comparison.ts'

const FEWEST = 5
const rate = (provider: string, commissioner: string, pence: bigint, more: Partial<PaidRate> = {}): PaidRate => ({
  ...{ provider, commissioner, pence, unit: 'hour', needBand: 'Standard', area: '', vat: 'none' },
  ...more,
})

test('C11: rates are compared for the same unit, need, area and VAT alone', () => {
  const [same] = compareRates([rate('a', 'icb', 2400n), rate('a', 'council', 2285n)])
  assert.deepEqual([same?.difference, same?.paid.map(({ commissioner }) => commissioner)], [115n, ['council', 'icb']])
  for (const other of [{ unit: 'night' }, { needBand: 'Complex' }, { area: 'north' }, { vat: 'standard' }, { provider: 'b' }])
    assert.ok(
      compareRates([rate('a', 'icb', 2400n, other), rate('a', 'council', 2285n)]).every(({ difference }) => difference === undefined),
    )
})

test('C11: a spread is told from five rates on, and lies within them; below that nothing but their number', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 9999n }), { minLength: 1, maxLength: 9 }), (sums) => {
      const [spread] = spreadOf(
        sums.map((pence, place) => rate(`p${place}`, 'council', pence)),
        FEWEST,
      )
      assert.equal(spread?.rates, sums.length)
      if (sums.length < FEWEST)
        return assert.deepEqual([spread?.lowest, spread?.middle, spread?.highest], [undefined, undefined, undefined])
      const least = sums.toSorted((one, other) => Number(one - other))[0] ?? 0n
      assert.equal(spread?.lowest, least)
      assert.ok((spread?.middle ?? 0n) >= least && (spread?.middle ?? 0n) <= (spread?.highest ?? 0n))
      assert.ok(sums.every((sum) => sum <= (spread?.highest ?? 0n)))
    }),
    { numRuns: 60 },
  )
})

test('C11: a provider counts once, and as shared where more than one commissioner has a contract with it', () => {
  const contract = (commissioner: string, ...providers: readonly string[]) => ({ commissioner, providers })
  assert.deepEqual(sharedProviders([]), { shared: 0, of: 0 })
  assert.deepEqual(sharedProviders([contract('a', 'x', 'y'), contract('a', 'x'), contract('b', 'y', 'z')]), { shared: 1, of: 3 })
})
