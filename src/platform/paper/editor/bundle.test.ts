import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

const code = readFileSync(new URL('../../web/assets/generated/editor.js', import.meta.url))

test('M4: the editor costs a phone on a slow line at most 130,000 bytes, packed as it is sent', () => {
  const packed = gzipSync(code, { level: 9 }).length
  assert.ok(packed <= 130_000, `${packed} bytes`)
})

test('the editor makes markup by named policies only', () => {
  const made = [...code.toString().matchAll(/createPolicy\("([^"]*)"/g)].map(([, name]) => name)
  assert.deepEqual(made.toSorted(), ['ProseMirrorClipboard', 'named-character'])
})
