import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '#platform/database/testing/fresh.ts'

test("E6: a board's login is answered permission denied", async () => {
  const { db, ownerDb } = await freshDatabase()
  await assert.rejects(sql`select * from casework.seal`.execute(db), /permission denied for schema casework/)
  await assert.rejects(
    sql`set role goldenthread_identity; select * from casework.seal`.execute(db),
    /permission denied for schema casework/,
  )
  const { rows } = await sql<{
    may: boolean
  }>`select bool_or(has_table_privilege('goldenthread_app', c.oid, 'select, insert, update, delete')) as may
    from pg_class c where relnamespace = 'casework'::regnamespace and relkind in ('r', 'v', 'p', 'm')`.execute(ownerDb)
  assert.equal(rows[0]?.may, false)
})

test('E6: a sealed table is read, entered and changed by its own policies, and knows its classes', async () => {
  const { ownerDb } = await freshDatabase()
  await sql`create table casework.tried (id uuid primary key, episode uuid not null references casework.episode, entered_by uuid not null, entered_at timestamptz not null)`.execute(
    ownerDb,
  )
  await sql`select casework.seal_content('casework.tried', 'plan', array['keeper', 'reader', 'co-ordinator'])`.execute(ownerDb)
  const { rows } = await sql<{
    name: string
  }>`select polname as name from pg_policy where polrelid = 'casework.tried'::regclass order by 1`.execute(ownerDb)
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['change', 'enter', 'owner_sees_all', 'read'],
  )
  await assert.rejects(sql`select casework.seal_content('casework.tried', 'secrets', array['keeper'])`.execute(ownerDb), /no such class/)
})
