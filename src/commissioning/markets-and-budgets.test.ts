import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Client } from '#test/support/client.ts'
import { dayFields, openSampledMarkets, versionIn } from './testing/sampled-markets.ts'

const { house, clientAs, clerk, visitor, one, people, send, refuse, home, areaOf } = await openSampledMarkets(
  Temporal.Instant.from('2026-03-10T10:00:00Z'),
)

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

const council = await one(sql`select id from governance.organisation where name = 'Northbrook County Council'`)
const broker = await clientAs('author')

test('C14: a budget is divided, handed over by a decision to the penny, and the database refuses shares that the weights do not give', async () => {
  const board = '/boards/joint-commissioning-board/delegated-budgets'
  const days = { ...dayFields('startsOn', '2026-03-01'), ...dayFields('lastDay', '2027-02-28') }
  const line = await one(
    sql`select l.id from commissioning.budget_line l join commissioning.fund_year y on y.fund = l.fund and y.year = l.year join governance.body b on b.id = l.body
      where b.slug = 'joint-commissioning-board' and y.state = 'agreed' order by l.year desc, l.title limit 1`,
  )
  const fund = await one(sql`select fund as id from commissioning.budget_line where id = ${line}::uuid`)
  const given = { title: 'Small sums', lead: council, purpose: 'Help', pence: '1,000.01', ...days, line }
  await refuse(`${board}/new`, given, /Choose a line of the fund/)
  await send(`${board}/new`, { ...given, fund })
  const id = await one(sql`select id from commissioning.delegated_budget where title = 'Small sums'`)
  const at = `/delegated-budgets/${id}`
  const person = people.find(({ role }) => role === 'deputy') ?? assert.fail()
  const who = await one(sql`select id from governance.person where name = ${person.name}`)
  for (const name of ['North', 'South']) await send(`${at}/holders`, { kind: 'locality', name, person: who })
  const [north, south] = [
    await one(sql`select id from commissioning.budget_holder where budget = ${id}::uuid and name = 'North'`),
    await one(sql`select id from commissioning.budget_holder where budget = ${id}::uuid and name = 'South'`),
  ]
  const factor = { source: 'Count', ...dayFields('datedOn', '2026-01-01') }
  await refuse(`${at}/factors`, { ...factor, name: 'Children', weight: '3', [`value-${north}`]: '600' }, /Enter a whole number/)
  await send(`${at}/factors`, { ...factor, name: 'Children', weight: '3', [`value-${north}`]: '600', [`value-${south}`]: '400' })
  await send(`${at}/factors`, { ...factor, name: 'In need', weight: '1', [`value-${north}`]: '10', [`value-${south}`]: '30' })
  assert.match((await clerk.get(at)).text, /£512\.51, if it is handed over like this/)
  await send(`${at}/rules`, { text: 'Activities', limit: '300', authority: 'Scheme', ...dayFields('startsOn', '2026-03-01') })
  const decision = await one(
    sql`select d.id from meetings.decision d join governance.body b on b.id = d.of_body where b.slug = 'joint-commissioning-board' and not d.withdrawn limit 1`,
  )
  await assert.rejects(
    sql`with s as (update commissioning.budget_holder set pence = 50000 where budget = ${id}::uuid)
      update commissioning.delegated_budget set handed_on = '2026-03-10', decision = ${decision}::uuid where id = ${id}::uuid`.execute(
      house.ownerDb,
    ),
    /not as the weights give them/,
  )
  await send(`${at}/hand-over`, { decision })
  const handed = await one(sql`select handed_on::text as id from commissioning.delegated_budget where id = ${id}::uuid`)
  const { rows } = await sql<{
    pence: string
  }>`select pence::text from commissioning.budget_holder where budget = ${id}::uuid order by position`.execute(house.ownerDb)
  assert.deepEqual(rows, [{ pence: '51251' }, { pence: '48750' }])
  await refuse(`${at}/holders`, { kind: 'cluster', name: 'Late', person: who }, /handed over/)

  // Whoever holds a share buys by the rules; what is over a limit or over the share is refused, also past every page.
  const holder = await clientAs('deputy')
  await clerk.post(`${at}/show`, { sight: 'members', version: versionIn((await clerk.get(`${at}/show`)).text) })
  const rule = await one(sql`select id from commissioning.budget_rule where budget = ${id}::uuid`)
  const bought = { rule, what: 'Tents', ...dayFields('happenedOn', handed) }
  const buy = `${at}/holders/${north}/purchases`
  const before = { ...bought, pence: '1', ...dayFields('happenedOn', '2026-03-01') }
  await refuse(buy, before, /before the day on which it was handed over/, holder)
  await refuse(buy, { ...bought, pence: '300.01' }, /more than the rule allows/, holder)
  await send(buy, { ...bought, pence: '300' }, holder)
  await refuse(buy, { ...bought, pence: '212.52' }, /more than is left/, holder)
  const pastPages = (on: string, pence: number) =>
    sql`insert into commissioning.budget_entry (id, budget, body, sight, holder, kind, rule, happened_on, pence, what)
      select gen_random_uuid(), budget, body, sight, id, 'purchase', ${rule}::uuid, ${on}::date, ${pence}, 'x' from commissioning.budget_holder where id = ${north}::uuid`
  await assert.rejects(pastPages(handed, 21_252).execute(house.ownerDb), /more than is left/)
  await assert.rejects(pastPages('2026-03-01', 1).execute(house.ownerDb), /before it was handed over/)
  // Committed by the hand-over, paid by the purchase, and each taken back with it.
  const ledger = async () =>
    (
      await sql<{ kind: string; pence: string }>`select kind, sum(pence)::text as pence from commissioning.entry where line = ${line}::uuid
        and (description like 'Handed over%' or description like '%Tents' or description like '%Wrong share' or description like '%Left') group by kind order by kind`.execute(
        house.ownerDb,
      )
    ).rows
  assert.deepEqual(await ledger(), [
    { kind: 'actual', pence: '30000' },
    { kind: 'commitment', pence: '70001' },
  ])
  const entry = await one(sql`select id from commissioning.budget_entry where budget = ${id}::uuid`)
  await send(`${at}/entries/${entry}/undo`, { what: 'Wrong share', ...dayFields('happenedOn', handed) }, holder)
  assert.deepEqual(await ledger(), [
    { kind: 'actual', pence: '0' },
    { kind: 'commitment', pence: '100001' },
  ])
  await send(`${at}/holders/${north}/returns`, { what: 'Left', pence: '512.51', ...dayFields('happenedOn', handed) }, holder)
  assert.deepEqual((await ledger())[1], { kind: 'commitment', pence: '48750' })
  const end = `${at}/rules/${rule}/end`
  assert.match((await clerk.get(at)).text, /End this rule/)
  const lastDay = (on: string) => dayFields('lastDay', on)
  await refuse(end, { ...lastDay('2026-03-01'), version: versionIn((await clerk.get(end)).text) }, /after that day: choose a later day/)
  await send(end, lastDay(handed))
  assert.match((await clerk.get(at)).text, /From 1 March 2026, to/)
  assert.match((await holder.get(at)).text, /£512\.51.*£0\.00.*£512\.51.*£0\.00/s)
  await assert.rejects(sql`update commissioning.budget_entry set pence = 1 where budget = ${id}::uuid`.execute(house.ownerDb), /stays/)
  assert.equal((await visitor.get(at)).status, 404)
})

test('C14, I6: the budget of one person is known to those who work with that person alone; the board learns sums, and of few nothing', async () => {
  const list = '/boards/joint-commissioning-board/individual-budgets'
  const mine = await one(sql`select id from commissioning.individual_budget where reference = 'IB-0201'`)
  for (const by of [clerk, await clientAs('administrator'), visitor])
    assert.equal((await by.get(`/individual-budgets/${mine}`)).status, 404)
  assert.equal((await broker.get(`/individual-budgets/${mine}`)).status, 200)
  const page = (await clerk.get(list)).text
  assert.match(page, /Hidden: a small number/)
  assert.doesNotMatch(page, /IB-0201/)
  assert.doesNotMatch((await visitor.get(list)).text, /Hidden|IB-/)
  const fields = {
    lead: council,
    heldBy: 'family',
    pence: '500',
    ...dayFields('startsOn', '2026-03-01'),
    ...dayFields('lastDay', '2026-09-30'),
  }
  const professional = await one(sql`select professional as id from commissioning.individual_budget where id = ${mine}::uuid`)
  await refuse(`${list}/new`, { ...fields, professional, reference: 'Ann Smith' }, /No name and no date of birth/, broker)
  await send(`${list}/new`, { ...fields, professional, reference: 'ib-0300' }, broker)
  const opened = await one(sql`select id from commissioning.individual_budget where reference = 'IB-0300'`)
  const at = `/individual-budgets/${opened}`
  await refuse(`${at}/purchases`, { what: 'Bed', pence: '500.01', ...dayFields('happenedOn', '2026-03-05') }, /more than is left/, broker)
  await send(`${at}/purchases`, { what: 'Bed', pence: '320.50', ...dayFields('happenedOn', '2026-03-05') }, broker)
  await send(`${at}/returns`, { what: 'Left', pence: '179.50', ...dayFields('happenedOn', '2026-03-06') }, broker)
  assert.match((await broker.get(at)).text, /£320\.50 spent, £179\.50 given back, £0\.00 left/)
})

test('C5: what a new duty would cost stands beside the money that is named, a later assumption counts, and what was assumed before stays', async () => {
  const fund = await one(sql`select id from commissioning.fund where title = 'Northbrook pooled fund'`)
  const at = await send('/boards/joint-commissioning-board/cost-scenarios/new', {
    title: 'Short breaks',
    lead: council,
    duty: 'From 16 years on',
  })
  const id = at.split('/').at(-1) ?? ''
  assert.equal((await visitor.get(at)).status, 404)
  assert.match((await clerk.get(at)).text, /Nobody has said yet what it would cost/)
  const options = (volumes: readonly [string, string, string], more: Record<string, string> = {}) =>
    Object.fromEntries(
      ['Low', 'Central', 'High'].flatMap((option, place) => [
        [`volume${option}`, volumes[place] ?? ''],
        ...[
          [`takeUp${option}`, '62.5'],
          [`unit${option}`, '1,250'],
          [`rise${option}`, '2.5'],
        ].map(([name = '', value = '']) => [name, more[name] ?? value]),
      ]),
    )
  const said = { source: 'Table 4', ...dayFields('saidOn', '2026-03-01') }
  await refuse(`${at}/funding`, { year: '2027', pence: '1', source: 'Budget' }, /Nothing is assumed for that year yet/)
  await refuse(`${at}/years`, { year: '2027', ...said, ...options(['400', '300', '500']) }, /do not come out in that order/)
  await refuse(`${at}/years`, { year: '2027', ...said, ...options(['300', '400', '500'], { takeUpLow: '100.01' }) }, /Enter a percentage/)
  await send(`${at}/years`, { year: '2027', ...said, ...options(['300', '390', '500']) })
  await send(`${at}/years`, { year: '2027', ...said, ...options(['300', '400', '500']) })
  await send(`${at}/years`, { year: '2028', ...said, ...options(['300', '400', '500']) })
  await send(`${at}/funding`, { year: '2027', pence: '300,000', fund, source: 'Budget report' })
  const text = (await clerk.get(at)).text
  // 400 x 62.5% x £1,250 = £312,500; with 2.5% £320,312.50: of £632,812.50 £300,000 is named.
  assert.match(text, /it would cost £632,812\.50, or £474,609\.38 to £791,015\.63/)
  assert.match(text, /For £332,812\.50 of the central cost no funding is named/)
  assert.match(text, /3 earlier assumptions/)
  await assert.rejects(
    sql`update commissioning.scenario_assumption set volume = 1 where scenario = ${id}::uuid`.execute(house.ownerDb),
    /stays as it was/,
  )
  const service = await one(sql`insert into commissioning.service (id, body, title, client_group, tier, provision, lead)
    select gen_random_uuid(), (select id from governance.body where slug = 'northbrook-childrens-partnership'), 'Elsewhere', client_group, tier, provision, lead
    from commissioning.service limit 1 returning id`)
  await assert.rejects(
    sql`update commissioning.scenario set service = ${service}::uuid where id = ${id}::uuid`.execute(house.ownerDb),
    /foreign key/,
  )
  const funding = await one(sql`select id from commissioning.scenario_funding where scenario = ${id}::uuid`)
  await send(`${at}/funding/${funding}/remove`, {})
  await send(`${at}/show`, { sight: 'public' })
  assert.match((await visitor.get(at)).text, /No funding is named\. For £632,812\.50/)
})
