import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import writeExcelFile from 'write-excel-file/node'
import { loadSample } from '#src/sample/load.ts'
import { openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

const house = await openHouse(Temporal.Instant.from('2026-03-10T10:00:00Z'))
const people = await loadSample(house.needs, house.ownerDb)
const clerk = await openClient(house, people.find(({ role }) => role === 'other-clerk') ?? assert.fail('no clerk'))
const visitor = await openClient(house)
const board = '/boards/joint-commissioning-board'
const contractOf = async (title: string): Promise<string> =>
  (await house.ownerDb.selectFrom('commissioning.contract').select('id').where('title', '=', title).executeTakeFirstOrThrow()).id

const bring = async (content: string | Uint8Array<ArrayBuffer>, name = 'notices.json') =>
  clerk.upload(`${board}/contracts/notices`, 'file', new File([content], name, { type: 'application/json' }))
const notice = (ocid: string, more: object = {}) => ({
  ...{ ocid, id: `${ocid}-1`, date: '2026-02-02T09:00:00Z', tag: ['award', 'contract'], initiationType: 'tender' },
  parties: [
    {
      id: 'b',
      name: 'Northbrook County Council',
      identifier: { scheme: 'GB-PPON', id: 'NBCC-2026-OCDS' },
      roles: ['buyer'],
      contactPoint: { name: 'Jane Secret' },
    },
    { id: 's', name: 'Brand New Care', identifier: { scheme: 'GB-COH', id: '7654321' }, roles: ['supplier'] },
    { id: 't', name: 'The Alder Home Care Ltd', identifier: { scheme: 'GB-COH', id: '1234567' }, roles: ['supplier'] },
  ],
  tender: { id: 'T-1', title: 'Swimming for all', legalBasis: { scheme: 'UKPGA', id: '2023/54' } },
  awards: [
    {
      ...{
        id: '1',
        status: 'active',
        suppliers: [{ id: 's' }, { id: 't' }],
        value: { amount: 100.1, amountGross: 120.12, currency: 'GBP' },
      },
      contractPeriod: { startDate: '2026-04-01T00:00:00Z', endDate: '2027-03-31T23:59:59Z', maxExtentDate: '2028-03-31T23:59:59Z' },
    },
  ],
  ...more,
})
const counted = async () =>
  (
    await sql<{
      n: string
    }>`select concat_ws(' ', (select count(*) from commissioning.contract), (select count(*) from commissioning.notice_release),
      (select count(*) from commissioning.provider), (select sum(version) from commissioning.contract)) as n`.execute(house.ownerDb)
  ).rows[0]?.n

test('C15: notices are looked at, loaded once and as a whole; providers are known by number alone, and contact people are not kept', async () => {
  const before = await counted()
  const brought = await bring(JSON.stringify({ releases: [notice('ocds-x-1'), notice('ocds-x-2', { awards: [] })] }))
  assert.equal(brought.status, 303, brought.text)
  const at = brought.location
  const looked = (await clerk.get(at)).text
  for (const words of [
    'Contracts that loading makes: 1;',
    'Swimming for all',
    'It does not say when the contract begins',
    'a person has to say who it is',
  ])
    assert.ok(looked.includes(words), words)
  assert.equal(await counted(), before)
  assert.equal((await visitor.get(at)).status, 404)
  assert.equal((await clerk.post(`${at}/load`, {})).status, 303)
  const contract = await contractOf('Swimming for all')
  const page = (await clerk.get(`/contracts/${contract}`)).text
  for (const words of ['Brand New Care', '£100.10', 'ocds-x-1', 'notices.json', '12 months']) assert.ok(page.includes(words), words)
  assert.doesNotMatch(page, /The Alder Home Care Ltd/)
  assert.equal((await visitor.get(`/contracts/${contract}`)).status, 404)
  const kept = await sql<{ all: string }>`select string_agg(content, '') as all from commissioning.notice_release`.execute(house.ownerDb)
  assert.doesNotMatch(kept.rows[0]?.all ?? '', /Jane Secret|contactPoint/)
  // The same again changes nothing; an update changes what nobody has changed since.
  const loaded = await counted()
  const again = await bring(JSON.stringify([notice('ocds-x-1')]))
  assert.match((await clerk.get(again.location)).text, /0 of them new/)
  assert.equal((await clerk.post(`${again.location}/load`, {})).status, 303)
  assert.equal(await counted(), loaded)
  const update = notice('ocds-x-1', {
    id: 'u',
    date: '2026-02-05T09:00:00Z',
    tag: ['contractUpdate'],
    awards: [],
    tender: { title: 'Swimming for everybody' },
  })
  const later = await bring(JSON.stringify({ records: [{ ocid: 'ocds-x-1', releases: [update] }] }))
  assert.equal((await clerk.post(`${later.location}/load`, {})).status, 303)
  assert.equal(await contractOf('Swimming for everybody'), contract)
  await sql`update commissioning.contract set summary = 'By hand' where id = ${contract}::uuid`.execute(house.ownerDb)
  const third = await bring(JSON.stringify([{ ...update, id: 'v', date: '2026-02-06T09:00:00Z', tender: { title: 'Nobody swims' } }]))
  assert.match((await clerk.get(third.location)).text, /Somebody has changed the contract since/)
  assert.equal((await clerk.post(`${third.location}/load`, {})).status, 303)
  assert.equal(await contractOf('Swimming for everybody'), contract)
})

test('C15: what came out of here and is brought again changes nothing', async () => {
  const own = (await visitor.get('/open/ocds/releases.json')).text
  const before = await counted()
  const brought = await bring(own)
  const looked = (await clerk.get(brought.location)).text
  assert.match(looked, /Contracts that loading makes: 0; changes: 0;/)
  assert.doesNotMatch(looked, /It does not say who buys/)
  assert.equal((await clerk.post(`${brought.location}/load`, {})).status, 303)
  assert.equal(await counted(), before)
})

test('C15: a hostile or broken file is refused in words, and nothing of it stays', async () => {
  const before = await counted()
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const refused: readonly (readonly [string | Uint8Array<ArrayBuffer>, RegExp])[] = [
    ['', /The file is empty/],
    ['{"releases": [', /no JSON, or it was cut off/],
    [deep, /built in a way that no notice is/],
    ['{"a": 1}', /There is no notice in this file/],
    ['[1, null, "x", {"releases": "none"}]', /There is no notice in this file/],
    [new Uint8Array([0xff, 0xfe, 0x7b, 0x00]), /not written in UTF-8/],
    [new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x7d]), /not written in UTF-8/],
  ]
  for (const [content, words] of refused) {
    const answer = await bring(content)
    assert.equal(answer.status, 422, String(content).slice(0, 40))
    assert.match(answer.text, words)
  }
  // Odd, and taken with its oddities: a mark at the beginning, names that lead astray, numbers beyond reason, a huge text, wrong types.
  const odd = `\ufeff{"releases": [{"__proto__": {"polluted": 1}, "constructor": 5, "ocid": "ocds-y-1", "id": 7, "date": "soon", "tag": "x", "tender": {"title": 5, "value": {"amount": 1e9999, "currency": "GBP"},
    "description": ${JSON.stringify('x'.repeat(150_000))}, "lots": {"a": []}, "id": "a\\u0000b"}, "parties": [[["x"]], null, {"roles": 3}], "awards": "none", "contracts": [{"period": {"durationInDays": "1e9999"}}]}, {"id": "without"}]}`
  const brought = await bring(odd)
  assert.equal(brought.status, 303, brought.text)
  const looked = (await clerk.get(brought.location)).text
  for (const words of ['lead', 'beyond all reason', 'longer than any notice', 'A date cannot be read', 'None of the buyer'])
    assert.ok(looked.includes(words), words)
  assert.equal((await clerk.post(`${brought.location}/load`, {})).status, 303)
  assert.equal(({} as { polluted?: number }).polluted, undefined)
  assert.notEqual(await counted(), before)
})

const register = async (content: string | Uint8Array<ArrayBuffer>, name = 'register.csv') =>
  clerk.upload(`${board}/contracts/register`, 'file', new File([content], name, { type: 'text/csv' }))
const registerHeads = 'Title,Reference,Commissioner,Providers,Provider numbers,Bought under,Starts,Last day,Without VAT,With VAT,VAT\n'

test('C9, C11: a register is looked at, loaded once and as a whole; the same again changes nothing; what could tell who a child is waits', async () => {
  const before = await counted()
  const file = `${registerHeads}Canoeing,R/1,Northbrook County Council,Rapid Water CIC; The Open Window,GB-COH 7000001;,Grant,01/04/2026,31/03/2027,100.10,120.12,standard
"Bespoke placement, north wing",R/2,Northbrook County Council,Rapid Water CIC,,Grant,2026-04-01,,,,\n`
  const brought = await register(file)
  assert.equal(brought.status, 303, brought.text)
  const looked = (await clerk.get(brought.location)).text
  for (const words of ['Loading makes 2 contracts and enters 1 provider', 'Waits for a person', 'GB-COH 07000001'])
    assert.ok(looked.includes(words), words)
  assert.equal(await counted(), before)
  assert.equal((await visitor.get(brought.location)).status, 404)
  assert.equal((await clerk.post(`${brought.location}/load`, {})).status, 303)
  assert.match((await clerk.get(brought.location)).text, /Loaded: 2 contracts made, 1 provider entered/)
  const page = (await clerk.get(`/contracts/${await contractOf('Canoeing')}`)).text
  for (const words of ['Rapid Water CIC', 'The Open Window', '£120.12']) assert.ok(page.includes(words), words)
  const held = await contractOf('Bespoke placement, north wing')
  assert.equal((await visitor.get(`/contracts/${held}`)).status, 404)
  assert.equal((await clerk.post(`/contracts/${held}/show`, { sight: 'public', version: '1' })).status, 422)
  // Twice, the same file again, and our own register as it is given out: nothing is new.
  const loaded = await counted()
  assert.notEqual((await clerk.post(`${brought.location}/load`, {})).status, 200)
  const again = await register(file)
  assert.match((await clerk.get(again.location)).text, /This file changes nothing: 2 contracts recorded already, 0 of them otherwise/)
  assert.equal((await clerk.post(`${again.location}/drop`, {})).status, 303)
  const own = await register((await clerk.get(`${board}/contracts.csv`)).text)
  const told = (await clerk.get(own.location)).text
  assert.match(told, /This file changes nothing: \d+ contracts recorded already, 0 of them otherwise/)
  assert.equal((await clerk.post(`${own.location}/load`, {})).status, 303)
  assert.equal(await counted(), loaded)
})

const xlsxOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeExcelFile([{ sheet: 'Contracts', data: rows.map((row) => row.map((value) => ({ value, type: String }))) }]).toBuffer()

test('C9, C11: a register changes contracts that are recorded, cell by cell and as a whole, from CSV and XLSX; the same again changes nothing', async () => {
  const id = await contractOf('Canoeing')
  const row = [
    'Canoeing for all',
    'R/1',
    'Northbrook County Council',
    '',
    '',
    'Grant',
    '2026-04-01',
    '2027-04-30',
    '200.10',
    '240.12',
    'standard',
  ]
  const sheet = async (...rows: readonly (readonly string[])[]) =>
    register(new Uint8Array(await xlsxOf([registerHeads.trim().split(','), ...rows])), 'changed.xlsx')
  // A row that the record cannot take: nothing of the file is loaded, also what would be new.
  const wrong = await sheet(
    ['New one', 'R/9', 'Northbrook County Council', '', '', 'Grant', '2026-04-01', '', '', '', ''],
    [...row.slice(0, 7), '2025-01-01', ...row.slice(8)],
  )
  assert.match((await clerk.get(wrong.location)).text, /Nothing is loaded while anything is wrong/)
  const brought = await sheet(row)
  assert.equal(brought.status, 303, brought.text)
  const looked = (await clerk.get(brought.location)).text.replaceAll(/<[^>]+>/g, ' ')
  for (const words of [
    /Canoeing\s+Canoeing for all/,
    /£120\.12\s+£240\.12/,
    /31 March 2027\s+30 April 2027/,
    /changes 1 recorded contract/,
  ])
    assert.match(looked, words)
  assert.equal((await clerk.post(`${brought.location}/load`, {})).status, 303)
  const page = (await clerk.get(`/contracts/${id}`)).text
  for (const words of ['Canoeing for all', '£240.12', 'changed.xlsx', 'register.csv']) assert.ok(page.includes(words), words)
  assert.match(page, /What stood there before[\s\S]*31 March 2027[\s\S]*£120\.12/)
  assert.match(
    (await clerk.get((await sheet(row)).location)).text,
    /This file changes nothing: 1 contract recorded already, 0 of them otherwise/,
  )
  assert.doesNotMatch((await visitor.get(`/contracts/${id}`)).text, /changed\.xlsx/)
})

test('C9: a register with anything wrong loads nothing, also past the page; hostile files are refused in words', async () => {
  const before = await counted()
  const wrong = await register(
    `${registerHeads}Fencing,,Northbrook County Council,,,Grant,01/04/2026,,,,\nDiving,,Nobody,Openwindow Ltd,,Raffle,31/02/2026,,,,\n`,
  )
  const looked = (await clerk.get(wrong.location)).text
  for (const words of ['2 things to put right', 'There is no such law or practice', 'This is no day'])
    assert.ok(looked.includes(words), words)
  await clerk.post(`${wrong.location}/load`, {})
  assert.equal(await counted(), before)
  const hostile = await register(
    `${registerHeads}<script>alert(1)</script>,'=1+1,Northbrook County Council,"<img src=x onerror=y>",,Grant,01/04/2026,,,,\n`,
  )
  assert.doesNotMatch((await clerk.get(hostile.location)).text, /<script>alert|<img src=x/)
  const refused: readonly (readonly [string | Uint8Array<ArrayBuffer>, RegExp])[] = [
    ['', /The file is empty/],
    ['%PDF-1.7 nothing', /neither a CSV nor an XLSX file/],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 9, 9]), /cannot be read|neither a CSV/],
    [`${registerHeads}"open`, /quotation marks/],
  ]
  for (const [content, words] of refused) {
    const answer = await register(content)
    assert.equal(answer.status, 422, String(content).slice(0, 40))
    assert.match(answer.text, words)
  }
  assert.equal((await visitor.post(`${board}/contracts/register`, {})).status, 401)
  assert.equal(await counted(), before)
})

test('C15, C9: a load that takes long is followed on its page, and stopped by a person nothing of it stands; what the house broke off is loaded again', async () => {
  Object.assign(house.needs, { loadPatience: 20 })
  const ends = async (at: string, words: RegExp): Promise<void> => {
    for (let tries = 0; !words.test((await clerk.get(at)).text); tries += 1) {
      assert.ok(tries < 100, `${at} did not end`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  const notices = (
    await bring(JSON.stringify([notice('ocds-long-1', { tender: { ...notice('').tender, title: 'Long to load' } })]), 'long.json')
  ).location
  const cells = (await register('Title,Commissioner,Bought under,Starts\nRowing,Northbrook County Council,Grant,01/04/2026\n', 'long.csv'))
    .location
  for (const at of [notices, cells]) {
    const [holds, goes] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const held = house.ownerDb.transaction().execute(async (tx) => {
      await sql`lock table commissioning.contract, commissioning.notice_release in share row exclusive mode`.execute(tx)
      await Promise.all([holds.resolve(), goes.promise])
    })
    await holds.promise
    const led = await clerk.post(`${at}/load`, {})
    assert.deepEqual([led.status, led.location], [303, at], led.text)
    const going = await clerk.get(at)
    assert.match(going.text, /Being loaded[\s\S]*Stop loading/)
    assert.equal(going.headers.get('refresh'), '4')
    assert.equal((await clerk.get(`${at}?still=yes`)).headers.get('refresh'), null)
    assert.match((await clerk.post(`${at}/load`, {})).text, /being loaded already/)
    assert.match((await clerk.post(`${at}/drop`, {})).text, /Stop that first/)
    assert.equal((await visitor.post(`${at}/stop`, {})).status, 404)
    assert.equal((await clerk.post(`${at}/stop`, {})).status, 303)
    assert.match((await clerk.get(at)).text, /Being stopped[\s\S]*Nothing of the file will stand/)
    goes.resolve()
    await held
    await ends(at, /Loading was stopped by [A-Z][^<]*, [^<]* 20\d\d[^<]*Nothing of this file stands/)
    assert.match((await clerk.post(`${at}/stop`, {})).text, /had ended before it could be stopped/)
  }
  assert.equal(
    (await sql`select from commissioning.contract where title in ('Long to load', 'Rowing')`.execute(house.ownerDb)).rows.length,
    0,
  )
  await sql`insert into commissioning.file_load (id, body, notice_file, begun_at, begun_by, total, done, beat_at)
    select gen_random_uuid(), body, id, now(), made_by, 9, 4, now() - interval '1 minute' from commissioning.notice_file where name = 'long.json'`.execute(
    house.ownerDb,
  )
  await ends(notices, /broken off after 4 of 9 things/)
  Object.assign(house.needs, { loadPatience: undefined })
  for (const at of [notices, cells]) assert.equal((await clerk.post(`${at}/load`, {})).status, 303)
  for (const title of ['Long to load', 'Rowing']) await contractOf(title)
})
