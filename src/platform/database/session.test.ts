import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { appendAudit } from './audit.ts'
import { newId } from './ids.ts'
import { openDatabase, openUnchecked, usualLimits } from './open.ts'
import { withClient } from './roles.ts'
import { type Acting, type ActorId, type Database, type Reader, readAs, writeAs } from './session.ts'
import { freshDatabase, freshUrls } from './testing/fresh.ts'

const { urls } = await freshDatabase()
const db = await openDatabase(urls.app, { ...usualLimits, statement: 400, idleInTransaction: 300, answer: 800 }, 4)
test.after(() => db.destroy())
const now = Temporal.Instant.from('2026-06-30T23:30:00Z')
const acting = (actor: string | undefined): Acting => ({
  actor: actor as ActorId | undefined,
  today: Temporal.PlainDate.from('2026-07-01'),
  now,
})
const ann = newId()
const entry = { actor: ann, act: 'thing.done', subjectType: 'thing', subject: newId(), content: 'words' }
const backend = async (at: Pick<Database, 'getExecutor'>): Promise<number> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(at)).rows[0]?.pid ?? 0

test('the actor and the day hold for one transaction, and nobody is left behind', async () => {
  const told = await writeAs(
    db,
    acting(ann),
    async (tx) => (await sql`select platform.actor() as actor, platform.today() as today`.execute(tx)).rows[0],
  )
  assert.deepEqual(JSON.stringify(told), JSON.stringify({ actor: ann, today: '2026-07-01' }))
  for (let at = 0; at < 6; at++) {
    const { rows } = await sql<{ actor: string | null; london: boolean }>`
      select platform.actor() as actor, platform.today() = (now() at time zone 'Europe/London')::date as london`.execute(db)
    assert.deepEqual(rows[0], { actor: null, london: true })
  }
})

test('reads that are begun together are all in the name of whoever asks, however many ask at once', async () => {
  const names = Array.from({ length: 12 }, () => newId())
  const tell = (reader: Reader) => reader.selectNoFrom(sql<string>`platform.actor()`.as('actor')).executeTakeFirstOrThrow()
  const told = await Promise.all(
    names.map((name) => readAs(db, acting(name), (reader) => Promise.all([tell(reader), tell(reader), tell(reader)]))),
  )
  assert.deepEqual(
    told.map((each) => each.map(({ actor }) => actor)),
    names.map((name) => [name, name, name]),
  )
})

test('reads that are begun together leave in as few writes as one', async () => {
  const tell = (reader: Reader) => reader.selectNoFrom(sql<string>`platform.actor()`.as('actor')).executeTakeFirstOrThrow()
  const { _writev: written } = Socket.prototype
  assert.ok(written)
  const readsTogether = async (count: number): Promise<number> => {
    let writes = 0
    Socket.prototype._writev = function (...given: Parameters<NonNullable<typeof written>>) {
      writes += 1
      return written.apply(this, given)
    }
    try {
      await readAs(db, acting(ann), (reader) => Promise.all(Array.from({ length: count }, () => tell(reader))))
    } finally {
      Socket.prototype._writev = written
    }
    return writes
  }
  await readsTogether(1)
  const least = await readsTogether(1)
  assert.ok(least >= 1)
  assert.equal(await readsTogether(20), least)
})

test('what was still to be asked when its transaction ended is not asked outside it', async () => {
  const tell = (reader: Reader) => reader.selectNoFrom(sql<string>`platform.actor()`.as('actor')).executeTakeFirstOrThrow()
  let late: Promise<unknown> | undefined
  const trying = readAs(db, acting(ann), async (reader) => {
    late = tell(reader)
      .then(() => tell(reader))
      .then(({ actor }) => actor)
    late.catch(() => {})
    await sleep(0)
    throw new Error('Not found.')
  })
  await assert.rejects(trying, /Not found/)
  // Answered while the transaction still stood, or refused: never answered in nobody's name.
  const answer = await (late ?? Promise.resolve()).then(String, (error) => error)
  if (answer instanceof Error) assert.match(answer.message, /transaction/i)
  else assert.equal(answer, ann)
  let kept: Reader | undefined
  await readAs(db, acting(ann), async (reader) => {
    kept = reader
    await tell(reader)
  })
  await assert.rejects(async () => kept && tell(kept), /committed|over/)
})

test('X2: one can append to the audit as oneself only', async () => {
  await writeAs(db, acting(ann), (tx) => appendAudit(tx, entry))
  await assert.rejects(
    writeAs(db, acting(newId()), (tx) => appendAudit(tx, entry)),
    /row-level security/,
  )
  await assert.rejects(
    writeAs(db, acting(undefined), (tx) => appendAudit(tx, entry)),
    /row-level security/,
  )
})

test('a reader cannot write: not by type, not on the server', async () => {
  const trying = readAs(db, acting(ann), async (reader) => {
    // @ts-expect-error a reader has no write methods
    assert.equal(typeof reader.insertInto, 'function')
    await appendAudit(reader as never, entry)
  })
  await assert.rejects(trying, /read-only transaction/)
})

test('a swallowed error makes the commit an error', async () => {
  await assert.rejects(
    writeAs(db, acting(ann), async (tx) => {
      await appendAudit(tx, entry)
      await sql`select 1/0`.execute(tx).catch(() => {})
    }),
  )
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from platform.audit_entry`.execute(db)
  assert.equal(rows[0]?.count, 1n)
})

test('statement, idle and answer time-outs end the connection and not the process', async () => {
  const seen: number[] = []
  const failing = (work: (tx: Pick<Database, 'getExecutor'>) => Promise<unknown>, wanted: RegExp): Promise<void> =>
    assert.rejects(
      writeAs(db, acting(ann), async (tx) => {
        seen.push(await backend(tx))
        await work(tx)
      }),
      wanted,
    )
  await failing((tx) => sql`select pg_sleep(5)`.execute(tx), /statement timeout/)
  await failing((tx) => sleep(600).then(() => sql`select 1`.execute(tx)), /idle-in-transaction|terminated|not queryable/i)
  await failing((tx) => sql`select set_config('statement_timeout', '0', true), pg_sleep(2)`.execute(tx), /timeout/i)
  await failing((tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx), /terminat/i)
  const after = new Set<number>()
  for (let at = 0; at < 8; at++) after.add(await writeAs(db, acting(ann), (tx) => backend(tx)))
  assert.deepEqual(
    seen.filter((pid) => after.has(pid)),
    [],
  )
})

test('days, instants and large numbers keep their value both ways', async () => {
  const day = Temporal.PlainDate.from('2026-07-01')
  const instant = Temporal.Instant.from('2026-03-29T00:59:59.123456Z')
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${day}::date as day, ${instant}::timestamptz as instant, ${9007199254740993n}::int8 as large,
    ${[day]}::date[] as days, '14:30'::time as time`.execute(db)
  const [row] = rows
  assert.ok(row?.day instanceof Temporal.PlainDate && row.day.equals(day))
  assert.ok(row.instant instanceof Temporal.Instant && row.instant.equals(instant))
  assert.deepEqual([row.large, String(row.days), row.time], [9007199254740993n, '2026-07-01', '14:30:00'])
})

test('the start refuses a superuser, BYPASSRLS, an owner, a member of one and a role that inherits', async () => {
  await assert.rejects(openDatabase(urls.admin), /superuser/)
  await assert.rejects(openDatabase(urls.owner), /owner of.*goldenthread_app/)
  for (const [words, wanted] of [
    ['login noinherit bypassrls', /BYPASSRLS/],
    ['login noinherit in role goldenthread_owner', /may become the owner/],
    ['login', /inherits/],
  ] as const) {
    await withClient(urls.admin, (client) => client.query(`create role trial_role ${words}`))
    await withClient(urls.admin, (client) => client.query('grant connect on database postgres to trial_role'))
    const url = new URL(urls.app)
    url.username = 'trial_role'
    await withClient(urls.admin, (client) => client.query(`grant connect on database ${url.pathname.slice(1)} to trial_role`))
    await assert.rejects(openDatabase(url.href), wanted)
    const drop = `revoke all on database ${url.pathname.slice(1)} from trial_role; revoke all on database postgres from trial_role; drop role trial_role`
    await withClient(urls.admin, (client) => client.query(drop))
  }
})

test('X1: schema identity is read by taking its role, and by nothing else', async () => {
  const own = await freshUrls()
  await withClient(own.owner, (client) =>
    client.query(`create schema if not exists identity; create table identity.trial (word text); insert into identity.trial values ('secret');
      grant usage on schema identity to goldenthread_identity; grant select on identity.trial to goldenthread_identity`),
  )
  const plain = openUnchecked(own.app)
  await assert.rejects(sql`select * from identity.trial`.execute(plain), /permission denied/)
  await plain.destroy()
  const words = await withClient(own.app, async (client) => {
    await client.query('set role goldenthread_identity')
    return (await client.query('select word from identity.trial')).rows
  })
  assert.deepEqual(words, [{ word: 'secret' }])
})

test('what is asked again in one reading is answered without the database, and each who asks has a list of their own', async () => {
  const ask = (reader: Reader) =>
    reader
      .selectNoFrom([sql<string>`clock_timestamp()::text`.as('at'), sql<string>`platform.today()::text`.as('day')])
      .where(sql<boolean>`platform.today() >= ${'2026-07-01'}::date`)
      .execute()
  const [first, second, third] = await readAs(db, acting(ann), async (reader) => {
    const early = await Promise.all([ask(reader), ask(reader)])
    early[0].pop()
    return [...early, await ask(reader)]
  })
  assert.equal(first?.length, 0)
  assert.equal(second?.length, 1)
  assert.deepEqual(second, third)
  // The next reading asks anew: nothing is kept beyond one.
  const next = await readAs(db, acting(ann), ask)
  assert.notEqual(next[0]?.at, second?.[0]?.at)
})
