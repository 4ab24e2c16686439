import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { halfUp, instalmentsOf, splitPence, totalOf } from './split.ts'

const weight = fc.bigInt({ min: 0n, max: 10n ** 13n })
const weights = fc.array(weight, { minLength: 1, maxLength: 12 }).filter((all) => totalOf(all) > 0n)
const pence = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })

test('C5: a sum is split to the penny: the three examples of the handbook', () => {
  assert.deepEqual(splitPence(10n, [1n, 1n, 1n]), [4n, 3n, 3n])
  assert.deepEqual(splitPence(100_001n, [45n, 35n, 20n]), [45_001n, 35_000n, 20_000n])
  assert.deepEqual(instalmentsOf(1_000_003n, 4), [250_001n, 250_001n, 250_001n, 250_000n])
})

test('C5: shares add up for any weights and any sign, and none is a penny or more from its exact share', () => {
  fc.assert(
    fc.property(pence, weights, (sum, all) => {
      const shares = splitPence(sum, all) ?? []
      assert.equal(totalOf(shares), sum)
      const whole = totalOf(all)
      for (const [place, share] of shares.entries()) {
        const off = share * whole - sum * (all[place] ?? 0n)
        assert.ok(off < whole && off > -whole)
      }
      assert.deepEqual(
        splitPence(-sum, all),
        shares.map((share) => -share),
      )
    }),
  )
})

test('C5: the order of partners changes ties only, and a partner of weight 0 changes nothing', () => {
  fc.assert(
    fc.property(pence, weights, (sum, all) => {
      const shares = splitPence(sum, all) ?? []
      const turned = (splitPence(sum, all.toReversed()) ?? []).toReversed()
      for (const [place, share] of shares.entries()) {
        const off = share - (turned[place] ?? 0n)
        assert.ok(off <= 1n && off >= -1n)
      }
      assert.deepEqual(splitPence(sum, [...all, 0n]), [...shares, 0n])
    }),
  )
})

test('C5: ten thousand splits and re-splits lose and make no penny', () => {
  let parts: readonly bigint[] = [6_384_700_000n, -1n, 10_000_100n]
  const sum = totalOf(parts)
  for (let round = 0; round < 10_000; round += 1) {
    const again = totalOf(parts)
    parts = splitPence(again, [BigInt(round % 7) + 1n, 45n, BigInt(round % 13)]) ?? []
  }
  assert.equal(totalOf(parts), sum)
})

test('C5: nobody to share is said and not taken for nothing', () => {
  assert.equal(splitPence(100n, []), null)
  assert.equal(splitPence(100n, [0n, 0n]), null)
})

test('C10: the payable unit is rounded, half up, and never the rate', () => {
  assert.equal(halfUp(27_335n, 2n), 13_668n)
  assert.equal(halfUp(91n * 115_000n, 7n), 1_495_000n)
  assert.notEqual(91n * 16_429n, 1_495_000n)
})
