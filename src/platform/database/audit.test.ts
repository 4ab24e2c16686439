import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { appendAudit, sealAudit } from './audit.ts'
import { type Anchor, type AuditReport, verifyAudit } from './audit-verify.ts'
import { newId } from './ids.ts'
import { withClient } from './roles.ts'
import { type ActorId, type Database, writeAs } from './session.ts'
import { type DatabaseUrls, freshDatabase } from './testing/fresh.ts'
import { sealAll } from './testing/seal.ts'

const actor = newId() as ActorId
const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const acting = { actor, now, today: Temporal.PlainDate.from('2026-03-02') }
const write = (db: Database, entries = 1): Promise<void> =>
  writeAs(db, acting, async (tx) => {
    for (let at = 0; at < entries; at++) {
      await appendAudit(tx, { actor, act: 'item.published', subjectType: 'item', subject: newId(), content: 'text' })
    }
  })
const verify = (urls: DatabaseUrls, anchor?: Anchor): Promise<AuditReport> => withClient(urls.app, (client) => verifyAudit(client, anchor))

test('X2: the serving role may append as itself, and nobody may change', async () => {
  const { db, urls } = await freshDatabase()
  await write(db)
  await assert.rejects(sql`update platform.audit_entry set act = 'x'`.execute(db), /permission denied/)
  await assert.rejects(sql`insert into platform.audit_link values (1)`.execute(db), /permission denied/)
  await assert.rejects(sql`insert into platform.audit_entry (at) values (now())`.execute(db), /permission denied/)
  for (const change of [
    "update platform.audit_entry set act = 'x'",
    'delete from platform.audit_link',
    'truncate platform.audit_entry cascade',
  ]) {
    await assert.rejects(
      withClient(urls.owner, (client) => client.query(change)),
      /append-only/,
    )
  }
})

test('X2: a long transaction and eight writers neither fork nor stop the chain, and wait for nothing', async (t) => {
  const { db, urls } = await freshDatabase()
  await withClient(urls.app, async (long) => {
    await long.query('begin')
    await long.query("select set_config('app.actor', $1, true)", [actor])
    const insert = 'insert into platform.audit_entry (id, actor, act, subject_type, subject, digest) values '
    await long.query(`${insert} ($1, $2, 'import.run', 'import', $1, sha256(''))`, [newId(), actor])
    await write(db, 3)
    let writing = true
    const from = performance.now()
    const writers = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let at = 0; at < 25; at++) await write(db)
      }),
    ).finally(() => {
      writing = false
    })
    const sealer = async (): Promise<void> => {
      while (writing) await sealAudit(db, 50)
    }
    await Promise.all([writers, sealer(), sealer()])
    t.diagnostic(`200 commands by 8 writers beside 2 sealers and a long transaction: ${(performance.now() - from).toFixed()} ms`)
    const meanwhile = await verify(urls)
    assert.deepEqual([meanwhile.sealed, meanwhile.unsealed, meanwhile.faults], [0, 203, []]) // all began after the long one
    await long.query('commit')
  })
  await sealAll(db)
  const report = await verify(urls)
  assert.deepEqual([report.sealed, report.unsealed, report.faults], [204, 0, []])
})

test('X2: verify names a changed row, a broken link, a missing row, a missing link, a cut-off end and the unsealed tail', async () => {
  const { db, urls } = await freshDatabase()
  await write(db, 12)
  await sealAll(db, 5)
  await write(db)
  const honest = await verify(urls)
  assert.deepEqual([honest.sealed, honest.unsealed, honest.faults], [12, 1, []])
  assert.deepEqual((await verify(urls, honest.last)).faults, [])
  const tamper = (words: string): Promise<unknown> =>
    withClient(urls.admin, (client) => client.query(`set session_replication_role = replica; ${words}`))
  await tamper(`
    update platform.audit_entry set act = 'x' where id = (select entry from platform.audit_link where number = 3);
    update platform.audit_link set link = sha256('forged') where number = 6;
    delete from platform.audit_entry where id = (select entry from platform.audit_link where number = 8);
    delete from platform.audit_link where number >= 11`)
  const found = async (anchor?: Anchor): Promise<string[]> =>
    (await verify(urls, anchor)).faults.map(({ kind, number }) => `${kind} ${number}`)
  assert.deepEqual(await found(honest.last), ['changed-row 3', 'broken-link 6', 'broken-link 7', 'missing-row 8', 'missing-anchor 12'])
  await tamper('delete from platform.audit_link where number = 2')
  assert.deepEqual((await found()).slice(0, 3), ['missing-link 2', 'changed-row 3', 'broken-link 3'])
})
