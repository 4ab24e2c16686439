import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { busyCode } from './busy.ts'
import { openUnchecked, usualLimits } from './open.ts'
import { freshDatabase } from './testing/fresh.ts'

const { urls } = await freshDatabase()
const open = (limits: Partial<typeof usualLimits>, size: number) => {
  const db = openUnchecked(urls.owner, { ...usualLimits, ...limits }, size)
  test.after(() => db.destroy())
  return db
}
const codeOf = (work: Promise<unknown>): Promise<string | undefined> => work.then(() => 'nothing', busyCode)

test('X5: waiting too long for a lock, for one’s turn or for a connection is known as being busy, and nothing else is', async () => {
  const [holder, waiter] = [open({}, 1), open({ lock: 200 }, 1)]
  const take = sql`select pg_advisory_xact_lock(4711)`
  await holder.transaction().execute(async (tx) => {
    await take.execute(tx)
    assert.equal(await codeOf(waiter.transaction().execute((other) => take.execute(other))), '55P03')
    assert.equal(await codeOf(sql`select 1`.execute(holder)), 'no-connection', 'the only connection of the pool is in use')
  })
  assert.equal(await codeOf(sql`select pg_sleep(2)`.execute(open({ statement: 200 }, 1))), '57014')
  assert.equal(await codeOf(sql`select 1 / 0`.execute(holder)), undefined)
  assert.equal(busyCode(new Error('wrapped', { cause: Object.assign(new Error('deadlock'), { code: '40P01' }) })), '40P01')
  assert.equal(busyCode('words'), undefined)
})
