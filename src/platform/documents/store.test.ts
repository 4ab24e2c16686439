import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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
import { DocumentDamaged, DocumentsUnreachable } from './store.ts'
import { type TrialStore, trialStores } from './testing/trial-stores.ts'

const folder = mkdtempSync(join(tmpdir(), 'brought-'))
const stores = await trialStores()
after(async () => {
  rmSync(folder, { recursive: true })
  await Promise.all(stores.map((trial) => trial.stop()))
})
const { db } = await freshDatabase()
const now = Temporal.Now.instant()
const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
const day = { hours: 24 } as const
const nothing = '0'.repeat(64)
/** Folders in which documents lie on their way; none stays. */
const onTheWay = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`goldenthread-document-${process.pid}-`))

for (const trial of stores) {
  const { store, name } = trial

  test(`X4, ${name}: the same bytes are kept once, under their own sum, for us alone`, async () => {
    const one = await store.put(Buffer.from('the same'), 'text/plain')
    const two = await store.put(Buffer.from('the same'), 'application/pdf')
    assert.equal(one.sha256, two.sha256)
    assert.deepEqual([one.size, one.mediaType, two.mediaType], [8, 'text/plain', 'application/pdf'])
    assert.equal(await trial.count(), 1)
    assert.equal(Buffer.from(await store.open(one.sha256)).toString(), 'the same')
    assert.deepEqual([await store.size(one.sha256), await store.size(nothing)], [8, 0])
    assert.deepEqual([await store.has(one.sha256), await store.has(nothing)], [true, false])
  })

  test(`X4, ${name}: what is not there, or is no name at all, is not found`, async () => {
    for (const sha256 of [nothing, '../../etc/passwd', '../x', '']) {
      await assert.rejects(store.open(sha256), NotFound)
      await assert.rejects(store.stream(sha256), NotFound)
      assert.deepEqual([await store.size(sha256), await store.has(sha256)], [0, false])
    }
  })

  test(`X4, ${name}: a file goes in and comes out without being held in memory`, async () => {
    const path = join(folder, 'brought')
    writeFileSync(path, 'brought along')
    const { sha256, size } = await store.putFile(path, 'text/plain')
    assert.equal(size, 13)
    assert.equal(await new Response(await store.stream(sha256)).text(), 'brought along')
    assert.equal(sha256, (await store.put(Buffer.from('brought along'), 'text/plain')).sha256)
    await trial.damage(sha256, 'changed')
    await assert.rejects(store.stream(sha256), /damaged/)
    assert.deepEqual(onTheWay(), [])
  })

  test(`X4, ${name}: nothing at all, and much, come back as they were`, async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(9_000_001, 'much ')]) {
      const { sha256 } = await store.put(bytes, 'application/pdf')
      assert.deepEqual([await store.size(sha256), await store.has(sha256)], [bytes.length, true])
      assert.ok(bytes.equals(await store.open(sha256)))
      assert.ok(bytes.equals(Buffer.from(await new Response(await store.stream(sha256)).arrayBuffer())))
    }
  })

  test(`X4, ${name}: a damaged document is never served, and whole again when it is put anew`, async () => {
    const { sha256 } = await store.put(Buffer.from('whole'), 'text/plain')
    await trial.damage(sha256, 'hole!')
    await assert.rejects(store.open(sha256), DocumentDamaged)
    await store.put(Buffer.from('whole'), 'text/plain')
    assert.equal(Buffer.from(await store.open(sha256)).toString(), 'whole')
  })

  test(`X4, ${name}: what comes piece by piece is kept only if it is what its name says`, async () => {
    const { sha256 } = await store.put(Buffer.from('first second'), 'text/plain')
    await store.drop(sha256)
    const pieces = async function* (...words: string[]) {
      for (const word of words) yield Buffer.from(word)
    }
    await assert.rejects(store.bring(sha256, pieces('first ', 'third')), DocumentDamaged)
    assert.equal(await store.has(sha256), false)
    await store.bring(sha256, pieces('first ', 'second'))
    assert.equal(Buffer.from(await store.open(sha256)).toString(), 'first second')
    assert.deepEqual(onTheWay(), [])
  })

  test(`X4, ${name}: a document stays while one record holds it, and goes after the last has let go`, async () => {
    const { sha256 } = await store.put(Buffer.from('held by two'), 'text/plain')
    const [paper, pack] = [newId(), newId()]
    await writeAs(db, acting, async (tx) => {
      await hold(tx, sha256, 'paper', paper)
      await hold(tx, sha256, 'paper', paper)
      await hold(tx, sha256, 'pack', pack)
    })
    assert.equal(await countHolders(db, sha256), 2)
    const old = await trial.grow()
    const fresh = await store.put(Buffer.from('not yet held'), 'text/plain')
    await writeAs(db, acting, (tx) => release(tx, sha256, 'paper', paper))
    await sweepDocuments(db, store, old.add(day))
    assert.ok(await store.open(sha256))
    await writeAs(db, acting, (tx) => release(tx, sha256, 'pack', pack))
    assert.ok((await sweepFor(trial, old)) >= 1)
    await assert.rejects(store.open(sha256), NotFound)
    assert.equal(await store.has(sha256), false)
    assert.ok(await store.open(fresh.sha256))
  })

  test(`X4, ${name}: a document that is held again while the sweep reaches for it stays`, async () => {
    const { sha256 } = await store.put(Buffer.from('wanted again'), 'text/plain')
    const before = await trial.grow()
    assert.equal(await store.remove(sha256, before, async () => true), false)
    assert.ok(await store.open(sha256))
    await store.put(Buffer.from('wanted again'), 'text/plain')
    assert.equal(await store.remove(sha256, before, async () => false), false) // put anew: young again
    assert.ok(await store.open(sha256))
  })

  test(`X4, ${name}: what a restore replaces goes at once, and nothing else does`, async () => {
    const kept = await store.put(Buffer.from('of the new house'), 'text/plain')
    await store.put(Buffer.from('of the old house'), 'text/plain')
    await store.keepOnly(new Set([kept.sha256]))
    assert.equal(await trial.count(), 1)
    assert.ok(await store.open(kept.sha256))
    await store.drop(kept.sha256)
    await store.drop(kept.sha256)
    assert.equal(await trial.count(), 0)
  })

  test(`X4, ${name}: a store that cannot be reached is told in a sentence`, async () => {
    await store.reach()
    await trial.breakDown()
    await assert.rejects(
      store.reach(),
      (error) => error instanceof DocumentsUnreachable && /^(Documents|The document store) /.test(error.message),
    )
  })
}

/** As many nights as the store takes; returns how many documents went in all. `old` is between what may go and what may not, in the first. */
async function sweepFor({ store, nights, grow }: TrialStore, old: Temporal.Instant): Promise<number> {
  let swept = await sweepDocuments(db, store, old.add(day))
  for (let night = 1; night < nights; night++) swept += await sweepDocuments(db, store, (await grow()).add(day))
  return swept
}
