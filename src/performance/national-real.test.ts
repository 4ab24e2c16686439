import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { freshDatabase } from '#platform/database/testing/fresh.ts'
import { sharedMissing, sharedPath } from '#test/support/shared.ts'
import { importNational } from './commands/import-national.ts'
import { readNationalFolder } from './national/read-folder.ts'

test('I3: the published figures of all authorities are read in whole, their odd values right or reported', {
  skip: sharedMissing('standards/lait/lait-values-all.csv.gz'),
}, async () => {
  const folder = sharedPath('standards/lait') ?? ''
  const { ownerDb } = await freshDatabase()
  const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
  const set = await readNationalFolder(folder)
  const read = () =>
    writeAs(ownerDb, { actor: SYSTEM_ACTOR, now, today: Temporal.PlainDate.from('2026-11-22') }, (tx) => importNational(tx, { now }, set))
  const { report } = await read()
  // A second, plain reading of the file: nothing but rows and cells.
  const cells: readonly string[][] = parse(gunzipSync(readFileSync(join(folder, 'lait-values-all.csv.gz'))), { bom: true, from_line: 2 })
  assert.equal(report.rows, cells.length)
  assert.equal(report.rows, 641_070)
  assert.ok(cells.some(([, , years]) => years === '2016-17 (OT)'))
  const told = (what: string): number => report.odd.find((one) => one.what === what)?.count ?? 0
  const dashes = cells.filter(([, , , , value]) => value === '-').length
  // Rows of a period that names no year are left out and told; every other row is a number or a state, and none is a 0 that nobody gave.
  assert.deepEqual([report.states, told('period-unreadable')], [{ missing: dashes - 170 }, 170])
  assert.equal(report.numbers + dashes, report.rows)
  const exponents = cells.filter(([, , , , value]) => value?.includes('E-2')).slice(0, 200)
  assert.ok(exponents.length > 100)
  for (const [code = '', , years = '', , value = '', number = ''] of exponents) {
    const stored = await ownerDb
      .selectFrom('performance.national_value as v')
      .innerJoin('performance.national_period as p', 'p.id', 'v.period')
      .innerJoin('performance.national_measure as m', 'm.number', 'p.measure')
      .select('v.value')
      .where('m.code', '=', code)
      .where('p.written', '=', years.trim())
      .where('v.area', '=', Number(number))
      .executeTakeFirst()
    assert.equal(Number(stored?.value), Number(Number(value).toPrecision(15)), `${code} ${years} ${number}`)
  }
  assert.equal((await read()).changed, false)
})
