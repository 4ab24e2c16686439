import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Secret, URI } from 'otpauth'
import { base32, CLEAR_LETTERS, inFours, isFair, otpAddress, readCode, recoveryCode } from './codes.ts'

test('X1: a code is understood with spaces, dashes and capitals', () => {
  assert.deepEqual(readCode(' 123 456 '), { kind: 'totp', code: '123456' })
  assert.deepEqual(readCode('K7WMA – P3XEN'), { kind: 'recovery', code: 'k7wma-p3xen' })
  assert.equal(readCode('12345'), undefined)
  assert.equal(readCode(''), undefined)
})

test('X1: recovery codes use letters nobody confuses, each as likely as the other', () => {
  assert.equal([...Array(256).keys()].filter(isFair).length % CLEAR_LETTERS.length, 0)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) =>
      assert.match(recoveryCode(bytes), /^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/),
    ),
  )
})

test('X1: the secret is written as authenticator apps read it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) =>
      assert.equal(base32(bytes), new Secret({ buffer: bytes.slice().buffer }).base32),
    ),
  )
  assert.equal(inFours('ABCDEFGHIJ'), 'ABCD EFGH IJ')
  const read = URI.parse(otpAddress('Goldenthread Northbrook', 'ann@example.org', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'))
  assert.equal(read.issuer, 'Goldenthread Northbrook')
  assert.equal(read.label, 'ann@example.org')
  assert.equal(read.secret.base32, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')
})
