import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { createApp } from '#src/app.tsx'
import { refreshOpenData } from '../commands/refresh-open-data.ts'
import { openDoor } from './door.ts'
import { reading } from './testing/crawl.ts'
import { openSample } from './testing/open-house.ts'

const house = await openSample(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const { needs, ownerDb, read, publicUrl } = house
const meeting = await ownerDb
  .selectFrom('meetings.meeting')
  .select(['id', 'place'])
  .where('sight', '=', 'public')
  .where('place', '<>', '')
  .orderBy('id')
  .executeTakeFirstOrThrow()
const location = `${publicUrl}/open/oparl/v1.1/location/${meeting.id}`

/** What the queries of the open data read: the note of a change must come from each. */
const tables = [
  ...[
    'meeting',
    'joint_body',
    'agenda_item',
    'item_content',
    'item_time',
    'paper',
    'paper_version',
    'paper_file',
    'minutes_file',
    'publication',
  ],
  ...[
    'published_paper',
    'pack_file',
    'decision',
    'motion',
    'vote',
    'action',
    'declared_interest',
    'attendance',
    'absence',
    'meeting_chair',
    'item_topic',
    'decision_topic',
    'ratification_ask',
    'ratification',
    'ratification_text',
    'ratification_answer',
    'officer_decision',
    'officer_decision_content',
  ],
].map((name) => `meetings.${name}`)
const ofGovernance = [
  ...['body', 'body_relation', 'body_status', 'body_setting', 'terms_version', 'organisation', 'code', 'seat', 'appointment', 'office'],
  ...['person', 'deputy_authorisation'],
].map((name) => `governance.${name}`)

test('O2: each table that is read tells when it is touched', async () => {
  const found = await sql<{ name: string }>`select tgrelid::regclass::text as name from pg_trigger where tgname = 'open_data'`.execute(
    ownerDb,
  )
  const followed = new Set(found.rows.map(({ name }) => name))
  assert.deepEqual(
    [...tables, ...ofGovernance, 'platform.setting'].filter((name) => !followed.has(name)),
    [],
  )
})

test('O2: another process, or the same after a restart, gives out the same to the byte', async () => {
  const before = await read.crawl()
  house.clock.set(Temporal.Instant.from('2026-03-02T11:00:00Z'))
  const restarted = reading(await createApp(needs), publicUrl)
  assert.deepEqual(await restarted.crawl(), before)
})

test('O2: once everything is written down, a look leaves no row behind and writes none', async () => {
  const count = async (): Promise<number> =>
    Number(
      (
        await ownerDb
          .selectFrom('publicsite.change')
          .select((row) => row.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  await refreshOpenData(needs)
  assert.equal(await count(), 0)
})

test('O2: what is taken back while others read is gone for whoever asks after it', async () => {
  for (let round = 0; round < 15; round += 1) {
    const place = round % 2 === 0 ? `Hall ${round}` : ''
    const readers = Array.from({ length: 6 }, () => read.get(location))
    await ownerDb.updateTable('meetings.meeting').set({ place }).where('id', '=', meeting.id).execute()
    const after = await Promise.all(Array.from({ length: 4 }, () => read.json(location)))
    for (const one of after) assert.deepEqual([one.description, one.deleted], place === '' ? [undefined, true] : [place, undefined])
    await Promise.all(readers)
  }
})

test('O2: two processes at once agree on the time of a change, and no time runs backwards', async () => {
  await ownerDb.updateTable('meetings.meeting').set({ place: 'Hall of two' }).where('id', '=', meeting.id).execute()
  await Promise.all([openDoor(needs).fresh(), openDoor(needs).fresh(), openDoor(needs).fresh()])
  const { modified } = await read.json(location)
  // A clock that was put back: what changes now is not older than what changed before.
  house.clock.set(Temporal.Instant.from('2026-03-02T09:00:00Z'))
  await ownerDb.updateTable('meetings.meeting').set({ place: 'Hall of three' }).where('id', '=', meeting.id).execute()
  assert.equal((await read.json(location)).modified, modified)
  assert.equal((await read.json(location)).description, 'Hall of three')
})

test('O2: a visitor changes nothing of what is written down, and does not see what waits', async () => {
  for (const statement of [
    'update publicsite.object set content = content',
    'delete from publicsite.change',
    'update publicsite.door set mapping = 0',
  ]) {
    const { numAffectedRows } = await needs.db.transaction().execute((tx) => sql.raw(statement).execute(tx))
    assert.equal(numAffectedRows ?? 0n, 0n, statement)
  }
  await assert.rejects(
    needs.db.transaction().execute((tx) => sql`delete from publicsite.object`.execute(tx)),
    /permission denied/,
  )
  await ownerDb.updateTable('meetings.meeting').set({ place: 'Waiting' }).where('id', '=', meeting.id).execute()
  assert.deepEqual(await needs.db.selectFrom('publicsite.change').selectAll().execute(), [])
})

test('O2: another address of the installation is another id for everything', async () => {
  const moved = { ...needs, config: { ...needs.config, publicUrl: 'https://northbrook.example' } }
  await refreshOpenData(moved)
  const there = reading(await createApp(moved), 'https://northbrook.example')
  const all = [...(await there.crawl()).values()].flat()
  assert.ok(all.length > 100)
  assert.ok(all.every(({ id }) => id.startsWith('https://northbrook.example/open/oparl/v1.1/')))
  assert.doesNotMatch(JSON.stringify(all), new RegExp(publicUrl))
})
