import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseMigrations, type Migration, migrate } from './migrate.ts'
import { refuseUnpreparedServer, withClient } from './roles.ts'
import { startTestCluster } from './testing/cluster.ts'
import { freshUrls } from './testing/fresh.ts'

const extra = (id: string, sql: string): Migration => ({ id, sql, sha256: id })

test('migrations run once, in order, whole, checked, by one process at a time', async () => {
  const { owner } = await freshUrls('nothing')
  const steps = houseMigrations()
  const runs = await Promise.all([1, 2, 3].map(() => migrate(owner, steps)))
  assert.deepEqual(
    runs.map((ids) => ids.length).sort((a, b) => a - b),
    [0, 0, steps.length],
  )
  const half = extra('9999-x', 'create table platform.half (); select 1/0')
  await assert.rejects(migrate(owner, [...steps, half]), /9999-x failed and left nothing: division by zero/)
  await assert.rejects(migrate(owner, [...steps, extra('9999-x', 'commit; begin')]), /ends the transaction/)
  const changed = steps.map((step, at) => (at === 1 ? { ...step, sha256: 'other' } : step))
  await assert.rejects(migrate(owner, changed), /0002-audit was changed/)
  await assert.rejects(migrate(owner, [extra('0000-late', ''), ...steps]), /0000-late would run before/)
  await assert.rejects(migrate(owner, steps.slice(0, 3)), /made by a newer/)
  const left = await withClient(owner, async (client) => (await client.query("select to_regclass('platform.half') as half")).rows[0])
  assert.deepEqual(left, { half: null })
})

test('an external server of the oldest version serves by URL over TCP, and says what it lacks', async () => {
  const external = await startTestCluster('15', { listen_addresses: '127.15.0.1' })
  const admin = external.urlFor('postgres')
  try {
    await withClient(admin, (client) => client.query("alter role goldenthread_owner password 'p w/@1'"))
    const owner = `postgresql://goldenthread_owner:${encodeURIComponent('p w/@1')}@127.15.0.1/goldenthread_template`
    assert.deepEqual(await migrate(owner, houseMigrations()), [])
    await refuseUnpreparedServer(owner)
    await withClient(admin, (client) => client.query('alter role goldenthread_identity rename to other'))
    await assert.rejects(refuseUnpreparedServer(owner), /lacks Goldenthread's roles.*\n\ncreate role goldenthread_owner/)
  } finally {
    await external.stop()
  }
})
