import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { packPaper } from '#meetings/rules/ballot.ts'
import { buildRecordBoard, type RecordBoard } from '#meetings/testing/record-board.ts'
import { backup } from '#platform/backup/backup.ts'
import { readEntries } from '#platform/backup/entries.ts'
import { openUnchecked } from '#platform/database/open.ts'
import type { Database } from '#platform/database/session.ts'
import { scratchFolder } from '#platform/database/testing/cluster.ts'
import { openLog } from '#platform/log.ts'
import { makeBoxKeys, markOf, seal, unseal } from '#platform/sealing/sealed-box.ts'
import { createApp } from '#src/app.tsx'
import { addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse, type TestHouse } from '../support/house.ts'

// Somebody with everything that is kept: a dump as superuser with the columns that PostgreSQL adds, the application's log, a backup made while people
// voted and one made after the count. They even watched the sealed papers arrive and know whose each is. From none of it does a voter lead to a choice.

const lines: string[] = []
const folder = scratchFolder()
after(() => rmSync(folder, { recursive: true, force: true }))
const plain = await openHouse(Temporal.Instant.from('2014-03-03T10:00:00Z'))
const log = openLog('info', { write: (line: string) => void lines.push(line) })
const house: TestHouse = { ...plain, app: await createApp({ ...plain.needs, log }) }
const { ownerDb, needs } = house
const adminUrl = new URL(process.env.GOLDENTHREAD_TEST_URL ?? '')
adminUrl.pathname = `/${(await sql<{ name: string }>`select current_database() as name`.execute(ownerDb)).rows[0]?.name}`
const superuser: Database = openUnchecked(adminUrl.href)
after(() => superuser.destroy())
const board: RecordBoard = await buildRecordBoard(ownerDb)

interface Cast {
  readonly person: string
  readonly account: string
  readonly receipt: string
  readonly choice: string
  readonly sealed: Buffer
}
const cast: Cast[] = []
const seen: Record<'key' | 'publicKey', Buffer> & Record<'election' | 'voting' | 'counted' | 'startedAt', string> = {
  key: Buffer.alloc(0),
  publicKey: Buffer.alloc(0),
  election: '',
  voting: '',
  counted: '',
  startedAt: '',
}
const keyFolder = join(needs.config.data, 'ballot-keys')

const all = async <Row>(query: RawBuilder<Row>): Promise<readonly Row[]> => (await query.execute(superuser)).rows
const sealedNow = () => all(sql<{ sealed: Buffer }>`select sealed from meetings.sealed_paper`)

async function clientFor(person: string, name: string): Promise<Client & { readonly account: string }> {
  const details = await addAccount(house, name)
  await ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', person).execute()
  return Object.assign(await openClient(house, details), { account: details.account })
}

async function keep(name: string): Promise<string> {
  const file = join(folder, name)
  await backup({ ownerUrl: adminUrl.href, documents: needs.documents as never, files: [] }, file)
  return file
}

before(async () => {
  seen.startedAt = (await all(sql<{ lsn: string }>`select pg_current_wal_lsn()::text as lsn`))[0]?.lsn ?? ''
  const clerk = await clientFor(board.clerk.person, 'Ada Clerk')
  const voters: { readonly person: string; readonly client: Client & { readonly account: string } }[] = []
  for (const seat of board.seats) voters.push({ ...seat, client: await clientFor(seat.person, seat.name) })
  const called = await clerk.post(`/boards/${board.slug}/elections/new`, { post: 'chair' })
  assert.equal(called.status, 303)
  const { location } = called
  seen.election = location.split('/').at(-1) ?? ''
  for (const { client, person } of voters.slice(0, 2)) assert.equal((await client.post(`${location}/nominate`, { person })).status, 303)
  assert.equal((await clerk.post(`${location}/open`, { version: '1' })).status, 303)
  seen.key = readFileSync(join(keyFolder, readdirSync(keyFolder)[0] ?? ''))
  seen.publicKey = (await all(sql<{ public_key: Buffer }>`select public_key from meetings.election`))[0]?.public_key ?? Buffer.alloc(0)
  // Not in the order of the seats, so that an order that is kept would show.
  for (const index of [3, 0, 4, 2, 1]) {
    const voter = voters[index]
    assert.ok(voter)
    const page = (await voter.client.get(`${location}/ballot`)).text
    const choices = [...page.matchAll(/type="radio" value="([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
    const receipt = /name="receipt" value="(\w+)"/.exec(page)?.[1] ?? ''
    const choice = choices[index % choices.length] ?? ''
    const known = new Set((await sealedNow()).map(({ sealed }) => sealed.toString('hex')))
    assert.equal((await voter.client.post(`${location}/ballot`, { choice, receipt })).status, 200)
    const sealed = (await sealedNow()).map((row) => row.sealed).find((one) => !known.has(one.toString('hex')))
    assert.ok(sealed)
    cast.push({ person: voter.person, account: voter.client.account, receipt, choice, sealed })
    if (cast.length === 3) seen.voting = await keep('voting.tar.gz')
  }
  assert.equal((await clerk.post(`${location}/count`, { version: '2' })).status, 303)
  seen.counted = await keep('counted.tar.gz')
})

/** Every row of every table as text, the columns included that PostgreSQL adds. */
async function dump(): Promise<readonly { readonly table: string; readonly row: string; readonly xmin: string; readonly ctid: string }[]> {
  const tables = await all(sql<{ name: string }>`select oid::regclass::text as name from pg_class
    where relkind = 'r' and relnamespace::regnamespace::text !~ '^(pg_|information_schema$)' order by 1`)
  const rows = []
  for (const { name } of tables) {
    const table = sql.raw(name)
    const found = await all(
      sql<{
        row: string
        xmin: string
        ctid: string
      }>`select t::text as row, t.xmin::text as xmin, t.ctid::text as ctid from ${table} t order by t.ctid`,
    )
    rows.push(...found.map((one) => ({ table: name, ...one })))
  }
  return rows
}

test('M14: in a dump a receipt stands in the box alone, and no row holds a voter and what was voted', async () => {
  const rows = await dump()
  const choices = new Set(cast.map(({ choice }) => choice).filter((choice) => !/^[0-]+$/.test(choice)))
  for (const { receipt, person, account } of cast) {
    assert.deepEqual([...new Set(rows.filter(({ row }) => row.includes(receipt)).map(({ table }) => table))], ['meetings.ballot_paper'])
    for (const { table, row } of rows.filter(({ row: words }) => words.includes(person) || words.includes(account))) {
      // A candidate's own row names the candidate: it says who stands, not who votes.
      if (table !== 'meetings.election_candidate') for (const choice of choices) assert.ok(!row.includes(choice), table)
    }
  }
  assert.ok(!rows.some(({ table }) => table === 'meetings.sealed_paper'), 'the sealed papers are gone')
})

test('M14: transaction and place of a row tell nothing: roll and box are of the one transaction of the count, in orders of their own', async () => {
  const rows = await dump()
  const of = (name: string) => rows.filter(({ table }) => table === name)
  const [box, roll] = [of('meetings.ballot_paper'), of('meetings.election_voter')]
  assert.equal(box.length, 5)
  assert.equal(new Set([...box, ...roll].map(({ xmin }) => xmin)).size, 1, 'one transaction for all of them')
  const receipts = box.map(({ row }) => /[0-9A-HJKMNP-TV-Z]{16}/.exec(row)?.[0] ?? '')
  assert.deepEqual(receipts, [...receipts].sort(), 'the box lies in the order of the receipts')
  const people = roll.map(({ row }) => cast.find(({ person }) => row.includes(person))?.person ?? '')
  assert.deepEqual(people, [...people].sort(), 'the roll lies in the order of the ids of people')
})

test('M14: no column of roll or box holds a time, a number or a request', async () => {
  const columns = await all(sql<{ name: string }>`select attrelid::regclass || '.' || attname as name from pg_attribute
    where attrelid in ('meetings.ballot_paper'::regclass, 'meetings.election_voter'::regclass, 'meetings.sealed_paper'::regclass) and attnum > 0 order by 1`)
  assert.deepEqual(
    columns.map(({ name }) => name.replace('meetings.', '')),
    [
      'ballot_paper.body',
      'ballot_paper.choice',
      'ballot_paper.election',
      'ballot_paper.receipt',
      'election_voter.body',
      'election_voter.election',
      'election_voter.name',
      'election_voter.person',
      'election_voter.voted',
      'sealed_paper.election',
      'sealed_paper.mark',
      'sealed_paper.sealed',
    ],
  )
})

test('M14: whoever knows whose each sealed paper was cannot match it with a paper of the box once the key is gone', () => {
  assert.deepEqual(readdirSync(keyFolder), [], 'the key is destroyed with the count')
  for (const { sealed } of cast) {
    assert.equal(sealed.length, 80, 'all of one size')
    assert.throws(() => unseal({ publicKey: seen.publicKey, privateKey: makeBoxKeys().privateKey }, seen.election, sealed))
    for (const { receipt, choice } of cast) {
      const paper = packPaper({ receipt, choice: /^[0-]+$/.test(choice) ? null : choice })
      assert.notDeepEqual(seal(seen.publicKey, seen.election, paper), sealed, 'sealing the same paper again gives other bytes')
      assert.ok(!sealed.includes(paper) && !sealed.includes(receipt))
    }
  }
  // With the key all of this would be open: the attack is real, and it is the missing key that stops it.
  const [first] = cast
  assert.ok(first)
  const opened = unseal({ publicKey: seen.publicKey, privateKey: seen.key }, seen.election, first.sealed)
  assert.ok(opened.includes(first.receipt))
})

/** The bytes of a file of the server's own, as it lies on disk, with rows that are dead and not yet swept. */
async function heapOf(table: string): Promise<Buffer> {
  await sql`checkpoint`.execute(superuser)
  const rows = await all(sql<{ bytes: Buffer }>`select pg_read_binary_file(pg_relation_filepath(${table}::regclass)) as bytes`)
  return rows[0]?.bytes ?? Buffer.alloc(0)
}

/** Where each of the needles first stands in the log that PostgreSQL writes ahead, since the house was opened; -1 where it does not, or not any more. */
async function placesInWriteAheadLog(needles: readonly Buffer[]): Promise<readonly number[]> {
  const files = await all(
    sql<{
      name: string
    }>`select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name >= pg_walfile_name(${seen.startedAt}::pg_lsn) order by name`,
  )
  const places = needles.map(() => -1)
  let offset = 0
  for (const { name } of files) {
    const [read] = await all(
      sql<{ bytes: Buffer | null }>`select pg_read_binary_file('pg_wal/' || ${name}, 0, ${64 * 1024 * 1024}::bigint, true) as bytes`,
    )
    const bytes = read?.bytes ?? Buffer.alloc(0)
    for (const [index, needle] of needles.entries()) {
      const at = bytes.indexOf(needle)
      if (places[index] === -1 && at >= 0) places[index] = offset + at
    }
    offset += bytes.length
  }
  return places
}

test('M14: on the disk of the server the key stands nowhere, and dead rows of roll and sealed papers hold no receipt', async () => {
  const secret = seen.key.subarray(16)
  const [ofKey] = await placesInWriteAheadLog([secret])
  assert.equal(ofKey, -1, 'the key never went through the log of the database')
  for (const table of ['meetings.sealed_paper', 'meetings.election_voter', 'meetings.election', 'platform.audit_entry']) {
    const heap = await heapOf(table)
    assert.ok(!heap.includes(secret), table)
    for (const { receipt } of cast) assert.ok(!heap.includes(receipt), table)
  }
  // What the log holds of open papers, it holds since the count and in the order of the receipts. Old parts of it are used again: then there is nothing.
  const receipts = cast.map(({ receipt }) => receipt).sort()
  const [ofLast = -1, ...open] = await placesInWriteAheadLog([cast.at(-1)?.sealed ?? secret, ...receipts.map((one) => Buffer.from(one))])
  assert.deepEqual(
    open,
    [...open].sort((one, other) => one - other),
  )
  for (const place of open) assert.ok(place === -1 || place > ofLast, 'no paper was open before the last was sealed')
})

test('M14: the log of the application has one line a vote, alike but for who and when, and never a receipt or a choice', () => {
  const votes = lines
    .filter((line) => /"method":"POST","path":"[^"]*\/ballot"/.test(line))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.equal(votes.length, 5)
  const alike = votes.map(({ request: _, ms: __, actor: ___, time: ____, ...rest }) => JSON.stringify(rest))
  assert.equal(new Set(alike).size, 1, alike.join('\n'))
  const everything = lines.join('\n')
  for (const { receipt, choice } of cast)
    assert.ok(
      !everything.includes(receipt) && (/^[0-]+$/.test(choice) || !everything.replaceAll(/\/candidates\/[0-9a-f-]+/g, '').includes(choice)),
    )
})

test('M14: audit and outbox know nothing of single votes', async () => {
  const acts = await all(sql<{ act: string }>`select act from platform.audit_entry where subject = ${seen.election}::uuid order by id`)
  assert.deepEqual(
    acts.map(({ act }) => act),
    ['election.called', 'election.nominated', 'election.nominated', 'election.opened', 'election.counted'],
  )
  const jobs = await all(sql<{ data: string }>`select data::text as data from pgboss.job where data::text like ${`%${seen.election}%`}`)
  assert.deepEqual(jobs, [])
})

async function wordsOf(file: string): Promise<string> {
  const parts: Buffer[] = []
  for await (const entry of readEntries(file)) for await (const chunk of entry.content) parts.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(parts).toString('latin1')
}

test('M14: a backup made while people vote holds neither the key nor a receipt; one made after the count holds the box and no sealed paper', async () => {
  const [voting, counted] = [await wordsOf(seen.voting), await wordsOf(seen.counted)]
  for (const words of [voting, counted])
    for (const form of ['hex', 'base64', 'latin1'] as const) assert.ok(!words.includes(seen.key.subarray(16).toString(form)))
  for (const { receipt, sealed } of cast) {
    assert.ok(!voting.includes(receipt))
    assert.ok(counted.includes(receipt))
    assert.ok(!counted.includes(sealed.toString('hex')))
  }
  assert.ok(voting.includes(cast[0]?.sealed.toString('hex') ?? '-'), 'the sealed papers are in it')
  // The mark of a paper needs the key as well.
  for (const { receipt } of cast)
    assert.ok(!voting.includes(markOf(makeBoxKeys().privateKey, `${seen.election} ${receipt}`).toString('hex')))
})
