import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { backup } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import { type LoadedDocuments, loadDocuments, takeBackDocuments } from '#platform/backup/load-documents.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { openDatabase } from '#platform/database/open.ts'
import { writeAs } from '#platform/database/session.ts'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import { hold } from '#platform/documents/references.ts'
import { DocumentsUnreachable } from '#platform/documents/store.ts'
import { type TrialStore, trialBucket, trialDisk } from '#platform/documents/testing/trial-stores.ts'

const folder = scratchFolder()
const opened: TrialStore[] = []
after(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all(opened.map((trial) => trial.stop()))
})
const acting = { actor: SYSTEM_ACTOR, now: Temporal.Now.instant(), today: Temporal.PlainDate.from('2026-03-10') }
const contents = [Buffer.alloc(0), Buffer.alloc(3_000_001, 7), Buffer.from('held')]

for (const [from, to] of [
  [trialBucket, trialDisk],
  [trialDisk, trialBucket],
] as const) {
  const [source, target] = [await from(), await to()]
  opened.push(source, target)

  test(`X4 X6: a backup of documents ${source.name} is restored ${target.name}; what is damaged there is named; nothing is left of a restore that failed`, async () => {
    const urls = await freshUrls()
    const db = await openDatabase(urls.app)
    const put = async (bytes: Uint8Array): Promise<string> => {
      const { sha256 } = await source.store.put(bytes, 'application/pdf')
      await writeAs(db, acting, (tx) => hold(tx, sha256, 'trial', newId()))
      return sha256
    }
    const held = await Promise.all(contents.map(put))
    const damaged = await put(Buffer.from('about to be damaged'))
    await source.damage(damaged, 'something else')
    await source.store.put(Buffer.from('held by nobody: stays behind'), 'text/plain')
    await db.destroy()
    const file = join(folder, `${source.name}.tar.gz`)
    const manifest = await backup({ ownerUrl: urls.owner, documents: source.store, files: [] }, file)
    assert.deepEqual(await checkBackup(file), manifest)
    assert.deepEqual([manifest.documents.count, manifest.missing], [3, [damaged]])

    const earlier = await target.store.put(Buffer.from('held'), 'application/pdf')
    const loaded: LoadedDocuments = { all: new Set(), added: new Set() }
    await loadDocuments(file, target.store, manifest, loaded)
    for (const [at, sha256] of held.entries()) assert.ok(contents[at]?.equals(await target.store.open(sha256)))
    assert.equal(await target.count(), 3)
    assert.equal(loaded.added.size, 2, 'one was there before')
    await takeBackDocuments(target.store, loaded)
    assert.equal(await target.count(), 1)
    assert.ok(await target.store.has(earlier.sha256))

    await source.breakDown()
    const late = backup({ ownerUrl: urls.owner, documents: source.store, files: [] }, join(folder, `${source.name}-late.tar.gz`))
    if (source.name === 'in a bucket')
      await assert.rejects(late, DocumentsUnreachable, 'a store that is down is not one that lost its documents')
    else await late.catch(() => {})
  })
}
