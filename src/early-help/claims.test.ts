import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { enterFamilies } from './testing/entered-families.ts'
import { figureRecounts } from './testing/slow-figures.ts'
import { openTown } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
town.tick({ hours: 24 * 22 })
const { ownerDb, db } = town
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
let entered = 0

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
  assert.doesNotMatch(await told('governance'), /no longer hold/)
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

test('E10, I6: a family is taken out of an approved claim by two, is claimed again only for a later closing, and what was published tells no number any more', async () => {
  const { id: claim, drawn_at } = await ownerDb
    .selectFrom('casework.claim')
    .select(['id', 'drawn_at'])
    .where('starts_on', '=', day('2026-01-01'))
    .where('verdict', '=', 'approved')
    .executeTakeFirstOrThrow()
  const page = `/families/claims/${claim}`
  const lines = await ownerDb.selectFrom('casework.claim_line').selectAll().where('claim', '=', claim).orderBy('episode').execute()
  // Nobody of these came back or was put right before.
  const [first, second] = lines.slice(4)
  assert.ok(first && second)
  const out = ({ episode }: typeof first) => `${page}/families/${episode}/needs-met/take-out`
  const fields = { kind: 'came-back', because: 'It asked for help again' }
  for (const who of ['governance', 'lead'] as const) assert.equal((await town.send(out(first), fields, who)).status, 403, who)
  assert.equal((await town.send(out(first), fields, 'other-co-ordinator')).status, 404)
  assert.match((await town.send(out(first), { because: 'It asked' }, 'co-ordinator')).text, /It asked/)
  const looks = async () => (await ownerDb.selectFrom('casework.look').select('id').where('episode', '=', first.episode).execute()).length
  const before = await looks()
  assert.equal((await town.send(out(first), fields, 'co-ordinator')).status, 303)
  assert.equal(await looks(), before + 1, 'that one looked is in the list of the family')
  assert.match((await town.send(out(first), fields, 'co-ordinator')).text, /waits for another person/)
  const answerAt = async () => {
    const row = await ownerDb.selectFrom('casework.claim_correction').select('id').where('verdict', 'is', null).executeTakeFirstOrThrow()
    return `${page}/corrections/${row.id}`
  }
  const at = await answerAt()
  const work = async (who: 'co-ordinator' | 'governance') =>
    ((await familyWork(db)(town.as(who)))?.items ?? []).map(({ text }) => text).join()
  assert.deepEqual([/taken out/.test(await work('governance')), /taken out/.test(await work('co-ordinator'))], [true, false])
  assert.doesNotMatch((await town.get(page, 'co-ordinator')).text, /corrections\//)
  assert.notEqual((await town.send(at, { verdict: 'approved' }, 'co-ordinator')).status, 303)
  const by = (who: 'co-ordinator' | 'governance' | 'other-co-ordinator', said: string, id = at.slice(-36)) =>
    writeAs(db, town.as(who), async (tx) => {
      const words = said === 'returned' ? 'It did not' : ''
      const { rows } = await sql<{
        problem: string | null
      }>`select problem from casework.answer_taking_out(${claim}::uuid, ${id}::uuid, ${said}, ${words})`.execute(tx)
      return rows[0]?.problem
    })
  assert.equal(await by('co-ordinator', 'approved'), 'own-correction')
  assert.equal((await town.send(at, { verdict: 'returned', because: 'It did not' }, 'governance')).status, 303)
  assert.equal((await town.send(out(first), fields, 'co-ordinator')).status, 303, 'what went back is proposed again')
  const again = (await answerAt()).slice(-36)
  // Two approve at once: one of them does.
  const both = await Promise.all([by('governance', 'approved', again), by('other-co-ordinator', 'approved', again)])
  assert.deepEqual(both.toSorted(), ['correction-answered', null].toSorted())
  assert.match((await town.get(page, 'governance')).text, /Taken out[\s\S]*>7<[\s\S]*>1<[\s\S]*£4,800[\s\S]*It asked for help again/)
  assert.equal((await town.send(out(second), { ...fields, kind: 'evidence-fell' }, 'co-ordinator')).status, 303)
  assert.equal(await by('governance', 'approved', (await answerAt()).slice(-36)), null)
  const told = await town.house
    .selectFrom('published.claim')
    .selectAll()
    .where('starts_on', '=', day('2026-01-01'))
    .orderBy('revision')
    .execute()
  assert.deepEqual(
    told.map(({ revision, is_hidden, families, amount_pence, corrected_on, figures }) => [
      ...[revision, is_hidden, families, amount_pence, corrected_on === null],
      /shown/.test(JSON.stringify(figures)),
    ]),
    [
      [1, false, 5, 400_000n, true, true],
      [2, true, null, null, false, false],
    ],
    'two corrections are told as one, without a number',
  )
  await correctionsAreKept(claim, first, drawn_at)
})

/** What the database refuses of a corrected claim, and that its family is claimed again only for a later closing. */
async function correctionsAreKept(claim: string, line: { readonly episode: string; readonly family: string }, drawnAt: Temporal.Instant) {
  const evidenced = async () => {
    const { rows } = await sql<{
      episode: string
    }>`select episode from casework.evidenced('2027-06-01') where family = ${line.family}`.execute(ownerDb)
    return rows.map(({ episode }) => episode)
  }
  assert.deepEqual(await evidenced(), [], 'that closing was claimed and taken out')
  const [later] = figureRecounts.families(1, '2025-12-01', '2025-12-01', 950)
  assert.ok(later)
  await sql`insert into casework.episode (id, family, area, is_shielded, reference, agency, requested_by, requested_on, agreed_on, closed_on, closure_reason)
    select ${later.id}, family, area, is_shielded, ${later.reference}, agency, requested_by, '2026-06-01', '2026-06-01', '2026-07-01', 'needs-met'
    from casework.episode where id = ${line.episode}`.execute(ownerDb)
  assert.deepEqual(await evidenced(), [later.id])
  const refused = (statement: string, why: RegExp) => assert.rejects(sql.raw(statement).execute(ownerDb), why, statement)
  await refused(`update casework.claim_correction set because = 'Another' where claim = '${claim}'`, /answered once/)
  await refused(
    `update casework.claim_line set correction = null, is_out = null where claim = '${claim}' and correction is not null`,
    /taken out of a claim once/,
  )
  await refused(`update casework.claim_line set is_out = false where claim = '${claim}' and is_out`, /foreign key/)
  const values = `'${newId()}', c.id, n.heading, n.heading_from, 'came-back', 'Because', c.drawn_by, '${drawnAt.toString()}'`
  const insert = 'insert into casework.claim_correction (id, claim, heading, heading_from, kind, because, proposed_by, proposed_at'
  const from = 'from casework.claim c join casework.claim_count n on n.claim = c.id'
  await refused(`${insert}) select ${values} ${from} where c.verdict = 'returned' limit 1`, /correction_of_approved|approved claim/)
  await refused(
    `${insert}, verdict, answered_by, answered_at) select ${values}, 'approved', c.answered_by, c.answered_at ${from} where c.id = '${claim}'`,
    /by two/,
  )
  const copy = `insert into published.claim (starts_on, ends_on, approved_on, figures, is_hidden, families, amount_pence, threshold, base, source, revision, corrected_on)
    select '2025-01-01', ends_on, approved_on, figures, true, null, null, threshold, base, source, 2, approved_on from published.claim where revision = 1 and not is_hidden`
  await refused(copy, /corrected_is_hidden/)
  for (const statement of [`update casework.claim_correction set verdict = 'approved'`, 'delete from casework.claim_correction'])
    await assert.rejects(
      writeAs(db, town.as('co-ordinator'), (tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    )
  await assert.rejects(
    writeAs(db, town.as('lead'), (tx) =>
      sql`select casework.propose_taking_out(${claim}::uuid, 'needs-met', ${line.episode}::uuid, 'came-back', 'Because')`.execute(tx),
    ),
    /for co-ordinators/,
  )
}
