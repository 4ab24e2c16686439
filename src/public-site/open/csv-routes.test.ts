import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { type RawBuilder, sql } from 'kysely'
import { type BoardTableName, boardTables } from './csv/board-tables.ts'
import { describedTables } from './csv/described.ts'
import { type CsvName, csvTables } from './csv/tables.ts'
import { openSample } from './testing/open-house.ts'

const house = await openSample(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const { read, publicUrl, ownerDb } = house

test('C15: tables of spending and contracts are described as CSV on the Web, column by column as they stand; grants come out as 360Giving demands', async () => {
  for (const [name, { columns, key }] of Object.entries(describedTables)) {
    const csv = await read.get(`${publicUrl}/open/csv/${name}.csv`)
    assert.match(csv.headers.get('link') ?? '', new RegExp(`/open/csv/${name}.csv-metadata.json>; rel="describedby"`))
    const rows = parse(await csv.text(), { columns: true }) as Record<string, string>[]
    assert.deepEqual(
      columns.map(({ title }) => title),
      boardTables[name as BoardTableName].header,
    )
    assert.equal(new Set(rows.map((row) => row[key])).size, rows.length, 'the key tells rows apart')
    const forms = { date: /^(\d{4}-\d\d-\d\d)?$/, decimal: /^(\d+\.\d\d)?$/, boolean: /^(yes|no)$/, string: /^/ }
    for (const row of rows) for (const { title, datatype } of columns) assert.match(row[title] ?? '', forms[datatype], `${name} ${title}`)
    const answer = await read.get(`${publicUrl}/open/csv/${name}.csv-metadata.json`)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/csvm\+json/)
    const described = (await answer.json()) as Record<string, unknown>
    assert.deepEqual(described['@context'], ['http://www.w3.org/ns/csvw', { '@language': 'en' }])
    assert.equal(described.url, `${publicUrl}/open/csv/${name}.csv`)
  }
  assert.equal((await read.get(`${publicUrl}/open/csv/votes.csv-metadata.json`)).status, 404)
  const { grants, version } = (await read.json(`${publicUrl}/open/360giving/grants.json`)) as unknown as {
    readonly version: string
    readonly grants: readonly Record<string, unknown>[]
  }
  assert.equal(version, '1.1')
  assert.ok(grants.length > 0, 'the sample has a grant')
  for (const grant of grants) {
    const { id, title, description, currency, amountAwarded, awardDate, recipientOrganization, fundingOrganization } = grant
    assert.ok([id, title, description].every((one) => typeof one === 'string' && one !== ''))
    assert.match(String(id), /^goldenthread-[0-9a-f-]{36}$/, 'an id names no host')
    assert.deepEqual([currency, typeof amountAwarded, /^\d{4}-\d\d-\d\d$/.test(String(awardDate))], ['GBP', 'number', true])
    for (const list of [recipientOrganization, fundingOrganization])
      for (const one of list as readonly Record<string, unknown>[]) assert.ok(one.id && one.name)
  }
})

const table = async (name: string): Promise<readonly Readonly<Record<string, string>>[]> => {
  const answer = await read.get(`${publicUrl}/open/csv/${name}.csv`)
  assert.equal(answer.status, 200, name)
  assert.equal(answer.headers.get('content-disposition'), `attachment; filename="${name}.csv"`)
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  return parse(await answer.text(), { columns: true }) as Record<string, string>[]
}

test('O2: every public table opens as CSV with its heading, and holds what the open data hold', async () => {
  const objects = await read.crawl()
  for (const name of Object.keys(csvTables) as CsvName[]) {
    const rows = await table(name)
    for (const row of rows) assert.deepEqual(Object.keys(row), csvTables[name].header)
    if (name === 'members') assert.equal(rows.length, objects.get('membership')?.length)
    if (name === 'meetings') assert.equal(rows.length, objects.get('meeting')?.length)
    if (name === 'agendas') assert.equal(rows.length, objects.get('agendaItem')?.length)
    if (name === 'papers') assert.equal(rows.length + (await table('officer-decisions')).length, objects.get('paper')?.length)
    if (!['motions', 'votes', 'interests'].includes(name)) assert.ok(rows.length > 0, name)
  }
})

test('O2: what OParl has no objects for stands in tables of its own, read as a visitor, each record once', async () => {
  const filled: string[] = []
  for (const name of Object.keys(boardTables) as BoardTableName[]) {
    const rows = await table(name)
    for (const row of rows) assert.deepEqual(Object.keys(row), boardTables[name].header)
    const lines = rows.map((row) => JSON.stringify(row))
    assert.equal(new Set(lines).size, lines.length, name)
    if (rows.length > 0) filled.push(name)
  }
  assert.deepEqual(filled.sort(), [
    ...[
      'consultations',
      'contracts',
      'cost-scenarios',
      'delegated-budgets',
      'delegations',
      'disputes',
      'elections',
      'endings',
      'figures',
      'forward-plan',
      'frameworks',
    ],
    ...[
      'interests-register',
      'market-statements',
      'pathways',
      'plans',
      'protocols',
      'providers',
      'questions',
      'recommendations',
      'relationships',
      'reports',
    ],
    ...['requests', 'sharing-agreements', 'spending', 'you-said-we-did'],
  ])
  const hidden = await ownerDb.selectFrom('governance.body_request').select('subject').where('sight', '=', 'members').execute()
  const shown = (await table('requests')).map(({ subject }) => subject)
  for (const { subject } of hidden) assert.ok(!shown.includes(subject), subject)
})

test('O2: registers of boards stand in tables as far as a visitor reads them: no delegation before its time, no private agreement or plan', async () => {
  const delegations = await table('delegations')
  for (const row of delegations) assert.ok((row['first day'] ?? '') <= '2026-03-02' && row['given to'] !== '', JSON.stringify(row))
  const kept = await ownerDb.selectFrom('governance.sharing_agreement').select('title').where('sight', '=', 'members').execute()
  const agreements = (await table('sharing-agreements')).map(({ title }) => title)
  for (const { title } of kept) assert.ok(!agreements.includes(title), title)
  const drafts = await ownerDb.selectFrom('meetings.plan_item').select('title').where('sight', '<>', 'public').execute()
  const plans = (await table('forward-plan')).map(({ title }) => title)
  const open = await ownerDb.selectFrom('meetings.plan_item').select('title').where('sight', '=', 'public').execute()
  for (const { title } of drafts) assert.ok(open.some((other) => other.title === title) || !plans.includes(title), title)
  assert.ok(kept.length + drafts.length > 0)
})

test('O2: a decision says whether partners took it home, and each partner what it said', async () => {
  const taken = (await table('ratifications')).filter(({ answer }) => answer === 'agreed with changes')
  assert.ok(taken.length > 0)
  for (const row of taken) assert.ok(row['in its words'] !== '' && row.partner !== '')
  assert.ok((await table('decisions')).some((row) => ['waiting', 'changes asked'].includes(row['state with partners'] ?? '')))
})

test('O2: a row says of which board and meeting it is', async () => {
  const [decision] = await table('decisions')
  assert.match(decision?.board ?? '', /Northbrook/)
  assert.match(decision?.['meeting date'] ?? '', /^\d{4}-\d\d-\d\d$/)
  for (const paper of await table('papers')) assert.match(`${paper.board} ${paper['meeting date']}`, /\w+ \d{4}-\d\d-\d\d$/)
  for (const member of await table('members')) assert.ok(member.board !== '' && member.person !== '')
})

test('O2, M1: what was decided at a joint meeting says of which of its boards it is', async () => {
  const joint = ownerDb.selectFrom('meetings.decision').select('meeting').whereRef('of_body', '<>', 'body')
  await ownerDb.updateTable('meetings.decision').set({ sight: 'public' }).where('meeting', 'in', joint).execute()
  const rows = (await table('decisions')).filter(({ board }) => board?.includes('; '))
  assert.deepEqual(new Set(rows.map((row) => row['of board'])), new Set(rows.flatMap(({ board }) => board?.split('; '))))
  assert.ok(rows.length > 0)
})

test('O2: a recorded vote stands in the tables by name, motions with their count', async () => {
  const { item, meeting, body } = await ownerDb
    .selectFrom('meetings.decision')
    .select(['item', 'meeting', 'body'])
    .where('sight', '=', 'public')
    .executeTakeFirstOrThrow()
  const place = await ownerDb
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .select(['a.seat', 'a.place', 'a.person'])
    .where('s.voting', '=', 'voting')
    .executeTakeFirstOrThrow()
  const of = { meeting, body, sight: 'public', category: 'public' }
  const motion = '01a201f8-0000-7000-8000-00000000aaaa'
  const at = Temporal.Instant.from('2026-02-01T10:00:00Z')
  await ownerDb
    .insertInto('meetings.motion')
    .values({
      ...of,
      id: motion,
      item: item ?? '',
      number: 1,
      text: '=1+1',
      type: 'approve',
      state: 'open',
      method: 'recorded_vote',
      put_at: at,
      opened_at: at,
    })
    .execute()
  await ownerDb
    .insertInto('meetings.vote')
    .values({ ...of, ...place, id: '01a201f8-0000-7000-8000-00000000aaab', motion, name: 'x', choice: 'for', at, actor: place.person })
    .execute()
  await ownerDb
    .updateTable('meetings.motion')
    .set({ state: 'carried', votes_for: 1, votes_against: 0, abstained: 0, closed_at: at })
    .where('id', '=', motion)
    .execute()
  const [carried] = await table('motions')
  assert.deepEqual(
    [carried?.motion, carried?.result, carried?.for, carried?.against],
    ["'=1+1", 'carried', '1', '0'],
    'no cell is a formula',
  )
  const [vote] = await table('votes')
  assert.equal(vote?.vote, 'for')
  assert.ok((vote?.person ?? '').length > 3)
})

test('O2: plans, figures, recommendations and what was done about voices are tables, and hold what everybody reads and nothing else', async () => {
  const counted = async (from: RawBuilder<unknown>): Promise<number> =>
    Number((await sql<{ n: string }>`select count(*) as n from ${from}`.execute(ownerDb)).rows[0]?.n)
  for (const [name, from] of [
    [
      'plans',
      sql`plans.action_text t join plans.plan_version v on v.id = t.version where v.shown and v.state in ('published', 'closed') and v.sight = 'public'`,
    ],
    ['recommendations', sql`assurance.recommendation where sight = 'public'`],
    [
      'figures',
      sql`(select distinct o.measure, o.starts_on, o.ends_on, o.area, o.dimension, o.category from performance.observation o
      join performance.measure m on m.id = o.measure where o.sight = 'public' and m.sight = 'public') as f`,
    ],
  ] as const) {
    const rows = await table(name)
    assert.ok(rows.length > 0, name)
    assert.equal(rows.length, await counted(from), name)
  }
  assert.ok(
    (await table('you-said-we-did')).every(({ said, done, 'why nothing was done': why }) => said !== '' && (done === '') !== (why === '')),
  )
  const states = (await table('figures')).filter(({ status }) =>
    ['missing', 'not due', 'not yet available', 'suppressed'].includes(status ?? ''),
  )
  assert.ok(
    states.every(({ value }) => value === ''),
    'a state is no number',
  )
})

test('O2: a table that is not there is refused in words', async () => {
  for (const name of ['constructor', 'secrets', 'x'.repeat(10_000)]) {
    const answer = await read.get(`${publicUrl}/open/csv/${name}.csv`)
    assert.equal(answer.status, 404)
  }
})
