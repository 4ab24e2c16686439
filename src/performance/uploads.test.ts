import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import writeExcelFile from 'write-excel-file/node'
import { accessTokenOf } from '#test/support/client.ts'
import { htmlFaults } from '#test/support/html.ts'
import { arrangeBoard } from './testing/arrange.ts'

const house = await arrangeBoard()
const { app, ownerDb, board, clerk, member, other, visitor, giver, agency, measureOf, figuresOf } = house

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
  const apart = await bring(words.encode('\r\nsep=;\r\n\r\nmeasure;period;value\r\n\r\nU1;2026-03;120\r\n;;\r\n'))
  assert.match((await clerk.get(apart.location)).text, /This file changes nothing/, 'blank lines and the line of a separator do no harm')
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

test('I2: whoever owns a measure and its clerk see which programs give its figures, and end the right of one, of which its holder is told', async () => {
  const scope = { may: 'figures', of: { type: 'agency', id: agency } } as const
  for (const { account } of [giver, board.member])
    await sql`insert into identity.user_account (id, name, email) values (${account}, 'Somebody', ${`${account}@example.org`})`.execute(
      ownerDb,
    )
  const [seen, also] = [
    await measureOf({ title: 'Seen by its clerk', ownerPerson: giver.person, ownerOrganisation: agency }),
    await measureOf({ title: 'Also of the agency', ownerPerson: giver.person, ownerOrganisation: agency }),
  ]
  const token = await accessTokenOf(house, giver.account, 30, scope)
  // Somebody else's token names the agency and gives nothing of it.
  await accessTokenOf(house, board.member.account, 30, scope)
  const give = async (measure: string, period: string, key: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key }
    const answer = await app.request(`/api/v1/measures/${measure}/observations`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ figures: [{ period, value: 20 }] }) },
    })
    return { status: answer.status, text: await answer.text() }
  }
  assert.equal((await give(seen, '2026-03', 'seen-1')).status, 200)
  const page = (await clerk.get(`/measures/${seen}`)).text
  assert.match(page, /Programs that can give its figures/)
  assert.match(page, /Of every measure of Harbour Trust, held by Gwen Giver/)
  assert.match(page, /figures of this measure 22 November 2026/)
  assert.doesNotMatch((await member.get(`/measures/${seen}`)).text, /Programs that can give/)
  const own = other
  assert.match((await own.get('/measure-programs')).text, /Also of the agency/)
  assert.doesNotMatch((await member.get('/measure-programs')).text, /Harbour Trust/)
  const { id } = await ownerDb
    .selectFrom('platform.access_token')
    .select('id')
    .where('account', '=', giver.account)
    .where('about', '=', agency)
    .executeTakeFirstOrThrow()
  const address = `/measures/${seen}/programs/${id}/end`
  assert.ok(page.includes(address))
  assert.equal((await member.post(address, { reason: 'x' })).status, 404)
  assert.match((await clerk.post(address, { reason: '' })).text, /Say why/)
  const mails = async () =>
    (await ownerDb.selectFrom('platform.mail_delivery').select('recipient').where('about_id', '=', seen).execute()).length
  assert.equal((await own.post(address, { reason: 'The old system is switched off' })).status, 303)
  assert.equal(await mails(), 1)
  const after = await give(seen, '2026-04', 'seen-2')
  assert.equal(after.status, 403)
  assert.match(after.text, /its right to this one was ended/)
  assert.equal((await give(also, '2026-04', 'seen-3')).status, 200)
  assert.equal((await clerk.post(address, { reason: 'Again' })).status, 404)
  assert.match((await clerk.get(`/measures/${seen}`)).text, /A right was ended[\s\S]{0,99}The old system is switched off/)
  // Past the command: the table takes nothing under a right that has ended.
  const raw = sql`insert into performance.upload (id, body, actor, file_name, digest, made_at, content, loaded_at, token, asked_key, measure)
    select gen_random_uuid(), m.body, ${giver.account}, 'x', 'x', now(), '[]', now(), ${id}, 'seen-4', m.id from performance.measure m where m.id = ${seen}`
  await assert.rejects(raw.execute(ownerDb), /was ended/)
})
