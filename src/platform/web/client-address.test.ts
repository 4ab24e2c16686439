import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressTeller } from './client-address.ts'

const request = (remoteAddress: string, forwarded?: string) => ({
  incoming: { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } },
})

test('without a trusted proxy nobody can choose an address', () => {
  assert.equal(addressTeller([])(request('::ffff:192.0.2.7', '198.51.100.1')), '192.0.2.7')
})

test('behind a trusted proxy the nearest address that is no proxy counts', () => {
  const tell = addressTeller(['10.0.0.0/8', '::1'])
  assert.equal(tell(request('10.0.0.2', '203.0.113.9, 198.51.100.1, 10.0.0.3')), '198.51.100.1')
  assert.equal(tell(request('::1', '2001:db8::5')), '2001:db8::5')
  assert.equal(tell(request('10.0.0.2', 'unknown')), '10.0.0.2')
  assert.equal(tell(request('192.0.2.7', '203.0.113.9')), '192.0.2.7')
})

test('a setting that names no address stops the start', () => {
  assert.throws(() => addressTeller(['proxy.example']), /TRUSTED_PROXY/)
})
