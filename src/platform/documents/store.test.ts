import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { countHolders, hold, release, sweepDocuments } from './references.ts'
import { diskStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'documents-'))
after(() => rmSync(folder, { recursive: true }))
const { db } = await freshDatabase()
const store = diskStore(join(folder, 'documents'))
const now = Temporal.Now.instant()
const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
const file = (sha256: string): string => join(folder, 'documents', sha256.slice(0, 2), sha256)
const age = (sha256: string): void => utimesSync(file(sha256), 1, 1)

test('X4: the same bytes are kept once, under their own sum, for us alone', async () => {
  const one = await store.put(Buffer.from('the same'), 'text/plain')
  const two = await store.put(Buffer.from('the same'), 'application/pdf')
  assert.equal(one.sha256, two.sha256)
  assert.equal(readdirSync(join(file(one.sha256), '..')).length, 1)
  assert.equal(statSync(file(one.sha256)).mode & 0o777, 0o600)
  assert.equal(Buffer.from(await store.open(one.sha256)).toString(), 'the same')
  await assert.rejects(store.open('0'.repeat(64)), NotFound)
  await assert.rejects(store.open('../../etc/passwd'), NotFound)
})

test('X4: a file goes in and comes out without being held in memory', async () => {
  const path = join(folder, 'brought')
  writeFileSync(path, 'brought along')
  const { sha256, size } = await store.putFile(path, 'text/plain')
  assert.equal(size, 13)
  assert.equal(statSync(file(sha256)).mode & 0o777, 0o600)
  assert.equal(await new Response(await store.stream(sha256)).text(), 'brought along')
  assert.equal(sha256, (await store.put(Buffer.from('brought along'), 'text/plain')).sha256)
  writeFileSync(file(sha256), 'changed')
  await assert.rejects(store.stream(sha256), /damaged/)
  await assert.rejects(store.stream('../x'), NotFound)
})

test('X4: a file damaged on disk is never served', async () => {
  const { sha256 } = await store.put(Buffer.from('whole'), 'text/plain')
  writeFileSync(file(sha256), 'hole!')
  await assert.rejects(store.open(sha256), /damaged/)
})

test('X4: a document stays while one record holds it, and goes a day after the last has let go', async () => {
  const { sha256 } = await store.put(Buffer.from('held by two'), 'text/plain')
  const fresh = await store.put(Buffer.from('not yet held'), 'text/plain')
  const [paper, pack] = [newId(), newId()]
  await writeAs(db, acting, async (tx) => {
    await hold(tx, sha256, 'paper', paper)
    await hold(tx, sha256, 'paper', paper)
    await hold(tx, sha256, 'pack', pack)
  })
  assert.equal(await countHolders(db, sha256), 2)
  age(sha256)
  await writeAs(db, acting, (tx) => release(tx, sha256, 'paper', paper))
  await sweepDocuments(db, store, now)
  assert.ok(await store.open(sha256))
  await writeAs(db, acting, (tx) => release(tx, sha256, 'pack', pack))
  assert.equal(await sweepDocuments(db, store, now), 1)
  await assert.rejects(store.open(sha256), NotFound)
  assert.ok(await store.open(fresh.sha256))
})

test('X4: a document that is held again while the sweep reaches for it stays', async () => {
  const { sha256 } = await store.put(Buffer.from('wanted again'), 'text/plain')
  age(sha256)
  const before = now.subtract({ hours: 24 })
  assert.equal(await store.remove(sha256, before, async () => true), false)
  assert.ok(await store.open(sha256))
  await store.put(Buffer.from('wanted again'), 'text/plain')
  assert.equal(await store.remove(sha256, before, async () => false), false) // put anew: young again
  assert.ok(await store.open(sha256))
})
