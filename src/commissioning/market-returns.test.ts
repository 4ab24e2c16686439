import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields, openSampledMarkets } from './testing/sampled-markets.ts'

const { house, clientAs, clerk, visitor, one, send, refuse, home, areaOf } = await openSampledMarkets(
  Temporal.Instant.from('2026-03-10T10:00:00Z'),
)
const provider = await clientAs('lead')

test('C12: providers are asked for their returns and make them themselves; each sees its own alone, and what is late is chased', async () => {
  const at = `/markets/${home}`
  const ask = await one(
    sql`select a.id from commissioning.market_ask a join governance.area g on g.id = a.area where g.name = 'Ashcombe' and a.due_on > '2026-03-10'`,
  )
  const other = await one(sql`select id from commissioning.market_ask where due_on < '2026-03-10'`)
  const millingford = await one(
    sql`select a.id from commissioning.market_ask a join governance.area g on g.id = a.area where g.name = 'Millingford' and a.due_on > '2026-03-10'`,
  )
  assert.match((await visitor.get(at)).text, /are older than 6 months[\s\S]*Oldest returns/)
  assert.doesNotMatch((await visitor.get(at)).text, /Returns that were asked for/)
  assert.match((await clerk.get(at)).text, /Returns that were asked for[\s\S]*Late/)
  assert.match((await clerk.get('/work')).text, /Ask again for returns that are late: Help at home/)
  assert.match((await provider.get('/work')).text, /Say what you can give: Help at home, 2 areas/)
  assert.match((await provider.get('/my-contracts')).text, /Ashcombe, Millingford/)
  assert.doesNotMatch((await provider.get('/my-contracts')).text, /Thornwick/)
  // Nobody answers for another, whoever they are; and what was asked of another is not there.
  assert.equal((await provider.get(`/market-asks/${other}`)).status, 404)
  assert.ok((await clerk.post(`/market-asks/${ask}`, { [`places-${ask}`]: '1' })).status >= 400)
  assert.ok((await visitor.post(`/market-asks/${ask}`, {})).status >= 300)
  const day = dayFields('datedOn', '2026-03-10')
  await refuse(`/market-asks/${ask}`, { ...day }, /Say of at least one area/, provider)
  await refuse(`/market-asks/${ask}`, { ...day, [`places-${ask}`]: '10', [`free-${ask}`]: '11' }, /No more can be free/, provider)
  await refuse(`/market-asks/${ask}`, { ...dayFields('datedOn', '2026-03-11'), [`places-${ask}`]: '10' }, /still to come/, provider)
  for (const places of ['180', '190'])
    await send(`/market-asks/${ask}`, { ...day, [`places-${ask}`]: places, [`price-${ask}`]: '23.10' }, provider)
  assert.match((await provider.get('/work')).text, /Say what you can give: Help at home, one area/)
  const area = await areaOf('Ashcombe')
  assert.match((await clerk.get(`${at}/areas/${area}`)).text, /190[\s\S]*£23\.10[\s\S]*corrected \(2\): The provider itself/)
  assert.match((await clerk.get(at)).text, /1 of 2 areas made/)
  // What the clerk enters of a later day answers it as well.
  const own = await one(sql`select provider as id from commissioning.market_ask where id = ${millingford}::uuid`)
  const town = await areaOf('Millingford')
  await send(`${at}/returns`, { provider: own, area: town, source: 'By telephone', places: '50', ...day })
  assert.doesNotMatch((await provider.get('/work')).text, /Say what you can give/)
  // Those who are asked: in the areas of their returns, never twice for what is open, and not before the market is shown.
  await refuse(`${at}/asks`, { ...dayFields('dueOn', '2026-04-01') }, /Choose at least one provider/)
  await refuse(`${at}/asks`, { providers: own, ...dayFields('dueOn', '2026-03-09') }, /today or a later day/)
  const north = await areaOf('Thornwick')
  await send(`${at}/asks`, { providers: own, areas: north, ...dayFields('dueOn', '2026-04-01') })
  await refuse(`${at}/asks`, { providers: own, areas: north, ...dayFields('dueOn', '2026-04-02') }, /all are asked already/)
  // Its contacts are told by mail; what was asked in error is taken back, is asked of nobody any more, and may be asked again by the same day.
  const mails = async () =>
    Number(
      (await sql<{ count: string }>`select count(*) from platform.mail_delivery where about_id = ${home}::uuid`.execute(house.ownerDb))
        .rows[0]?.count,
    )
  assert.equal(await mails(), 1)
  const asked = await one(sql`select id from commissioning.market_ask where due_on = '2026-04-01' and withdrawn_on is null`)
  const back = `/market-asks/${asked}/take-back`
  assert.match((await clerk.get(at)).text, /Told by mail on 10 March 2026/)
  assert.match((await provider.get('/work')).text, /Say what you can give: Help at home, one area/)
  assert.ok((await provider.post(back, { because: 'Me' })).status >= 400)
  await refuse(back, { because: '' }, /There is a problem/)
  await send(back, { because: 'Thornwick is bought by another board' })
  assert.match((await clerk.get(at)).text, /Taken back[\s\S]*Thornwick is bought by another board/)
  assert.doesNotMatch((await provider.get('/work')).text, /Say what you can give/)
  assert.equal((await provider.get(`/market-asks/${asked}`)).status, 404)
  assert.equal(await mails(), 2)
  await assert.rejects(
    sql`insert into commissioning.market_return (id, market, body, sight, area, provider, dated_on, number, places, source, asked, said_by)
      select gen_random_uuid(), a.market, a.body, a.sight, a.area, a.provider, '2026-03-10', 9, 1, 'x', a.id, (select id from governance.person limit 1)
      from commissioning.market_ask a where a.id = ${asked}::uuid`.execute(house.ownerDb),
    /not asked any more/,
  )
  await assert.rejects(
    sql`update commissioning.market_ask set withdrawn_on = null, withdrawn_because = '' where id = ${asked}::uuid`.execute(house.ownerDb),
    /what was asked stands/,
  )
  await send(`${at}/asks`, { providers: own, areas: north, ...dayFields('dueOn', '2026-04-01') })
  await assert.rejects(sql`update commissioning.market_ask set due_on = '2026-05-01'`.execute(house.ownerDb), /what was asked stands/)
})

test('C1: a gate whose delegation another body holds is passed by a decision of that body, and of no third, also past every page', async () => {
  const framework = await one(sql`select id from commissioning.framework where title like 'How we commission%'`)
  const other = await one(sql`select of_body as id from meetings.decision d where not withdrawn and decided_on < '2026-03-10'
    and of_body <> (select body from commissioning.framework limit 1) order by decided_on limit 1`)
  const decisionOf = (what: ReturnType<typeof sql>) =>
    one(sql`select id from meetings.decision where not withdrawn and decided_on < '2026-03-10' and ${what} order by decided_on limit 1`)
  const held =
    await one(sql`insert into governance.delegation (id, body, origin, function_key, function_name, to_body, may, starts_on, given_by)
    select gen_random_uuid(), body, origin, function_key, function_name, ${other}::uuid, 'decide', '2014-01-01', given_by
    from governance.delegation where function_key = 'delivery_board_priorities' and to_post <> '' limit 1 returning id`)
  const at = `/commissioning-frameworks/${framework}`
  await send(`${at}/editions`, { why: 'A gate of another body' })
  await sql`update commissioning.stage set delegation = ${held}::uuid where position = 1 and edition in (select id from commissioning.framework_version where adopted_on is null)`.execute(
    house.ownerDb,
  )
  await send(`${at}/adopt`, dayFields('adoptedOn', '2026-03-10'))
  await send(`${at}/cases`, { title: 'Play in villages', ...dayFields('begunOn', '2026-03-10') })
  const of = await one(sql`select id from commissioning.framework_case where title = 'Play in villages'`)
  assert.match((await clerk.get(`${at}/cases/${of}`)).text, /holds its delegation: its decision passes the gate/)
  const [third, theirs] = [
    await decisionOf(sql`of_body not in (${other}::uuid, (select body from commissioning.framework limit 1))`),
    await decisionOf(sql`of_body = ${other}::uuid`),
  ]
  await assert.rejects(
    sql`insert into commissioning.gate_passed (id, framework, edition, body, sight, of_case, stage, passed_on, decision)
      select gen_random_uuid(), c.framework, c.edition, c.body, c.sight, c.id, s.id, '2026-03-10', ${third}::uuid
      from commissioning.framework_case c join commissioning.stage s on s.edition = c.edition and s.position = 1 where c.id = ${of}::uuid`.execute(
      house.ownerDb,
    ),
    /asks for a decision of the board/,
  )
  await send(`${at}/cases/${of}`, { decision: theirs, ...dayFields('passedOn', '2026-03-10') })
  const name = await one(sql`select name as id from governance.body where id = ${other}::uuid`)
  assert.ok((await visitor.get(at)).text.includes(`10 March 2026, ${name}`), name)
})

test('C15: words of a public intention that wait for a person stand in My work of the clerk until they are let out or held back', async () => {
  const waits = /Say whether words of what is foreseen may come out: Youth clubs/
  assert.match((await clerk.get('/work')).text, waits)
  assert.doesNotMatch((await provider.get('/work')).text, waits)
  const at =
    /\/boards\/[^"]*\/settle/.exec((await clerk.get('/boards/joint-commissioning-board/contracts/foreseen')).text)?.[0] ?? assert.fail()
  const words = /name="words" value="([^"]*)"/.exec((await clerk.get(at)).text)?.[1]?.replaceAll('&#39;', "'") ?? assert.fail()
  assert.equal((await clerk.post(at, { settled: 'held', because: 'Too few to tell', words })).status, 303)
  assert.doesNotMatch((await clerk.get('/work')).text, waits)
})
