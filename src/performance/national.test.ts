import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { importNational, type NationalImport } from './commands/import-national.ts'
import { readNationalFolder } from './national/read-folder.ts'
import { performanceClient } from './testing/client.ts'
import { nationalReportLines } from './words/national-report.ts'

const NOW = '2026-11-22T10:00:00Z'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const visitor = performanceClient(needs, undefined, NOW)
const folder = mkdtempSync(join(tmpdir(), 'national-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const places = [
  ['LA Number', 'LA Name', 'Region', 'Type'],
  ['301', 'Ashmere', 'Outer South', 'UA'],
  ['302', 'Brackenshire', 'Outer South', 'SC'],
  ['303', 'Caldwick', 'Outer South', 'MD'],
  ['970', 'England', 'NA', 'NA'],
  ['988', 'South (Outer)', 'NA', 'NA'],
  ['1000', 'England (discontinued)', 'NA', 'NA'],
]
const neighbours = [
  ['A', 'B', 'C', 'D', 'E', '3', '4', '5', '6'],
  ['LA num', 'LA Name', 'LA number', 'GOInd', 'GOReg', 'SN1', 'SNP', 'SN2', 'SNP'],
  ['301', 'Ashmere', '301', '1', 'South', '302', 'Very Close', '303', 'Close'],
  ['302', 'Brackenshire', '302', '1', 'South', '301', 'Very Close', '835', 'Close'],
]
const dictionary = `"Measure_code","Topic","Measure","Chart_title","Measure_short","Polarity","y_axis_name","dps","Description","Hyperlink(s)"
"1","Health","Low weight","Babies of low weight","Weight","Low","% of babies","1","Two
lines","https://example.org/weight"
"2","Money","Spend","Spend on care","Spend","-","Spend",NA,"","javascript:alert(1)"
"2","Money","Spend","Spend on care, again","Spend","-","Spend",NA,"",""
`
const head = 'Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region'
const rows = [
  ...['Weight,x,2023,A,7.0000000000000007E-2,301.0,', 'Weight,x,2023,B,3,302.0,', 'Weight,x,2023,C,-,303.0,', 'Weight,x,2023,E,2.5,970.0,'],
  ...[
    'Weight,x,2024 (prov),A,2.8,301.0,',
    'Weight,x,2024 (prov),B,2.8,302.0,',
    'Weight,x,2024 (prov),C,-,303.0,',
    'Weight,x,2024 (prov),E,2.6,970.0,',
  ],
  ...['Spend,,2016-17 (OT),A,1204.5,301.0,', 'Spend,,2016-17 (OT),B,about 7,302.0,', 'Spend,,0,A,9,301.0,', 'Other,,2024,A,9,301.0,'],
]

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
  assert.match((await visitor.get('/national')).text, /import-national/)
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
