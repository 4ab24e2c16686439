import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { houseKinds } from '#home/archive.ts'
import { checkArchive } from '#platform/archive/check-archive.ts'
import { type ExportRecord, exportArchive } from '#platform/archive/export-archive.ts'
import { openStreamedArchive } from '#platform/archive/stream-out.ts'
import { newId } from '#platform/database/ids.ts'
import { createApp } from '#src/app.tsx'
import { addAccount, nextCode, openClient, type SignInDetails } from '../support/client.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const plain = await openHouse(now)
const { ownerDb } = plain
const documents = plain.needs.documents
/** As the start of the product gives it to the pages. */
const exportRecord: ExportRecord = (edition, out, ways) =>
  exportArchive({ db: edition === 'full' ? ownerDb : plain.needs.db, documents, kinds: houseKinds }, edition, out, ways)
const needs = { ...plain.needs, exportRecord }
const house: TestHouse = { ...plain, needs, app: await createApp(needs) }
const folder = mkdtempSync(join(tmpdir(), 'goldenthread-export-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function person(name: string, administers: boolean): Promise<SignInDetails> {
  const details = await addAccount(house, name)
  const id = newId()
  await ownerDb.insertInto('governance.person').values({ id, name, account: details.account }).execute()
  if (administers)
    await ownerDb
      .insertInto('governance.administrator')
      .values({ person: id, starts_on: Temporal.PlainDate.from('2020-01-01') })
      .execute()
  return details
}

const exports = async (): Promise<number> =>
  (await ownerDb.selectFrom('platform.audit_entry').select('id').where('act', '=', 'archive.exported').execute()).length

test('only administrators export, a full edition only with a fresh code, and each export is audited', async () => {
  const visitor = await openClient(house)
  assert.match((await visitor.get('/admin/export')).location, /sign-in/)
  const member = await openClient(house, await person('Ada Member', false))
  assert.equal((await member.get('/admin/export')).status, 403)
  assert.equal((await member.post('/admin/export', { edition: 'public' })).status, 403)
  const details = await person('Ifor Keeper', true)
  const keeper = await openClient(house, details)
  assert.equal((await keeper.get('/admin/export')).status, 200)
  assert.match((await keeper.post('/admin/export', {})).text, /Choose an edition/)
  for (const code of ['', '000000', 'nonsense']) {
    const refused = await keeper.post('/admin/export', { edition: 'full', code })
    assert.deepEqual([refused.status, /id="code-error"/.test(refused.text)], [422, true], code)
  }
  assert.equal(await exports(), 0)
  const open = await keeper.post('/admin/export', { edition: 'public' })
  assert.deepEqual(
    [open.status, open.headers.get('content-disposition')],
    [200, 'attachment; filename="goldenthread-public-2026-03-10.tar.gz"'],
  )
  const code = nextCode(details)
  const full = await keeper.post('/admin/export', { edition: 'full', code })
  assert.deepEqual([full.status, full.headers.get('content-type')], [200, 'application/gzip'])
  assert.equal((await keeper.post('/admin/export', { edition: 'full', code })).status, 422, 'a code is taken once')
  assert.equal(await exports(), 2)
})

test('the public edition leaves out what was open data and was touched since: what was taken back a moment ago is not in it', async () => {
  const [scope, id] = [newId(), newId()]
  const at = { created: now, modified: now, digest: '', content: '{"name":"Kestrelhold"}' }
  await ownerDb
    .insertInto('publicsite.object')
    .values({ ...at, type: 'Meeting', id, scope, organizations: [] })
    .execute()
  const holdsIt = async (): Promise<boolean> => {
    const archive = openStreamedArchive(() => {})
    const made = exportRecord('public', archive.out, { now }).then(archive.finish)
    const file = gunzipSync(Buffer.from(await new Response(archive.stream).arrayBuffer()))
    await made
    return file.includes('Kestrelhold')
  }
  assert.equal(await holdsIt(), true)
  await ownerDb.insertInto('publicsite.change').values({ kind: 'meeting', subject: scope, transaction: 1n }).execute()
  assert.equal(await holdsIt(), false)
})

test('what goes out piece by piece is whole, and ends when nobody takes it any more', async () => {
  const archive = openStreamedArchive(() => {})
  const made = exportRecord('full', archive.out, { now }).then(archive.finish)
  const file = join(folder, 'streamed.tar.gz')
  await writeFile(file, archive.stream)
  await made
  assert.equal((await checkArchive(file)).edition, 'full')
  const left = new AbortController()
  const taken = openStreamedArchive(() => left.abort())
  const cut = exportRecord('full', taken.out, { now, signal: left.signal })
  const reader = taken.stream.getReader()
  await reader.cancel()
  await assert.rejects(cut)
  assert.ok(left.signal.aborted)
})
