import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit, sealAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { withClient } from '#platform/database/roles.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { systemClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { readConfig } from '#src/config.ts'
import { type HouseServer, openHouse, openServer } from '#src/start/house-database.ts'
import { writeSampleState } from '#src/start/sample.ts'
import { loading, plainEnvironment } from '#test/support/loading.ts'

const data = join(scratchFolder(), 'data')
after(() => rmSync(join(data, '..'), { recursive: true, force: true }))
const env = { ...plainEnvironment, GOLDENTHREAD_DATA: data }

function run(script: string, ...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...loading, `scripts/${script}.ts`, ...words], {
    env,
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

async function inHouse(work: (db: Database, server: HouseServer) => Promise<void>): Promise<void> {
  const server = await openServer(readConfig(env))
  const db = await openHouse(server)
  try {
    await work(db, server)
  } finally {
    await db.destroy()
    await server.stop()
  }
}

test('X2: npm run audit -- verify works on a stopped and on a running product, and tells of tampering', async () => {
  assert.match(run('audit', 'verify').said, /There is no database/)
  assert.equal(run('audit').status, 2)
  let anchor = ''
  await inHouse(async (db) => {
    const now = systemClock.now()
    for (const content of ['one', 'two', 'three']) {
      const entry = { actor: SYSTEM_ACTOR, act: 'trial.done', subjectType: 'trial', subject: newId(), content }
      await writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) => appendAudit(tx, entry))
    }
    await sealAudit(db)
    const running = run('audit', 'verify')
    assert.equal(running.status, 0, running.said)
    anchor = /outside: (\S+)/.exec(running.said)?.[1] ?? ''
  })
  const stopped = run('audit', 'verify', `--anchor=${anchor}`)
  assert.match(stopped.said, /3 entries are sealed, 0 are not yet[\s\S]*The audit is whole/)
  await inHouse((_db, server) =>
    withClient(server.ownerUrl.replace('goldenthread_owner@', 'postgres@'), async (client) => {
      await client.query(
        "set session_replication_role = replica; update platform.audit_entry set act = 'other.act' where id = (select entry from platform.audit_link where number = 2)",
      )
    }),
  )
  const changed = run('audit', 'verify')
  assert.equal(changed.status, 1)
  assert.match(changed.said, /FAULT at 2: the entry was changed after it was sealed/)
})

test('npm run leave-sample empties a sample when it is meant, and nothing else', async () => {
  assert.match(run('leave-sample', '--yes').said, /holds no sample: nothing was changed/)
  await inHouse((db) => writeSampleState(db, systemClock, 'loaded'))
  const asked = run('leave-sample')
  assert.equal(asked.status, 2)
  assert.match(asked.said, /will be deleted[\s\S]*leave-sample -- --yes/)
  const done = run('leave-sample', '--yes')
  assert.equal(done.status, 0, done.said)
  assert.match(run('audit', 'verify').said, /0 entries are sealed/)
})
