import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localReturn } from './return-address.ts'

test('X1: signing in leads back only to a page of this site', () => {
  assert.equal(localReturn('/meetings/1?tab=papers#item-2'), '/meetings/1?tab=papers#item-2')
  for (const away of [
    undefined,
    '',
    'work',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    'javascript:alert(1)',
    '/a\\..\\..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/sign-out',
    '/sign-in/code',
    '/sign-in',
  ]) {
    assert.equal(localReturn(away), '/work', String(away))
  }
})

test('X1: whatever is asked, the answer stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.webUrl(), fc.webPath(), fc.string({ unit: fc.constantFrom('/', '\\', '.', 'e', ':', '\t', '@', '?') })),
      (asked) => {
        assert.equal(new URL(localReturn(asked), 'https://board.example').origin, 'https://board.example')
      },
    ),
  )
})
