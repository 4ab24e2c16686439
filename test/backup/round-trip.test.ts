import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { backup } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import { loadDocuments } from '#platform/backup/load-documents.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { restoreRows } from '#platform/backup/restore.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { verifyAudit } from '#platform/database/audit-verify.ts'
import { newId } from '#platform/database/ids.ts'
import { houseMigrations } from '#platform/database/migrate.ts'
import { openDatabase, openUnchecked } from '#platform/database/open.ts'
import { withClient } from '#platform/database/roles.ts'
import { writeAs } from '#platform/database/session.ts'
import { scratchFolder, startTestCluster } from '#platform/database/testing/cluster.ts'
import { sealAll } from '#platform/database/testing/seal.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { hold } from '#platform/documents/references.ts'
import type { WholeStore } from '#platform/documents/store.ts'
import { loadSample } from '#src/sample/load.ts'
import { openNeeds } from '../support/needs.ts'
import { type PlacedDatabase, placeDatabase, shapeOf } from './databases.ts'

const folder = scratchFolder()
const [new18, old15] = await Promise.all([startTestCluster('18'), startTestCluster('15')])
after(async () => {
  await Promise.all([new18.stop(), old15.stop()])
  rmSync(folder, { recursive: true, force: true })
})
const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const acting = { actor: SYSTEM_ACTOR, now, today: Temporal.PlainDate.from('2026-03-10') }

/** The sample, documents of several sizes, words that a careless copy would change, an audit whose end is not sealed yet, somebody signed in. */
async function source(): Promise<PlacedDatabase> {
  const urls = await placeDatabase(new18, 'template')
  const data = join(folder, 'source')
  mkdirSync(data)
  const { needs, close } = await openNeeds(urls.app, data, now)
  const ownerDb = openUnchecked(urls.owner)
  await loadSample(needs, ownerDb)
  await sealAll(needs.db)
  const store = diskStore(join(data, 'documents'))
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(3_000_001, 7), Buffer.from('held')]) {
    const { sha256 } = await store.put(bytes, 'application/pdf')
    await writeAs(needs.db, acting, (tx) => hold(tx, sha256, 'trial', newId()))
  }
  await store.put(Buffer.from('held by nobody: stays behind'), 'text/plain')
  const strange = JSON.stringify('Tab\t line\n back\\slash \\. É 😀 "quoted" \\N')
  await writeAs(needs.db, acting, (tx) => tx.insertInto('platform.setting').values({ key: 'trial.strange', value: strange }).execute())
  await writeAs(needs.db, acting, (tx) =>
    appendAudit(tx, { actor: SYSTEM_ACTOR, act: 'trial.late', subjectType: 'trial', subject: newId(), content: 'unsealed' }),
  )
  await withClient(urls.owner, (client) =>
    client.query(`insert into identity.session (id, user_id, token, expires_at) select gen_random_uuid(), id, 'secret token', now() from identity.user_account limit 1;
      insert into pgboss.job (name, data, singleton_on) values ('mail', '{"to": "x"}', timestamp '2026-03-29 01:30:00.123456')`),
  )
  await ownerDb.destroy()
  await close()
  return urls
}

const withoutOrigin = (manifest: Manifest): unknown => ({ ...manifest, madeAt: '', server: '', files: [] })

/** The tables that came back otherwise, alone: a whole manifest in a message hides them. */
function otherTables(again: Manifest, manifest: Manifest): readonly unknown[] {
  const before = new Map(manifest.tables.map((table) => [table.name, table]))
  return again.tables.flatMap(({ name, rows, bytes, sha256 }) => {
    const was = before.get(name)
    return was?.sha256 === sha256 ? [] : [{ name, now: [rows, bytes], before: [was?.rows, was?.bytes] }]
  })
}

async function carry(from: PlacedDatabase, documents: WholeStore, name: string): Promise<{ file: string; manifest: Manifest }> {
  const file = join(folder, `${name}.tar.gz`)
  const manifest = await backup({ ownerUrl: from.owner, documents, files: [{ name: 'secrets.json', content: '{}' }] }, file)
  assert.deepEqual(await checkBackup(file), manifest)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  return { file, manifest }
}

test('X6: a house goes from PostgreSQL 18 to 15 and back: the same rows, documents, constraints and policies; the audit verifies and goes on', async (t) => {
  const first = await source()
  let { file, manifest } = await carry(first, diskStore(join(folder, 'source/documents')), 'first')
  assert.ok(manifest.tables.length > 80 && manifest.documents.count === 3)
  assert.ok(!manifest.tables.some(({ name }) => name === 'identity.session'))
  assert.ok(!(await contains(file, 'secret token')), 'no session is carried')
  for (const [server, name] of [
    [old15, 'on 15'],
    [new18, 'on 18'],
  ] as const) {
    const began = performance.now()
    const target = await placeDatabase(server)
    const documents = diskStore(join(folder, name))
    await loadDocuments(file, documents, manifest, { all: new Set(), added: new Set() })
    await restoreRows(target.owner, file, manifest, houseMigrations())
    t.diagnostic(`restored ${name} in ${(performance.now() - began).toFixed()} ms`)
    const again = await carry(target, documents, name)
    assert.deepEqual(otherTables(again.manifest, manifest), [])
    assert.deepEqual(withoutOrigin(again.manifest), withoutOrigin(manifest))
    assert.notEqual(again.manifest.server.split('.')[0], manifest.server.split('.')[0])
    assert.deepEqual(await shapeOf(target.owner), await shapeOf(first.owner))
    ;({ file, manifest } = again)
    await assertAlive(target)
  }
})

/** Constraints hold, the audit verifies and can be sealed on, jobs and policies are in force. */
async function assertAlive(target: PlacedDatabase): Promise<void> {
  await withClient(target.owner, async (client) => {
    await assert.rejects(
      client.query(`insert into governance.seat (id, body, key, name, voting, places, starts_on)
      values (gen_random_uuid(), gen_random_uuid(), 'x', 'x', 'voting', 1, '2020-01-01')`),
      /foreign key/,
    )
    await assert.rejects(client.query('delete from platform.audit_link'), /append-only/)
  })
  const before = await withClient(target.app, (client) => verifyAudit(client))
  assert.deepEqual(before.faults, [])
  const db = await openDatabase(target.app)
  assert.equal(await sealAll(db), before.unsealed)
  assert.deepEqual(await db.selectFrom('meetings.agenda_item').select('id').where('sight', '<>', 'public').execute(), [])
  await db.destroy()
  const report = await withClient(target.app, (client) => verifyAudit(client))
  assert.deepEqual([report.unsealed, report.faults.length, report.sealed], [0, 0, before.sealed + before.unsealed])
  // The next carrying compares with what came: the seal of the one unsealed entry is taken back.
  await withClient(target.owner, (client) =>
    client.query(`alter table platform.audit_link disable trigger user; delete from platform.audit_link where number > ${before.sealed};
      alter table platform.audit_link enable trigger user`),
  )
}

async function contains(file: string, words: string): Promise<boolean> {
  const { gunzipSync } = await import('node:zlib')
  return gunzipSync(readFileSync(file)).includes(words)
}
