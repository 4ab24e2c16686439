import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { createApp } from '#src/app.tsx'
import { ocdsSchemas } from '#test/support/ocds-schemas.ts'
import { sharedMissing } from '#test/support/shared.ts'
import { refreshOpenData } from '../commands/refresh-open-data.ts'
import { openDoor } from './door.ts'
import { reading } from './testing/crawl.ts'
import { openSample } from './testing/open-house.ts'

const house = await openSample(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const { needs, ownerDb, read, publicUrl } = house
const meeting = await ownerDb
  .selectFrom('meetings.meeting')
  .select(['id', 'place'])
  .where('sight', '=', 'public')
  .where('place', '<>', '')
  .orderBy('id')
  .executeTakeFirstOrThrow()
const location = `${publicUrl}/open/oparl/v1.1/location/${meeting.id}`

const listed = (schema: string, names: string): readonly string[] => names.split(/\s+/).map((name) => `${schema}.${name}`)
/** What the queries of the open data read: the note of a change must come from each. */
const tables = listed(
  'meetings',
  `meeting joint_body agenda_item item_content item_time paper paper_version paper_file minutes_file publication
  published_paper pack_file decision motion vote action declared_interest attendance absence meeting_chair
  item_topic decision_topic ratification_ask ratification ratification_text ratification_answer officer_decision
  officer_decision_content`,
)
const ofGovernance = listed(
  'governance',
  `body body_relation body_status body_setting terms_version organisation code seat appointment office person
  deputy_authorisation`,
)
const ofCommissioning = listed(
  'commissioning',
  `contract contract_lot contract_provider contract_extension contract_origin contract_kpi kpi_result
  contract_assessment provider provider_identifier buyer_identifier intention service process process_case
  case_event case_date foreseen_clearing payment_posting`,
)

test('O2: each table that is read tells when it is touched', async () => {
  const found = await sql<{ name: string }>`select tgrelid::regclass::text as name from pg_trigger where tgname = 'open_data'`.execute(
    ownerDb,
  )
  const followed = new Set(found.rows.map(({ name }) => name))
  assert.deepEqual(
    [...tables, ...ofGovernance, ...ofCommissioning, 'platform.setting'].filter((name) => !followed.has(name)),
    [],
  )
})

test('O2: another process, or the same after a restart, gives out the same to the byte', async () => {
  const before = await read.crawl()
  house.clock.set(Temporal.Instant.from('2026-03-02T11:00:00Z'))
  const restarted = reading(await createApp(needs), publicUrl)
  assert.deepEqual(await restarted.crawl(), before)
})

test('O2: once everything is written down, a look leaves no row behind and writes none', async () => {
  const count = async (): Promise<number> =>
    Number(
      (
        await ownerDb
          .selectFrom('publicsite.change')
          .select((row) => row.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  await refreshOpenData(needs)
  assert.equal(await count(), 0)
})

test('O2: what is taken back while others read is gone for whoever asks after it', async () => {
  for (let round = 0; round < 15; round += 1) {
    const place = round % 2 === 0 ? `Hall ${round}` : ''
    const readers = Array.from({ length: 6 }, () => read.get(location))
    await ownerDb.updateTable('meetings.meeting').set({ place }).where('id', '=', meeting.id).execute()
    const after = await Promise.all(Array.from({ length: 4 }, () => read.json(location)))
    for (const one of after) assert.deepEqual([one.description, one.deleted], place === '' ? [undefined, true] : [place, undefined])
    await Promise.all(readers)
  }
})

test('O2: two processes at once agree on the time of a change, and no time runs backwards', async () => {
  await ownerDb.updateTable('meetings.meeting').set({ place: 'Hall of two' }).where('id', '=', meeting.id).execute()
  await Promise.all([openDoor(needs).fresh(), openDoor(needs).fresh(), openDoor(needs).fresh()])
  const { modified } = await read.json(location)
  // A clock that was put back: what changes now is not older than what changed before.
  house.clock.set(Temporal.Instant.from('2026-03-02T09:00:00Z'))
  await ownerDb.updateTable('meetings.meeting').set({ place: 'Hall of three' }).where('id', '=', meeting.id).execute()
  assert.equal((await read.json(location)).modified, modified)
  assert.equal((await read.json(location)).description, 'Hall of three')
})

test('O2: a visitor changes nothing of what is written down, and does not see what waits', async () => {
  for (const statement of [
    'update publicsite.object set content = content',
    'delete from publicsite.change',
    'update publicsite.door set mapping = 0',
  ]) {
    const { numAffectedRows } = await needs.db.transaction().execute((tx) => sql.raw(statement).execute(tx))
    assert.equal(numAffectedRows ?? 0n, 0n, statement)
  }
  await assert.rejects(
    needs.db.transaction().execute((tx) => sql`delete from publicsite.object`.execute(tx)),
    /permission denied/,
  )
  await ownerDb.updateTable('meetings.meeting').set({ place: 'Waiting' }).where('id', '=', meeting.id).execute()
  assert.deepEqual(await needs.db.selectFrom('publicsite.change').selectAll().execute(), [])
})

test('O2: another address of the installation is another id for everything', async () => {
  const moved = { ...needs, config: { ...needs.config, publicUrl: 'https://northbrook.example' } }
  await refreshOpenData(moved)
  const there = reading(await createApp(moved), 'https://northbrook.example')
  const all = [...(await there.crawl()).values()].flat()
  assert.ok(all.length > 100)
  assert.ok(all.every(({ id }) => id.startsWith('https://northbrook.example/open/oparl/v1.1/')))
  assert.doesNotMatch(JSON.stringify(all), new RegExp(publicUrl))
})

/** What a program reads of open contracting data. */
interface Package {
  readonly releases: readonly {
    readonly ocid: string
    readonly id: string
    readonly date: string
    readonly tag: readonly string[]
    readonly tender: { readonly title: string }
  }[]
  readonly records: readonly {
    readonly ocid: string
    readonly releases: readonly unknown[]
    readonly compiledRelease: { readonly tender: { readonly title: string } }
  }[]
  readonly links?: { readonly next: string }
}
const ask = (path: string, headers: Record<string, string> = {}) => house.app.request(path, { headers })
const packageAt = async (path: string): Promise<Package> => (await (await ask(path)).json()) as Package
async function everyRelease(): Promise<Package['releases']> {
  const all: Package['releases'][number][] = []
  for (let next: string | undefined = '/open/ocds/releases.json'; next !== undefined; ) {
    const page: Package = await packageAt(next)
    all.push(...page.releases)
    next = page.links?.next.replace(publicUrl, '')
  }
  return all
}

test('C15: public contracts come out release by release, valid, in packages, and nothing that waits for a person is among them', async () => {
  const all = await everyRelease()
  const count = await sql<{ n: number }>`select count(*)::int as n from commissioning.contract where sight = 'public'`.execute(ownerDb)
  const bought = new Set(all.filter(({ tag }) => !tag.includes('planning')).map(({ ocid }) => ocid))
  assert.equal(bought.size, count.rows[0]?.n)
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
  assert.ok(all.every(({ ocid, date }) => /^ocds-(213czf|h6vhtk)-/.test(ocid) && /[+]00:00$/.test(date)))
  const tags = new Set(all.flatMap(({ tag }) => tag))
  for (const tag of ['award', 'contract']) assert.ok(tags.has(tag), [...tags].join())
  assert.doesNotMatch(JSON.stringify(all), /Bespoke placement|served/)
  const { releases, records, ...head } = await packageAt('/open/ocds/releases.json')
  const schemas = sharedMissing('standards/ocds') ? [] : ocdsSchemas()
  for (const release of all) for (const faults of schemas) assert.deepEqual(faults(release), [], JSON.stringify(release))
  assert.match(
    JSON.stringify(all),
    /"agreedMetrics":\[\{"id"[\s\S]*"implementation":\{"m/,
    'the sample tells of indicators, and of what came of them',
  )
  assert.deepEqual([records, Object.keys(head).includes('publishedDate')], [undefined, true])
  const [first] = all
  const one = await packageAt(`/open/ocds/records/${first?.ocid}.json`)
  assert.equal(one.records[0]?.compiledRelease.tender.title, first?.tender.title)
  assert.deepEqual((await packageAt(`/open/ocds/releases/${first?.id}.json`)).releases, [first])
  for (const path of ['/open/ocds/records/none.json', '/open/ocds/releases/x.json', '/open/ocds/none'])
    assert.equal((await ask(path)).status, 404, path)
  assert.equal((await ask('/open/ocds/releases.json?after=soon')).status, 400)
  const { headers } = await ask('/open/ocds/records.json')
  assert.equal((await ask('/open/ocds/records.json', { 'if-none-match': headers.get('etag') ?? '' })).status, 304)
})

test('C15: what is put right is another release, what was out stands, and what is taken back is gone', async () => {
  const contract = await ownerDb
    .selectFrom('commissioning.contract')
    .select(['id', 'body', 'title'])
    .where('title', '=', 'Short breaks')
    .executeTakeFirstOrThrow()
  const releases = async () => (await packageAt(`/open/ocds/records/ocds-213czf-${contract.id}.json`)).records[0]?.releases ?? []
  const before = await releases()
  await ownerDb
    .updateTable('commissioning.contract')
    .set({ summary: 'Days, evenings, weekends and holidays.' })
    .where('id', '=', contract.id)
    .execute()
  const after = await releases()
  assert.deepEqual(after.slice(0, before.length), before)
  assert.equal(after.length, before.length + 1)
  assert.equal((await releases()).length, after.length)
  assert.match(JSON.stringify(after.at(-1)), /"tag":\["tenderUpdate"\]/)
  await assert.rejects(
    sql`update commissioning.contract_release set content = '{}' where contract = ${contract.id}::uuid`.execute(ownerDb),
    /that is out stands/,
  )
  // A lot whose name could tell who a child is: nothing more comes out before a person has looked.
  await sql`insert into commissioning.contract_lot (id, contract, body, sight, number, title, status) values (gen_random_uuid(), ${contract.id}::uuid, ${contract.body}::uuid, 'public', 9, 'Bespoke placement for J.K.', 'active')`.execute(
    ownerDb,
  )
  assert.equal((await releases()).length, after.length)
  await sql`insert into commissioning.contract_clearing (id, contract, body, settled, because, on_day, by_person) select gen_random_uuid(), ${contract.id}::uuid, ${contract.body}::uuid, 'held', 'It names a child', platform.today(), id from governance.person limit 1`.execute(
    ownerDb,
  )
  await ownerDb.updateTable('commissioning.contract').set({ sight: 'members' }).where('id', '=', contract.id).execute()
  assert.equal((await ask(`/open/ocds/records/ocds-213czf-${contract.id}.json`)).status, 410)
  assert.equal((await ask(`/open/ocds/releases/${contract.id}-1.json`)).status, 410)
  assert.doesNotMatch(JSON.stringify(await everyRelease()), /Short breaks/)
})

test('C15: public intentions and cases come out as planning before anything is bought; held words wait for a person; the contract goes on under their ocid', async () => {
  const foreseen = async () =>
    (
      await sql<{
        id: string
        title: string
        ocid: string | null
      }>`select i.id, s.title, min(r.ocid) as ocid from commissioning.intention i join commissioning.service s on s.id = i.service
      left join commissioning.plan_release r on r.intention = i.id and r.content is not null group by 1, 2 order by 2`.execute(ownerDb)
    ).rows
  await everyRelease()
  const [home, youth] = ['Home care', 'Youth'].map((title) => async () => (await foreseen()).find((one) => one.title.startsWith(title)))
  const planned = (await home?.()) ?? assert.fail('the sample intends to buy home care again')
  const held = (await youth?.()) ?? assert.fail('the sample holds an intention back')
  assert.equal(planned.ocid, `ocds-213czf-${planned.id}`)
  assert.equal(held.ocid, null)
  const tags = (await everyRelease()).flatMap(({ tag }) => tag)
  assert.ok(tags.filter((tag) => tag === 'planning').length > 3, 'cases of the pipeline come out, too')
  assert.doesNotMatch(JSON.stringify(await everyRelease()), /bespoke offer/)
  const schemas = sharedMissing('standards/ocds') ? [] : ocdsSchemas()
  const [first] = (await packageAt(`/open/ocds/records/${planned.ocid}.json`)).records[0]?.releases ?? []
  for (const faults of schemas) assert.deepEqual(faults(first), [])
  // The table itself refuses what nobody let out.
  await assert.rejects(
    sql`insert into commissioning.plan_release (subject, number, intention, ocid, event, tags, published, content) values (${held.id}::uuid, 1, ${held.id}::uuid, 'ocds-x', 'planning', '{planning}', now(), '{"tender":{"title":"A bespoke offer"}}')`.execute(
      ownerDb,
    ),
    /not for everybody/,
  )
  const settle = (settled: string) =>
    sql`insert into commissioning.foreseen_clearing (id, body, subject, words, settled, because, on_day, by_person)
      select ${newId()}::uuid, i.body, i.id, s.title || ' ' || i.text, ${settled}, 'No child is meant', platform.today(), (select id from governance.person limit 1)
      from commissioning.intention i join commissioning.service s on s.id = i.service where i.id = ${held.id}::uuid`.execute(ownerDb)
  await settle('cleared')
  await everyRelease()
  assert.equal((await youth?.())?.ocid, `ocds-213czf-${held.id}`)
  await settle('held')
  assert.equal((await ask(`/open/ocds/records/ocds-213czf-${held.id}.json`)).status, 410)
  const contract = await sql<{
    id: string
  }>`insert into commissioning.contract (id, body, sight, title, commissioner, regime, starts_on, tendered_on)
    select gen_random_uuid(), i.body, 'public', 'Home care again', s.lead, 'light-touch', '2027-04-01', '2026-02-01' from commissioning.intention i join commissioning.service s on s.id = i.service
    where i.id = ${planned.id}::uuid returning id`.execute(ownerDb)
  const id = contract.rows[0]?.id ?? ''
  await sql`update commissioning.intention set contract = ${id}::uuid where id = ${planned.id}::uuid`.execute(ownerDb)
  await sql`update commissioning.contract set summary = 'For all' where id = ${id}::uuid`.execute(ownerDb)
  const record = (await packageAt(`/open/ocds/records/${planned.ocid}.json`)).records[0]
  const said = record?.releases as readonly { readonly id: string; readonly tag: readonly string[] }[]
  assert.deepEqual(said.map((one) => one.tag[0]).slice(0, 2), ['planning', 'tender'])
  assert.ok(said[1]?.id.startsWith(id))
  assert.equal(record?.compiledRelease.tender.title, 'Home care again')
})

test('C15: payments above the sum of the rule of their day are published to the penny; names of people, references and descriptions are not', async () => {
  const paid = (await (await ask('/open/csv/spending.csv')).text()).trim().split('\r\n')
  assert.ok(paid.length > 1, 'the sample has payments')
  const line = await sql<{
    id: string
    fund: string
    body: string
    sight: string
    year: number
  }>`select l.id, l.fund, l.body, l.sight, l.year
    from commissioning.budget_line l join commissioning.fund f on f.id = l.fund join governance.organisation o on o.id = f.host
    where l.sight = 'public' and f.sight = 'public' and o.sector = 'council' and l.year = 2025 limit 1`.execute(ownerDb)
  const one = line.rows[0] ?? assert.fail('no public line')
  const pay = (supplier: string, pence: number) =>
    sql`insert into commissioning.entry (id, fund, body, sight, year, line, kind, period, on_day, pence, supplier, reference, description) values (gen_random_uuid(), ${one.fund}::uuid, ${one.body}::uuid,
      ${one.sight}, ${one.year}, ${one.id}::uuid, 'actual', 11, '2026-02-11', ${pence}, ${supplier}, 'REF-SECRET', 'For Kim, aged 7')`.execute(
      ownerDb,
    )
  await pay('Mrs Edna Foster', 50_001)
  await pay('Brand New Care Ltd', 50_000)
  await pay('Other Care Ltd', 50_001)
  await pay('Kim Unknown', 123_456)
  const after = await (await ask('/open/csv/spending.csv')).text()
  assert.match(after, /Other Care Ltd,no,500\.01/)
  assert.match(after, /Not published: personal data,yes,1234\.56/)
  assert.doesNotMatch(after, /Edna|Kim|REF-SECRET|Brand New Care/)
  assert.equal(after.trim().split('\r\n').length, paid.length + 3)
})
