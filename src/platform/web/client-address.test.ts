import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressTeller, networkOf } from './client-address.ts'

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

test('X1: a sender of IPv6 is known by the network they hold, so that a fresh address is nobody new', () => {
  const own = networkOf('2001:db8:0:7::1')
  for (const address of ['2001:db8:0:7:1234::9', '2001:0db8:0000:0007:ffff:ffff:ffff:ffff']) assert.equal(networkOf(address), own)
  assert.equal(own, '2001:db8:0:7::/64')
  assert.notEqual(networkOf('2001:db8:0:8::1'), own)
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
  for (const address of ['192.0.2.7', '']) assert.equal(networkOf(address), address)
})
