import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import type { ToldQuality } from '#performance/public.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { publishFigures } from './commands/figures.ts'
import { attackedYears } from './testing/attacked-years.ts'
import { enterFamilies } from './testing/entered-families.ts'
import { enterQualityMonths, readQuality } from './testing/quality-months.ts'
import { figureRecounts, slowCount } from './testing/slow-figures.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb, db } = town
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const acting = () => ({ actor: SYSTEM_ACTOR, now: at('2026-03-10T03:00:00Z'), today: day('2026-03-10') })

const { publish, published, attack } = attackedYears(town)

test('E10, I6: months are counted from dated events, protected, and published once', async () => {
  const families = figureRecounts.families(400, '2024-11-01', '2026-03-05', 1)
  await enterFamilies(town, families)
  const made = await publish('2026-03-10T03:00:00Z')
  assert.ok(made.months > 10, JSON.stringify(made))
  assert.equal(made.changed, made.months)
  assert.equal((await publishFigures({ db }, at('2026-03-10T04:00:00Z'))).changed, 0)
  for (const month of ['2024-12-01', '2025-06-01', '2026-02-01']) {
    const { rows } = await sql<{
      indicator: string
      count: number
    }>`select indicator, count from casework.count_month(${month}::date)`.execute(ownerDb)
    assert.deepEqual(new Map(rows.map(({ indicator, count }) => [indicator, count])), slowCount(families, day(month)), month)
  }
  const all = await published()
  for (const { isHidden, count } of all) if (!isHidden) assert.ok(count === 0 || (count ?? 0) % 5 === 0)
  assert.ok(all.some(({ isHidden }) => isHidden))
})

test('E10: the board’s role reads what is published and has no right on casework; nobody calls what counts', async () => {
  const house = town.house
  await writeAs(house, town.as('board-member'), async (tx) => {
    const rows = await sql`select from published.figure limit 1`.execute(tx)
    assert.equal(rows.rows.length, 1)
  })
  for (const statement of [
    `select casework.publish_month('2026-02-01', false)`,
    `select * from casework.month_count`,
    `select casework.count_month('2026-02-01')`,
    `select casework.preview_month('2026-02-01')`,
  ])
    await assert.rejects(sql.raw(statement).execute(house), /permission denied for schema casework/, statement)
  for (const statement of [
    `select * from casework.month_count`,
    `select casework.count_month('2026-02-01')`,
    `select casework.counts_of('2026-02-01')`,
  ])
    await assert.rejects(sql.raw(statement).execute(db), /permission denied/, statement)
  for (const who of ['lead', 'co-ordinator', 'administrator'] as const)
    await assert.rejects(
      writeAs(db, town.as(who), (tx) => sql`select casework.publish_month('2026-02-01', false)`.execute(tx)),
      /published by the house alone/,
    )
  await assert.rejects(
    writeAs(db, town.as('lead'), (tx) => sql`select casework.preview_month('2026-02-01')`.execute(tx)),
    /for co-ordinators/,
  )
  for (const [who, pool] of [
    ['house', house],
    ['casework', db],
  ] as const) {
    await assert.rejects(
      sql`insert into published.figure (snapshot, indicator, version, span, is_hidden) values (gen_random_uuid(), 'closed', 1, 'month', true)`.execute(
        pool,
      ),
      /permission denied/,
      who,
    )
    await assert.rejects(sql`update published.figure set count = 1`.execute(pool), /permission denied/, who)
  }
  await assert.rejects(sql`delete from published.snapshot`.execute(ownerDb), /never|append|change/i)
})

test('E10: what was entered late is a revision with its reason, and closing one family moves one reason and the active ones by one', async () => {
  const count = async (month: string) => {
    const { rows } = await sql<{
      indicator: string
      count: number
    }>`select indicator, count from casework.count_month(${month}::date)`.execute(ownerDb)
    return new Map(rows.map((row) => [row.indicator, row.count]))
  }
  const before = await count('2025-12-01')
  const { id } = await ownerDb
    .selectFrom('casework.episode')
    .select('id')
    .where('agreed_on', '<', day('2025-12-01'))
    .where('closed_on', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await ownerDb
    .updateTable('casework.episode')
    .set({ closed_on: day('2025-12-31'), closure_reason: 'needs-met' })
    .where('id', '=', id)
    .execute()
  const after = await count('2025-12-01')
  const moved = [...after].filter(([name, number]) => number !== before.get(name) && !name.endsWith('-children'))
  assert.deepEqual(
    moved.toSorted(),
    [
      ['active', (before.get('active') ?? 0) - 1],
      ['closed', (before.get('closed') ?? 0) + 1],
      ['closed:needs-met', (before.get('closed:needs-met') ?? 0) + 1],
    ].toSorted(),
  )
  // Enough late entries, so that what is shown changes, too.
  const late = figureRecounts
    .families(12, '2025-12-01', '2025-12-01', 7)
    .map((one) => ({ ...one, agreedOn: day('2025-12-15'), closedOn: undefined, reason: undefined }))
  await enterFamilies(town, late)
  await publish('2026-03-10T05:00:00Z')
  const revisions = await sql<{
    month: string
    revision: number
    reason: string
  }>`select month::text, revision, reason from published.snapshot where revision > 1 order by month`.execute(ownerDb)
  assert.equal(revisions.rows[0]?.month, '2025-12-01')
  assert.match(revisions.rows[0]?.reason ?? '', /Entries came in/)
  const kept = await sql`select from published.snapshot where month = '2025-12-01' and revision = 1`.execute(ownerDb)
  assert.equal(kept.rows.length, 1)
  const sums = await sql<{ adds_up: boolean | null }>`select adds_up from published.snapshot order by month, revision`.execute(ownerDb)
  assert.ok(sums.rows.every(({ adds_up }) => adds_up !== false))
})

test('I6: whoever solves every month, year and revision ever published narrows no small count below its mark', async () => {
  // A few more come late, in months of which small counts are hidden, and months are published a third time.
  await enterFamilies(town, figureRecounts.families(9, '2025-02-01', '2026-01-31', 12))
  await publish('2026-04-10T06:00:00Z')
  const all = await published()
  assert.deepEqual([...new Set(all.map(({ made }) => made))].toSorted(), [0, 1, 2])
  const { attacked, found } = await attack()
  assert.ok(attacked > 25, String(attacked))
  assert.deepEqual(found, [])
})

test('E10: a month that does not add up is said', async () => {
  await sql`update casework.month_count set count = count + 40 where month = '2025-01-01' and indicator = 'active'`.execute(ownerDb)
  await writeAs(db, acting(), (tx) => sql`select casework.publish_month('2025-02-01', true)`.execute(tx))
  const { rows } = await sql<{ holds: boolean }>`select holds from casework.adds_up('2025-02-01')`.execute(ownerDb)
  assert.equal(rows[0]?.holds, false)
})

test('I6: a hidden share hides of how many, and is hidden where families at the end of the month are', async () => {
  const { rows } = await sql<{
    few: { readonly of: number | null; readonly shown: number | null }
    both: { readonly 'voice month': { readonly hidden: boolean; readonly of: number | null } }
  }>`select casework.cell('voice', 2, 'month', 40, 43, 5, 5, false) -> 'voice month' as few,
    casework.hide(casework.cell('voice', 2, 'month', 40, 60, 5, 5, false) || casework.cell('active', 1, 'month', 90, null, 5, 5, false), 'active month') as both`.execute(
    ownerDb,
  )
  assert.deepEqual([rows[0]?.few.shown, rows[0]?.few.of], [null, null])
  assert.deepEqual([rows[0]?.both['voice month'].hidden, rows[0]?.both['voice month'].of], [true, null])
})

test('E6, E7, I6: boards read the frozen report, with the emergencies of whole quarters and what was reviewed late, and nobody else does', async () => {
  await enterQualityMonths(town)
  for (const month of ['2025-12', '2026-01'])
    assert.equal((await town.send(`/families/quality/report/${month}/freeze`, {}, 'co-ordinator')).status, 303, month)
  const read = (who: 'board-member' | 'lead' | 'co-ordinator' | undefined) =>
    writeAs(town.house, town.as(who), async (tx) => {
      const rows = await tx.selectFrom('published.quality_report').select(['figures', 'signed_by']).orderBy('month').execute()
      return rows.map(({ figures, signed_by }) => ({ ...(figures as unknown as ToldQuality), signed_by }))
    })
  const [, ofDecember, ofJanuary] = await read('board-member')
  assert.deepEqual(ofDecember?.late, { hidden: false, shown: 10 }, 'eight after the report was frozen, rounded')
  assert.deepEqual(ofDecember?.openings, {
    ...{ all: { hidden: false, shown: 10 }, reviewed: { hidden: false, shown: 10 }, unjustified: { hidden: true } },
  })
  assert.deepEqual([ofJanuary?.late, ofJanuary?.openings, ofJanuary?.signed_by], [{ hidden: true }, undefined, 'Person co-ordinator'])
  for (const who of ['lead', 'co-ordinator', undefined] as const) assert.deepEqual(await read(who), [], who ?? 'visitor')
  const page = (await town.get('/families/quality/report/2025-12', 'co-ordinator')).text
  assert.match(page, /Reviewed late[\s\S]*>10<[\s\S]*Opened in an emergency[\s\S]*>10<[\s\S]*not to be justified[\s\S]*>c</)
})

test('E7: members of each of three boards, a steering group among them, read the frozen report on its page, and nobody else does', async () => {
  const boards = [
    await buildBoard(ownerDb, 'steering-group'),
    await buildBoard(ownerDb, 'strategic-partnership'),
    await buildBoard(ownerDb, 'childrens-trust-board'),
  ]
  for (const { name, member, clerk, author } of boards) {
    for (const who of [member, clerk]) {
      const { status, text } = await readQuality(town, who.account)
      assert.equal(status, 200, `${who.name} of ${name}`)
      assert.match(text, /December 2025[\s\S]*signed by Person co-ordinator[\s\S]*does not change any more/)
      assert.doesNotMatch(text, /At night|Seen/, 'no word of a review or of an emergency')
    }
    assert.equal((await readQuality(town, author.account)).status, 403, 'of no board')
  }
  // Whoever works with families reads it no more by that; whose seat has ended reads it no more.
  for (const who of ['co-ordinator', 'lead', 'governance', 'administrator'] as const)
    assert.equal((await readQuality(town, town.as(who).actor)).status, 403, who)
  assert.equal((await readQuality(town, undefined)).status, 401)
  const [first] = boards
  await ownerDb
    .updateTable('governance.appointment')
    .set({ ends_on: day('2026-03-01') })
    .where('person', '=', first?.member.person ?? '')
    .execute()
  assert.equal((await readQuality(town, first?.member.account)).status, 403)
})

test('E7, E10, I6: neither a claim nor a report on quality is told where it would tell a hidden part', async () => {
  const tells = async (atLeast: number, ...cells: readonly (readonly [string, number, boolean])[]) => {
    const parts = JSON.stringify(cells.map(([month, n, hidden]) => ({ month: `2025-${month}-01`, n, hidden })))
    const { rows } = await sql<{ tells: boolean }>`select casework.parts_tell(${atLeast}, ${parts}::jsonb, 5) as tells`.execute(ownerDb)
    return rows[0]?.tells
  }
  assert.equal(await tells(17, ['01', 12, false], ['02', 5, true]), true, 'five at least are left')
  assert.equal(await tells(13, ['01', 12, false], ['02', 5, true]), false, 'one is no more than its mark tells')
  assert.equal(await tells(17, ['01', 12, false], ['02', 4, true], ['03', 3, true]), false, 'the third month could hold all')
  assert.equal(await tells(19, ['01', 12, false], ['02', 4, true], ['03', 3, true]), true)
  assert.equal(
    await tells(19, ['01', 12, false], ['02', 4, true], ['02', 9, true]),
    false,
    'the other reason of that month could be larger',
  )
  const told = (done: number) =>
    sql<{
      tells: boolean
    }>`select casework.reviews_tell('2025-12-01', ${JSON.stringify({ done: { hidden: false, shown: done }, grades: [], themes: [] })}::jsonb, 5, 5) as tells`.execute(
      ownerDb,
    )
  // Eight were completed in December, after those of the earlier test, and four in January.
  assert.equal((await told(10)).rows[0]?.tells, false)
  assert.equal((await told(15)).rows[0]?.tells, true)
})

test('E10: the age from which a child is asked is set from a month on, signed, and makes another version of the figure that everybody reads and finds', async () => {
  const fields = { startsOn: '2026-06', fromAge: '5', dueAfterDays: '1', source: 'Board of 1 April' }
  const set = '/families/figures/voice/new'
  for (const who of ['co-ordinator', 'lead'] as const) assert.equal((await town.send(set, fields, who)).status, 403, who)
  assert.match((await town.send(set, { ...fields, fromAge: '18' }, 'governance')).text, /Board of 1 April/)
  assert.equal((await town.send(set, { ...fields, startsOn: '2026-02' }, 'governance')).status, 422)
  assert.equal((await town.send(set, fields, 'governance')).status, 303)
  assert.equal((await town.send(set, { ...fields, startsOn: '2026-05' }, 'administrator')).status, 422, 'versions follow each other')
  assert.match(
    (await town.get('/families/figures', 'co-ordinator')).text,
    /June 2026[\s\S]*5 years[\s\S]*1 day[\s\S]*Person governance, 10 March 2026/,
  )
  const { rows } = await sql<{
    version: number
    meaning: string
    source: string
  }>`select version, meaning, source from published.indicator where code = 'voice' and starts_on = '2026-06-01'`.execute(town.house)
  assert.equal(rows[0]?.version, 3)
  assert.match(rows[0]?.meaning ?? '', /a child of 5 years or older .* lies 1 day or longer back/)
  assert.equal(rows[0]?.source, 'Board of 1 April. Set by Person governance')
  const found = await writeAs(town.house, town.as(undefined), (tx) =>
    sql<{ title: string; words: string }>`select title, words from publicsite.findable where kind = 'family_figure'`.execute(tx),
  )
  const meanings = await sql<{ meaning: string }>`select meaning from published.indicator`.execute(town.house)
  const words = new Map(found.rows.map((one) => [one.title, one.words]))
  for (const title of ['Figures of early help', 'Families who began', 'Step-ups accepted', 'Families closed'])
    assert.ok(words.has(title), title)
  assert.match(words.get('Families closed') ?? '', /Closed: no engagement/)
  assert.equal(words.get('Families where a child spoke since the last review'), rows[0]?.meaning, 'the latest version')
  const left = [...words.values()].map((text) => meanings.rows.reduce((rest, { meaning }) => rest.replace(meaning, ''), text))
  for (const text of left) assert.doesNotMatch(text, /\d/, 'no number that was published is among the words')
  const insert = (starts: string, by: 'lead' | 'governance') =>
    writeAs(db, town.as(by), (tx) =>
      sql`insert into casework.voice_count_rule values (${starts}::date, 4, 20, 'Nobody', ${town.person(by)}, '2026-03-10')`.execute(tx),
    )
  await assert.rejects(insert('2026-07-01', 'lead'), /row-level security/)
  await assert.rejects(insert('2026-02-01', 'governance'), /row-level security/)
  await assert.rejects(insert('2026-05-01', 'governance'), /set from a later month/)
})

test('E10: a heading ends from a day on, signed; who is closed from then on is not claimed under it, and who was before is', async () => {
  const end = (who: 'co-ordinator' | 'governance', on: string, heading = 'goals-reached') =>
    town.send('/families/claims/headings/end', { heading, ...dayFields('startsOn', on), source: 'Board of April' }, who)
  assert.equal((await end('co-ordinator', '2026-06-01')).status, 403)
  assert.equal((await end('governance', '2026-03-01')).status, 422, 'a day that is over')
  assert.equal((await end('governance', '2026-06-01')).status, 303)
  assert.equal((await end('governance', '2026-07-01')).status, 422, 'it has ended')
  assert.match((await town.get('/families/claims', 'governance')).text, /Ended: nobody is claimed under it[\s\S]*1 June 2026/)
  await sql`insert into casework.claim_heading (code, starts_on, name, needs, hold_days, price_pence, source, is_end)
    values ('needs-met', '2025-06-01', 'Needs are met', '{closed-met}', 182, 80000, 'Test', true)`.execute(ownerDb)
  const { rows } = await sql<{
    count: string
    last: string
  }>`select count(*), max(closed_on)::text as last from casework.evidenced('2026-03-01') where heading = 'needs-met'`.execute(ownerDb)
  assert.ok(Number(rows[0]?.count) > 0 && (rows[0]?.last ?? '') < '2025-06-01', rows[0]?.last ?? 'nobody')
})
