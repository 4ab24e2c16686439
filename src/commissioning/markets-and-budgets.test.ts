import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const house = await openHouse(now)
const people = await loadSample(house.needs, house.ownerDb)
const clientAs = (role: string): Promise<Client> => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))
const clerk = await clientAs('other-clerk')
const visitor = await openClient(house)

const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(house.ownerDb)).rows[0]?.id ?? assert.fail('no such record')
const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const dayFields = (name: string, day: string): Record<string, string> => {
  const { year, month, day: number } = Temporal.PlainDate.from(day)
  return { [`${name}-day`]: String(number), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
async function post(address: string, fields: Record<string, string | string[]>, by: Client = clerk) {
  const version = versionIn((await by.get(address)).text)
  return by.post(address, { ...fields, ...(version === '' ? {} : { version }) } as Record<string, string>)
}
async function send(address: string, fields: Record<string, string | string[]>, by: Client = clerk): Promise<void> {
  const answer = await post(address, fields, by)
  assert.equal(answer.status, 303, answer.text)
}
async function refuse(address: string, fields: Record<string, string>, words: RegExp, by: Client = clerk): Promise<void> {
  const answer = await post(address, fields, by)
  assert.equal(answer.status, 422)
  assert.match(answer.text, words)
}
const home = await one(sql`select id from commissioning.market where title = 'Help at home'`)
const areaOf = (name: string) => one(sql`select id from governance.area where name = ${name}`)

test('C12: the map of a market says in words where it is short; a correction counts and the first return stays; a price is for the board alone', async () => {
  const at = `/markets/${home}`
  const harrowdale = await areaOf('Harrowdale')
  const provider = await one(
    sql`select provider as id from commissioning.market_return where market = ${home}::uuid and area = ${harrowdale}::uuid`,
  )
  assert.match((await visitor.get(at)).text, /<title>Harrowdale: Short of 1,850<\/title>/)
  const entered = { provider, area: harrowdale, source: 'Return', ...dayFields('datedOn', '2026-03-09') }
  await refuse(`${at}/returns`, { ...entered, places: '100', free: '101' }, /No more can be free/)
  await send(`${at}/returns`, { ...entered, places: '100', free: '10', price: '24.80' })
  await send(`${at}/returns`, { ...entered, places: '600', free: '10', price: '24.80' })
  assert.match((await visitor.get(at)).text, /<title>Harrowdale: Short of 1,500<\/title>/)
  const seen = async (by: Client) => (await by.get(`${at}/areas/${harrowdale}`)).text
  assert.match(await seen(clerk), /£24\.80/)
  assert.match(await seen(clerk), /corrected \(2\)/)
  assert.doesNotMatch(await seen(visitor), /£/)
  await assert.rejects(sql`update commissioning.market_return set places = 1 where market = ${home}::uuid`.execute(house.ownerDb), /stays/)
  await refuse(`${at}/needs`, { area: harrowdale, source: 'x', needed: '1', ...dayFields('datedOn', '2026-03-11') }, /still to come/)
  const csv = (await visitor.get(`${at}/market.csv`)).text
  assert.match(csv, /Harrowdale,"2,100",600,10,"Short of 1,500",1/)
})

test('C12, I6: where one unit is one person a small number is hidden before it is stored, and every sum with it', async () => {
  const market = await one(sql`select id from commissioning.market where title = 'Overnight short breaks'`)
  const { rows } = await sql<{
    hidden: number
  }>`select count(*)::int as hidden from commissioning.market_need where market = ${market}::uuid and is_hidden and needed is null`.execute(
    house.ownerDb,
  )
  assert.equal(rows[0]?.hidden, 1)
  const page = (await visitor.get(`/markets/${market}`)).text
  assert.match(page, /Fenmarsh: Hidden: a small number/)
  assert.match(page, /Gap: hidden: a small number/)
  const free = await sql<{
    free: number | null
  }>`select r.free from commissioning.market_return r where r.market = ${market}::uuid and r.places = 6`.execute(house.ownerDb)
  assert.equal(free.rows[0]?.free, null)
  await assert.rejects(
    sql`update commissioning.market set counts_people = false where id = ${market}::uuid`.execute(house.ownerDb),
    /stands once figures/,
  )
})

test('C12: two divisions stand side by side from the same figures; an area stands in one lot of each, also past every page', async () => {
  const at = `/markets/${home}`
  const page = (await visitor.get(`${at}/divisions`)).text
  assert.match(page, /Four localities/)
  assert.match(page, /Seven districts/)
  assert.match(page, /no second provider/)
  const [division, kelbrook] = [
    await one(sql`select id from commissioning.market_division where title = 'Four localities'`),
    await areaOf('Kelbrook'),
  ]
  await refuse(`${at}/lots`, { division, name: 'Empty' }, /at least one area/)
  await send(`${at}/lots`, { division, name: 'West', areas: [kelbrook] })
  const { rows } = await sql<{
    name: string
  }>`select l.name from commissioning.market_lot_area a join commissioning.market_lot l on l.id = a.lot
    where a.division = ${division}::uuid and a.area = ${kelbrook}::uuid`.execute(house.ownerDb)
  assert.deepEqual(rows, [{ name: 'West' }])
  await assert.rejects(
    sql`insert into commissioning.market_lot_area select l.id, l.division, l.market, l.body, l.sight, ${kelbrook}::uuid from commissioning.market_lot l where l.name = 'Town'`.execute(
      house.ownerDb,
    ),
    /market_area_in_one_lot/,
  )
})

test('C12: a position statement is drafted from the record, edited, published as page and PDF, and stands; visitors never see the one that is written', async () => {
  const at = `/markets/${home}/statement`
  assert.doesNotMatch((await visitor.get(`${at}?version=2`)).text, /take on a whole locality/)
  assert.equal((await visitor.get(`${at}/2/statement.pdf`)).status, 404)
  await refuse(`${at}/draft`, {}, /being written/)
  await send(`${at}/edit`, { text: '## Where we stand\n\nHours are short in four districts.' })
  await send(`${at}/publish`, {})
  assert.match((await visitor.get(at)).text, /Hours are short in four districts/)
  const pdf = await visitor.get(`${at}/2/statement.pdf`)
  assert.ok(pdf.text.startsWith('%PDF'))
  await send(`${at}/draft`, {})
  const drafted = (await clerk.get(at)).text
  assert.match(drafted, /Version 3, being written/)
  assert.match(drafted, /One provider alone works in Harrowdale/)
  assert.doesNotMatch(drafted, /£|Home Care/)
  await assert.rejects(
    sql`update commissioning.market_statement set text = 'x' where market = ${home}::uuid and number = 1`.execute(house.ownerDb),
    /was published stands/,
  )
})
