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
import { familyWork } from './work.ts'

const town = await openTown()
const { ownerDb, db } = town
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
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

test('E10: what happened to families of an approved claim since is told co-ordinators in numbers, is named where its families are, and the claim stays', async () => {
  const approved = await ownerDb
    .selectFrom('casework.claim')
    .select(['id', 'drawn_at'])
    .where('starts_on', '=', day('2026-01-01'))
    .where('verdict', '=', 'approved')
    .executeTakeFirstOrThrow()
  const page = `/families/claims/${approved.id}`
  const before = await ownerDb.selectFrom('casework.claim_count').selectAll().where('claim', '=', approved.id).execute()
  const told = async (who: 'co-ordinator' | 'governance') => (await town.get(page, who)).text
  const work = async (who: 'co-ordinator' | 'other-co-ordinator' | 'governance' | 'lead') =>
    ((await familyWork(db)(town.as(who)))?.items ?? []).map(({ text, href }) => `${href}: ${text}`).join('\n')
  assert.doesNotMatch(await told('co-ordinator'), /no longer hold/)
  assert.doesNotMatch(await work('co-ordinator'), /no longer hold/)
  const lines = await ownerDb
    .selectFrom('casework.claim_line')
    .select(['episode', 'family'])
    .where('claim', '=', approved.id)
    .where('heading', '=', 'needs-met')
    .orderBy('episode')
    .execute()
  const [back, right, late, known] = lines
  assert.ok(back && right && late && known)
  const requested = async (family: string, on: string) => {
    const [again] = figureRecounts.families(1, on, on, 900 + entered)
    entered += 1
    assert.ok(again)
    await ownerDb
      .insertInto('casework.episode')
      .values({
        ...{ id: again.id, family, area: town.area, is_shielded: false, reference: again.reference, agency: town.agency('asker') },
        ...{ requested_by: town.person('asker'), requested_on: day(on), closed_on: day(on), closure_reason: 'refused' },
      })
      .execute()
  }
  // Before the claim was drawn, and after the time for which it had to hold: known then, and no doubt.
  await requested(known.family, '2025-11-01')
  assert.doesNotMatch(await told('co-ordinator'), /no longer hold/)
  // Within that time, and entered after the claim was drawn.
  await requested(late.family, '2025-06-01')
  assert.match(await told('co-ordinator'), /For 1 of its families the claim may no longer hold. Since it was drawn: 1 came back\./)
  await requested(back.family, '2026-04-01')
  await ownerDb
    .insertInto('casework.rectification')
    .values({
      ...{ id: newId(), episode: right.episode, class: 'family', source: 'other', kind: 'mistake', said: 'One', wanted: 'Two' },
      ...{ received_on: day('2026-04-01'), due_on: day('2026-05-01'), entered_by: town.person('lead'), entered_at: approved.drawn_at },
      ...{ verdict: 'put-right', because: 'Two it is', decided_by: town.person('lead'), decided_at: approved.drawn_at },
    })
    .execute()
  assert.match(await told('co-ordinator'), /For 3 of its families[\s\S]*2 came back; of 1 the record was put right\./)
  for (const who of ['governance'] as const) assert.doesNotMatch(await told(who), /no longer hold/)
  for (const who of ['other-co-ordinator', 'governance', 'lead'] as const) assert.doesNotMatch(await work(who), /no longer hold/, who)
  assert.match(await work('co-ordinator'), new RegExp(`${page}: A claim may no longer hold`))
  assert.doesNotMatch((await town.get(`${page}/families`, 'other-co-ordinator')).text, /Came back|put right/)
  assert.match(
    (await town.get(`${page}/families`, 'co-ordinator')).text,
    /Came back[\s\S]*Its record was put right|Its record was put right[\s\S]*Came back/,
  )
  assert.doesNotMatch(await work('co-ordinator'), /no longer hold/, 'until something else tells against it')
  assert.match(await told('co-ordinator'), /For 3 of its families/)
  assert.deepEqual(await ownerDb.selectFrom('casework.claim_count').selectAll().where('claim', '=', approved.id).execute(), before)
  for (const statement of ['select * from casework.claim_look', `select * from casework.claim_doubt('${approved.id}')`])
    await assert.rejects(
      writeAs(db, town.as('co-ordinator'), (tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    )
  await assert.rejects(
    writeAs(db, town.as('lead'), (tx) => sql`select * from casework.claim_doubts(${approved.id}::uuid)`.execute(tx)),
    /for co-ordinators/,
  )
})
