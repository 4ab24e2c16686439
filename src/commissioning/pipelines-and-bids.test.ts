import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'
import { openCall, submitBid } from './commands/bid.ts'
import { decideCall, lookAtBids, withdrawCall } from './commands/bid-call.ts'
import { agreeScores, recommendBid } from './commands/evaluation.ts'
import { findCall } from './queries/bids.ts'
import { namesItsContract } from './testing/awards.ts'
import { filesAreSealed } from './testing/bid-files.ts'

const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const house = await openHouse(now)
const people = await loadSample(house.needs, house.ownerDb)
const clientAs = (role: string): Promise<Client> => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))
const keeper = people.find(({ role }) => role === 'other-clerk')?.name ?? assert.fail('nobody keeps it')
const clerk = await clientAs('other-clerk')
const provider = await clientAs('lead')
const visitor = await openClient(house)
const board = '/boards/joint-commissioning-board'
const one = async (query: RawBuilder<{ id: string }>): Promise<string> =>
  (await query.execute(house.ownerDb)).rows[0]?.id ?? assert.fail('no such record')
const day = (name: string, [d, m, y]: readonly [number, number, number]) => ({
  ...{ [`${name}-day`]: String(d), [`${name}-month`]: String(m), [`${name}-year`]: String(y) },
})
const version = async (path: string) => /name="version" value="(\d+)"/.exec((await clerk.get(path)).text)?.[1] ?? assert.fail(path)
const send = async (path: string, fields: Readonly<Record<string, string>>) => clerk.post(path, { ...fields, version: await version(path) })
const refused = async (statement: RawBuilder<unknown>, rule: RegExp) => assert.rejects(statement.execute(house.ownerDb), rule)

test('C8: a pipeline is begun, its stages written, a round opened and cases moved by decision, all on pages', async () => {
  const made = await clerk.post(`${board}/pipelines/new`, { title: 'Hubs', casesAre: 'towns', stages: 'Interest\nPlan\nLive' })
  assert.equal(made.status, 303)
  const at = made.headers.get('location') ?? assert.fail()
  assert.equal((await visitor.get(at)).status, 404)
  const stage = /\/stages\/([0-9a-f-]{36})/.exec((await clerk.get(at)).text)?.[1] ?? assert.fail()
  const written = { title: 'Interest', criteria: 'Two signatures', days: '20', byDecision: 'yes' }
  assert.equal((await send(`${at}/stages/${stage}`, written)).status, 303)
  assert.equal((await send(`${at}/rounds`, { ...day('opensOn', [1, 2, 2026]), ...day('closesOn', [20, 2, 2026]) })).status, 303)
  const round = /<option value="([0-9a-f-]{36})"/.exec((await clerk.get(`${at}/cases`)).text)?.[1] ?? assert.fail()
  const cases = { titles: 'Ashby\nBarton\n', round }
  const late = await send(`${at}/cases`, { ...cases, ...day('enteredOn', [1, 3, 2026]) })
  assert.equal(late.status, 422)
  assert.match(late.text, /The round was not open on that day/)
  assert.equal((await send(`${at}/cases`, { ...cases, ...day('enteredOn', [10, 2, 2026]) })).status, 303)
  assert.match((await send(`${at}/stages/${stage}`, { ...written, days: '25' })).text, /the stages stand/)
  assert.match((await clerk.get(at)).text, /Past its deadline: 2 of 2/)
  for (const words of [/Past their deadline: 2 of 2 towns: Hubs/, /Still to be met in Hubs: Two signatures \(2 of 2 towns\)/])
    assert.match((await clerk.get('/work')).text, words)
  const ashby = /\/pipeline-cases\/([0-9a-f-]{36})">\s*Ashby/.exec((await clerk.get(at)).text)?.[1] ?? assert.fail()
  const met = { kind: 'met', ...day('onDay', [2, 3, 2026]) }
  assert.match((await clerk.post(`/pipeline-cases/${ashby}/events`, met)).text, /The board decides on this stage/)
  const other = await one(
    sql`select d.id from meetings.decision d join governance.body b on b.id = d.of_body and b.id = d.body where b.slug <> 'joint-commissioning-board' limit 1`,
  )
  assert.match((await clerk.post(`/pipeline-cases/${ashby}/events`, { ...met, decision: other })).text, /a decision of another board/)
  const away = { kind: 'deferred', because: 'A vote', ...day('onDay', [2, 3, 2026]), ...day('untilOn', [9, 3, 2026]) }
  assert.equal((await clerk.post(`/pipeline-cases/${ashby}/events`, away)).status, 303)
  assert.match((await clerk.get('/work')).text, /Deferred until a day that has come: 1 of 2 towns/)
  const service = await one(
    sql`select s.id from commissioning.service s join governance.body b on b.id = s.body where b.slug = 'joint-commissioning-board' limit 1`,
  )
  assert.equal((await send(`/pipeline-cases/${ashby}/edit`, { title: 'Ashby', service })).status, 303)
  assert.match((await clerk.get(`/thread/pipeline-case/${ashby}`)).text, /serves/)
  assert.equal((await send(`${at}/show`, { sight: 'public' })).status, 303)
  assert.equal((await visitor.get(at)).status, 200)
  // Past every page: a service of another board, a stage that stands, a decision that is missing.
  await refused(sql`update commissioning.process_stage set days = 3 where id = ${stage}::uuid`, /its stages stand/)
  await refused(
    sql`insert into commissioning.case_event (id, "case", process, body, sight, stage, kind, on_day, because)
      select gen_random_uuid(), c.id, c.process, c.body, c.sight, ${stage}::uuid, 'rejected', '2026-03-05', 'No' from commissioning.process_case c where c.title = 'Barton'`,
    /the board decides on this stage/,
  )
})

test('C8: criteria are ticked one by one, by whom and when, and a case stays in its stage while a required one is open unless the chair says why', async () => {
  const made = await clerk.post(`${board}/pipelines/new`, { title: 'Lodgings', casesAre: 'districts', stages: 'Interest\nLive' })
  const at = made.headers.get('location') ?? assert.fail()
  const stage = /\/stages\/([0-9a-f-]{36})"/.exec((await clerk.get(at)).text)?.[1] ?? assert.fail()
  const written = { title: 'Interest', criteria: 'A letter\nTwo signatures', wished: 'A picture' }
  assert.equal((await send(`${at}/stages/${stage}`, written)).status, 303)
  assert.equal((await send(`${at}/cases`, { titles: 'Calne', ...day('enteredOn', [2, 3, 2026]) })).status, 303)
  const calne = await one(sql`select id from commissioning.process_case where title = 'Calne'`)
  const criterion = (title: string) =>
    one(sql`select id from commissioning.stage_criterion where stage = ${stage}::uuid and title = ${title}`)
  const [letter, signatures, picture] = [await criterion('A letter'), await criterion('Two signatures'), await criterion('A picture')]
  const tick = (id: string, fields: Readonly<Record<string, string>>) => clerk.post(`/pipeline-cases/${calne}/criteria/${id}/tick`, fields)
  const met = { says: 'met', note: 'Seen', ...day('onDay', [3, 3, 2026]) }
  assert.match(
    (await tick(letter, { ...met, ...day('onDay', [1, 3, 2026]) })).text,
    /from the one on which it entered this stage until today/,
  )
  assert.equal((await tick(letter, met)).status, 303)
  assert.match((await tick(letter, met)).text, /stands like that already/)
  assert.match((await tick(letter, { ...met, says: 'open', note: '' })).text, /Enter|required|Answer/i)
  const leave = { kind: 'met', ...day('onDay', [5, 3, 2026]) }
  assert.match((await clerk.post(`/pipeline-cases/${calne}/events`, leave)).text, /A required criterion is still open/)
  const page = (await clerk.get(`/pipeline-cases/${calne}`)).text
  for (const words of ['1 of 3 is required and still open', '3 March 2026, ', 'Seen', 'A picture (not required)'])
    assert.ok(page.includes(words), words)
  assert.doesNotMatch(page, /Let it stay open/)
  // Past every page: nobody leaves while one is open, and whoever ticks is who they are.
  await refused(
    sql`insert into commissioning.case_event (id, "case", process, body, sight, stage, kind, on_day) select gen_random_uuid(), c.id, c.process, c.body, c.sight, ${stage}::uuid, 'met', '2026-03-05'
      from commissioning.process_case c where c.id = ${calne}::uuid`,
    /a required criterion is open/,
  )
  await refused(sql`update commissioning.stage_criterion set required = false where id = ${signatures}::uuid`, /what was asked stands/)
  await refused(sql`delete from commissioning.stage_criterion where id = ${picture}::uuid`, /what was asked stands/)
  const waive = `/pipeline-cases/${calne}/criteria/${signatures}/waive`
  assert.ok((await clerk.post(waive, { note: 'They are away' })).status >= 400)
  const holder = await one(
    sql`select o.id from governance.office o join governance.body b on b.id = o.body where b.slug = 'joint-commissioning-board' and o.role = 'chair' and o.ends_on is null`,
  )
  const before = await one(sql`select person as id from governance.office where id = ${holder}::uuid`)
  const seat = (who: RawBuilder<unknown>) =>
    sql`update governance.office set person = ${who} where id = ${holder}::uuid`.execute(house.ownerDb)
  await seat(sql`(select id from governance.person where name = 'Andrew Lyle')`)
  assert.equal((await send(`${at}/show`, { sight: 'members' })).status, 303)
  assert.equal((await provider.post(waive, { note: '' })).status, 422)
  assert.equal((await provider.post(waive, { note: 'Both have said so in the meeting' })).status, 303)
  await seat(sql`${before}::uuid`)
  assert.match((await clerk.get(`/pipeline-cases/${calne}`)).text, /Open, let pass by the chair[\s\S]*Andrew Lyle\. Both have said so/)
  assert.equal((await clerk.post(`/pipeline-cases/${calne}/events`, leave)).status, 303)
  // More is asked of those to come alone.
  const more = { title: 'A budget', required: 'yes', ...day('startsOn', [10, 3, 2026]) }
  assert.match((await send(`${at}/stages/${stage}/criteria`, more)).text, /begins or ends on a day to come/)
  assert.equal((await send(`${at}/stages/${stage}/criteria`, { ...more, ...day('startsOn', [11, 3, 2026]) })).status, 303)
  assert.equal((await send(`${at}/criteria/${letter}/end`, day('endsOn', [12, 3, 2026]))).status, 303)
  assert.match((await clerk.get(at)).text, /A budget \(from 11 March 2026\)/)
})

test('C8: bids are judged by published weights that make a whole, by named people who declare first, score alone and read each other after handing in', async () => {
  const asked = await one(sql`select id from commissioning.bid_call where title like 'A kitchen%'`)
  const criteria = `/bid-calls/${asked}/criteria`
  assert.match((await visitor.get('/search?q=kitchen')).text, /\/bid-calls\//)
  assert.match((await visitor.get(`/bid-calls/${asked}`)).text, /What families get[\s\S]*40\.00/)
  assert.match((await clerk.post(criteria, { quality: 'Families; 50', price: '40', because: 'Other weights' })).text, /make 100 per cent/)
  assert.match((await clerk.post(criteria, { quality: 'Families; 62.5', price: '37.5' })).text, /Say why it changes/)
  assert.equal((await clerk.post(criteria, { quality: 'Families; 62.5', price: '37.5', because: 'Asked by many' })).status, 303)
  assert.match((await visitor.get(`/bid-calls/${asked}`)).text, /62\.50[\s\S]*Asked by many/)
  await refused(
    sql`insert into commissioning.bid_criterion (id, call, edition, position, title, kind, weight) values (gen_random_uuid(), ${asked}::uuid, 2, 9, 'More', 'quality', 1)`,
    /weights make 100/,
  )
  const interested = await one(sql`select id from commissioning.bid_evaluator where call = ${asked}::uuid and interest <> ''`)
  assert.equal((await clerk.post(`/bid-calls/${asked}/evaluation/interest`, { has: 'some' })).status, 422)
  assert.equal((await clerk.post(`/bid-calls/${asked}/evaluation/interest`, { has: 'some', interest: 'My sister bids' })).status, 303)
  const mine = await one(sql`select id from commissioning.bid_evaluator where call = ${asked}::uuid and interest like 'My sister%'`)
  const settle = { settled: 'reads', because: 'It is long ago' }
  assert.match((await clerk.post(`/bid-calls/${asked}/evaluators/${mine}`, settle)).text, /another person settles it/)
  assert.equal((await clerk.post(`/bid-calls/${asked}/evaluators/${interested}`, settle)).status, 303)
  assert.equal((await visitor.get(`/bid-calls/${asked}`)).text.includes('My sister'), false)
  const call = await one(sql`select id from commissioning.bid_call where title like 'Paint%'`)
  const at = `/bid-calls/${call}/evaluation`
  assert.match((await clerk.get('/work')).text, /Score the bids and hand your scores in: Paint/)
  assert.doesNotMatch((await clerk.get(at)).text, /Says with whom and from when/)
  for (const who of [provider, visitor]) assert.ok((await who.get(at)).status >= 300)
  assert.match((await clerk.post(`${at}/hand-in`, {})).text, /Score each bid first/)
  const ids = async (of: RawBuilder<{ id: string }>) => (await of.execute(house.ownerDb)).rows.map(({ id }) => id)
  const bids = await ids(sql`select id from commissioning.bid where call = ${call}::uuid order by id`)
  const judged = await ids(sql`select id from commissioning.bid_criterion where call = ${call}::uuid and kind = 'quality'`)
  const scores = (points: string) =>
    Object.fromEntries(
      judged.flatMap((id) => [
        [`points-${id}`, points],
        [`because-${id}`, 'Shown with names'],
      ]),
    )
  assert.match((await clerk.post(`${at}/${bids[0]}/own`, scores('6'))).text, /these points are not on the scale/)
  for (const bid of bids) assert.equal((await clerk.post(`${at}/${bid}/own`, scores('4'))).status, 303)
  assert.equal((await clerk.post(`${at}/${bids[0]}/own`, scores('5'))).status, 303)
  assert.equal((await clerk.post(`${at}/hand-in`, {})).status, 303)
  assert.match((await clerk.get(at)).text, /Says with whom and from when/)
  assert.match((await clerk.post(`${at}/${bids[0]}/own`, scores('3'))).text, /they stand/)
  assert.ok((await clerk.post(`${at}/${bids[0]}/agreed`, scores('4'))).status >= 400)
  const moderator = await openClient(house, people.find(({ name }) => name === 'Dr Aisha Rahman') ?? assert.fail())
  assert.match((await moderator.get(`${at}/${bids[0]}/agreed`)).text, /Agreed scores: Families First[\s\S]*4: Good/)
  assert.match((await moderator.get(`${at}/recommend`)).text, /None of them/)
  assert.equal((await moderator.get(`/bid-calls/${call}/criteria`)).status, 403)
  const other = await one(sql`select p.account as id from commissioning.bid_evaluator e join governance.person p on p.id = e.person
    where e.call = ${call}::uuid and e.moderates`)
  const doer = { actor: other as ActorId, now, today: Temporal.PlainDate.from('2026-03-10') }
  const typed = new Map(judged.map((id) => [id, { points: 4, because: 'All agree' }]))
  const [needs, word] = [{ db: house.needs.db }, { bid: bids[0] ?? '', because: 'The better one' }]
  assert.equal((await recommendBid(needs, doer, call, word)).ok, false)
  for (const bid of bids) assert.equal((await agreeScores(needs, doer, call, bid, typed)).ok, true)
  assert.equal((await recommendBid(needs, doer, call, word)).ok, true)
  assert.equal((await agreeScores(needs, doer, call, bids[0] ?? '', typed)).ok, false)
  assert.match((await clerk.get(at)).text, /First is Families First Northbrook\.[\s\S]*88\.00/)
  const decided = { note: 'The head of commissioning', awarded: bids[1] ?? '', ...day('decidedOn', [10, 3, 2026]) }
  assert.match((await clerk.post(`/bid-calls/${call}/decided`, decided)).text, /departs from what was recommended/)
  assert.equal((await clerk.post(`/bid-calls/${call}/decided`, { ...decided, because: 'The other withdrew' })).status, 303)
  assert.match((await clerk.get(`/bid-calls/${call}`)).text, /Awarded[\s\S]*The other withdrew/)
  await namesItsContract(house.ownerDb, { clerk, provider, moderator, visitor }, call)
})

test('C8: a bid is sealed until two named people open all of them together; the last in time counts, and what comes late is kept and refused', async () => {
  const call = await one(sql`select id from commissioning.bid_call where title like 'A kitchen%'`)
  const own = await one(sql`select organisation as id from commissioning.officer where kind = 'provider'`)
  const text = 'Oak and steel, in June'
  assert.ok((await clerk.post(`/bid-calls/${call}/bid`, { provider: own, amount: '9000', text })).status >= 400)
  const other = await one(sql`select id from commissioning.provider where id <> ${own}::uuid limit 1`)
  assert.equal((await provider.post(`/bid-calls/${call}/bid`, { provider: other, amount: '9000', text })).status, 422)
  for (const amount of ['9,000.00', '8,765.43'])
    assert.equal((await provider.post(`/bid-calls/${call}/bid`, { provider: own, amount, text })).status, 303)
  assert.match((await provider.get(`/bid-calls/${call}`)).text, /Replaced by a later one[\s\S]*£8,765\.43|£8,765\.43[\s\S]*Counts/)
  assert.match((await clerk.get(`/bid-calls/${call}`)).text, /Sealed/)
  const files = await filesAreSealed({ db: house.needs.db, owner: house.ownerDb, now }, { provider, clerk, visitor }, call, own)
  const people = await sql<{
    person: string
    account: string
  }>`select p.id as person, p.account from governance.person p join commissioning.bid_call c on p.id in (c.first_opener, c.second_opener)
    where c.id = ${call}::uuid order by (p.id = c.first_opener) desc`.execute(house.ownerDb)
  const [first, second] = people.rows
  const { closesAt: closes, opensAt: opens } = await readAs(house.needs.db, { actor: undefined, now, today: dayOf(now) }, (reader) =>
    findCall(reader, call),
  )
  const acting = (account: string | undefined, at: Temporal.Instant) => ({
    actor: account as ActorId,
    now: at,
    today: at.toZonedDateTimeISO('Europe/London').toPlainDate(),
  })
  const read = (account: string | undefined, at: Temporal.Instant) =>
    readAs(house.needs.db, acting(account, at), (reader) =>
      reader.selectFrom('commissioning.bid_content').select(['amount', 'text']).where('call', '=', call).execute(),
    )
  const system = '00000000-0000-7000-8000-000000000001'
  const lyle = await one(sql`select account as id from governance.person where name = 'Andrew Lyle'`)
  // Whoever it is, and Goldenthread itself: nobody but the provider reads a word, even after the time was come and one of the two was there.
  for (const who of [first?.account, second?.account, system, undefined]) assert.deepEqual(await read(who, now), [])
  assert.equal((await read(lyle, now)).length, 3)
  const needs = { db: house.needs.db }
  const early = await openCall(needs, acting(first?.account, closes), call)
  assert.equal(early.ok, false)
  assert.equal((await openCall(needs, acting(first?.account, opens), call)).ok, true)
  await assert.rejects(openCall(needs, acting(lyle, opens), call))
  // The same one twice is one; and after more than an hour both begin again.
  assert.equal((await openCall(needs, acting(first?.account, opens.add({ minutes: 1 })), call)).ok, true)
  const later = opens.add({ hours: 3 })
  assert.equal((await openCall(needs, acting(second?.account, later), call)).ok, true)
  for (const who of [first?.account, second?.account, system]) assert.deepEqual(await read(who, later), [])
  await refused(sql`update commissioning.bid_call set opened_at = opens_at where id = ${call}::uuid`, /two people open it/)
  const late = await submitBid(needs, acting(lyle, closes.add({ seconds: 1 })), call, { provider: own, amount: 1n, text: 'Late' })
  assert.equal(late.ok, true)
  await files.stand(lyle, closes.add({ seconds: 2 }))
  assert.equal((await openCall(needs, acting(first?.account, later.add({ minutes: 30 })), call)).ok, true)
  const moment = later.add({ minutes: 31 })
  // Opened, and still sealed: each of the two reads it in a look that is written down, and nobody else before it is decided.
  for (const who of [first?.account, second?.account, system]) assert.deepEqual(await read(who, moment), [])
  const look = (account: string | undefined, at: Temporal.Instant) =>
    writeAs(house.needs.db, acting(account, at), async (tx) => {
      await lookAtBids(tx, acting(account, at), await findCall(tx, call))
      return tx.selectFrom('commissioning.bid_content').select(['amount', 'text']).where('call', '=', call).execute()
    })
  for (const who of [first?.account, second?.account]) assert.deepEqual(await look(who, moment), [{ amount: 876_543n, text }])
  await files.opened([second?.account], moment)
  assert.deepEqual(await read(first?.account, moment), [])
  const clerkAccount = await one(sql`select account as id from governance.person where name = ${keeper}`)
  const isOpener = [first?.account, second?.account].includes(clerkAccount)
  if (!isOpener) await assert.rejects(look(clerkAccount, moment))
  await assert.rejects(look(lyle, moment))
  const decidedOn = acting(undefined, moment).today
  const decided = { decidedOn, decision: undefined, note: 'The head of commissioning', awarded: undefined, because: undefined }
  assert.equal((await decideCall(needs, acting(clerkAccount, moment), call, { ...decided, note: undefined })).ok, false)
  assert.equal((await decideCall(needs, acting(clerkAccount, moment), call, decided)).ok, true)
  assert.deepEqual(await look(clerkAccount, moment), [{ amount: 876_543n, text }])
  assert.equal(await one(sql`select count(*)::text as id from commissioning.bid_look where call = ${call}::uuid`), '4')
  const envelopes = await sql<{
    refused: string
  }>`select refused_because as refused from commissioning.bid where call = ${call}::uuid order by id`.execute(house.ownerDb)
  assert.deepEqual(
    envelopes.rows.map(({ refused: because }) => because.slice(0, 26)),
    ['', '', '', 'It came after the deadline'],
  )
  assert.equal((await openCall(needs, acting(second?.account, moment), call)).ok, false)
  // What was opened is not withdrawn; one that was wrong is, with the reason, and nothing more is handed in or opened.
  assert.equal((await withdrawCall(needs, acting(clerkAccount, moment), call, { because: 'Wrong' })).ok, false)
  const wrong = await one(sql`select id from commissioning.bid_call where title like 'Advice for%'`)
  assert.equal((await clerk.post(`/bid-calls/${wrong}/withdraw`, { because: '' })).status, 422)
  assert.equal((await clerk.post(`/bid-calls/${wrong}/withdraw`, { because: 'The wrong terms were attached' })).status, 303)
  assert.match((await visitor.get(`/bid-calls/${wrong}`)).text, /Withdrawn[\s\S]*The wrong terms were attached/)
  assert.match((await provider.get('/work')).text, /A call you bid in is withdrawn: Advice for/)
  await refused(
    sql`insert into commissioning.bid_opening (id, call, body, person, said_at) select gen_random_uuid(), c.id, c.body, c.first_opener, now() from commissioning.bid_call c where c.id = ${wrong}::uuid`,
    /it is withdrawn/,
  )
  const settled = await one(sql`select id from commissioning.bid_call where decided_on < '2026-03-10' limit 1`)
  assert.doesNotMatch((await clerk.get(`/bid-calls/${settled}`)).text, /Forty boxes/)
  assert.match((await clerk.get(`/bid-calls/${settled}/bids`)).text, /Forty boxes/)
  assert.match((await clerk.get(`/bid-calls/${settled}`)).text, /Who has read the bids/)
  assert.ok((await visitor.get(`/bid-calls/${settled}/bids`)).status >= 300)
  await refused(
    sql`insert into commissioning.bid (id, call, body, provider, submitted_by, received_at) select gen_random_uuid(), b.call, b.body, b.provider, b.submitted_by, b.received_at from commissioning.bid b where b.call = ${call}::uuid limit 1`,
    /an empty envelope/,
  )
})
