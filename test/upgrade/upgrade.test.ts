import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { checkBackup } from '#platform/backup/check.ts'
import { loadDocuments } from '#platform/backup/load-documents.ts'
import type { SavedTable } from '#platform/backup/manifest.ts'
import { restoreRows } from '#platform/backup/restore.ts'
import { verifyAudit } from '#platform/database/audit-verify.ts'
import { houseMigrations, migrate } from '#platform/database/migrate.ts'
import { openUnchecked } from '#platform/database/open.ts'
import { withClient } from '#platform/database/roles.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import { sealAll } from '#platform/database/testing/seal.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { createApp } from '#src/app.tsx'
import { readSignIn } from '#src/start/sample.ts'
import { takeApart } from '../backup/forge.ts'
import { type Client, openClient } from '../support/client.ts'
import { openNeeds } from '../support/needs.ts'

/** The moment at which the fixtures' clock stood still. */
const now = Temporal.Instant.from('2026-03-10T10:00:00Z')

/** Tables to which newer steps add rows of their own, and what. The old rows come through as they were. */
const addedTo: Readonly<Record<string, string>> = { 'governance.code': 'lists that newer records need' }

/** Tables whose old rows newer steps change on purpose, and why. Everything else must come through as it was. */
const changedOnPurpose: Readonly<Record<string, string>> = {
  'platform.migration': 'every step adds itself',
}

const releases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.tar.gz'))
  .map((name) => name.replace('.tar.gz', ''))

test('X6: there is a fixture of a release to upgrade from', () => assert.ok(releases.includes('0.1.0')))

for (const release of releases) {
  test(`X6: the data of ${release} come through every newer step whole, and its pages open`, async (t) => {
    const file = join(import.meta.dirname, `${release}.tar.gz`)
    const manifest = await checkBackup(file)
    const steps = houseMigrations()
    assert.ok(manifest.migrations.length < steps.length, 'this version has newer steps')
    const before = await freshUrls('nothing')
    await restoreRows(before.owner, file, manifest, steps.slice(0, manifest.migrations.length))
    const now18 = await freshUrls('nothing')
    await restoreRows(now18.owner, file, manifest, steps)
    await migrate(before.owner, steps) // as the start of the product does it, step by step
    for (const table of manifest.tables) {
      const [old, restored, migrated] = await Promise.all([
        original(file, table, manifest.tables),
        rowsOf(now18.owner, table),
        rowsOf(before.owner, table),
      ])
      if (table.name in changedOnPurpose) continue
      if (table.name in addedTo) {
        for (const rows of [restored, migrated])
          assert.deepEqual(
            old.filter((row) => !rows.includes(row)),
            [],
            `${table.name} lost rows`,
          )
        continue
      }
      assert.deepEqual(restored, old, `${table.name} after a restore`)
      assert.deepEqual(migrated, old, `${table.name} after the steps of a start`)
    }
    await assertWorks(now18.app, now18.owner, file, t)
  })
}

let kept: Promise<Map<string, string>> | undefined

/** The rows that the file itself holds, sorted, as lines of COPY. */
async function original(file: string, { name }: SavedTable, tables: readonly SavedTable[]): Promise<readonly string[]> {
  kept ??= readAll(file, tables)
  return lines((await kept).get(name) ?? '')
}

async function readAll(file: string, tables: readonly SavedTable[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { name, content } of await takeApart(file)) {
    const at = /^tables\/(\d+)\//.exec(name)?.[1]
    const table = at === undefined ? undefined : tables[Number(at)]
    if (table !== undefined) found.set(table.name, (found.get(table.name) ?? '') + content.toString())
  }
  return found
}

/** The rows that a database holds, the old columns only, sorted, as lines of COPY. */
async function rowsOf(ownerUrl: string, { name, columns }: SavedTable): Promise<readonly string[]> {
  const { default: copy } = await import('pg-copy-streams')
  return withClient(ownerUrl, async (client) => {
    const { PORTABLE } = await import('#platform/backup/tables.ts')
    await client.query(PORTABLE)
    let text = ''
    const stream = client.query(copy.to(`copy (select ${columns.join(', ')} from ${name}) to stdout`))
    for await (const chunk of stream) text += chunk
    return lines(text)
  })
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .sort()

async function assertWorks(appUrl: string, ownerUrl: string, file: string, t: { diagnostic(words: string): void }): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'goldenthread-upgrade-'))
  after(() => rmSync(data, { recursive: true, force: true }))
  for (const { name, content } of await takeApart(file)) {
    if (!name.startsWith('data/')) continue
    const secrets = name.endsWith('secrets.json')
      ? { ...JSON.parse(content.toString()), forms: 'f'.repeat(40), firstAdministratorCode: 'x'.repeat(20) }
      : undefined
    writeFileSync(join(data, name.slice(5)), secrets === undefined ? content : JSON.stringify(secrets))
  }
  await loadDocuments(file, diskStore(join(data, 'documents')), await checkBackup(file), { all: new Set(), added: new Set() })
  const { needs, clock, close } = await openNeeds(appUrl, data, now)
  const ownerDb = openUnchecked(ownerUrl)
  const house = { app: await createApp(needs), needs, clock, ownerDb }
  const clerk = readSignIn(data).find(({ role }) => role === 'clerk')
  assert.ok(clerk, 'the sample has a clerk')
  const asVisitor = await look(await openClient(house), ['/', '/boards', '/search?q=children'], 50)
  const asClerk = await look(await openClient(house, clerk), ['/work', '/papers', '/account', '/'], 70)
  t.diagnostic(`${asVisitor} pages as a visitor and ${asClerk} as the clerk open`)
  assert.ok(asVisitor >= 40 && asClerk >= 50)
  await sealAll(needs.db)
  const audit = await withClient(appUrl, (client) => verifyAudit(client))
  assert.deepEqual([audit.faults, audit.unsealed], [[], 0])
  assert.ok(audit.sealed > 100)
  await Promise.all([close(), ownerDb.destroy()])
}

/** Follows links breadth first; documents that the fixture left out answer that they are not there, everything else must open. */
async function look(client: Client, from: readonly string[], limit: number): Promise<number> {
  const waiting = [...from]
  const known = new Set(waiting)
  let opened = 0
  for (let path = waiting.shift(); path !== undefined && opened < limit; path = waiting.shift()) {
    const { status, text, headers } = await client.get(path)
    const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
    assert.ok(
      status === 200 || status === 303 || /\/(pack|minutes|terms)[^/]*|\.pdf$/.test(path) || from.includes(path),
      `${path} answers ${status}`,
    )
    assert.ok(status < 500, `${path} answers ${status}`)
    opened += status === 200 && isPage ? 1 : 0
    for (const [, link = ''] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const next = link.replaceAll('&amp;', '&')
      if (known.has(next) || /^\/(assets|sign-out)/.test(next)) continue
      known.add(next)
      waiting.push(next)
    }
  }
  return opened
}
