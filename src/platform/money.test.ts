import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MOST_PENCE, moneyInWords, penceOf } from './money.ts'

test('C16: a sum is read as people type it, and what is no sum is not guessed', () => {
  const sums = ['£12,500', '12500.5', '£40k', '2.5m', '0.07', ' £ 1 000 '].map(penceOf)
  assert.deepEqual(sums, [1_250_000, 1_250_050, 4_000_000, 250_000_000, 7, 100_000])
  for (const typed of ['', '-5', '12.345', 'about 5', '1e9', '£', '10.0000001m', '10000000001'])
    assert.equal(penceOf(typed), undefined, typed)
})

test('C16: what is printed is read back as the same pence', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_PENCE }), (pence) => {
      assert.equal(penceOf(moneyInWords(pence)), pence)
    }),
  )
})
