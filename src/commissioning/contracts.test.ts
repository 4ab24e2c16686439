import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { type ActorId, readAs } from '#platform/database/session.ts'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'
import { countKpis, countSpend } from './queries/counted.ts'
import { identifyingSigns } from './rules/identifying.ts'

const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const today = Temporal.PlainDate.from('2026-03-10')
const house = await openHouse(now)
const people = await loadSample(house.needs, house.ownerDb)
const clientAs = (role: string): Promise<Client> => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))
const clerk = await clientAs('other-clerk')
const provider = await clientAs('lead')
const visitor = await openClient(house)
const board = '/boards/joint-commissioning-board'

const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(house.ownerDb)).rows[0]?.id ?? assert.fail('no such record')
const contractOf = (title: string) => one(sql`select id from commissioning.contract where title = ${title}`)

test('C9: the register, the calendar and every contract are there for everybody as far as they are public', async () => {
  for (const path of [`${board}/contracts`, `${board}/contracts/calendar`, `${board}/providers`, `${board}/contracts.csv`]) {
    const answer = await visitor.get(path)
    assert.equal(answer.status, 200, path)
    assert.doesNotMatch(answer.text, /Bespoke placement/)
  }
  const at = `/contracts/${await contractOf('Home care in seven districts')}`
  const text = (await visitor.get(at)).text
  for (const words of ['Thornwick', 'Nobody was found', '2 of at most 2', '310,000 hours a year']) assert.ok(text.includes(words), words)
  assert.doesNotMatch(text, /For the board alone/)
  assert.match((await clerk.get(at)).text, /For the board alone/)
  const provider61 = (await visitor.get(`${board}/providers`)).text
  assert.match(provider61, /61 providers/)
})

test('C11: a provider reads its own and nothing of another: pages, counts, rates and rows, over HTTP and in the database', async () => {
  const own = (await provider.get('/my-contracts')).text
  for (const words of ['Families First Northbrook', 'Family support at home', '£41.50', '£42.65', 'Posts that are vacant'])
    assert.ok(own.includes(words), words)
  assert.doesNotMatch(own, /Alder|£22.85/)
  const other = await one(sql`select id from governance.organisation where name = 'Alder Home Care'`)
  const page = (await provider.get(`/providers/${other}`)).text
  assert.doesNotMatch(page, /£22.85|Contracts office/)
  assert.equal((await provider.get(`/contracts/${await contractOf('Bespoke placement, north')}`)).status, 404)
  // As the application's role: rows of another cannot be seen, and so not be counted.
  const account = await one(sql`select account as id from governance.person where name = 'Andrew Lyle'`)
  const counted = await readAs(house.needs.db, { actor: account as ActorId, now, today }, async (reader) => {
    const count = async (query: RawBuilder<number>) => (await reader.selectNoFrom([query.as('n')]).executeTakeFirstOrThrow()).n
    return {
      rates: await count(sql<number>`(select count(*)::int from commissioning.provider_rate)`),
      others: await count(sql<number>`(select count(*)::int from commissioning.provider_rate where provider = ${other}::uuid)`),
      relations: await count(sql<number>`(select count(distinct provider)::int from commissioning.provider_relation)`),
      contacts: await count(sql<number>`(select count(*)::int from commissioning.provider_contact where provider = ${other}::uuid)`),
      letters: await count(sql<number>`(select count(*)::int from commissioning.provider_letter where sent_on is null)`),
      plans: await count(sql<number>`(select count(*)::int from commissioning.contract_clearing)`),
      held: await count(
        sql<number>`(select count(*)::int from commissioning.contract where sight <> 'public' and id <> all (commissioning.my_contracts()))`,
      ),
      officers: await count(sql<number>`(select count(*)::int from commissioning.officer where kind = 'provider')`),
    }
  })
  assert.deepEqual(counted, { rates: 2, others: 0, relations: 1, contacts: 0, letters: 0, plans: 0, held: 0, officers: 1 })
})

test('C11: a provider reports what is due, answers a notice and acknowledges its letter; nobody else does', async () => {
  const contract = await contractOf('Family support at home')
  const waits = async () => (await provider.get('/work')).text
  const waiting = await waits()
  for (const words of [
    'href="/my-contracts"',
    'Report under your contract Family support at home',
    'Answer a notice on performance',
    'Acknowledge the letter',
  ])
    assert.ok(waiting.includes(words), words)
  assert.doesNotMatch(waiting, /Renewal of|Send the letter|may be shown/)
  const kept = (await clerk.get('/work')).text
  for (const words of ['Renewal', 'Not acknowledged yet: the letter', 'Say whether this contract may be shown: Bespoke placement'])
    assert.ok(kept.includes(words), words)
  assert.doesNotMatch(kept, /href="\/my-contracts"|Report under your contract/)
  const form = await provider.get(`/contracts/${contract}/report`)
  const [key = ''] = [...form.text.matchAll(/name="value-([0-9a-f-]+)"/g)].map(([, name]) => name ?? '')
  assert.notEqual(key, '')
  const before = (await provider.post(`/contracts/${contract}/report`, { [`value-${key}`]: 'many' })).text
  assert.match(before, /Enter a number such as 95/)
  assert.ok(before.includes('many'))
  assert.equal((await provider.post(`/contracts/${contract}/report`, { [`value-${key}`]: '91' })).status, 303)
  assert.ok(!(await provider.get(`/contracts/${contract}/report`)).text.includes(key))
  assert.ok((await clerk.post(`/contracts/${contract}/report`, { [`value-${key}`]: '1' })).status >= 400)
  const notice = await one(sql`select id from commissioning.performance_notice limit 1`)
  assert.ok((await clerk.post(`/performance-notices/${notice}/answer`, { answer: 'No', version: '1' })).status >= 400)
  assert.equal((await provider.post(`/performance-notices/${notice}/answer`, { answer: 'A new lead starts.', version: '1' })).status, 303)
  const letter = await one(sql`select id from commissioning.provider_letter limit 1`)
  assert.ok((await clerk.post(`/provider-letters/${letter}/acknowledge`, {})).status >= 400)
  assert.equal((await provider.post(`/provider-letters/${letter}/acknowledge`, {})).status, 303)
  assert.match((await clerk.get(`/provider-letters/${letter}`)).text, /acknowledged/)
  assert.doesNotMatch(await waits(), /Answer a notice on performance|Acknowledge the letter/)
  assert.doesNotMatch((await clerk.get('/work')).text, /Not acknowledged yet/)
  // What was sent stands, also past every page; whoever entered a provider does not approve what it is paid.
  await assert.rejects(
    sql`update commissioning.provider_letter set text = 'Other' where id = ${letter}::uuid`.execute(house.ownerDb),
    /stays as it was made/,
  )
})

test('C9: what must not be wrong about a contract is refused by the database too', async () => {
  const home = await contractOf('Home care in seven districts')
  const lot = await one(sql`select id from commissioning.contract_lot where contract = ${home}::uuid and number = 1`)
  const refused = async (statement: RawBuilder<unknown>, rule: RegExp) => assert.rejects(statement.execute(house.ownerDb), rule)
  const third = sql`select id from commissioning.provider p where not exists (select from commissioning.contract_provider c where c.provider = p.id) limit 1`
  await refused(
    sql`insert into commissioning.contract_provider (id, contract, body, sight, provider, part, lot, starts_on)
      select gen_random_uuid(), c.id, c.body, c.sight, (${third}), 'provider', ${lot}::uuid, c.starts_on from commissioning.contract c where c.id = ${home}::uuid`,
    /more providers than the lot has room for/,
  )
  await refused(
    sql`update commissioning.contract set net = 96000, gross = 120000, vat = 'standard' where id = ${home}::uuid`,
    /do not go together/,
  )
  await refused(sql`update commissioning.contract set standstill_until = signed_on where id = ${home}::uuid`, /contract_after_standstill/)
  await refused(sql`update commissioning.contract set sight = 'public' where title = 'Bespoke placement, north'`, /contract_held/)
  await refused(
    sql`update commissioning.contract_extension set taken_on = '2026-03-01' where contract = ${home}::uuid`,
    /extension_by_decision/,
  )
  await refused(
    sql`update commissioning.contract_extension set taken_on = '2040-03-01', decided_by = 'Cabinet' where contract = ${home}::uuid`,
    /had ended/,
  )
  await refused(
    sql`insert into commissioning.contract_kpi (id, contract, body, sight, position, title, better, every_months, starts_on)
      select gen_random_uuid(), c.id, c.body, c.sight, 9, 'Late', 'higher', 3, c.runs_until from commissioning.contract c where c.id = ${home}::uuid`,
    /does not run then/,
  )
})

test('C9: a contract that could tell who a child is waits for a person, who lets it be shown and takes it back', async () => {
  const id = await contractOf('Bespoke placement, north')
  const at = `/contracts/${id}`
  const version = async () => /name="version" value="(\d+)"/.exec((await clerk.get(`${at}/clear`)).text)?.[1] ?? ''
  assert.match((await clerk.post(`${at}/show`, { sight: 'public', version: await version() })).text, /A person must decide first/)
  assert.equal(
    (await clerk.post(`${at}/clear`, { settled: 'cleared', because: 'Put together with two others', version: await version() })).status,
    303,
  )
  assert.equal((await clerk.post(`${at}/show`, { sight: 'public', version: await version() })).status, 303)
  assert.equal((await visitor.get(at)).status, 200)
  assert.equal(
    (await clerk.post(`${at}/clear`, { settled: 'held', because: 'A neighbour would know', version: await version() })).status,
    303,
  )
  assert.equal((await visitor.get(at)).status, 404)
  assert.doesNotMatch((await visitor.get(`${board}/contracts.csv`)).text, /Bespoke/)
})

test('C9: the rule that finds titles that tell too much is the same here and in the database', async () => {
  const titles = [
    'Home care',
    'Placement for AB',
    'Support for J.S.',
    'Aged 14, north',
    'Ages 5 to 11',
    'A boy aged 5 to 11',
    'Case 20931',
    'Order AB1234',
    'Respite, 12 years old',
    'One child, one worker',
    'Child health',
    'Yp support',
  ]
  for (const title of titles) {
    const { rows } = await sql<{ it: boolean }>`select commissioning.might_identify(${title}, null) as it`.execute(house.ownerDb)
    assert.equal(rows[0]?.it, identifyingSigns(title, null).length > 0, title)
  }
})

test('C8: a pipeline of 36 communities is told by status, and the database takes no step out of order', async () => {
  const at = `/pipelines/${await one(sql`select id from commissioning.process where sight = 'public'`)}`
  const text = (await visitor.get(at)).text
  for (const words of ['9 of 36', '14 of 36', '6 of 36', '5 of 36', '2 of 36', 'indicative']) assert.ok(text.includes(words), words)
  const found = await one(sql`select e."case" as id from commissioning.case_event e where e.kind = 'withdrawn' limit 1`)
  const sent = await clerk.post(`/pipeline-cases/${found}/events`, {
    kind: 'met',
    'onDay-day': '10',
    'onDay-month': '3',
    'onDay-year': '2026',
  })
  assert.equal(sent.status, 422)
  assert.match(sent.text, /That cannot happen to it now/)
  const open = await one(sql`select c.id from commissioning.process_case c where c.title = 'Greenbrook'`)
  const later = { 'expectedOn-day': '1', 'expectedOn-month': '10', 'expectedOn-year': '2027', because: 'A vote comes first' }
  assert.equal((await clerk.post(`/pipeline-cases/${open}/dates`, later)).status, 303)
  assert.match((await visitor.get(`/pipeline-cases/${open}`)).text, /1 October 2027 \(indicative/)
})

test('I5: indicators of contracts and spend of funds are counted from the record, and a slow recount agrees', async () => {
  const body = await one(sql`select id from governance.body where slug = 'joint-commissioning-board'`)
  const span = { body, from: today.subtract({ years: 12 }), until: today.add({ years: 1 }) }
  const rows = await countKpis(house.ownerDb as never, span)
  const slow = await sql<{ of: number; met: number }>`
    with latest as (select distinct on (r.kpi, r.provider, r.starts_on) r.* from commissioning.kpi_result r join commissioning.contract c on c.id = r.contract
      where c.body = ${body}::uuid and c.sight = 'public' order by r.kpi, r.provider, r.starts_on, r.id desc)
    select count(*) filter (where l.value is not null and k.target is not null)::int as of,
      count(*) filter (where case k.better when 'higher' then l.value >= k.target else l.value <= k.target end)::int as met
    from latest l join commissioning.contract_kpi k on k.id = l.kpi`.execute(house.ownerDb)
  assert.deepEqual({ of: rows.reduce((sum, { of }) => sum + of, 0), met: rows.reduce((sum, { met }) => sum + met, 0) }, slow.rows[0])
  assert.ok(rows.length > 5)
  const spend = await countSpend(house.ownerDb as never, span)
  const { rows: entries } = await sql<{ pounds: string }>`select coalesce(sum(s), 0)::text as pounds from (
    select round(sum(e.pence) / 100.0) as s from commissioning.entry e join commissioning.fund f on f.id = e.fund
    where f.sight = 'public' and f.body = ${body}::uuid and e.kind = 'actual' and e.line is not null group by e.line, date_trunc('month', e.on_day)) x`.execute(
    house.ownerDb,
  )
  assert.equal(String(spend.reduce((sum, { met }) => sum + met, 0)), entries[0]?.pounds)
})
