import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { fixedClock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { deliverMail } from './deliver.ts'
import { sendLater } from './mail.ts'

const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const acting = (actor: string | undefined): Acting => ({ actor: actor as ActorId | undefined, now, today: dayOf(now) })

test('X3: kept mail is for administrators; who got what is for its sender', async () => {
  const { db, ownerDb } = await freshDatabase()
  const outbox = createOutbox(db)
  const [person, account] = [newId(), newId()]
  await ownerDb.insertInto('governance.person').values({ id: person, name: 'Ada Thorne', account }).execute()
  await ownerDb
    .insertInto('governance.administrator')
    .values({ person, starts_on: dayOf(now) })
    .execute()
  const about = { type: 'meeting', id: newId() }
  const mail = { to: 'a@council.example', subject: 'Papers', text: 'Ready.', about }
  const delivery = await writeAs(db, acting(SYSTEM_ACTOR), (tx) => sendLater(outbox, tx, mail))
  await writeAs(db, acting(undefined), (tx) => sendLater(outbox, tx, { to: 'b@council.example', subject: 'A link', text: 'Here.' }))
  const jobs = await ownerDb.selectFrom('pgboss.job').select(['id', 'data']).where('name', '=', 'mail').execute()
  for (const job of jobs) await deliverMail(db, fixedClock(now), undefined)(job)
  const kept = (actor: string | undefined) =>
    readAs(db, acting(actor), (reader) => reader.selectFrom('platform.kept_mail').selectAll().execute())
  const despatch = (actor: string | undefined) =>
    readAs(db, acting(actor), (reader) => reader.selectFrom('platform.mail_delivery').select('id').execute())
  assert.deepEqual([(await kept(account)).length, (await kept(newId())).length, (await kept(undefined)).length], [2, 0, 0])
  assert.deepEqual([(await despatch(account)).length, (await despatch(undefined)).length], [2, 0])
  assert.equal((await despatch(newId())).length, 0)
  // What became of it, without the address, is for whoever has the number from a record they may see.
  const { rows } = await sql<{
    kept: boolean
  }>`select kept_at is not null as kept from platform.delivery_states(${[delivery]}::uuid[])`.execute(db)
  assert.deepEqual(rows, [{ kept: true }])
})
