import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { delayAfter, perAccount, perAddress, perCode, remembered } from './throttle.ts'

test('X1: a throttle delays more with each failure, up to a cap of a few seconds, and never refuses', () => {
  for (const policy of [perAccount, perAddress, perCode]) {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (failures) => {
        const delay = delayAfter(failures, policy)
        assert.ok(Number.isFinite(delay) && delay >= 0 && delay <= policy.cap && policy.cap <= 5_000)
        assert.ok(delayAfter(failures + 1, policy) >= delay)
      }),
    )
  }
})

test('X1: the first few mistypes cost nothing', () => {
  assert.equal(delayAfter(3, perAccount), 0)
  assert.equal(delayAfter(4, perAccount), 500)
  assert.equal(delayAfter(30, perAddress), 0)
})

test('X1: failures are forgotten after a while', () => {
  assert.equal(remembered(9, 0, perAccount.forgetAfter, perAccount), 9)
  assert.equal(remembered(9, 0, perAccount.forgetAfter + 1, perAccount), 0)
})
