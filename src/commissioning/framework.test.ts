import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'
import { findCommissioningDuties } from './queries/duties.ts'

const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const today = Temporal.PlainDate.from('2026-03-10')
const house = await openHouse(now)
const people = await loadSample(house.needs, house.ownerDb)
const clientAs = (role: string): Promise<Client> => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))
const clerk = await clientAs('other-clerk')
const visitor = await openClient(house)

const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(house.ownerDb)).rows[0]?.id ?? assert.fail('no such record')
const council = await one(sql`select id from governance.organisation where name = 'Northbrook County Council'`)
const icb = await one(sql`select id from governance.organisation where name = 'Northbrook Integrated Care Board'`)
const body = await one(sql`select id from governance.body where slug = 'joint-commissioning-board'`)
const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
const dayFields = (name: string, day: string | Temporal.PlainDate): Record<string, string> => {
  const { year, month, day: number } = Temporal.PlainDate.from(day)
  return { [`${name}-day`]: String(number), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}
async function post(address: string, fields: Record<string, string>) {
  const version = versionIn((await clerk.get(address)).text)
  return clerk.post(address, { ...fields, ...(version === '' ? {} : { version }) })
}
async function send(address: string, fields: Record<string, string>): Promise<string> {
  const answer = await post(address, fields)
  assert.equal(answer.status, 303, answer.text)
  return answer.location
}
async function refuse(address: string, fields: Record<string, string>, words: RegExp): Promise<void> {
  const answer = await post(address, fields)
  assert.equal(answer.status, 422)
  assert.match(answer.text, words)
}

test('C4: a variation of the term and of a contribution holds from its day, and the agreement reads as it was before', async () => {
  const id = await one(sql`select id from commissioning.agreement where title like 'Joint commissioning%'`)
  const at = `/agreements/${id}`
  await send(`${at}/variations`, {
    ...{ what: 'Shorter', changesTerm: 'on', decidedBy: 'Cabinet, minute 70' },
    ...{ ...dayFields('startsOn', '2026-03-05'), ...dayFields('lastDay', '2027-03-31') },
  })
  const variation = await one(sql`select id from commissioning.variation where what = 'Shorter'`)
  await send(`${at}/variations/${variation}`, { signedBy: 'Chief executive', ...dayFields('signedOn', '2026-03-06') })
  await send(`${at}/contributions`, { organisation: council, pence: '9,500,000', variation, ...dayFields('startsOn', '2026-03-05') })
  const before = (await visitor.get(`${at}/history?on-day=4&on-month=3&on-year=2026`)).text
  const after = (await visitor.get(`${at}/history?on-day=5&on-month=3&on-year=2026`)).text
  assert.match(before, /Northbrook County Council £9,000,000\.00/)
  assert.match(after, /Northbrook County Council £9,500,000\.00/)
  assert.match(after, /From 18 July 2024, to 31 March 2027/)
  assert.match(before, /From 18 July 2024, to 17 July 2029/)
  // The term is changed by a variation alone, in the form and past every page.
  await refuse(
    `${at}/contributions`,
    { organisation: icb, pence: '1', ...dayFields('startsOn', '2026-03-07') },
    /Choose the variation that changes it/,
  )
  await assert.rejects(
    sql`update commissioning.agreement set ends_on = '2031-01-01' where id = ${id}::uuid`.execute(house.ownerDb),
    /was varied/,
  )
  await assert.rejects(
    sql`update commissioning.variation set what = 'Longer' where id = ${variation}::uuid`.execute(house.ownerDb),
    /stays as it was/,
  )
  await refuse(
    `${at}/variations`,
    { what: 'Back', decidedBy: 'Cabinet', ...dayFields('startsOn', '2026-03-01') },
    /Something later is recorded/,
  )
  const pdf = await visitor.get(`${at}/agreement.pdf`)
  assert.equal(pdf.status, 200)
  assert.ok(pdf.text.startsWith('%PDF'))
})

test('C4: a party approves by a decision of the board on its day; one of another board is refused, also by the database', async () => {
  const id = await one(sql`select id from commissioning.agreement where title like 'Joint commissioning%'`)
  const party = await one(sql`select id from commissioning.party where agreement = ${id}::uuid and part = 'host'`)
  const foreign = await one(sql`select id from meetings.decision where of_body <> ${body}::uuid and not withdrawn limit 1`)
  const form = { organisation: council, part: 'host', ...dayFields('startsOn', '2024-07-18') }
  await refuse(`/agreements/${id}/parties/${party}`, { ...form, decision: foreign }, /one of the|Choose|again/i)
  await assert.rejects(
    sql`update commissioning.party set decision = ${foreign}::uuid where id = ${party}::uuid`.execute(house.ownerDb),
    /no decision of that board/,
  )
})

test('C4: claims on a tapered grant never come to more than its year, are settled once and can be taken back', async () => {
  const id = await one(sql`select id from commissioning.agreement where title like 'Grant for a play bus%'`)
  const at = `/agreements/${id}`
  const year = await one(sql`select id from commissioning.grant_year where agreement = ${id}::uuid order by starts_on offset 1 limit 1`)
  const claim = { year, kind: 'set-up', evidence: 'Bills', ...dayFields('claimedOn', '2026-03-09') }
  await refuse(`${at}/claims`, { ...claim, pence: '30,000.01' }, /more than is left/)
  await send(`${at}/claims`, { ...claim, pence: '30,000.00' })
  const made = await one(sql`select id from commissioning.grant_claim where evidence = 'Bills'`)
  await assert.rejects(
    sql`insert into commissioning.grant_claim (id, agreement, body, sight, year, claimed_on, pence, evidence)
      select gen_random_uuid(), agreement, body, sight, year, claimed_on, 1, 'x' from commissioning.grant_claim where id = ${made}::uuid`.execute(
      house.ownerDb,
    ),
    /more is claimed/,
  )
  await refuse(`${at}/claims/${made}/settle`, { answer: 'pay', paidPence: '10', ...dayFields('settledOn', '2026-03-10') }, /Say why/)
  await send(`${at}/claims/${made}/settle`, { answer: 'pay', ...dayFields('settledOn', '2026-03-10') })
  await send(`${at}/claims/${made}/claw-back`, { clawedPence: '5.50', because: 'Not held', ...dayFields('clawedOn', '2026-03-10') })
  assert.match((await visitor.get(at)).text, /£5\.50 taken back/)
  await assert.rejects(
    sql`update commissioning.grant_claim set paid_pence = 1 where id = ${made}::uuid`.execute(house.ownerDb),
    /settled once/,
  )
})

test('C10: a tapered grant says what each year saves; the sums tell when it is paid back, and a saving of another year is refused', async () => {
  const id = await one(sql`select id from commissioning.agreement where title like 'Grant for a play bus%'`)
  const at = `/agreements/${id}`
  assert.match((await visitor.get(at)).text, /Within these years it is not paid back: £57,000\.00 is left/)
  const year = await one(sql`select id from commissioning.grant_year where agreement = ${id}::uuid order by starts_on offset 2 limit 1`)
  await refuse(`${at}/grant-savings`, { year, expected: '', because: 'Fewer rooms' }, /Enter/)
  await send(`${at}/grant-savings`, { year, expected: '105,000', because: 'Fewer rooms' })
  assert.match((await visitor.get(at)).text, /it is paid back/)
  await assert.rejects(
    sql`update commissioning.grant_saving set saving = (select s.id from commissioning.saving s limit 1), year = (select y.id from commissioning.grant_year y where y.agreement = ${id}::uuid order by y.starts_on limit 1)
      where year = ${year}::uuid`.execute(house.ownerDb),
    /it stays with its year|of another board or year/,
  )
})

test('C4: a report that the law asks for stands in My work of the pool manager until somebody says where it is', async () => {
  const { id, manager } =
    (
      await sql<{
        id: string
        manager: string
      }>`select id, manager from commissioning.agreement where title like 'Joint commissioning%'`.execute(house.ownerDb)
    ).rows[0] ?? assert.fail()
  const bodies = { administrator: false, clerkOf: new Set<string>(), chairOf: new Set<string>(), memberOf: new Set<string>() }
  const more = { observerOf: new Set<string>(), deputyOf: new Set<string>(), deputyAtMeetings: new Set<string>() }
  const asked = async () =>
    (await findCommissioningDuties(house.ownerDb, { person: { id: manager, name: '' }, ...bodies, ...more }, today)).filter(({ text }) =>
      text.startsWith('Quarterly report'),
    )
  const [duty] = await asked()
  assert.equal(String(duty?.dueOn), '2026-02-17')
  await send(`/agreements/${id}/reports/section-75-quarterly/2026-01-18`, {
    found: 'Meeting of March, item 6',
    ...dayFields('madeOn', '2026-03-02'),
  })
  assert.deepEqual(await asked(), [])
  assert.match((await visitor.get(`/agreements/${id}`)).text, /Meeting of March, item 6/)
})

const decisionOfBoard = async () =>
  (
    await sql<{
      id: string
      on: string
    }>`select id, decided_on::text as on from meetings.decision where of_body = ${body}::uuid and not withdrawn order by decided_on desc limit 1`.execute(
      house.ownerDb,
    )
  ).rows[0]

test('C3: a specification has versions that can be compared and stay; an outcome that is served no longer stays recorded', async () => {
  const service = await one(sql`select id from commissioning.service where title = 'Health visiting'`)
  const at = `/services/${service}/specifications`
  const compared = (await visitor.get(`${at}/compare?from=1&to=2`)).text
  assert.match(compared, /Saturday/)
  assert.match(compared, /Added/)
  await refuse(`${at}/new`, { text: 'x', outcomes: 'y', ...dayFields('startsOn', '2020-01-01') }, /after the last one/)
  await send(`${at}/new`, { text: 'Six visits', outcomes: 'Ready for school', why: 'One more', ...dayFields('startsOn', '2026-09-01') })
  await assert.rejects(
    sql`update commissioning.specification set text = 'z' where service = ${service}::uuid`.execute(house.ownerDb),
    /stays as it was/,
  )
  const served = await one(
    sql`select outcome as id from commissioning.service_outcome where service = ${service}::uuid and ends_on is null`,
  )
  await send(`/services/${service}/outcomes/${served}/end`, { because: 'Another service does' })
  const { ends_on, ended_because } = await house.ownerDb
    .selectFrom('commissioning.service_outcome')
    .selectAll()
    .where('service', '=', service)
    .where('outcome', '=', served)
    .executeTakeFirstOrThrow()
  assert.deepEqual([String(ends_on), ended_because], ['2026-03-10', 'Another service does'])
})

test('C13: nothing ends before equality was assessed, gap days are shown, and each pound is accounted for', async () => {
  const service = await one(sql`select id from commissioning.service where title = 'Parenting groups'`)
  const at = await send('/boards/joint-commissioning-board/decommissionings/new', {
    ...{ title: 'Groups end', service, lead: council, why: 'Few come', losing: 'Some lose a group', released: '1,000.01' },
    ...{ ...dayFields('endsOn', '2026-07-01'), ...dayFields('replacedOn', '2026-07-31'), replacedBy: 'Courses online' },
  })
  const id = at.split('/').at(-1) ?? ''
  assert.equal((await visitor.get(at)).status, 404)
  assert.match((await clerk.get(at)).text, /30 days without either/)
  const decision = (await decisionOfBoard()) ?? assert.fail('the board of the sample has decided something')
  await refuse(`${at}/decide`, { decision: decision.id }, /equality impact assessment must be recorded/)
  await assert.rejects(
    sql`update commissioning.decommissioning set decision = ${decision.id}::uuid where id = ${id}::uuid`.execute(house.ownerDb),
    /equality/,
  )
  await send(`${at}/money`, { kind: 'reallocated', what: 'Family hub', pence: '600' })
  await refuse(`${at}/money`, { kind: 'returned', what: 'Council', pence: '400.02' }, /more than is not decided/)
  await send(`${at}/money`, { kind: 'returned', what: 'Council', pence: '400' })
  assert.match((await clerk.get(at)).text, /£0\.01 is not decided yet/)
  await assert.rejects(
    sql`insert into commissioning.reallocation (id, decommissioning, body, sight, kind, what, pence)
      select gen_random_uuid(), id, body, sight, 'returned', 'x', 2 from commissioning.decommissioning where id = ${id}::uuid`.execute(
      house.ownerDb,
    ),
    /set free/,
  )
  await send(`${at}/show`, { sight: 'public' })
  assert.match((await visitor.get(at)).text, /30 days without either/)
})

test('C1: a case goes through the gates of the version it began under, in order, each by a decision of the board or its delegation', async () => {
  const framework = await one(sql`select id from commissioning.framework where title like 'How we commission%'`)
  const at = `/commissioning-frameworks/${framework}`
  const of = await one(sql`select id from commissioning.framework_case where title = 'Family support reviewed'`)
  await send(`${at}/editions`, { why: 'One more gate' })
  await send(`${at}/stages`, { phase: 'review', name: 'Look back', gate: 'The chair' })
  await send(`${at}/adopt`, dayFields('adoptedOn', '2026-03-10'))
  // The case keeps its four stages, and nobody moves it.
  assert.match((await visitor.get(at)).text, /under version 1/)
  await assert.rejects(
    sql`update commissioning.framework_case c set edition = v.id from commissioning.framework_version v where c.id = ${of}::uuid and v.number = 2`.execute(
      house.ownerDb,
    ),
    /keeps the version/,
  )
  await assert.rejects(sql`update commissioning.stage set name = 'Other'`.execute(house.ownerDb), /adopted/)
  const decision = (await decisionOfBoard()) ?? assert.fail('the board of the sample has decided something')
  await refuse(`${at}/cases/${of}`, { decision: decision.id, ...dayFields('passedOn', '2020-01-01') }, /Something later is recorded/)
  await send(`${at}/cases/${of}`, { decision: decision.id, said: 'Go on', ...dayFields('passedOn', today) })
  assert.match((await clerk.get(at)).text, /Record what the board decided on Family support reviewed/)
  await assert.rejects(
    sql`insert into commissioning.gate_passed (id, framework, edition, body, sight, of_case, stage, passed_on, decision)
      select gen_random_uuid(), c.framework, c.edition, c.body, c.sight, c.id, s.id, '2026-03-10', ${decision.id}::uuid
      from commissioning.framework_case c join commissioning.stage s on s.edition = c.edition and s.position = 4 where c.id = ${of}::uuid`.execute(
      house.ownerDb,
    ),
    /not signed off/,
  )
})

test('C2: a strategy goes to the forward plan of its board once; its groups, work, reviews and what is intended for the year are kept', async () => {
  const id = await one(sql`select id from commissioning.strategy where title = 'Home care from next year'`)
  const at = `/strategies/${id}`
  const board = await one(sql`select id from governance.body where slug = 'northbrook-childrens-partnership'`)
  const own = (await visitor.get(at)).text
  for (const words of ['now at Strategy and options', 'Help at home', 'one was chosen']) assert.ok(own.includes(words), words)
  assert.equal((await clerk.post(`${at}/place`, {})).status, 303)
  assert.match((await clerk.get(`${at}/work`)).text, /stands on the forward plan and on no agenda yet/)
  assert.equal((await clerk.post(`${at}/place`, {})).status, 422)
  await refuse(`${at}/groups`, { group: board, role: 'steering' }, /named already/)
  const task = await one(sql`select id from commissioning.strategy_work where title = 'Settle the model'`)
  await send(`${at}/work/${task}`, { said: 'Lead providers', ...dayFields('doneOn', '2026-03-09') })
  await send(`${at}/reviews`, { found: 'On its way', ...dayFields('heldOn', '2026-03-09'), ...dayFields('nextOn', '2026-09-09') })
  const shown = (await visitor.get(`${at}/work`)).text
  for (const words of ['Lead providers', 'On its way', '9 September 2026']) assert.ok(shown.includes(words), words)
  const service = await one(sql`select id from commissioning.service where title = 'Health visiting'`)
  await refuse(`/services/${service}/intentions`, { year: '2026', kind: 'change', text: 'x' }, /written already/)
  const foreign = await one(sql`select id from meetings.plan_item where body <> ${body}::uuid limit 1`)
  await assert.rejects(
    sql`update commissioning.strategy set plan_item = ${foreign}::uuid where id = ${id}::uuid`.execute(house.ownerDb),
    /another body/,
  )
})

test('T5: client groups are told as on a day: what begins later is not there, and a day that is none is refused', async () => {
  const groups = '/boards/joint-commissioning-board/thread/groups'
  const on = (year: number) => `?on-day=1&on-month=3&on-year=${year}`
  const now = (await visitor.get(groups)).text
  const before = (await visitor.get(`${groups}${on(2025)}`)).text
  assert.match(now, /2025-26 budget/)
  assert.match(before, /As on 1 March 2025. Money from 2 March 2024 to 1 March 2025/)
  assert.doesNotMatch(before, /2025-26 budget/)
  assert.match((await visitor.get(`${groups}${on(1990)}`)).text, /No service is recorded/)
  assert.equal((await visitor.get(`${groups}?on-day=31&on-month=2&on-year=2025`)).status, 422)
})
