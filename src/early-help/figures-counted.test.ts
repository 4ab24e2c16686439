import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { enterFamilies } from './testing/entered-families.ts'
import { enterHistories, histories, recount } from './testing/random-months.ts'
import { figureRecounts } from './testing/slow-figures.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb, db } = town
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const countOf = async (month: string, name: string) => {
  const { rows } = await sql<{
    count: number
    of_all: number | null
  }>`select count, of_all from casework.count_month(${month}::date) where indicator = ${name}`.execute(ownerDb)
  return rows[0]
}
const one = async () => {
  const [made] = figureRecounts.families(1, '2025-01-10', '2025-01-10', 50 + entered)
  entered += 1
  assert.ok(made)
  const family = { ...made, agreedOn: day('2025-01-10'), closedOn: undefined, reason: undefined, children: 0 }
  await enterFamilies(town, [family])
  const row = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', family.id).executeTakeFirstOrThrow()
  return { id: family.id, family: row.family }
}
let entered = 0

test('E10: thousands of random histories are counted as a slow recount counts them, late entries and all, over leap days and changes of the clock', async () => {
  const other = await openTown()
  const early = histories(1500, 11)
  const late = histories(500, 12)
  for (const [entry, all] of [
    [early, early],
    [late, [...early, ...late]],
  ] as const) {
    await enterHistories(other, entry, entry === early ? 0 : 5000)
    for (let month = day('2023-12-01'); month.year < 2026; month = month.add({ months: entry === early ? 3 : 1 })) {
      const { rows } = await sql<{
        indicator: string
        count: number
      }>`select indicator, count from casework.count_month(${month.toString()}::date)
        where indicator not in ('reviewed', 'voice')`.execute(other.ownerDb)
      assert.deepEqual(
        new Map(rows.map(({ indicator, count }) => [indicator, count]).toSorted() as [string, number][]),
        new Map([...recount(all, month)].toSorted()),
        month.toString(),
      )
    }
  }
})

test('E7, E10: a record checked twice in a month, or moderated, is one; days are those of London; before the first draw nothing is counted', async () => {
  assert.equal(await countOf('2025-07-01', 'reviewed'), undefined)
  const rule = await ownerDb.selectFrom('casework.quality_rule').select('id').executeTakeFirstOrThrow()
  const tool = await ownerDb.selectFrom('casework.audit_tool').select('id').executeTakeFirstOrThrow()
  const families = [await one(), await one(), await one()]
  const by = { drawn_by: town.person('co-ordinator'), drawn_at: at('2025-06-10T10:00:00Z') }
  await ownerDb.transaction().execute(async (tx) => {
    await sql`alter table casework.quality_review disable trigger bound`.execute(tx)
    for (const [frame, times] of [
      // The last moment of June in London is an hour before that of the clock of the machine.
      ['monthly', ['2025-06-12T10:00:00Z', '2025-06-30T23:30:00Z', '2025-07-31T22:59:00Z']],
      ['closing', ['2025-06-29T10:00:00Z', undefined, '2025-07-01T10:00:00Z']],
    ] as const) {
      const draw = newId()
      const common = { rule: rule.id, frame_hash: '0'.repeat(64), seed: 1, ...by }
      await tx
        .insertInto('casework.quality_draw')
        .values({ id: draw, frame, month: day('2025-06-01'), ...common })
        .execute()
      for (const [position, time] of times.entries()) {
        const [item, episode] = [newId(), families[position]?.id ?? '']
        if (time === undefined) continue
        const seen = { agency: town.agency('asker'), stage: 'new', is_closed: false, is_stepped_up: false }
        await tx
          .insertInto('casework.quality_frame')
          .values({ draw, episode, ...seen })
          .execute()
        await tx
          .insertInto('casework.quality_item')
          .values({ id: item, draw, episode, position: position + 1, ...by })
          .execute()
        const moderated = { moderator: town.person('lead'), moderated_at: at('2025-09-01T10:00:00Z'), moderated_overall: 1 }
        await tx
          .insertInto('casework.quality_review')
          .values({
            ...{ id: newId(), item, episode, tool: tool.id, overall: 2, reviewer: town.person('nurse'), completed_at: at(time) },
            ...(position === 0 ? moderated : {}),
          })
          .execute()
      }
    }
  })
  assert.equal(await countOf('2025-05-01', 'reviewed'), undefined)
  assert.equal((await countOf('2025-06-01', 'reviewed'))?.count, 1)
  assert.equal((await countOf('2025-07-01', 'reviewed'))?.count, 2)
  assert.equal((await countOf('2025-09-01', 'reviewed'))?.count, 0)
})

test('E2, E10: a child’s own entry since the last review counts; what others report, and children too young, do not', async () => {
  const by = { entered_by: town.person('lead'), entered_at: at('2025-01-10T10:00:00Z') }
  const child = async (of: { readonly id: string; readonly family: string }, birth: object) => {
    const id = newId()
    const common = { family: of.family, name: 'Child', part: 'child', entered_by: town.person('lead'), entered_in: of.id }
    await ownerDb
      .insertInto('casework.person')
      .values({ id, ...common, ...birth })
      .execute()
    return id
  }
  const says = (of: { readonly id: string; readonly family: string }, person: string, saidOn: string, captured: string) =>
    ownerDb
      .insertInto('casework.own_words')
      .values({
        id: newId(),
        episode: of.id,
        family: of.family,
        person,
        name: 'Child',
        said_on: day(saidOn),
        words: 'Mine',
        captured,
        ...by,
      })
      .execute()
  // Only what is entered here is due: whoever was entered before has no birth, so is asked, and is closed first.
  await ownerDb
    .updateTable('casework.person')
    .set({ born_on: null, due_on: day('2027-01-01') })
    .where('part', '=', 'child')
    .execute()
  assert.equal(await countOf('2025-06-01', 'voice'), undefined)
  const [grown, small, unborn, reported, reviewed] = [await one(), await one(), await one(), await one(), await one()]
  const leap = { born_on: day('2020-02-29') }
  await says(grown, await child(grown, leap), '2025-01-10', 'by-them')
  await child(small, { born_year: 2022, born_month: 6 })
  await child(unborn, { due_on: day('2025-08-01') })
  await says(reported, await child(reported, { born_year: 2015 }), '2025-02-01', 'reported')
  await says(reviewed, await child(reviewed, {}), '2025-02-01', 'with-help')
  // The beginning was on 10 January: 42 days later is 21 February.
  assert.equal(await countOf('2025-01-01', 'voice'), undefined)
  assert.deepEqual(await countOf('2025-02-01', 'voice'), { count: 2, of_all: 3 })
  // Born in June 2022, on whatever day: three years old by the last day of June 2025.
  assert.deepEqual(await countOf('2025-05-01', 'voice'), { count: 2, of_all: 3 })
  assert.deepEqual(await countOf('2025-06-01', 'voice'), { count: 2, of_all: 4 })
  await ownerDb.transaction().execute(async (tx) => {
    await tx
      .insertInto('casework.plan_version')
      .values({ id: newId(), episode: reviewed.id, number: 1, agreed_on: day('2025-01-20'), ...by })
      .execute()
    await tx
      .insertInto('casework.plan_review')
      .values({
        ...{ id: newId(), episode: reviewed.id, due_on: day('2025-06-01'), held_on: day('2025-06-10'), plan_number: 1 },
        ...{ agreement_answer: 'renews', next_due_on: day('2025-09-01'), ...by },
      })
      .execute()
  })
  assert.deepEqual(await countOf('2025-06-01', 'voice'), { count: 1, of_all: 3 }, 'reviewed so lately is not due')
  assert.deepEqual(await countOf('2025-07-01', 'voice'), { count: 1, of_all: 4 }, 'what was said before the review is not since')
  const attains = async (born: string) => {
    const { rows } = await sql<{ on: string }>`select casework.attains(${born}::date, 3)::text as on`.execute(ownerDb)
    return rows[0]?.on
  }
  assert.deepEqual(
    [await attains('2020-02-29'), await attains('2020-02-28'), await attains('2021-03-31')],
    ['2023-03-01', '2023-02-28', '2024-03-31'],
  )
})

test('E10: a co-ordinator sees the month that waits, protected; who may sets what figures wait for from a month on, by name and day', async () => {
  town.tick({ hours: 24 * 22 })
  const page = await town.get('/families/figures', 'co-ordinator')
  assert.equal(page.status, 200)
  assert.match(page.text, /March 2026[\s\S]*Is published from 6 April 2026/)
  assert.doesNotMatch(page.text, /Set it from a month on/)
  await assert.rejects(
    writeAs(db, town.as('co-ordinator'), (tx) => sql`select casework.preview_month('2026-04-01')`.execute(tx)),
    /over, and not published yet/,
  )
  assert.equal((await town.get('/families/figures', 'lead')).status, 403)
  const fields = { startsOn: '2026-04', lateDays: '10', percentFrom: '30', source: 'Steering group of 1 April' }
  const set = '/families/figures/settings/new'
  assert.equal((await town.send(set, fields, 'co-ordinator')).status, 403)
  assert.match((await town.send(set, { ...fields, lateDays: '61' }, 'governance')).text, /Steering group of 1 April/)
  assert.equal((await town.send(set, { ...fields, startsOn: '2026-03' }, 'governance')).status, 422)
  assert.equal((await town.send(set, fields, 'governance')).status, 303)
  assert.match((await town.send(set, fields, 'administrator')).text, /set from that month already/)
  assert.equal((await town.send(set, { ...fields, startsOn: '2026-05' }, 'administrator')).status, 303)
  assert.match((await town.get('/families/figures', 'administrator')).text, /Person governance, 1 April 2026/)
  const insert = (starts: string, by: 'lead' | 'governance') =>
    writeAs(db, town.as(by), (tx) =>
      sql`insert into casework.figure_setting values (${starts}::date, 0, 20, 'Nobody', ${town.person(by)}, '2026-04-01')`.execute(tx),
    )
  await assert.rejects(insert('2026-07-01', 'lead'), /row-level security/)
  await assert.rejects(insert('2026-03-01', 'governance'), /row-level security/)
  await assert.rejects(insert('2026-07-02', 'governance'), /from_a_month_on/)
})

test('E10: a claim holds what the records evidence, each family once under a heading, is approved by another, and leaves protected', async () => {
  const made = figureRecounts.families(9, '2025-03-01', '2025-03-01', 77).map((one, at) => ({
    ...{ ...one, agreedOn: day('2025-03-01'), children: 0 },
    ...{
      closedOn: at === 8 ? day('2025-11-20') : day('2025-04-10'),
      reason: at === 7 ? ('not-engaging' as const) : ('needs-met' as const),
    },
  }))
  await enterFamilies(town, made)
  const [cameBack = '', withheld = ''] = await Promise.all(
    made
      .slice(0, 2)
      .map(
        async ({ id }) =>
          (await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', id).executeTakeFirstOrThrow()).family,
      ),
  )
  const [again] = figureRecounts.families(1, '2025-05-01', '2025-05-01', 78)
  assert.ok(again)
  await ownerDb
    .insertInto('casework.episode')
    .values({
      ...{ id: again.id, family: cameBack, area: town.area, is_shielded: false, reference: again.reference, agency: town.agency('asker') },
      ...{ requested_by: town.person('asker'), requested_on: day('2025-05-01') },
    })
    .execute()
  await ownerDb.updateTable('casework.family').set({ is_shielded: true }).where('id', '=', withheld).execute()
  const draw = (quarter: string, who: 'co-ordinator' | 'lead' = 'co-ordinator') => town.send('/families/claims/new', { quarter }, who)
  assert.equal((await draw('2025-10-01', 'lead')).status, 403)
  assert.equal((await draw('2024-01-01')).status, 422, 'only quarters that are over')
  const drawn = await draw('2025-10-01')
  assert.equal(drawn.status, 303, drawn.text.slice(0, 2000))
  const at = drawn.location
  // Nine: one came back, one is withheld, one did not engage, of one the time is not over.
  assert.match((await town.get(at, 'governance')).text, /does not come back[\s\S]*>5<[\s\S]*£4,000/)
  for (const who of ['lead', 'administrator', 'board-member'] as const) assert.equal((await town.get(at, who)).status, 403, who)
  assert.match((await draw('2025-10-01')).text, /drawn already/)
  const nothing = await draw('2025-07-01')
  assert.match(nothing.text, /No progress is evidenced/, 'nobody is claimed twice')
  const looks = async () => (await ownerDb.selectFrom('casework.look').select('id').execute()).length
  const before = await looks()
  assert.equal((await town.get(`${at}/families`, 'governance')).status, 403)
  assert.match((await town.get(`${at}/families`, 'co-ordinator')).text, /That you look is written/)
  assert.equal(await looks(), before + 5)
  assert.match((await town.get(`${at}/families`, 'other-co-ordinator')).text, /None of them is of your locality[\s\S]*5 more are/)
  const answer = (who: 'co-ordinator' | 'other-co-ordinator' | 'governance', fields: Readonly<Record<string, string>>) =>
    town.send(`${at}/answer`, fields, who)
  assert.match((await answer('co-ordinator', { verdict: 'approved' })).text, /You drew this claim/)
  assert.match((await answer('governance', { verdict: 'returned' })).text, /Why does it go back/)
  const heading = { heading: 'needs-met', name: 'Needs are met', holdDays: '90', price: '£12.50', source: 'Board of April' }
  const set = (who: 'co-ordinator' | 'governance', on: string) =>
    town.send('/families/claims/headings/new', { ...heading, ...dayFields('startsOn', on) }, who)
  assert.equal((await set('co-ordinator', '2026-05-01')).status, 403)
  assert.equal((await set('governance', '2026-03-01')).status, 422)
  assert.equal((await set('governance', '2026-05-01')).status, 303)
  assert.equal((await set('governance', '2026-05-01')).status, 422)
  assert.equal((await answer('governance', { verdict: 'approved' })).status, 303)
  assert.match((await answer('other-co-ordinator', { verdict: 'approved' })).text, /approved or sent back already/)
  const told = await town.house.selectFrom('published.claim').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([told.families, told.amount_pence, told.is_hidden], [null, null, true], 'five are too few')
  await assert.rejects(
    sql`insert into casework.claim_line (claim, heading, heading_from, episode, family, closed_on)
      select c.id, l.heading, l.heading_from, l.episode, l.family, l.closed_on from casework.claim_line l join casework.claim c on c.id = l.claim`.execute(
      ownerDb,
    ),
    /claim_line_pkey|claimed_once/,
  )
  await assert.rejects(
    writeAs(db, town.as('co-ordinator'), (tx) => sql`insert into casework.claim_line select * from casework.claim_line`.execute(tx)),
    /permission denied/,
  )
})

test('E10: a claim that is sent back frees its families, which are in the next', async () => {
  const made = figureRecounts.families(7, '2025-03-01', '2025-03-01', 79).map((one) => ({
    ...{ ...one, agreedOn: day('2025-03-01'), closedOn: day('2025-04-12'), reason: 'needs-met' as const, children: 0 },
  }))
  await enterFamilies(town, made)
  const draw = () => town.send('/families/claims/new', { quarter: '2026-01-01' }, 'co-ordinator')
  const first = await draw()
  assert.equal(first.status, 303, first.text.slice(0, 1500))
  const back = { verdict: 'returned', because: 'Two are looked at again' }
  assert.equal((await town.send(`${first.location}/answer`, back, 'governance')).status, 303)
  assert.match((await town.get(first.location, 'co-ordinator')).text, /Sent back[\s\S]*Two are looked at again/)
  const second = await draw()
  assert.equal(second.status, 303)
  assert.equal((await town.send(`${second.location}/answer`, { verdict: 'approved' }, 'other-co-ordinator')).status, 303)
  const told = await town.house
    .selectFrom('published.claim')
    .select('figures')
    .where('starts_on', '=', day('2026-01-01'))
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(told.figures), /"shown":\s*5/, 'all seven, rounded')
})
