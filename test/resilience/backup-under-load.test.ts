import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { backup } from '#platform/backup/backup.ts'
import { checkBackup } from '#platform/backup/check.ts'
import type { Manifest } from '#platform/backup/manifest.ts'
import { restoreRows } from '#platform/backup/restore.ts'
import { houseTables, LEFT_OUT, PORTABLE } from '#platform/backup/tables.ts'
import { verifyAudit } from '#platform/database/audit-verify.ts'
import { houseMigrations } from '#platform/database/migrate.ts'
import { openUnchecked } from '#platform/database/open.ts'
import { withClient } from '#platform/database/roles.ts'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { freshUrls } from '#platform/database/testing/fresh.ts'
import { diskStore } from '#platform/documents/disk-store.ts'
import { systemClock } from '#platform/time/clock.ts'
import { createApp } from '#src/app.tsx'
import { type Client, openClient } from '../support/client.ts'
import { openNeeds } from '../support/needs.ts'
import { assertKept } from './accounts.ts'
import { beginMeetings } from './fifty-meetings.ts'
import { type Entry, handsAt, startWriters } from './writers.ts'

const MEETINGS = 6
const folder = scratchFolder()
after(() => rmSync(folder, { recursive: true, force: true }))

/** Count and sum of every table, computed by the server itself, in no order: another way than the backup's own sums. */
async function sumsOf(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const sums = new Map<string, string>()
  for (const { name, oid } of await houseTables(client)) {
    if (LEFT_OUT.includes(name)) continue
    const columns = await client.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as list from pg_attribute
       where attrelid = $1 and attnum > 0 and not attisdropped and atttypid <> 'xid8'::regtype`,
      [oid],
    )
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0) as sum from (select ${columns.rows[0]?.list} from ${name}) t`,
    )
    sums.set(name, rows[0]?.sum ?? '')
  }
  return sums
}

test('X6: a backup taken while people act is one moment of the house, with everything that was acknowledged before it', async (t) => {
  const urls = await freshUrls()
  const now = Temporal.Now.instant()
  const { needs: standing, clock, close } = await openNeeds(urls.app, folder, now)
  const needs = { ...standing, clock: systemClock } // people act one after the other: a clock that stands would put all of it into one moment
  const ownerDb = openUnchecked(urls.owner)
  const house = { app: await createApp(needs), needs, clock, ownerDb }
  const meetings = await beginMeetings(house, MEETINGS)
  const [board] = meetings.map((meeting) => meeting.board)
  assert.ok(board)
  const clerk = await openClient(house, board.clerk)
  const voters: Client[] = []
  for (const voter of board.voters) voters.push(await openClient(house, voter))
  const writers = startWriters(
    meetings.flatMap((meeting) => handsAt(meeting, clerk, voters)),
    async () => {},
  )
  t.after(writers.leave)
  await writers.answered(20)
  const before = [...writers.ledger.acknowledged]
  let seen: ReadonlyMap<string, string> = new Map()
  let during = 0
  const observe = async (snapshot: string): Promise<void> => {
    const answered = writers.ledger.acknowledged.length
    seen = await withClient(urls.owner, async (client) => {
      await client.query(PORTABLE)
      await client.query('begin isolation level repeatable read read only')
      await client.query(`set transaction snapshot '${snapshot}'`)
      return sumsOf(client)
    })
    await writers.answered(10) // people go on while the backup holds its moment
    during = writers.ledger.acknowledged.length - answered
  }
  const file = join(folder, 'under-load.tar.gz')
  const manifest = await backup({ ownerUrl: urls.owner, documents: diskStore(join(folder, 'documents')), files: [] }, file, { observe })
  await sleep(200)
  await writers.stop()
  t.diagnostic(`${before.length} entries acknowledged before, ${during} during, ${writers.ledger.acknowledged.length} in all`)
  await assertRestored(file, manifest, seen, before)
  await Promise.all([close(), ownerDb.destroy()])
})

async function assertRestored(
  file: string,
  manifest: Manifest,
  seen: ReadonlyMap<string, string>,
  before: readonly Entry[],
): Promise<void> {
  assert.deepEqual(await checkBackup(file), manifest)
  const target = await freshUrls('nothing')
  await restoreRows(target.owner, file, manifest, houseMigrations())
  const restored = await withClient(target.owner, async (client) => {
    await client.query(PORTABLE)
    return sumsOf(client)
  })
  assert.deepEqual(restored, seen)
  const db = openUnchecked(target.owner)
  await assertKept(db, before).finally(() => db.destroy())
  assert.deepEqual((await withClient(target.owner, (client) => verifyAudit(client))).faults, [])
}
