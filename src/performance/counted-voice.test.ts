import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { countedMeasures } from '#src/counted-measures.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { countFromRecord } from './commands/count-record.ts'
import { findSeries } from './queries/series.ts'
import { printed } from './rules/exact.ts'
import { currentOf } from './rules/judge.ts'
import { dayFields } from './testing/arrange.ts'
import { performanceClient } from './testing/client.ts'

const NOW = '2026-11-22T10:00:00Z'
const now = Temporal.Instant.from(NOW)
const { needs, ownerDb } = await openHouse(now)
const board = await buildBoard(ownerDb, 'strategic-partnership')
const as = (who?: typeof board.clerk) => performanceClient(needs, who?.account, NOW, countedMeasures)
const [clerk, visitor] = [as(board.clerk), as()]

async function measureOf(fields: Readonly<Record<string, string>>): Promise<string> {
  const startsOn = dayFields('startsOn', '2026-04-01')
  const made = await clerk.post(`/boards/${board.slug}/measures/new-from-record`, {
    ...{ code: 'early-help.voice', lagDays: '5', sight: 'public', ...startsOn },
    ...fields,
  })
  assert.equal(made.status, 303, made.text)
  return made.location.replace('/measures/', '')
}

/** What stands for each period: 'observed 45/60', 'suppressed', ... */
async function standing(measure: string): Promise<readonly (readonly [string, string])[]> {
  const reading = { actor: board.clerk.account, now, today: Temporal.PlainDate.from('2026-11-22') }
  const [series] = await readAs(needs.db, reading, (reader) => findSeries(reader, [measure]))
  return currentOf(series?.observations ?? []).map(({ period, status, numerator, denominator }) => [
    period.startsOn.toString(),
    numerator && denominator ? `${status} ${printed(numerator, 0)}/${printed(denominator, 0)}` : status,
  ])
}

test('E10, I6: the child’s voice is a measure: the share as published, hidden where it is hidden, of too few families no percentage, and of a quarter its last month', async () => {
  const months: readonly (readonly [month: string, hidden: boolean, count: number | null, of: number | null])[] = [
    ['2026-04-01', false, 10, 60],
    ['2026-05-01', true, null, null],
    ['2026-06-01', false, 45, 60],
    ['2026-07-01', false, 45, 60],
    ['2026-08-01', false, 45, 60],
    ['2026-09-01', false, 10, 15],
    ['2026-10-01', true, null, 60],
  ]
  await ownerDb.transaction().execute(async (tx) => {
    await sql`set local role goldenthread_figures`.execute(tx)
    for (const [month, hidden, met, of] of months) {
      const id = newId()
      await sql`insert into published.snapshot (id, month, revision, made_at, provenance, source, reason, method, threshold, base, percent_from, adds_up)
        values (${id}::uuid, ${month}::date, 1, now(), 'counted', 'The record', '', (select version from performance.small_number_method order by starts_on limit 1), 5, 5, 20, true)`.execute(
        tx,
      )
      await sql`insert into published.figure (snapshot, indicator, version, span, is_hidden, count, of)
        values (${id}::uuid, 'voice', 2, 'month', ${hidden}, ${met}, ${of})`.execute(tx)
    }
  })
  const monthly = await measureOf({ frequency: 'month' })
  const quarterly = await measureOf({ frequency: 'quarter' })
  await countFromRecord({ db: needs.db, counted: countedMeasures }, now)
  assert.deepEqual(await standing(monthly), [
    ['2026-04-01', 'observed 10/60'],
    ['2026-05-01', 'suppressed'],
    ['2026-06-01', 'observed 45/60'],
    ['2026-07-01', 'observed 45/60'],
    ['2026-08-01', 'observed 45/60'],
    ['2026-09-01', 'missing'],
    ['2026-10-01', 'suppressed'],
  ])
  assert.deepEqual(await standing(quarterly), [
    ['2026-04-01', 'observed 45/60'],
    ['2026-07-01', 'missing'],
  ])
  const page = (await visitor.get(`/measures/${monthly}`)).text
  assert.match(page, /75(\.0)?%/)
  assert.match(page, /Higher is better/)
  assert.match(
    (await clerk.get(`/measures/${monthly}/counted/2026-09-01/2026-10-01`)).text,
    /No percentage is told of fewer than 20 families/,
  )
})
