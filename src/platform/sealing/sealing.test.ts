import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { diskKeys } from './key-folder.ts'
import { makeBoxKeys, markOf, seal, unseal } from './sealed-box.ts'

const bytes = fc.uint8Array({ minLength: 0, maxLength: 200 })

test('M14: what is sealed for a box is opened by its key, under its label, and by nothing else', () => {
  const [keys, others] = [makeBoxKeys(), makeBoxKeys()]
  fc.assert(
    fc.property(bytes, fc.string(), (message, label) => {
      const sealed = seal(keys.publicKey, label, message)
      assert.equal(sealed.length, message.length + 48)
      assert.deepEqual(unseal(keys, label, sealed), Buffer.from(message))
      assert.throws(() => unseal(others, label, sealed))
      assert.throws(() => unseal(keys, `${label}x`, sealed))
      assert.notDeepEqual(seal(keys.publicKey, label, message), sealed)
    }),
    { numRuns: 30 },
  )
})

test('M14: a sealed paper that was changed in one bit is not opened', () => {
  const keys = makeBoxKeys()
  const sealed = seal(keys.publicKey, 'box', Buffer.from('a paper'))
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed)
    changed[index] = (changed[index] ?? 0) ^ 1
    assert.throws(() => unseal(keys, 'box', changed), `byte ${index}`)
  }
})

test('M14: a mark knows the same words again under one key, and differs under another', () => {
  const [one, other] = [makeBoxKeys().privateKey, makeBoxKeys().privateKey]
  assert.deepEqual(markOf(one, 'receipt'), markOf(one, 'receipt'))
  assert.notDeepEqual(markOf(one, 'receipt'), markOf(other, 'receipt'))
  assert.notDeepEqual(markOf(one, 'receipt'), markOf(one, 'receipt2'))
})

test('M14: a key is kept for us alone, never replaced, and gone once destroyed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gt-keys-'))
  try {
    const keys = diskKeys(join(folder, 'ballot-keys'))
    const name = randomUUID()
    assert.equal(await keys.find(name), undefined)
    await keys.keep(name, Buffer.from('secret'))
    await assert.rejects(keys.keep(name, Buffer.from('another')), /EEXIST/)
    assert.equal(String(await keys.find(name)), 'secret')
    assert.equal((await stat(join(folder, 'ballot-keys', name))).mode & 0o077, 0)
    assert.deepEqual(await keys.olderThan(Temporal.Now.instant().add({ seconds: 5 })), [name])
    assert.deepEqual(await keys.olderThan(Temporal.Now.instant().subtract({ hours: 1 })), [])
    await keys.destroy(name)
    await keys.destroy(name)
    assert.equal(await keys.find(name), undefined)
    assert.deepEqual(await readdir(join(folder, 'ballot-keys')), [])
    await assert.rejects(keys.find('../secrets.json'), /uuid/)
  } finally {
    await rm(folder, { recursive: true })
  }
})
