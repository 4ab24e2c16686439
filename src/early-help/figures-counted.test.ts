import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { writeAs } from '#platform/database/session.ts'
import { enterHistories, histories, recount } from './testing/random-months.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb, db } = town
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

test('E10: thousands of random histories are counted as a slow recount counts them, late entries and all, over leap days and changes of the clock', async () => {
  const early = histories(1500, 11)
  const late = histories(500, 12)
  for (const [entry, all] of [
    [early, early],
    [late, [...early, ...late]],
  ] as const) {
    await enterHistories(town, entry, entry === early ? 0 : 5000)
    for (let month = day('2023-12-01'); month.year < 2026; month = month.add({ months: entry === early ? 3 : 1 })) {
      const { rows } = await sql<{
        indicator: string
        count: number
      }>`select indicator, count from casework.count_month(${month.toString()}::date)
        where indicator not in ('reviewed', 'voice')`.execute(ownerDb)
      assert.deepEqual(
        new Map(rows.map(({ indicator, count }) => [indicator, count]).toSorted() as [string, number][]),
        new Map([...recount(all, month)].toSorted()),
        month.toString(),
      )
    }
  }
})

test('E10: a co-ordinator sees the month that waits, protected; who may sets what figures wait for from a month on, by name and day', async () => {
  town.tick({ hours: 24 * 22 })
  const page = await town.get('/families/figures', 'co-ordinator')
  assert.equal(page.status, 200)
  assert.match(page.text, /March 2026[\s\S]*Is published from 6 April 2026/)
  assert.doesNotMatch(page.text, /Set it from a month on/)
  await assert.rejects(
    writeAs(db, town.as('co-ordinator'), (tx) => sql`select casework.preview_month('2026-04-01')`.execute(tx)),
    /over, and not published yet/,
  )
  assert.equal((await town.get('/families/figures', 'lead')).status, 403)
  const fields = { startsOn: '2026-04', lateDays: '10', percentFrom: '30', source: 'Steering group of 1 April' }
  const set = '/families/figures/settings/new'
  assert.equal((await town.send(set, fields, 'co-ordinator')).status, 403)
  assert.match((await town.send(set, { ...fields, lateDays: '61' }, 'governance')).text, /Steering group of 1 April/)
  assert.equal((await town.send(set, { ...fields, startsOn: '2026-03' }, 'governance')).status, 422)
  assert.equal((await town.send(set, fields, 'governance')).status, 303)
  assert.match((await town.send(set, fields, 'administrator')).text, /set from that month already/)
  assert.equal((await town.send(set, { ...fields, startsOn: '2026-05' }, 'administrator')).status, 303)
  assert.match((await town.get('/families/figures', 'administrator')).text, /Person governance, 1 April 2026/)
  const insert = (starts: string, by: 'lead' | 'governance') =>
    writeAs(db, town.as(by), (tx) =>
      sql`insert into casework.figure_setting values (${starts}::date, 0, 20, 'Nobody', ${town.person(by)}, '2026-04-01')`.execute(tx),
    )
  await assert.rejects(insert('2026-07-01', 'lead'), /row-level security/)
  await assert.rejects(insert('2026-03-01', 'governance'), /row-level security/)
  await assert.rejects(insert('2026-07-02', 'governance'), /from_a_month_on/)
})
