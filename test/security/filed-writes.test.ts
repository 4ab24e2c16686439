import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Role } from '#governance/rules/access.ts'
import { writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { addRecords } from './records.ts'
import { buildWorld, matrixDay, matrixNow } from './world.ts'

// What is filed with minutes, written past every command with SQL of one's own.
const { db, ownerDb } = await freshDatabase()
const world = await buildWorld(ownerDb)
const file = (await addRecords(ownerDb, world, 'public')).find(({ table }) => table === 'meetings.minutes_file')?.id ?? ''
const actorOf = (role: Role) => world.somebodies.find((one) => one.role === role)?.actor
const as = (role: Role, statement: RawBuilder<unknown>) =>
  writeAs(db, { actor: actorOf(role), today: matrixDay, now: matrixNow }, (tx) => statement.execute(tx))
const sight = async () =>
  (await ownerDb.selectFrom('meetings.minutes_file').select('sight').where('id', '=', file).executeTakeFirstOrThrow()).sight

test('M12: minutes that go out of public sight take their files with them, whoever writes it', async () => {
  const seen = sql`select from meetings.minutes_file where id = ${file}::uuid`
  assert.equal((await as('visitor', seen)).rows.length, 1)
  await as(
    'clerk',
    sql`update meetings.minutes m set sight = 'members' from meetings.minutes_file f where f.minutes = m.id and f.id = ${file}::uuid`,
  )
  assert.equal(await sight(), 'members')
  assert.equal((await as('visitor', seen)).rows.length, 0)
})

test('M12: what was taken back stays taken back, with its reason', async () => {
  const change = (set: RawBuilder<unknown>) => as('clerk', sql`update meetings.minutes_file set ${set} where id = ${file}::uuid`)
  await change(
    sql`sight = 'draft', taken_back_at = now(), taken_back_by = ${actorOf('clerk')}::uuid, taken_back_reason = 'It names a child.'`,
  )
  await assert.rejects(change(sql`taken_back_at = null, taken_back_by = null, taken_back_reason = ''`), { code: '42501' })
  await assert.rejects(change(sql`taken_back_reason = 'Another'`), { code: '42501' })
  assert.equal(await sight(), 'draft')
})
