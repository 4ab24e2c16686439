import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { backup } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import { loadDocuments } from '#platform/backup/load-documents.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { readHeld, restoreRows } from '#platform/backup/restore.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { houseMigrations, type Migration, SCHEMA_LOCK } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open.ts'
import { withClient } from '#platform/database/roles.ts'
import { writeAs } from '#platform/database/session.ts'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { type DatabaseUrls, freshUrls } from '#platform/database/testing/fresh.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { hold, sweepDocuments } from '#platform/documents/references.ts'
import { type ForgedEntry, forge, takeApart, withManifest } from './forge.ts'

const folder = scratchFolder()
after(() => rmSync(folder, { recursive: true, force: true }))
const steps = houseMigrations()
const now = Temporal.Now.instant()
const acting = { actor: SYSTEM_ACTOR, now, today: Temporal.PlainDate.from('2026-03-10') }
const documentFolder = join(folder, 'documents')
const documents = diskStore(documentFolder)
const run = (url: string, text: string): Promise<unknown> => withClient(url, (client) => client.query(text))

const house = await usedHouse()
const good = join(folder, 'good.tar.gz')
const saved = await backup({ ownerUrl: house.owner, documents, files: [] }, good)
const entries = await takeApart(good)

/** A house in which something was done: one document, one setting, one entry of the audit. */
async function usedHouse(): Promise<DatabaseUrls> {
  const urls = await freshUrls()
  const db = await openDatabase(urls.app)
  const { sha256 } = await documents.put(Buffer.from('a paper'), 'application/pdf')
  await writeAs(db, acting, async (tx) => {
    await hold(tx, sha256, 'trial', SYSTEM_ACTOR)
    await tx.insertInto('platform.setting').values({ key: 'trial.old', value: '"old"' }).execute()
  })
  await db.destroy()
  const entry = `gen_random_uuid(), platform.system_actor(), 'trial.done', 'trial', gen_random_uuid(), sha256('')`
  await run(urls.owner, `insert into platform.audit_entry (id, actor, act, subject_type, subject, digest) values (${entry})`)
  return urls
}

const settings = (url: string): Promise<readonly string[]> =>
  withClient(url, async (client) => (await client.query<{ key: string }>('select key from platform.setting')).rows.map(({ key }) => key))

test('X6: a file that is damaged, cut short or no backup is refused before anything is touched', async () => {
  const whole = readFileSync(good)
  const flipped = Buffer.from(whole)
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1
  const bad = join(folder, 'bad.tar.gz')
  for (const bytes of [
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, whole.length - 9),
    flipped,
    Buffer.from('no backup'),
    Buffer.alloc(0),
  ]) {
    writeFileSync(bad, bytes)
    await assert.rejects(checkBackup(bad), /is damaged|cut short/)
  }
  await assert.rejects(checkBackup(join(folder, 'nowhere')), /There is no backup file/)
  await assert.rejects(checkBackup(folder), /There is no backup file/)
})

test('X6: forged files are refused: paths that leave, links, strangers, doubles, what follows the manifest', async () => {
  const manifest = entries.at(-1)
  const document = entries.find(({ name }) => name.startsWith('documents/'))
  assert.ok(manifest && document)
  const before = (one: ForgedEntry): ForgedEntry[] => [...entries.slice(0, -1), one, manifest]
  const forgeries: [readonly ForgedEntry[], RegExp][] = [
    [before({ name: '../../etc/cron.d/x', content: 'x' }), /no backup of Goldenthread.*\.\.\//],
    [before({ name: 'data/../../x.json', content: 'x' }), /no backup of Goldenthread/],
    [before({ name: '/etc/passwd', content: 'x' }), /no backup of Goldenthread/],
    [before({ name: 'documents/ab', content: '', type: 'symlink' }), /holds a symlink/],
    [before({ name: 'documents/00', content: '', type: 'directory' }), /holds a directory/],
    [before(document), /out of order/],
    [
      before({ name: document.name.replace(/^(documents\/..).*/, `$1/${document.name.slice(10, 12)}${'f'.repeat(62)}`), content: 'x' }),
      /not what its name says/,
    ],
    [before({ name: 'data/secrets.json', content: '{}' }), /not those of its manifest/],
    [before({ name: 'tables/0000/000000.copy', content: 'x' }), /out of order/],
    [before({ name: 'tables/9999/000000.copy', content: 'x' }), /out of order|does not name|do not match/],
    [entries.slice(0, -1), /has no manifest/],
    [[...entries, { name: 'tables/9999/000000.copy', content: 'x' }], /follows its manifest/],
    [entries.filter(({ name }) => !name.startsWith('documents/')), /documents are not those/],
    [entries.filter(({ name }) => !name.startsWith('tables/')), /do not match their sum/],
    [withManifest(entries, () => ({ format: 2 })), /newer Goldenthread/],
    [withManifest(entries, () => ({ tables: 'none' })), /manifest cannot be read/],
  ]
  const bad = join(folder, 'forged.tar.gz')
  for (const [forged, words] of forgeries) {
    await forge(bad, forged)
    await assert.rejects(checkBackup(bad), words)
  }
})

test('X6: names in a manifest never reach the database unless the migrations made them', async () => {
  const target = await freshUrls('nothing')
  const change = (how: (table: Manifest['tables'][number]) => object, name = 'platform.setting'): ForgedEntry[] =>
    withManifest(entries, () => ({ tables: saved.tables.map((table) => (table.name === name ? { ...table, ...how(table) } : table)) }))
  const forgeries: [ForgedEntry[], RegExp][] = [
    [change(() => ({ name: 'pg_catalog.pg_authid' })), /which the migrations do not make/],
    [change(() => ({ name: 'platform.partnership' })), /which the migrations do not make/],
    [change(({ columns }) => ({ columns: [...columns.slice(1), 'key) from program $$touch /tmp/x$$ --'] })), /has other columns/],
    [change(({ rows }) => ({ rows: rows + 1 })), /took 1 rows instead of 2/],
    [withManifest(entries, () => ({ sequences: [{ name: 'pg_catalog.x', last: '1', called: true }] })), /sequence pg_catalog\.x/],
    [withManifest(entries, () => ({ tables: saved.tables.slice(0, -1), leftOut: saved.leftOut })), /lacks the table/],
  ]
  const bad = join(folder, 'names.tar.gz')
  for (const [forged, words] of forgeries) {
    await forge(bad, forged)
    const manifest = JSON.parse(forged.at(-1)?.content.toString() ?? '') as Manifest
    await assert.rejects(restoreRows(target.owner, bad, manifest, steps), words)
    assert.equal(await readHeld(target.owner), 'nothing')
  }
})

test('X6: a backup of a newer or another Goldenthread is refused in words; an older one grows', async () => {
  const target = await freshUrls('nothing')
  await assert.rejects(
    restoreRows(target.owner, good, saved, steps.slice(0, -1)),
    /made by a newer Goldenthread \(its database has step \d{4}/,
  )
  const edited = steps.map((step, at) => (at === 3 ? { ...step, sha256: 'f'.repeat(64) } : step))
  await assert.rejects(restoreRows(target.owner, good, saved, edited), /by another Goldenthread.*0004/)
  const next: Migration = { id: '9999-next', sql: 'alter table platform.setting add column later int not null default 5', sha256: 'x' }
  await restoreRows(target.owner, good, saved, [...steps, next])
  assert.deepEqual(await settings(target.owner), ['trial.old'])
})

test('X6: whatever fails on the way leaves the old house as it was', async () => {
  const target = await usedHouse()
  await run(target.owner, `update platform.setting set key = 'trial.mine'`)
  const strict: Migration = { id: '9999-strict', sql: 'alter table platform.setting add check (false)', sha256: 'x' }
  await assert.rejects(
    restoreRows(target.owner, good, saved, [...steps, strict]),
    /9999-strict failed on the backup's rows.*Nothing was changed/,
  )
  const broken = new AbortController()
  const late = { signal: broken.signal, progress: (what: string) => what.startsWith('Table') && broken.abort() }
  await assert.rejects(restoreRows(target.owner, good, saved, steps, late), /abort/i)
  const db = await openDatabase(target.app)
  await db.selectFrom('platform.setting').select('key').execute()
  await assert.rejects(restoreRows(target.owner, good, saved, steps), /Goldenthread is running on this database/)
  await db.destroy()
  assert.deepEqual(await settings(target.owner), ['trial.mine'])
  assert.equal(await readHeld(target.owner), 'used house')
})

test('X6: what is held decides: nothing, an untouched house, a used one, somebody else’s tables', async () => {
  assert.equal(await readHeld((await freshUrls('nothing')).owner), 'nothing')
  assert.equal(await readHeld((await freshUrls()).owner), 'untouched house')
  assert.equal(await readHeld(house.owner), 'used house')
  const other = await freshUrls('nothing')
  await run(other.owner, 'create schema shop; create table shop.order_line (id int)')
  assert.equal(await readHeld(other.owner), 'something else')
})

test('X6: a backup refuses hidden rows, a role that is not the owner, a schema that is changing, and to overwrite; it leaves nothing half', async () => {
  const urls = await freshUrls()
  const source = { ownerUrl: urls.owner, documents, files: [] }
  const file = join(folder, 'refused.tar.gz')
  await assert.rejects(backup({ ...source, ownerUrl: urls.app }, file), /would miss rows/)
  await run(urls.owner, 'drop policy owner_sees_all on platform.setting')
  await assert.rejects(backup(source, file), /would miss rows of platform\.setting, which this role may not see whole/)
  await assert.rejects(backup({ ...source, ownerUrl: (await freshUrls('nothing')).owner }, file), /nothing to back up/)
  await withClient(house.owner, async (client) => {
    await client.query('select pg_advisory_lock($1)', [SCHEMA_LOCK])
    await assert.rejects(backup({ ...source, ownerUrl: house.owner }, file), /being migrated or restored/)
  })
  await assert.rejects(backup({ ...source, ownerUrl: house.owner }, good), /exists already and is left as it is/)
  await assert.rejects(backup({ ...source, ownerUrl: house.owner }, join(folder, 'no/such/folder.tar.gz')), /folder .* does not exist/)
  writeFileSync(`${file}.partial`, '')
  await assert.rejects(backup({ ...source, ownerUrl: house.owner }, file), /another backup is being written, or one was cut short/)
  rmSync(`${file}.partial`)
  const broken = new AbortController()
  const ways = { signal: broken.signal, progress: (what: string) => what.startsWith('Table 30') && broken.abort() }
  await assert.rejects(backup({ ...source, ownerUrl: house.owner }, file, ways), /abort/i)
  assert.ok(!existsSync(file) && !existsSync(`${file}.partial`))
})

test('X4: a document that is gone or damaged is named, and the rest is backed up; no document is swept meanwhile', async () => {
  const db = await openDatabase(house.app)
  const store = documents
  const kept: string[] = []
  for (const words of ['gone', 'damaged', 'whole']) {
    const { sha256 } = await store.put(Buffer.from(words), 'text/plain')
    await writeAs(db, acting, (tx) => hold(tx, sha256, 'trial', SYSTEM_ACTOR))
    kept.push(sha256)
  }
  const place = (sha256 = ''): string => join(documentFolder, sha256.slice(0, 2), sha256)
  rmSync(place(kept[0]))
  writeFileSync(place(kept[1]), 'something else')
  const loose = await store.put(Buffer.from('held by nobody'), 'text/plain')
  const file = join(folder, 'missing.tar.gz')
  let swept = -1
  const observe = async (): Promise<void> => {
    swept = await sweepDocuments(db, store, now.add({ hours: 72 }))
  }
  const manifest = await backup({ ownerUrl: house.owner, documents, files: [] }, file, { observe })
  assert.equal(swept, 0)
  assert.deepEqual(manifest.missing, kept.slice(0, 2).sort())
  assert.equal(manifest.documents.count, 2)
  const restored = join(folder, 'restored')
  mkdirSync(restored)
  await loadDocuments(file, diskStore(restored), manifest, { all: new Set(), added: new Set() })
  assert.equal(readFileSync(join(restored, kept[2]?.slice(0, 2) ?? '', kept[2] ?? ''), 'utf8'), 'whole')
  assert.ok(!readdirSync(restored).includes(loose.sha256.slice(0, 2)))
  assert.equal(await sweepDocuments(db, store, now.add({ hours: 72 })), 1)
  await db.destroy()
})
