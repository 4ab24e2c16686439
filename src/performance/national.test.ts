import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { addPerson, buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { importNational, type NationalImport } from './commands/import-national.ts'
import { beginReading } from './commands/read-national.ts'
import { readNationalFolder } from './national/read-folder.ts'
import { performanceClient } from './testing/client.ts'
import { dictionary, head, neighbours, places, rows } from './testing/national-files.ts'
import { nationalReportLines } from './words/national-report.ts'

const NOW = '2026-11-22T10:00:00Z'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const visitor = performanceClient(needs, undefined, NOW)
const { account: administratorAccount, person: administratorPerson } = await addPerson(ownerDb, 'Fay Administrator')
await ownerDb
  .insertInto('governance.administrator')
  .values({ person: administratorPerson, starts_on: Temporal.PlainDate.from('2010-01-01') })
  .execute()
const administrator = performanceClient(needs, administratorAccount, NOW)
const folder = mkdtempSync(join(tmpdir(), 'national-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function write(values: readonly string[]): Promise<void> {
  writeFileSync(join(folder, 'lait-values-all.csv.gz'), gzipSync(`\ufeff${[head, ...values].join('\r\n')}\r\n`))
  writeFileSync(join(folder, 'lait_data_dictionary.csv'), dictionary)
  const sheet = async (name: string, cells: readonly (readonly string[])[]): Promise<void> => {
    const bytes = await writeXlsxFile(cells.map((row) => row.map((value) => ({ value, type: String })))).toBuffer()
    writeFileSync(join(folder, name), bytes)
  }
  await sheet('la_code_list.xlsx', places)
  await sheet('sn_may_2025.xlsx', neighbours)
}

async function read(): Promise<NationalImport> {
  const now = Temporal.Instant.from(NOW)
  const set = await readNationalFolder(folder)
  return writeAs(ownerDb, { actor: SYSTEM_ACTOR, now, today: Temporal.PlainDate.from('2026-11-22') }, (tx) =>
    importNational(tx, { now }, set),
  )
}
const count = async (): Promise<string> => {
  const values = await ownerDb
    .selectFrom('performance.national_value')
    .select(['area', 'period', 'value', 'state'])
    .orderBy('period')
    .orderBy('area')
    .execute()
  return JSON.stringify(values)
}

test('I3: published figures are read in whole; what is odd is reported, and a second reading changes nothing', async () => {
  assert.match((await visitor.get('/national')).text, /as soon as an administrator/)
  assert.equal((await visitor.get('/national/301')).status, 404)
  await write(rows)
  const { changed, report } = await read()
  assert.equal(changed, true)
  assert.deepEqual(
    [report.rows, report.numbers, report.states, report.marks, report.measures, report.periods, report.added],
    [12, 7, { missing: 3 }, { provisional: 4, outturn: 2 }, 2, 3, 10],
  )
  const odd = Object.fromEntries(report.odd.map(({ what, count: times }) => [what, times]))
  const wanted = { 'value-odd': 1, 'value-cleaned': 1, 'period-unreadable': 1, 'measure-unknown': 1 }
  assert.deepEqual(odd, { ...wanted, 'measure-twice': 1, 'area-left-out': 1, 'neighbour-unknown': 1 })
  assert.match(nationalReportLines(report).join('\n'), /about 7/)
  const before = await count()
  assert.equal((await read()).changed, false)
  await write(rows.map((row) => row.replace('2016-17 (OT),A,1204.5', '2016-17 (OT),A,1204.6')))
  const again = await read()
  assert.deepEqual([again.report.added, again.report.revised, again.report.removed], [0, 1, 0])
  assert.equal(await count(), before.replace('1204.5', '1204.6'))
})

test('I3: an authority is shown beside the country, its region and its neighbours, to everybody, and as CSV', async () => {
  const page = await visitor.get('/national/301?neighbours=2025-05')
  assert.equal(page.status, 200)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.match(page.text, /joint 1st of 2 \(1 missing\)/)
  assert.match(page.text, /2024 \(provisional\)/)
  assert.match(page.text, /Worse than 2023/)
  assert.match(page.text, /From 0\.1% in 2023 to 2\.8%/)
  assert.match(page.text, /1,204\.6/)
  assert.ok(!page.text.includes('javascript:'))
  const missing = await visitor.get('/national/303?topic=Health')
  assert.match(missing.text, /<strong>Missing<\/strong>/)
  assert.ok(!missing.text.includes('Spend on care'))
  const csv = await visitor.get('/national/301/scorecard.csv')
  assert.match(csv.text, /Babies of low weight,Weight,% of babies,Lower is better,2024 \(provisional\),2\.8%/)
  for (const address of ['/national/970', '/national/999', '/national/x']) assert.equal((await visitor.get(address)).status, 404)
})

test('I3: the clerk ties a measure to a published one; its page then shows England, the region and the neighbours, and says so when they are gone', async () => {
  const board = await buildBoard(ownerDb, 'women-and-childrens-board')
  const [clerk, member] = [board.clerk, board.member].map(({ account }) => performanceClient(needs, account, NOW))
  assert.ok(clerk && member)
  const made = await clerk.post(`/boards/${board.slug}/measures/new`, {
    ...{
      title: 'Babies born too light',
      polarity: 'lower',
      level: 'population',
      kind: 'rate',
      scale: '100',
      overTime: 'remade',
      overAreas: 'remade',
      forecast: 'none',
    },
    ...{ unit: '%', frequency: 'calendar-year', lagDays: '10', decimals: '1', suppression: 'none', sight: 'public' },
    ...{ 'startsOn-day': '1', 'startsOn-month': '1', 'startsOn-year': '2025' },
  })
  assert.equal(made.status, 303, made.text)
  const page = made.location
  const tie = (fields: Readonly<Record<string, string>>, who = clerk) => who.post(`${page}/national`, fields)
  assert.equal((await tie({ code: 'Weight', area: '301' }, member)).status, 403)
  assert.equal((await tie({ code: 'Weight', area: '301' }, visitor)).status, 401)
  for (const wrong of [
    { code: 'Weight', area: '' },
    { code: 'Weight', area: '970' },
    { code: 'Nothing', area: '301' },
  ])
    assert.equal((await tie(wrong)).status, 422)
  assert.equal((await tie({ code: 'Weight', area: '301' })).status, 303)
  assert.equal((await tie({ code: 'Weight', area: '301' })).status, 303)
  const shown = await visitor.get(page)
  assert.deepEqual(await htmlFaults(shown.text), [])
  assert.match(
    shown.text,
    /Ashmere: 2\.8% in 2024 \(provisional\) \(England 2\.6%, South \(Outer\) Missing\); joint 1st of 2 \(1 missing\)/,
  )
  assert.match((await visitor.get(`${page}/national.csv`)).text, /Brackenshire,2\.8%,Neighbour: very close/)
  assert.equal((await ownerDb.selectFrom('performance.national_tie').select('id').execute()).length, 1)
  await write(rows.filter((row) => !row.startsWith('Weight')))
  assert.equal((await read()).report.removed, 8)
  assert.match((await visitor.get(page)).text, /no longer have the measure/)
  assert.equal((await tie({ code: '', area: '' })).status, 303)
  assert.ok(!(await visitor.get(page)).text.includes('other places of the country'))
})

test('I3: files that contradict themselves, are torn or lack a column are refused in words, and nothing is changed', async () => {
  const before = await count()
  const refused = async (values: readonly string[], words: RegExp): Promise<void> => {
    await write(values)
    await assert.rejects(read, words)
    assert.equal(await count(), before)
  }
  await refused([...rows, 'Weight,x,2023,A,8,301.0,'], /a second one for Weight, 2023, place 301/)
  await refused([...rows, 'Weight,x,2023'], /cannot be read to its end/)
  await refused(['Other,,2024,A,9,301.0,'], /no value in these files/)
  writeFileSync(join(folder, 'lait-values-all.csv.gz'), gzipSync('Short Desc,Years,Values\nWeight,2023,7\n'))
  await assert.rejects(read, /no column “LA Number”/)
  writeFileSync(join(folder, 'lait-values-all.csv.gz'), 'not packed at all')
  await assert.rejects(read, /cannot be read to its end/)
  rmSync(join(folder, 'la_code_list.xlsx'))
  await assert.rejects(read, /list of places/)
  assert.equal(await count(), before)
})

const bytesOf = (name: string): { readonly name: string; readonly bytes: Uint8Array } => ({ name, bytes: readFileSync(join(folder, name)) })
/** The page of a reading once it has ended. */
async function ended(location: string): Promise<string> {
  for (let turn = 0; turn < 200; turn += 1) {
    const { text } = await administrator.get(location)
    if (!text.includes('It is being read.')) return text
    await setTimeout(25)
  }
  throw new Error('The reading did not end.')
}

test('I3: an administrator alone reads published files in on a page: whole or not at all, the same files twice change nothing, and what was odd is told', async () => {
  const at = '/national/read-in'
  const member = performanceClient(needs, (await addPerson(ownerDb, 'Some Member')).account, NOW)
  assert.equal((await visitor.get(at)).status, 401)
  assert.ok([403, 404].includes((await member.get(at)).status))
  assert.ok(!(await visitor.get('/national')).text.includes(at))
  assert.match((await administrator.get('/national')).text, /Read another edition in/)
  await write(rows)
  const files = {
    ...{ values: bytesOf('lait-values-all.csv.gz'), dictionary: bytesOf('lait_data_dictionary.csv') },
    ...{ places: bytesOf('la_code_list.xlsx'), neighbours: bytesOf('sn_may_2025.xlsx') },
  }
  assert.ok([401, 403, 404].includes((await member.bring(at, files)).status))
  const first = await administrator.bring(at, files)
  assert.equal(first.status, 303, first.text)
  const page = await ended(first.location)
  assert.deepEqual(await htmlFaults(page), [])
  assert.match(page, /It was read in whole/)
  assert.match(page, /Read 12 values of 2 measures/)
  assert.match(page, /Weight, 2023|about 7/)
  assert.ok([401, 403, 404].includes((await member.get(first.location)).status))
  assert.match((await visitor.get('/national')).text, /What was odd[\s\S]*about 7/)
  const before = await count()
  const again = await administrator.bring(at, files)
  assert.match(await ended(again.location), /These very files were read in before/)
  const torn = await administrator.bring(at, {
    ...files,
    values: { name: 'lait-values-all.csv', bytes: new TextEncoder().encode([head, ...rows, rows[0]].join('\n')) },
  })
  const refused = await ended(torn.location)
  assert.match(refused, /It was refused[\s\S]*Row 14 of the values is a second one for Weight/)
  assert.ok(!refused.includes(tmpdir()), 'a page names no folder of the machine')
  assert.equal(await count(), before)
  assert.match((await administrator.get(at)).text, /Refused[\s\S]*Nothing new[\s\S]*Read in/)
  const words = new TextEncoder()
  for (const [change, says] of [
    [{ values: { name: '', bytes: new Uint8Array() } }, /Choose the file of values/],
    [{ values: { name: 'v.csv', bytes: new Uint8Array() } }, /The file is empty/],
    [{ values: { name: 'v.csv', bytes: new Uint8Array([0xff, 0xfe, 65, 0]) } }, /no CSV file in UTF-8/],
    [{ values: bytesOf('la_code_list.xlsx') }, /no CSV file in UTF-8/],
    [{ values: { name: 'v.csv.gz', bytes: gzipSync('a,b\n1,2\n') } }, /no column “Short Desc”/],
    [{ values: { name: 'v.csv', bytes: words.encode(`${head}\n"${'x'.repeat(300_000)}`) } }, /cannot be read to its end/],
    [{ dictionary: { name: 'd.csv', bytes: words.encode('a,b\n1,2\n') } }, /no column “Measure_short”/],
    [{ places: { name: 'p.xlsx', bytes: words.encode('PK\u0003\u0004 and no more') } }, /cannot be read/],
    [{ neighbours: { name: 'list.xlsx', bytes: bytesOf('sn_may_2025.xlsx').bytes } }, /says for which month/],
  ] as const) {
    const answer = await administrator.bring(at, { ...files, ...change })
    assert.equal(answer.status, 422, String(says))
    assert.match(answer.text, says)
  }
  assert.equal(await count(), before)
})

test('I3: a reading says how far it is, is stopped on request and leaves nothing; a second one waits, a silent one is ended', async () => {
  const before = await count()
  const id = newId()
  const began = Temporal.Instant.from(NOW)
  await ownerDb
    .insertInto('performance.national_reading')
    .values({ id, files: ['a', 'b', 'c'], started_at: began, seen_at: began, percent: 40, rows_read: 20_000, actor: SYSTEM_ACTOR })
    .execute()
  const page = await administrator.get(`/national/readings/${id}`)
  assert.match(page.text, /40% of the values: 20,000 rows/)
  assert.deepEqual(await htmlFaults(page.text), [])
  const files = {
    ...{ values: bytesOf('lait-values-all.csv.gz'), dictionary: bytesOf('lait_data_dictionary.csv'), places: bytesOf('la_code_list.xlsx') },
  }
  const second = await administrator.bring('/national/read-in', files)
  assert.equal(second.status, 422)
  assert.match(second.text, /being read in just now/)
  assert.equal((await administrator.post(`/national/readings/${id}/stop`)).status, 303)
  assert.match((await administrator.get(`/national/readings/${id}`)).text, /You asked it to stop/)
  const later = performanceClient(needs, administratorAccount, '2026-11-22T10:10:00Z')
  assert.match((await later.get(`/national/readings/${id}`)).text, /It was cut short/)
  await write([...rows.slice(0, -1), 'Spend,,2017-18 (OT),C,3,303.0,'])
  const taken = await later.bring('/national/read-in', { ...files, values: bytesOf('lait-values-all.csv.gz') })
  assert.equal(taken.status, 303, taken.text)
  assert.match(await ended(taken.location), /It was read in whole/)
  assert.equal((await administrator.post(`/national/readings/${id}/stop`)).status, 409)
  assert.notEqual(await count(), before)
  const held = await count()
  // One that is asked to stop before its first step.
  await write(rows)
  const brought = { name: 'lait-values-all.csv.gz', size: 1, tooLarge: false }
  const of = (name: string) => ({ ...brought, name, path: join(folder, name), size: readFileSync(join(folder, name)).length })
  const doer = {
    actor: administratorAccount,
    now: Temporal.Instant.from('2026-11-22T10:20:00Z'),
    today: Temporal.PlainDate.from('2026-11-22'),
  }
  const begun = await beginReading(needs, doer, {
    values: of('lait-values-all.csv.gz'),
    dictionary: of('lait_data_dictionary.csv'),
    places: of('la_code_list.xlsx'),
  })
  assert.ok(begun.ok)
  await ownerDb.updateTable('performance.national_reading').set({ stop_asked_at: doer.now }).where('id', '=', begun.value.id).execute()
  await begun.value.done
  assert.match((await later.get(`/national/readings/${begun.value.id}`)).text, /It was stopped/)
  assert.equal(await count(), held)
})
