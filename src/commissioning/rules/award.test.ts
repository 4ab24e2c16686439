import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayNameContract, readLots, withVat } from './award.ts'
import { vatCheck } from './contract.ts'

test('C8: an award names a contract for all of it or lot by lot, each lot once, and its value with VAT fits that without', () => {
  assert.deepEqual(readLots(''), [''])
  assert.deepEqual(readLots(' North \n\nSouth\r\n'), ['North', 'South'])
  assert.equal(readLots('North\nnorth'), undefined)
  assert.equal(mayNameContract([]), true)
  assert.equal(mayNameContract([{ lot: 'North' }]), true)
  assert.equal(mayNameContract([{ lot: '' }]), false)
  for (const net of [0n, 1n, 2n, 3n, 1_240_003n])
    assert.equal(vatCheck({ net, gross: withVat(net, 2000), vat: 'standard' }, 2000), 'fits', `${net}`)
})
