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
