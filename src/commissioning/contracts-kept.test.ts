import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { type ActorId, readAs } from '#platform/database/session.ts'
import { loadSample } from '#src/sample/load.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'

const now = Temporal.Instant.from('2026-03-10T10:00:00Z')
const today = Temporal.PlainDate.from('2026-03-10')
const house = await openHouse(now)
const people = await loadSample(house.needs, house.ownerDb)
const clientAs = (role: string): Promise<Client> => openClient(house, people.find((person) => person.role === role) ?? assert.fail(role))
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

test('C9: a visit is planned, held later and leaves actions; a notice is closed after its answer; both then stand', async () => {
  const contract = await one(sql`select id from commissioning.contract where title = 'Family support at home'`)
  const at = `/contracts/${contract}`
  const visit = await one(sql`select id from commissioning.contract_visit where contract = ${contract}::uuid and held_on is null`)
  const early = await send(`${at}/visits/${visit}/actions`, { text: 'Fill two posts', byWhom: 'provider', ...day('dueOn', [1, 5, 2026]) })
  assert.match(early.text, /Record first what was found/)
  assert.equal((await send(`${at}/visits/${visit}/held`, { found: 'Two posts are empty', ...day('heldOn', [9, 3, 2026]) })).status, 303)
  assert.match((await send(`${at}/visits/${visit}/held`, { found: 'Other', ...day('heldOn', [9, 3, 2026]) })).text, /and stands/)
  const action = { text: 'Fill two posts', byWhom: 'provider', ...day('dueOn', [9, 3, 2026]) }
  assert.equal((await send(`${at}/visits/${visit}/actions`, action)).status, 303)
  const page = (await clerk.get(at)).text
  assert.match(page, /Fill two posts[\s\S]*Late/)
  // The provider is told what it is to do, and not what was found; whoever must do something finds it in My work.
  const told = (await provider.get(at)).text
  assert.match(told, /Visits, and what you are to do[\s\S]*Fill two posts[\s\S]*Late[\s\S]*Say that it is done/)
  assert.doesNotMatch(told, /Two posts are empty/)
  assert.match((await provider.get('/work')).text, /Family support at home: to do after a visit: Fill two posts/)
  assert.match((await clerk.get('/work')).text, /ask the provider whether this is done: Fill two posts/)
  assert.doesNotMatch((await visitor.get(at)).text, /Fill two posts/)
  const id = await one(sql`select id from commissioning.visit_action where text = 'Fill two posts'`)
  // The provider says that it is done; it comes back with the reason, and is confirmed at the second time.
  const say = { did: 'Both began', evidence: 'Contracts of 9 March', ...day('doneOn', [10, 3, 2026]) }
  const whose = await one(sql`select provider as id from commissioning.contract_provider where contract = ${contract}::uuid limit 1`)
  const report = `${at}/visit-actions/${id}/report`
  for (const who of [visitor, clerk]) assert.ok((await who.post(report, { ...say, provider: whose })).status >= 400)
  assert.match((await provider.post(report, { ...say, provider: whose, ...day('doneOn', [8, 3, 2026]) })).text, /from the day of the visit/)
  assert.match((await provider.post(report, { ...say, provider: contract })).text, /Another provider is to do this/)
  assert.equal((await provider.post(report, { ...say, provider: whose })).status, 303)
  assert.match((await provider.post(report, { ...say, provider: whose })).text, /Another provider is to do this, or it is confirmed/)
  assert.doesNotMatch((await provider.get('/work')).text, /Fill two posts/)
  assert.match((await clerk.get('/work')).text, /confirm it or send it back: (Fill two posts|Check the references)/)
  const saidOf = () => one(sql`select id from commissioning.visit_action_report where action = ${id}::uuid order by id desc limit 1`)
  const answering = async () => `${at}/action-reports/${await saidOf()}`
  assert.match((await send(await answering(), { answer: 'sent-back' })).text, /Say why it is sent back/)
  assert.equal((await send(await answering(), { answer: 'sent-back', because: 'Only one has begun' })).status, 303)
  await refused(
    sql`update commissioning.visit_action_report set because = 'Other' where id = ${await saidOf()}::uuid`,
    /what was said of it stands/,
  )
  assert.match((await provider.get('/work')).text, /sent back to you: Fill two posts \(Only one has begun\)/)
  assert.equal((await provider.post(report, { ...say, provider: whose })).status, 303)
  assert.ok((await provider.post(await answering(), { answer: 'confirmed', version: '1' })).status >= 400)
  assert.equal((await send(await answering(), { answer: 'confirmed' })).status, 303)
  assert.match((await provider.get(at)).text, /Fill two posts[\s\S]*Done 10 March 2026: Both began/)
  assert.doesNotMatch((await visitor.get(at)).text, /Both began/)
  await refused(sql`update commissioning.visit_action set text = 'Other' where id = ${id}::uuid`, /an action stands/)
  await refused(sql`update commissioning.contract_visit set found = 'Other' where id = ${visit}::uuid`, /what was found stands/)
  const notice = await one(sql`select id from commissioning.performance_notice limit 1`)
  const closing = { outcome: 'Two quarters on target', ...day('closedOn', [10, 3, 2026]) }
  assert.match((await send(`/performance-notices/${notice}/close`, closing)).text, /The provider may still answer/)
  assert.ok((await provider.post(`/performance-notices/${notice}/close`, { ...closing, version: '1' })).status >= 400)
  assert.equal((await provider.post(`/performance-notices/${notice}/answer`, { answer: 'A new lead starts.', version: '1' })).status, 303)
  assert.equal((await send(`/performance-notices/${notice}/close`, closing)).status, 303)
  assert.match((await clerk.get(at)).text, /Closed 10 March 2026: Two quarters on target/)
  await refused(sql`update commissioning.performance_notice set outcome = 'Other' where id = ${notice}::uuid`, /closed stands/)
})

test('C9: a figure after the end of a contract is refused in words and by the database', async () => {
  const ended = await one(sql`select c.id from commissioning.contract c join commissioning.contract_kpi k on k.contract = c.id limit 1`)
  await refused(
    sql`insert into commissioning.kpi_result (id, kpi, contract, body, sight, is_public, provider, starts_on, ends_on, value, reported_on, reported_by)
      select gen_random_uuid(), k.id, c.id, c.body, c.sight, k.is_public, p.provider, c.runs_until, c.runs_until + 90, 90, c.runs_until + 100, r.reported_by
      from commissioning.contract c join commissioning.contract_kpi k on k.contract = c.id join commissioning.contract_provider p on p.contract = c.id
      join commissioning.kpi_result r on r.kpi = k.id where c.id = ${ended}::uuid limit 1`,
    /the contract does not run then/,
  )
  const late = { title: 'Late', better: 'higher', everyMonths: '3', reportDays: '20', ...day('startsOn', [1, 1, 2035]) }
  assert.match((await send(`/contracts/${ended}/kpis`, late)).text, /nothing is measured before it begins or after it has ended/)
  const starts = await one(sql`select starts_on::text as id from commissioning.contract where id = ${ended}::uuid`)
  const [y = 0, m = 0, d = 0] = starts.split('-').map(Number)
  const within = { ...late, ...day('startsOn', [d, m, y]) }
  const kpi = async (more: object) => (await send(`/contracts/${ended}/kpis`, { ...within, ...more })).text
  assert.match(await kpi(day('lastDay', [1, 1, 2035])), /id="lastDay-error"[\s\S]*?The contract ends before that day/)
  assert.match(
    await kpi(day('lastDay', [d, m, y - 1])),
    /id="lastDay-error"[\s\S]*?The last day is before the first|It ends before it begins/,
  )
  assert.match(await kpi({ tolerance: '-5' }), /id="tolerance-error"[\s\S]*?0 or more/)
})

test('C11: what several commissioners pay for the same is compared for those who commission, and for nobody else', async () => {
  const text = (await clerk.get(`${board}/providers/rates`)).text
  for (const words of ['Alder Home Care', '£1.15', 'One commissioner alone', 'not told']) assert.ok(text.includes(words), words)
  for (const who of [visitor, provider]) assert.notEqual((await who.get(`${board}/providers/rates`)).status, 200)
  assert.match(
    (await visitor.get(`${board}/providers`)).text,
    /\d+ of the \d+ with a contract in force are commissioned by more than one partner/,
  )
  assert.doesNotMatch((await provider.get(`${board}/providers`)).text, /providers\/rates/)
})

test('C11: whoever signs in for a provider, whichever it is, sees no row of another that a visitor does not see, in no table of commissioning', async () => {
  const account = await one(sql`select account as id from governance.person where name = 'Andrew Lyle'`)
  const { rows: tables } = await sql<{ name: string; has: readonly string[] }>`
    select t.table_name as name, array_agg(c.column_name::text) as has from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'commissioning' and t.table_type = 'BASE TABLE' and c.column_name in ('provider', 'contract') group by 1 order by 1`.execute(
    house.ownerDb,
  )
  assert.ok(tables.length > 15)
  type Row = { at: string; provider: string | null; contract: string | null }
  const seen = (actor: ActorId | undefined) =>
    readAs(house.needs.db, { actor, now, today }, async (reader) => {
      const all = new Map<string, readonly Row[]>()
      for (const { name, has } of tables) {
        const of = (column: string) => sql.raw(has.includes(column) ? `${column}::text` : 'null')
        const rows = await reader
          .selectFrom(
            sql<Row>`(select ctid::text as at, ${of('provider')} as provider, ${of('contract')} as contract from ${sql.table(`commissioning.${name}`)})`.as(
              'r',
            ),
          )
          .select(['r.at', 'r.provider', 'r.contract'])
          .execute()
        all.set(name, rows)
      }
      const { ids } = await reader
        .selectNoFrom([sql<readonly string[]>`commissioning.my_contracts()::text[]`.as('ids')])
        .executeTakeFirstOrThrow()
      return { all, mine: new Set(ids) }
    })
  const open = await seen(undefined)
  const { rows: candidates } = await sql<{
    id: string
  }>`select id from commissioning.provider order by (exists (select from commissioning.provider_rate r where r.provider = provider.id)) desc, id limit 12`.execute(
    house.ownerDb,
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...candidates.map(({ id }) => id)), async (own) => {
      await sql`update commissioning.officer set organisation = ${own}::uuid where kind = 'provider'`.execute(house.ownerDb)
      const { all, mine } = await seen(account as ActorId)
      for (const [name, rows] of all) {
        const forAll = new Set(open.all.get(name)?.map(({ at }) => at))
        for (const row of rows.filter(({ at }) => !forAll.has(at))) {
          if (row.provider !== null) assert.equal(row.provider, own, name)
          if (row.contract !== null) assert.ok(mine.has(row.contract), name)
        }
      }
      const other = candidates.find(({ id }) => id !== own)?.id ?? ''
      assert.doesNotMatch((await provider.get(`/providers/${other}`)).text, /contracts@|Make the yearly letter|End it/)
    }),
    { numRuns: 8 },
  )
})

test('C11: a sign-in for a provider is ended by the clerk, and from then on nothing of the provider’s own is seen', async () => {
  const organisation = await one(sql`select organisation as id from commissioning.officer where kind = 'provider'`)
  const signIn = await one(sql`select id from commissioning.officer where kind = 'provider'`)
  const at = `/providers/${organisation}/sign-in/${signIn}`
  assert.ok((await provider.get(at)).status >= 400)
  assert.match((await clerk.post(at, day('lastDay', [1, 1, 1999]))).text, /ended already, or begins later/)
  assert.equal((await clerk.post(at, day('lastDay', [9, 3, 2026]))).status, 303)
  assert.match((await provider.get('/my-contracts')).text, /no provider|nobody|not/i)
  assert.doesNotMatch((await provider.get('/work')).text, /Report under your contract/)
})

const bring = async (what: 'notices' | 'register', content: string, name: string): Promise<string> =>
  (await clerk.upload(`${board}/contracts/${what}`, 'file', new File([content], name))).location
const contractOf = (title: string): Promise<string> => one(sql`select id from commissioning.contract where title = ${title}`)
const council = { name: 'Northbrook County Council', identifier: { scheme: 'GB-PPON', id: 'NBCC-2026-OCDS' }, roles: ['buyer'] }
const notice = (ocid: string, title: string, more: object = {}) => ({
  ...{ ocid, id: `${ocid}-1`, date: '2026-02-02T09:00:00Z', tag: ['award'], initiationType: 'tender', parties: [{ id: 'b', ...council }] },
  tender: { id: 'T', title, legalBasis: { scheme: 'UKPGA', id: '2023/54' } },
  awards: [{ id: '1', status: 'active', contractPeriod: { startDate: '2026-04-01T00:00:00Z', endDate: '2027-03-31T23:59:59Z' } }],
  ...more,
})

test('C15: a person completes what notices do not say; it stands against later notices, which are shown as odd until a person decides', async () => {
  const bare = notice('ocds-bare-1', '', { parties: [{ id: 'b', name: 'Somebody', roles: ['buyer'] }], tender: { id: 'T' }, awards: [] })
  const load = async (content: object): Promise<string> => {
    const at = await bring('notices', JSON.stringify([content]), 'bare.json')
    const looked = (await clerk.get(at)).text
    assert.equal((await clerk.post(`${at}/load`, {})).status, 303)
    return looked
  }
  await load(bare)
  const waiting = `${board}/contracts/notices/waiting`
  assert.match((await clerk.get(waiting)).text, /No title: ocds-bare-1[\s\S]*Title, Law or practice, First day, Buyer/)
  assert.equal((await visitor.get(waiting)).status, 303)
  const release = await one(sql`select id from commissioning.notice_release where ocid = 'ocds-bare-1'`)
  const at = `/notice-releases/${release}/complete`
  const council = await one(sql`select id from governance.organisation where name = 'Northbrook County Council'`)
  assert.match((await clerk.post(at, { source: 'The contract' })).text, /Say at least one of what is asked for above/)
  assert.match((await clerk.post(at, { title: 'Kept as typed' })).text, /Kept as typed/)
  // A part of it: the rest still waits.
  const source = 'The signed contract'
  assert.equal((await clerk.post(at, { title: 'Rafts', buyer: council, source })).location, waiting)
  assert.match((await clerk.get(waiting)).text, /Rafts[\s\S]*Law or practice, First day/)
  const done = await clerk.post(at, { regime: 'grant', ...day('startsOn', [1, 5, 2026]), source })
  const contract = await contractOf('Rafts')
  assert.equal(done.location, `/contracts/${contract}`, done.text)
  assert.match(
    (await clerk.get(`/contracts/${contract}`)).text,
    /Completed by a person on 10 March 2026: title, buyer. It comes from: The signed contract/,
  )
  assert.equal((await visitor.get(`/contracts/${contract}`)).status, 404)
  assert.doesNotMatch((await clerk.get(waiting)).text, /Rafts/)
  const standing = async () =>
    (
      await sql<{
        said: string
      }>`select concat_ws(' ', title, regime, starts_on, ends_on) as said from commissioning.contract where id = ${contract}::uuid`.execute(
        house.ownerDb,
      )
    ).rows[0]?.said
  assert.equal(await standing(), 'Rafts grant 2026-05-01')
  assert.match(await load(bare), /0 of them new/)
  // A later notice says other words of some fields, and adds one.
  const later = notice('ocds-bare-1', 'Boats', { id: 'later', date: '2026-02-20T09:00:00Z' })
  assert.match(await load(later), /The notices now say something else than a person completed/)
  assert.equal(await standing(), 'Rafts grant 2026-05-01 2027-04-01')
  assert.match((await clerk.get(waiting)).text, /The notices now say something else[\s\S]*Rafts[\s\S]*Title, Law or practice, First day/)
  assert.match((await clerk.get(at)).text, /the notices now say “Boats”; “Rafts” was completed and stands/)
  assert.match((await clerk.post(at, { ...day('startsOn', [1, 5, 2027]), source })).text, /it ends before that day/)
  assert.equal((await clerk.post(at, { title: 'Boats', regime: 'procurement-act', ...day('startsOn', [1, 4, 2026]), source })).status, 303)
  assert.equal(await standing(), 'Boats procurement-act 2026-04-01 2027-04-01')
  assert.doesNotMatch((await clerk.get(waiting)).text, /Boats|Rafts/)
  await refused(
    sql`insert into commissioning.notice_completion (id, body, ocid, release, title, source, entered_by)
    select gen_random_uuid(), body, 'ocds-other', id, 'X', 'Y', id from commissioning.notice_release where id = ${release}::uuid`,
    /foreign key/,
  )
})
