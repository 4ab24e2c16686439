import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import writeExcelFile from 'write-excel-file/node'
import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { addPerson, buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { htmlFaults } from '#test/support/html.ts'
import { chaseFigures } from './commands/chase-figures.ts'
import { findFigureDuties } from './queries/duties.ts'
import { findMeasure } from './queries/measure.ts'
import { findSeries } from './queries/series.ts'
import { printed } from './rules/exact.ts'
import { currentOf, judge } from './rules/judge.ts'
import { performanceClient } from './testing/client.ts'

const NOW = '2026-11-22T10:00:00Z'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const board = await buildBoard(ownerDb, 'women-and-childrens-board')
const giver = await addPerson(ownerDb, 'Gwen Giver')
const agency = newId()
await ownerDb
  .insertInto('governance.organisation')
  .values({ id: agency, name: 'Harbour Trust', sector: 'health', starts_on: Temporal.PlainDate.from('2010-01-01') })
  .execute()
const as = (person: { readonly account: Parameters<typeof performanceClient>[1] } | undefined) =>
  performanceClient(needs, person?.account, NOW)
const [clerk, member, other, visitor] = [as(board.clerk), as(board.member), as(giver), as(undefined)]

const day = (name: string, iso: string) => {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}
const definition = {
  ...{
    title: 'Families who start',
    polarity: 'higher',
    level: 'service',
    kind: 'flow',
    scale: '1',
    overTime: 'sum',
    overAreas: 'sum',
    unit: 'families',
  },
  ...{ frequency: 'month', lagDays: '10', decimals: '0', suppression: 'none', sight: 'public', plausibleFrom: '10', plausibleTo: '500' },
  ...day('startsOn', '2025-01-01'),
}

async function measureOf(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const made = await clerk.post(`/boards/${board.slug}/measures/new`, { ...definition, ...fields })
  assert.equal(made.status, 303, made.text)
  return made.location.replace('/measures/', '')
}

const figuresOf = async (measure: string, who: 'clerk' | 'visitor' = 'clerk') => {
  const account = who === 'clerk' ? board.clerk.account : undefined
  const now = Temporal.Instant.from(NOW)
  return readAs(needs.db, { actor: account, now, today: Temporal.PlainDate.from('2026-11-22') }, async (reader) => {
    const [series] = await findSeries(reader, [measure])
    return (series?.observations ?? []).map(
      (one) =>
        `${one.period.startsOn} ${one.cell.category}#${one.revision} ${one.status} ${one.value === null ? one.words : printed(one.value, 4)} ${one.sight}`,
    )
  })
}

test('I1: a measure is defined with a date; another definition is another row; a target shows its edges before it is set', async () => {
  const id = await measureOf()
  assert.equal((await member.post(`/boards/${board.slug}/measures/new`, definition)).status, 403)
  assert.equal((await visitor.post(`/boards/${board.slug}/measures/new`, definition)).status, 401)
  const early = await clerk.post(`/measures/${id}/define`, { ...definition, reason: 'Counted by day', version: '1' })
  assert.equal(early.status, 422)
  assert.match(early.text, /begins after the one before/)
  const anew = {
    ...definition,
    title: 'Families who start a plan',
    reason: 'Plans, not meetings',
    version: '1',
    ...day('startsOn', '2026-06-01'),
  }
  assert.equal((await clerk.post(`/measures/${id}/define`, anew)).status, 303)
  assert.equal((await clerk.post(`/measures/${id}/define`, { ...anew, ...day('startsOn', '2026-09-01') })).status, 409)
  const target = { words: '25% increase', setBy: 'The board', ...day('startsOn', '2026-01-01'), value: '25' }
  const unclear = await clerk.post(`/measures/${id}/target`, target)
  assert.match(unclear.text, /Choose an answer/, 'percent or points is for whoever sets it to say')
  const pending = await clerk.post(`/measures/${id}/target`, { ...target, kind: 'relative', toleranceKind: 'share', tolerance: '10' })
  assert.equal(pending.status, 303, 'a target may wait for its baseline')
  const now = Temporal.Instant.from(NOW)
  const read = () =>
    readAs(needs.db, { actor: board.clerk.account, now, today: Temporal.PlainDate.from('2026-11-22') }, async (reader) => {
      const [series] = await findSeries(reader, [id])
      const measure = await findMeasure(reader, id)
      return currentOf(series?.observations ?? []).map((one) => judge(measure, series?.targets ?? [], one).rag.colour)
    })
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-07`, { status0: 'final', value0: '277' })).status, 303)
  assert.deepEqual(await read(), [null], 'no baseline, no target, no colour')
  assert.equal(
    (await clerk.post(`/measures/${id}/baseline`, { value: '222', period: 'December 2025', method: 'single-period' })).status,
    303,
  )
  assert.deepEqual(await read(), ['amber'], '277 against 277.5')
  const again = await clerk.post(`/measures/${id}/target`, { ...target, kind: 'value', value: '80', ...day('startsOn', '2026-06-01') })
  assert.match(again.text, /Green at 80 or more/)
  assert.match(
    (await clerk.post(`/measures/${id}/target`, { ...target, kind: 'value', value: '80', confirmed: 'yes' })).text,
    /Another target judges these periods/,
  )
  const page = await clerk.get(`/boards/${board.slug}/measures`)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.match(page.text, /Families who start a plan[\s\S]*277 families[\s\S]*At risk/)
})

test('I2: a return is given on one page, waits for the clerk and is published; a correction is a revision with its reason; states are never zeros', async () => {
  const [starts, rate] = [
    await measureOf(),
    await measureOf({ title: 'In time', kind: 'rate', unit: '%', scale: '100', decimals: '1', plausibleFrom: '', plausibleTo: '' }),
  ]
  const fields = {
    title: 'Monthly figures',
    agency,
    giver: giver.person,
    periodType: 'month',
    dueDays: '20',
    ...day('startsOn', '2026-09-01'),
  }
  assert.equal((await member.get(`/boards/${board.slug}/returns/new`)).status, 403)
  assert.match((await clerk.post(`/boards/${board.slug}/returns/new`, fields)).text, /Choose at least one measure/)
  assert.equal((await clerk.post(`/boards/${board.slug}/returns/new`, { ...fields, measures: [starts, rate] })).status, 303)
  const due = await ownerDb.selectFrom('performance.return_due').select(['id', 'due_on']).orderBy('starts_on').execute()
  assert.deepEqual(
    due.map((one) => one.due_on.toString()),
    ['2026-10-20', '2026-11-20'],
  )
  const at = `/returns/${due[0]?.id}`
  assert.equal((await visitor.get(at)).status, 404)
  assert.match((await member.get(`/boards/${board.slug}/returns`)).text, /2 returns are overdue/)
  const odd = await other.post(`${at}/give`, { status0: 'final', value0: '9000', status1: 'final', numerator1: '30', denominator1: 'x' })
  assert.equal(odd.status, 422)
  assert.match(odd.text, /9000 is outside what is plausible[\s\S]*“x” is none/)
  assert.match(odd.text, /value="9000"/, 'what was typed stays')
  const sure = {
    status0: 'final',
    value0: '9000',
    confirmed: 'yes',
    status1: 'final',
    numerator1: '30',
    denominator1: '40',
    note: 'A good month',
  }
  assert.equal((await member.post(`${at}/give`, sure)).status, 404)
  assert.equal((await other.post(`${at}/give`, sure)).status, 303)
  assert.deepEqual(await figuresOf(rate), ['2026-09-01 #1 final 75 members'])
  assert.deepEqual(await figuresOf(rate, 'visitor'), [], 'nobody sees it before it is accepted')
  const given = await other.get(at)
  assert.deepEqual(await htmlFaults(given.text), [])
  assert.equal((await other.post(`${at}/accept`, { version: '2' })).status, 404)
  assert.match((await other.post(`${at}/give`, { status0: 'missing', status1: '' })).text, /Say why the figure is another one/)
  assert.equal((await other.post(`${at}/give`, { status0: 'missing', status1: '', reason: 'The system was down' })).status, 303)
  assert.equal((await clerk.post(`${at}/accept`, { version: '2' })).status, 409)
  assert.equal((await clerk.post(`${at}/accept`, { version: '3' })).status, 303)
  assert.deepEqual(await figuresOf(starts, 'visitor'), ['2026-09-01 #1 final 9000 public', '2026-09-01 #2 missing  public'])
  assert.equal(
    (await clerk.post(`/measures/${rate}/enter?period=2026-09`, { status0: 'final', numerator0: '30', denominator0: '40' })).status,
    303,
  )
  assert.deepEqual(await figuresOf(rate, 'visitor'), ['2026-09-01 #1 final 75 public'], 'the same again changes nothing')
})

test('I6: true counts stay with those who give them; what is stored for others is protected, and the database takes nothing else', async () => {
  const id = await measureOf({
    title: 'Children missing',
    suppression: 'small-counts',
    plausibleFrom: '',
    breakdowns: 'Sex: Female, Male, Other',
  })
  const parts = {
    status0: 'final',
    value0: '42',
    status1: 'final',
    value1: '3',
    status2: 'final',
    value2: '17',
    status3: 'final',
    value3: '22',
  }
  assert.match((await clerk.post(`/measures/${id}/enter?period=2026-09`, { ...parts, status3: '' })).text, /Enter every part of the split/)
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-09`, parts)).status, 303)
  const shown = await figuresOf(id, 'visitor')
  assert.ok(shown.includes('2026-09-01 Female#1 suppressed  public'), shown.join('\n'))
  assert.doesNotMatch(shown.join('\n'), /\b(3|17|22|42)\b/)
  assert.equal((await clerk.post(`/measures/${id}/enter?period=2026-09`, parts)).status, 303)
  assert.equal((await figuresOf(id)).length, 4, 'the same counts again change nothing')
  const held = await ownerDb.selectFrom('performance.held_value').select('numerator').where('measure', '=', id).execute()
  assert.deepEqual(held.map(({ numerator }) => numerator).toSorted(), [17n, 22n, 3n, 42n].toSorted())
  for (const account of [undefined, board.member.account, board.chair.account, giver.account]) {
    const now = Temporal.Instant.from(NOW)
    const seen = await readAs(needs.db, { actor: account, now, today: Temporal.PlainDate.from('2026-11-22') }, (reader) =>
      reader.selectFrom('performance.held_value').selectAll().execute(),
    )
    assert.equal(seen.length, 0)
  }
  const row = await ownerDb
    .selectFrom('performance.observation')
    .selectAll()
    .where('measure', '=', id)
    .where('value', 'is not', null)
    .executeTakeFirstOrThrow()
  await assert.rejects(
    ownerDb
      .insertInto('performance.observation')
      .values({ ...row, id: newId(), revision: 2, reason: 'x', protection: null })
      .execute(),
    /protected first|duplicate/,
  )
  await assert.rejects(
    ownerDb.updateTable('performance.observation').set({ value: '1' }).where('id', '=', row.id).execute(),
    /stays as it was written/,
  )
  await assert.rejects(ownerDb.deleteFrom('performance.observation').where('id', '=', row.id).execute(), /stays as it was written/)
})

const table = (...rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n')
const words = new TextEncoder()

test('I2: a file is checked row by row and shown before it is loaded, whole or not at all; the same file twice changes nothing', async () => {
  const at = `/boards/${board.slug}/measures/upload`
  const [up, share] = [
    await measureOf({ title: 'Uploaded count', reference: 'U1' }),
    await measureOf({
      title: 'Uploaded share',
      reference: 'U2',
      kind: 'rate',
      unit: '%',
      scale: '100',
      decimals: '1',
      plausibleFrom: '',
      plausibleTo: '',
    }),
  ]
  const bring = async (bytes: Uint8Array, who = clerk, name = 'figures.csv') => who.send(at, {}, { name, bytes })
  assert.equal((await bring(words.encode('x'), member)).status, 403)
  assert.equal((await visitor.get(at)).status, 401)
  for (const [bytes, expected] of [
    [new Uint8Array(), /The file is empty/],
    [words.encode('\n\n'), /The file is empty/],
    [words.encode(`measure,period,value\nU1,2026-03,"${'9'.repeat(3000)}"`), /row 2, column 3, is longer than 2,000/],
    [words.encode(`measure,period,value\nU1,2026-03,"${'x'.repeat(10_000_000)}"`), /longer than 2,000 characters|larger than 10 MB/],
    [words.encode('measure,period,value\n"U1,2026-03,12'), /quotation marks/],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /neither a CSV nor an XLSX/],
    [new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4]), /cannot be read/],
  ] as const) {
    const refused = await bring(bytes)
    assert.equal(refused.status, 422)
    assert.match(refused.text, expected)
  }
  const bad = table(
    ['measure', 'period', 'status', 'value'],
    ['U1', 'March 2026', '', '#DIV/0!'],
    ['U1', '46082', '', '12'],
    ['Nothing', '2026-03', '', '12'],
    ['', '', '', ''],
    ['U1', '2026-04', '', ''],
    ['U1', '2026-05', 'missing', '0'],
    ['U1', '2026-06', '', '12'],
    ['u1', 'June 2026', '', '13'],
  )
  const brought = await bring(words.encode(bad))
  assert.equal(brought.status, 303, brought.text)
  const wrong = await clerk.get(brought.location)
  assert.deepEqual(await htmlFaults(wrong.text), [])
  for (const sentence of [
    /error of a formula/,
    /number that spreadsheets keep for a day/,
    /no such measure/,
    /An empty cell is no figure/,
    /what is missing is not a number/,
    /stand in this row and an earlier one/,
  ]) {
    assert.match(wrong.text, sentence)
  }
  assert.match((await clerk.get(`${brought.location}/problems.csv`)).text, /^row,column,value,what to do\r\n2,value,#DIV\/0!/)
  assert.equal((await member.get(brought.location)).status, 404, 'what somebody brought is theirs alone')
  assert.equal((await clerk.post(`${brought.location}/load`)).status, 409)
  assert.deepEqual(await figuresOf(up), [])
  // In the code page of Windows, with semicolons, the columns in another order, a title instead of a number: read like any other.
  const good = [
    'value;period;measure;note;numerator;denominator',
    '120;March 2026;U1;caf\u00e9;;',
    '9000;2026-04;Uploaded count;;;',
    ';2026-03;U2;;30;40',
  ].join('\n')
  const cp1252 = Uint8Array.from(good, (letter) => letter.charCodeAt(0))
  const second = await bring(cp1252)
  const preview = await clerk.get(second.location)
  assert.match(preview.text, /would add 3 figures, revise 0[\s\S]*Is this right\?[\s\S]*9000/)
  assert.equal((await clerk.post(`${second.location}/load`)).status, 422)
  assert.deepEqual(await figuresOf(up), [])
  assert.equal((await clerk.post(`${second.location}/load`, { confirmed: 'yes' })).status, 303)
  assert.equal((await clerk.post(`${second.location}/load`, { confirmed: 'yes' })).status, 422, 'a double click loads once')
  assert.deepEqual(await figuresOf(up, 'visitor'), ['2026-03-01 #1 final 120 public', '2026-04-01 #1 final 9000 public'])
  const quality = await ownerDb
    .selectFrom('performance.observation')
    .select('quality')
    .where('measure', '=', up)
    .where('quality', '<>', '')
    .executeTakeFirst()
  assert.equal(quality?.quality, 'caf\u00e9')
  const same = await bring(cp1252)
  assert.match((await clerk.get(same.location)).text, /This file changes nothing/)
  const revised = await bring(words.encode('\ufeffmeasure,period,value,status\nU1,2026-04,,not yet available\nU1,2026-03,120,\n'))
  assert.match((await clerk.get(revised.location)).text, /revise 1 and leave 1[\s\S]*Revises an earlier figure/)
  assert.match((await clerk.post(`${revised.location}/load`)).text, /Say why the figure is another one/)
  assert.equal((await clerk.post(`${revised.location}/load`, { reason: 'The count was of another month' })).status, 303)
  assert.deepEqual(await figuresOf(up), [
    '2026-03-01 #1 final 120 public',
    '2026-04-01 #1 final 9000 public',
    '2026-04-01 #2 not-yet-available  public',
  ])
  assert.deepEqual(await figuresOf(share), ['2026-03-01 #1 final 75 public'])
})

test('I2: a workbook is read like a CSV: days, percentages, text and errors of formulas; bombs and second sheets are refused', async () => {
  const at = `/boards/${board.slug}/measures/upload`
  const id = await measureOf({
    title: 'From a workbook',
    reference: 'W1',
    unit: '%',
    kind: 'score',
    overTime: 'none',
    overAreas: 'none',
    plausibleFrom: '',
    plausibleTo: '',
  })
  const bring = (bytes: Uint8Array) => clerk.send(at, {}, { name: 'figures.xlsx', bytes })
  const cell = (value: string | number) => ({ value })
  const head = [cell('Period'), cell('MEASURE'), cell('value')]
  const day = { value: new Date(Date.UTC(2026, 2, 31)), type: Date, format: 'dd/mm/yyyy' }
  const rows = [
    head,
    [day, cell('W1'), cell(7.000000000000001)],
    [cell('April 2026'), cell('W1'), cell('12.5')],
    [cell('May 2026'), cell('W1'), { value: 0.32, format: '0%' }],
  ]
  const brought = await bring(await writeExcelFile(rows).toBuffer())
  assert.equal(brought.status, 303, brought.text)
  const page = await clerk.get(brought.location)
  assert.match(page.text, /would add 3 figures[\s\S]*Is this right\?[\s\S]*0\.32[\s\S]*less than 1%/)
  assert.equal((await clerk.post(`${brought.location}/load`, { confirmed: 'yes' })).status, 303)
  assert.deepEqual(await figuresOf(id), [
    '2026-03-01 #1 final 7 public',
    '2026-04-01 #1 final 12.5 public',
    '2026-05-01 #1 final 0.32 public',
  ])
  const two = await writeExcelFile([
    { data: rows, sheet: 'One' },
    { data: rows, sheet: 'Two' },
  ]).toBuffer()
  assert.match((await bring(two)).text, /More than one sheet/)
  assert.match((await bring(bomb())).text, /unpacks to more/)
})

/** A zip whose one part unpacks to 300 MB of nothing. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(300_000_000))
  const name = Buffer.from('xl/workbook.xml')
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(300_000_000, 8)
  const local = Buffer.concat([
    Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([name.length, 0, 0, 0]),
    name,
    packed,
  ])
  const central = Buffer.concat([
    Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([name.length, 0]),
    Buffer.alloc(16),
    name,
  ])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

test('I2: what is owed is asked for by mail, and a red or missing figure asks its owner until somebody answers or it is settled', async () => {
  const id = await measureOf({ title: 'Asked about', ownerPerson: giver.person, ...day('startsOn', '2026-09-01') })
  await clerk.post(`/measures/${id}/target`, {
    words: '100',
    kind: 'value',
    value: '100',
    setBy: 'The board',
    confirmed: 'yes',
    ...day('startsOn', '2026-01-01'),
  })
  await clerk.post(`/measures/${id}/enter?period=2026-09`, { status0: 'final', value0: '50' })
  const now = Temporal.Instant.from(NOW)
  const sent = await chaseFigures(needs, now)
  const mails = await ownerDb.selectFrom('platform.mail_delivery').selectAll().execute()
  assert.equal(mails.length, sent)
  assert.ok(sent >= 3, 'the overdue return of October, a red figure and a missing one')
  assert.equal(await chaseFigures(needs, now), 0, 'nobody is asked twice on a day')
  const duties = () =>
    readAs(needs.db, { actor: giver.account, now, today: Temporal.PlainDate.from('2026-11-22') }, async (reader) =>
      findFigureDuties(reader, await findStanding(reader, { actor: giver.account, now, today: Temporal.PlainDate.from('2026-11-22') })),
    )
  const own = (await duties()).filter(({ title }) => title === 'Asked about')
  assert.deepEqual(
    own.map(({ kind, period }) => `${kind} ${period.startsOn}`),
    ['red 2026-09-01', 'missing 2026-10-01'],
  )
  assert.equal((await member.get(`/measures/${id}/comment/2026-09-01/2026-10-01`)).status, 403)
  assert.equal((await other.post(`/measures/${id}/comment/2026-09-01/2026-10-01`, { words: 'Two groups did not start.' })).status, 303)
  assert.deepEqual(
    (await duties()).filter(({ title }) => title === 'Asked about').map(({ kind }) => kind),
    ['missing'],
  )
  assert.equal((await other.post(`/measures/${id}/enter`, { status0: 'final', value0: '120' })).status, 303)
  await chaseFigures(needs, now)
  assert.deepEqual(
    (await duties()).filter(({ title }) => title === 'Asked about'),
    [],
    'what came meanwhile asks nobody',
  )
})
