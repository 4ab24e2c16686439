import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { earlyHelpRoutes } from '#early-help/routes.ts'
import type { ActorId } from '#platform/database/session.ts'
import { readWithPdfJs } from '#platform/documents/pdf/testing/readers.ts'
import { openLog } from '#platform/log.ts'
import { roomClient } from '#platform/web/testing/room-client.ts'
import { csvTables } from '#public-site/open/csv/tables.ts'
import { createApp } from '#src/app.tsx'
import { loadSample } from '#src/sample/load.ts'
import { openHouse } from '../support/house.ts'

// E6, I6, X2: every word that stands in a family's record is looked for wherever something of the house stands outside the seal.
const house = await openHouse(Temporal.Instant.from('2026-11-23T10:00:00Z'))
await loadSample(house.needs, house.ownerDb)
const { ownerDb, needs } = house

/** Texts of several words that stand in any column of a table that belongs to a family, as the schema has them; names of people and agencies of the partnership are not theirs. */
async function words(): Promise<readonly string[]> {
  const columns = await sql<{ place: string; name: string }>`select c.relname as place, a.attname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and format_type(a.atttypid, null) in ('text', 'jsonb')
    where c.relnamespace = 'casework'::regnamespace and c.relkind = 'r' and (c.relname in ('family', 'request', 'person') or exists (
      select from pg_attribute k where k.attrelid = c.oid and k.attname in ('episode', 'family') and not k.attisdropped)) order by 1, 2`.execute(
    ownerDb,
  )
  assert.ok(columns.rows.length > 120, String(columns.rows.length))
  const found = new Set<string>()
  for (const { place, name } of columns.rows) {
    const column = sql.raw(`"${name}"::text`)
    const { rows } = await sql<{
      said: string
    }>`select distinct ${column} as said from casework.${sql.raw(place)} where ${column} like '% %'`.execute(ownerDb)
    for (const { said } of rows)
      for (const line of said.split(/[\n"{}]+/)) if (line.trim().length > 9 && line.trim().includes(' ')) found.add(line.trim())
  }
  const known = await sql<{
    name: string
  }>`select name from governance.person union select name from governance.organisation union select name from governance.area`.execute(
    ownerDb,
  )
  const names = known.rows.map(({ name }) => name).toSorted((a, b) => b.length - a.length)
  const left = (one: string): string => names.reduce((rest, name) => rest.replaceAll(name, ''), one).replaceAll(/[^\p{L}]/gu, '')
  for (const one of found) if (left(one).length < 8) found.delete(one)
  // What somebody's post is called is said of them outside, too.
  const { rows: posts } = await sql<{ said: string }>`select x::text as said from governance.post x`.execute(ownerDb)
  const ofPosts = posts.map((one) => one.said).join(' ')
  // What the partnership calls a reason for closing is its own word, which a closing keeps of its day.
  const { rows: reasons } = await sql<{ said: string }>`select x::text as said from casework.closing_reason x`.execute(ownerDb)
  const settled = reasons.map((one) => one.said).join(' ')
  return [...found].filter((one) => !ofPosts.includes(one) && !settled.includes(one) && !/^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(one))
}

const said = await words()
const shownIn = (text: string): readonly string[] => said.filter((one) => text.includes(one) || text.includes(one.replaceAll("'", '&#39;')))

test('E6, X2: no word of a family stands in any table or view outside the seal: jobs, mails, audit, search, thread, figures', async () => {
  assert.ok(said.length > 100, String(said.length))
  const tables = await sql<{
    place: string
  }>`select format('%I.%I', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm', 'v') and n.nspname not in ('casework', 'pg_catalog', 'information_schema', 'pg_toast') order by 1`.execute(
    ownerDb,
  )
  assert.ok(tables.rows.length > 200)
  for (const { place } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select x::text as row from ${sql.raw(place)} x`.execute(ownerDb)
    if (place === 'pgboss.job' || place === 'platform.audit_entry') assert.ok(rows.length > 0, place)
    assert.deepEqual(shownIn(rows.map(({ row }) => row).join('\n')), [], place)
  }
})

test('E6, E7, E12: no word of a family stands in what leaves early help on paper or as a list: the report for boards, certificates, what was destroyed', async () => {
  const routes = earlyHelpRoutes({
    ...{ db: needs.casework, outbox: needs.outbox, publicUrl: 'https://board.example' },
    confirmOwner: async () => undefined,
  })
  const by = async (role: string) => {
    const { account } = await ownerDb
      .selectFrom('casework.post as p')
      .innerJoin('governance.person as n', 'n.id', 'p.person')
      .select('n.account')
      .where('p.role', '=', role)
      .orderBy('n.name')
      .limit(1)
      .executeTakeFirstOrThrow()
    const now = needs.clock.now()
    return roomClient(routes, { actor: account as ActorId, now, today: now.toZonedDateTimeISO('Europe/London').toPlainDate() })
  }
  const months = await ownerDb.selectFrom('casework.quality_report').select('month').execute()
  const gone = await ownerDb.selectFrom('casework.destruction').selectAll().execute()
  // By which rule a record was destroyed is the rule's word, and no family's.
  const rules = JSON.stringify(gone) + JSON.stringify(await ownerDb.selectFrom('casework.retention_rule').selectAll().execute())
  const papers = [
    ...months.map(
      ({ month }) => ['co-ordinator', `/families/quality/report/${month.toPlainYearMonth()}/report.pdf`, /Report on quality/] as const,
    ),
    ...gone.map(({ id }) => ['governance', `/families/retention/certificates/${id}/certificate.pdf`, /destr/i] as const),
    ['governance', '/families/retention/destroyed.csv', /certificate/] as const,
  ]
  assert.ok(months.length > 0 && gone.length > 0)
  for (const [role, path, holds] of papers) {
    const answer = await (await by(role)).get(path)
    assert.equal(answer.status, 200, path)
    const text = path.endsWith('.pdf') ? (await readWithPdfJs(answer.bytes)).join(' ') : answer.text
    assert.match(text, holds, path)
    assert.deepEqual(
      shownIn(text).filter((one) => !rules.includes(one)),
      [],
      path,
    )
  }
})

test('E6, O1: no word of a family stands on public pages, in open data, in what a search finds, or in what an error says and a log keeps', async () => {
  const lines: string[] = []
  const log = openLog('debug', { write: (line) => void lines.push(line) })
  const app = await createApp({ ...needs, log })
  const { rows } = await sql<{ id: string }>`select id from casework.episode`.execute(ownerDb)
  const paths = [
    ...['/', '/boards', '/meetings', '/plans', '/measures', '/thread', '/families', '/families/nothing', '/sign-in', '/open'],
    ...Object.keys(csvTables).map((name) => `/open/csv/${name}.csv`),
    ...rows.flatMap(({ id }) => ['', '/people', '/plan', '/voice', '/episode.json'].map((part) => `/families/${id}${part}`)),
    ...said.slice(0, 40).map((one) => `/search?q=${encodeURIComponent(one.split(' ')[0] ?? '')}`),
  ]
  for (const path of paths) {
    const answer = await app.request(path)
    assert.ok(answer.status < 500, path)
    assert.deepEqual(shownIn(await answer.text()), [], path)
  }
  // What is posted without a token, or to nobody's form, is refused and stands in no log.
  for (const [path, name] of [
    ['/families/new', 'why'],
    [`/families/${rows[0]?.id}/voice/statements/new`, 'words'],
  ] as const) {
    const answer = await app.request(path, { method: 'POST', body: new URLSearchParams({ [name]: said[0] ?? '' }) })
    assert.ok(answer.status >= 400 && answer.status < 500, path)
  }
  assert.ok(lines.length > 50, 'the log was kept')
  assert.deepEqual(shownIn(lines.join('')), [])
})

test('E6, X2: a database that refuses a family’s words, quotes them or takes too long has them in no log; whoever typed them keeps them', async () => {
  const marker = 'Marker that no log may hold'
  const lines: string[] = []
  const lead = await sql<{ account: ActorId; episode: string }>`select n.account, g.episode from casework.access_grant g
    join casework.episode e on e.id = g.episode and e.closed_on is null join governance.person n on n.id = g.person
    where g.class = 'voice' and g.relation = 'lead' and g.ends_at > ${needs.clock.now()} and n.account is not null limit 1`.execute(ownerDb)
  const { account, episode } = lead.rows[0] ?? assert.fail('nobody leads in the sample')
  const identity = {
    ...needs.identity,
    findAccount: async () => ({ id: account, name: 'Somebody', email: 'somebody@example.org', sessionId: 'x', cookies: [] }),
  }
  const app = await createApp({ ...needs, identity, log: openLog('debug', { write: (line) => void lines.push(line) }) })
  const path = `/families/${episode}/voice/statements/new`
  const headers = { cookie: 'goldenthread.session_token=x' }
  const shown = await app.request(path, { headers })
  const csrf = /name="csrf" value="([^"]+)"/.exec(await shown.text())?.[1] ?? ''
  const cookie = `${headers.cookie}; ${shown.headers.getSetCookie()[0]?.split(';')[0]}`
  const day = { 'saidOn-day': '20', 'saidOn-month': '11', 'saidOn-year': '2026' }
  const told = { csrf, kind: 'worried', words: marker, whose: 'Somebody', goal: 'It is well', forHowLong: 'a year', ...day }
  const refusals = {
    '23514': "raise check_violation using detail = 'Failing row contains (' || new.words || ')'",
    '22P02': 'perform new.words::int',
    '57014': "raise query_canceled using message = 'canceling statement due to statement timeout', detail = new.words, hint = new.words",
  }
  for (const [code, refusal] of Object.entries(refusals)) {
    await sql`create or replace function casework.refuse_tried() returns trigger language plpgsql as ${sql.lit(`begin ${refusal}; return new; end`)}`.execute(
      ownerDb,
    )
    await sql`create or replace trigger refuse_tried before insert on casework.statement for each row execute function casework.refuse_tried()`.execute(
      ownerDb,
    )
    const answer = await app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(told) })
    const page = await answer.text()
    assert.ok(answer.status >= 500, `${code}: ${answer.status}`)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.match(page, new RegExp(`Send it again[\\s\\S]*${marker}`), 'what was typed is not lost')
    assert.doesNotMatch(page, /Failing row|invalid input|SQL|casework\./)
  }
  await sql`drop trigger refuse_tried on casework.statement`.execute(ownerDb)
  const log = lines.join('')
  for (const said of ['check_violation', 'a value that is not taken', 'statement timeout'])
    assert.ok(log.includes(said), `the log says ${said}`)
  assert.ok(!log.includes('Marker'), 'words of a family in the log')
})
