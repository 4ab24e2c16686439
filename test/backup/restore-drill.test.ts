import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { PNG } from 'pngjs'
import { destroyAgain } from '#early-help/commands/retention.ts'
import { earlyHelpRoutes } from '#early-help/routes.ts'
import { episodeOf, ledFamilies } from '#early-help/testing/led-families.ts'
import { openTown, type Townsperson } from '#early-help/testing/town.ts'
import { dayFields } from '#governance/testing/rooms.ts'
import { backup } from '#platform/backup/backup.ts'
import { restoreRows } from '#platform/backup/restore.ts'
import { verifyAudit } from '#platform/database/audit-verify.ts'
import { houseMigrations } from '#platform/database/migrate.ts'
import { openCasework, openDatabase, openUnchecked } from '#platform/database/open.ts'
import { withClient } from '#platform/database/roles.ts'
import { writeAs } from '#platform/database/session.ts'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import { sealAll } from '#platform/database/testing/seal.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { roomClient } from '#platform/web/testing/room-client.ts'

const folder = scratchFolder()
after(() => rmSync(folder, { recursive: true, force: true }))
const town = await openTown()
const { must, led } = ledFamilies(town)
const retention = '/families/retention'
const giveBack = `${retention}/give-back`

/** Two photographs of a signed plan; the first is of the wrong paper. */
async function signedPlan(): Promise<{ readonly at: string; readonly pages: readonly string[] }> {
  const at = await led(['family', 'plan'])
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', '2026-02-27'), familyWords: 'Calm mornings' })
  const { id: wren } = await town.ownerDb
    .selectFrom('casework.person as p')
    .innerJoin('casework.episode as e', 'e.family', 'p.family')
    .select('p.id')
    .where('e.id', '=', episodeOf(at))
    .executeTakeFirstOrThrow()
  const print = await must(`${at}/plan/print-for`, { who: `relative:${wren}`, edition: 'plain' })
  await must(`${print}/signed`, { ...dayFields('signedOn', '2026-02-28'), signedWords: 'Wren signed', version: '1' })
  for (const shade of [100, 200, 250]) {
    const bytes = PNG.sync.write(Object.assign(new PNG({ width: 3, height: 2 }), { data: Buffer.alloc(24, shade) }))
    assert.equal((await town.sendFile(`${print}/pages/new`, {}, { name: 'page.png', bytes }, 'lead')).status, 303)
  }
  const rows = await town.ownerDb.selectFrom('casework.signed_page').select('id').orderBy('number').execute()
  return { at, pages: rows.map(({ id }) => `${print}/pages/${id}`) }
}

async function closed(): Promise<string> {
  const at = await led()
  await must(`${at}/close`, { reason: 'moved', ...dayFields('closedOn', '2026-03-10'), plan: 'They moved', familyView: 'Good' })
  return episodeOf(at)
}

async function destroyed(episode: string): Promise<void> {
  await must(`${retention}/${episode}/review`, { verdict: 'destroy', because: 'Over' }, 'governance')
  await must(`${retention}/${episode}/approve`, {}, 'co-ordinator')
  await must(`${retention}/${episode}/destroy`, { sure: 'yes' }, 'governance')
}

/** The same house, as the backup holds it, on another database. */
async function restored(file: string, manifest: Awaited<ReturnType<typeof backup>>) {
  const urls = await freshUrls('nothing')
  await restoreRows(urls.owner, file, manifest, houseMigrations())
  const [db, house, ownerDb] = [openCasework(urls.app), await openDatabase(urls.app), openUnchecked(urls.owner)]
  after(() => Promise.all([db.destroy(), house.destroy(), ownerDb.destroy()]))
  const needs = { db, outbox: createOutbox(house), publicUrl: 'https://board.example', confirmOwner: async () => undefined }
  const as = (who: Townsperson) => roomClient(earlyHelpRoutes(needs), town.as(who), who)
  return { urls, db, house, ownerDb, as }
}

test('E12, X2: after a backup is brought back, what was destroyed since is destroyed again by the list that was kept apart, nothing else is, holds hold, and the audit verifies', async () => {
  const { pages } = await signedPlan()
  const [gone, held, stays] = [await closed(), await closed(), await closed()]
  await must(`${pages[0]}/wrong`, { because: 'Paper of another family' })
  await sealAll(town.house)
  const file = join(folder, 'house.tar.gz')
  const manifest = await backup({ ownerUrl: town.urls.owner, documents: diskStore(join(folder, 'documents')), files: [] }, file)
  await must(`${pages[1]}/wrong`, { because: 'Paper of another family, too' })
  town.tick({ hours: 24 * 365 * 21 })
  for (const episode of [gone, held]) await destroyed(episode)
  const list = (await town.get(`${retention}/destroyed.csv`, 'governance')).text
  assert.equal(list.trim().split('\r\n').length, 5, 'a heading, two photographs and two records')
  assert.equal((await town.get(`${retention}/destroyed.csv`, 'co-ordinator')).status, 403)
  for (const who of ['governance', 'co-ordinator'] as const)
    assert.equal((await town.send(giveBack, { list }, who)).status, who === 'governance' ? 422 : 403, 'nothing has come back here')

  const house = await restored(file, manifest)
  const audit = await withClient(house.urls.app, (client) => verifyAudit(client))
  assert.deepEqual([audit.faults, audit.sealed > 0], [[], true])
  const of = async (episode: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from casework.request where episode = ${episode}::uuid`.execute(house.ownerDb))
      .rows[0]?.n
  const shown = async () =>
    (
      await sql<{
        is: boolean
      }>`select bytes is not null as is from casework.signed_page order by number`.execute(house.ownerDb)
    ).rows.map((row) => row.is)
  assert.deepEqual([await of(gone), await of(held), await of(stays), await shown()], [1, 1, 1, [false, true, true]], 'they are here again')
  assert.equal(
    await destroyAgain({ db: house.db }, town.as('governance').now),
    0,
    'the list that came with the backup knows nothing of them',
  )

  const send = (path: string, fields: Readonly<Record<string, string>>, who: Townsperson = 'governance') => house.as(who).post(path, fields)
  await send(`${retention}/${held}/hold`, { because: 'An inquiry' })
  for (const who of ['lead', 'co-ordinator', 'administrator', 'board-member'] as const)
    assert.equal((await send(giveBack, { list }, who)).status, 403, who)
  const refused = await send(giveBack, { list })
  assert.match(refused.text, new RegExp(`The record ${held} is on hold`))
  assert.ok(refused.text.includes(gone), 'what was pasted is kept')
  assert.deepEqual([await of(gone), await shown()], [1, [false, true, true]], 'all of it or nothing')
  assert.match((await send(giveBack, { list: list.replace(gone, 'everything') })).text, /Line \d is no line of the list/)
  // Whoever forges a line reaches no photograph: it is told by what it shows.
  const forged = list
    .replaceAll(/[0-9a-f]{64}/g, 'f'.repeat(64))
    .split('\r\n')
    .filter((line) => /^certificate|photograph/.test(line)) // prettier-ignore
  assert.match((await send(giveBack, { list: forged.join('\n') })).text, /everything in it is still destroyed/)
  await writeAs(house.db, town.as('governance'), (tx) =>
    tx
      .updateTable('casework.signed_page')
      .set({ taken_back_because: 'Mine', taken_back_by: town.person('governance') })
      .execute(),
  ).catch(() => undefined)
  assert.deepEqual(await shown(), [false, true, true], 'and none by hand')

  const without = list
    .split('\r\n')
    .filter((line) => !line.includes(held))
    .join('\n') // prettier-ignore
  const given = await send(giveBack, { list: without })
  assert.equal(given.location, `${retention}?again=1-1-1`)
  const page = (await house.as('governance').get(given.location)).text
  assert.match(page, /wait for another person’s approval: 1\. Photographs destroyed again: 1\. Lines of which nothing is here: 1/)
  assert.match(page, /here again because a backup was brought back\. Certificate/)
  assert.deepEqual(await shown(), [false, false, true], 'the very photograph, and no other')
  assert.equal((await send(`${retention}/${gone}/approve`, {})).status, 422, 'two people, as always')
  assert.equal((await send(`${retention}/${gone}/approve`, {}, 'co-ordinator')).status, 303)
  assert.equal((await send(giveBack, { list: without })).location, `${retention}?again=1-0-2`, 'given back twice, it is still approved')
  assert.equal((await send(`${retention}/${gone}/destroy`, { sure: 'yes' })).status, 303)
  assert.deepEqual([await of(gone), await of(held), await of(stays)], [0, 1, 1], 'and nothing else')
  assert.match((await send(giveBack, { list: without })).text, /everything in it is still destroyed/)
  await sealAll(house.house)
  const at = await withClient(house.urls.app, (client) => verifyAudit(client))
  assert.deepEqual([at.faults, at.unsealed], [[], 0])
})
