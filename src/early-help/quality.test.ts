import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { openTown, type Townsperson } from './testing/town.ts'
import { familyWork } from './work.ts'

const town = await openTown()
const { ownerDb } = town
const root = '/families/quality'
const starts_on = Temporal.PlainDate.from('2020-01-01')
// A second co-ordinator of the same locality, by a second post of the nurse, and one of the lead, who may still not review their own work.
const [second, conflicted] = [newId(), newId()]
await ownerDb
  .insertInto('casework.post')
  .values([
    { id: second, person: town.person('nurse'), organisation: town.agency('nurse'), role: 'co-ordinator', area: town.area, starts_on },
    { id: conflicted, person: town.person('lead'), organisation: town.agency('lead'), role: 'co-ordinator', area: town.area, starts_on },
  ])
  .execute()

async function must(path: string, fields: Readonly<Record<string, string | readonly string[]>>, who: Townsperson = 'co-ordinator') {
  const done = await town.send(path, fields, who)
  assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 1500)}`)
  town.tick()
  return done.location
}
async function family(): Promise<string> {
  const asked = {
    label: 'Amber',
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', '2026-03-02'),
    why: 'They are tired',
    told: 'yes',
  }
  const home = await must('/families/new', { ...asked, child1: 'Wren Amber', ...dayFields('born1', '2019-02-28') }, 'asker')
  const agreed = {
    verdict: 'yes',
    givenBy: 'M',
    entitledBy: 'responsibility',
    informedHow: 'h',
    evidence: 'signed',
    ...dayFields('givenOn', '2026-03-05'),
  }
  await must(
    `${home}/agreement`,
    { ...agreed, agencies: [town.agency('lead')], classes: ['family', 'assessment', 'voice', 'plan'] },
    'asker',
  )
  await must(`${home}/lead`, { post: town.post('lead') }, 'asker')
  await must(`${home}/lead/answer`, { verdict: 'yes' }, 'lead')
  return home
}
const grades = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((n) => [
    [`grade${n}`, '2'],
    [`evidence${n}`, `Seen in part ${n}`],
  ]),
)
const review = { ...grades, overall: '2', feedback: 'Warm and clear', action: 'Ask the brother', ...dayFields('actionDue', '2026-04-01') }

const homes = [await family(), await family(), await family()]
const home = homes[0] ?? ''
const episode = home.split('/')[2] ?? ''
const draw = await must(`${root}/draws`, { frame: 'monthly' })
const items = await ownerDb.selectFrom('casework.quality_item').selectAll().orderBy('position').execute()
const item = items.find((one) => one.episode === episode)
assert.ok(item)

test('E7: a month is drawn once, all where there are fewer than fifty; whoever repeats it gets the same, and nobody else draws', async () => {
  assert.equal(items.length, 3)
  assert.equal((await town.send(`${root}/draws`, { frame: 'monthly' }, 'co-ordinator')).status, 422)
  assert.match((await town.get(draw, 'co-ordinator')).text, /the same records came out/)
  // A co-ordinator of another locality repeats it, and reads no name.
  const other = (await town.get(draw, 'other-co-ordinator')).text
  assert.match(other, /the same records came out/)
  assert.match(other, /of another locality/)
  assert.doesNotMatch(other, /Amber/)
  for (const who of ['asker', 'governance', 'administrator', 'board-member'] as const)
    assert.equal((await town.get(draw, who)).status, 403, who)
})

test('E7, E6: a reviewer is nobody who works with the family, and reads it only while assigned', async () => {
  const assign = `${draw}/${item.id}/assign`
  assert.match((await town.send(assign, { post: conflicted, purpose: 'review' }, 'co-ordinator')).text, /works or worked with this family/)
  assert.match(
    (await town.send(assign, { post: town.post('other-co-ordinator'), purpose: 'review' }, 'co-ordinator')).text,
    /co-ordinator of the family’s locality/,
  )
  assert.doesNotMatch((await town.get(home, 'nurse')).text, /Wren Amber/)
  assert.equal((await town.get(`${home}/quality/review`, 'nurse')).status, 404)
  await must(assign, { post: second, purpose: 'review' })
  assert.match((await town.get(home, 'nurse')).text, /Wren Amber/)
  assert.doesNotMatch((await town.get(home, 'co-ordinator')).text, /Wren Amber/)
  assert.match((await town.get(`${home}/looks`, 'lead')).text, /Person nurse/, 'the look is in the family’s list')
  const empty = await town.send(`${home}/quality/review`, { ...review, evidence2: '' }, 'nurse')
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Seen in part 3/, 'what was typed stays')
  await must(`${home}/quality/review`, review, 'nurse')
  assert.doesNotMatch((await town.get(`${home}/quality`, 'lead')).text, /Seen in part 1/, 'not before it is given to them')
  assert.match((await town.get(root, 'co-ordinator')).text, /1 of 3 due/)
})

test('E7: another person moderates, the lead is given the review and does what is to be done', async () => {
  const assign = `${draw}/${item.id}/assign`
  assert.match((await town.send(assign, { post: second, purpose: 'moderate' }, 'co-ordinator')).text, /is another person/)
  await must(assign, { post: town.post('co-ordinator'), purpose: 'moderate' })
  assert.doesNotMatch((await town.get(home, 'nurse')).text, /Wren Amber/, 'the review is over, and so is reading')
  await must(`${home}/quality/moderate`, { overall: '3', because: 'The brother is not seen', version: '1' })
  assert.match((await town.get(root, 'co-ordinator')).text, /1 of 3 due/, 'moderation is no second review')
  await must(`${home}/quality/feedback`, {})
  const read = (await town.get(`${home}/quality`, 'lead')).text
  assert.match(read, /Warm and clear[\s\S]*The brother is not seen[\s\S]*Seen in part 1/)
  const action = /quality\/actions\/[^"]+\/done/.exec(read)?.[0] ?? ''
  assert.equal((await town.send(`${home}/${action}`, {}, 'co-ordinator')).status, 422, 'not theirs')
  await must(`${home}/${action}`, {}, 'lead')
  town.tick({ hours: 24 * 29 })
  assert.doesNotMatch((await town.get(home, 'co-ordinator')).text, /Wren Amber/, 'an assignment ends by itself')
  assert.doesNotMatch((await town.get(`${home}/quality`, 'co-ordinator')).text, /Warm and clear/)
})

test('E7, I6: boards are told what is frozen once and protected in the database, on a page and on paper, and no word of a review', async () => {
  const list = (await town.get(`${root}/report`, 'co-ordinator')).text
  const [, month = ''] = /report\/(\d{4}-\d{2})"/.exec(list) ?? []
  const at = `${root}/report/${month}`
  for (const who of ['asker', 'governance', 'administrator', 'board-member'] as const)
    assert.equal((await town.get(at, who)).status, 403, who)
  const open = (await town.get(at, 'co-ordinator')).text
  assert.match(open, /Not frozen yet/)
  assert.match(open, /Reviewed<\/dt>\s*<dd>c</, 'one of three tells of one family')
  assert.equal((await town.get(`${at}/report.pdf`, 'co-ordinator')).status, 404)
  assert.equal((await town.get(`${root}/report/2026-13`, 'co-ordinator')).status, 404)
  await must(`${at}/freeze`, {})
  assert.equal((await town.send(`${at}/freeze`, {}, 'co-ordinator')).status, 422)
  const frozen = (await town.get(at, 'co-ordinator')).text
  assert.match(frozen, /signed by Person co-ordinator/)
  assert.doesNotMatch(frozen, /Amber|Seen in part|Warm and clear|brother is not seen</)
  const pdf = await town.get(`${at}/report.pdf`, 'co-ordinator')
  assert.equal(pdf.status, 200)
  assert.match(pdf.text, /^%PDF[\s\S]*pdfuaid:part/)
  const { figures } = await ownerDb.selectFrom('casework.quality_report').select('figures').executeTakeFirstOrThrow()
  assert.doesNotMatch(JSON.stringify(figures), /:[1-5][,}]/, 'no small count is stored')
  await assert.rejects(
    writeAs(town.db, town.as('co-ordinator'), (tx) => tx.deleteFrom('casework.quality_report').execute()),
    /permission denied/,
  )
})

test('E7, I6: of grades that add up, whoever knows the sum and the exact others finds each hidden one possible from 1 beyond the threshold', async () => {
  const random = Array.from({ length: 400 }, (_, n) =>
    Array.from({ length: 2 + (n % 5) }, (_, at) => (n * 7919 + at * 104_729 + n * at * 31) % (at % 2 ? 9 : 40)),
  )
  const { rows } = await sql<{ counts: number[]; told: { hidden: boolean; shown?: number }[] }>`
    select c.counts, casework.told_parts(array(select 'g' || o from unnest(c.counts) with ordinality u (n, o)), c.counts, 5, 5) as told
    from (select array(select v::int from jsonb_array_elements_text(r) v) as counts from jsonb_array_elements(${JSON.stringify(random)}::jsonb) r) c`.execute(
    ownerDb,
  )
  assert.equal(rows.length, 400)
  for (const { counts, told } of rows) {
    const hidden = counts.filter((_, at) => told[at]?.hidden)
    for (const [at, one] of told.entries()) if (!one.hidden) assert.ok(counts[at] === 0 || (counts[at] ?? 0) > 5)
    if (hidden.length === 0 || hidden.length === counts.length) continue
    // The sum of the hidden ones is known: each may be 1 and each may be more than five, whatever the others are.
    const sum = hidden.reduce((a, b) => a + b, 0)
    assert.ok(hidden.length >= 2 && sum >= 5 + hidden.length, JSON.stringify({ counts, told }))
  }
})

test('E7: a record that is put aside is replaced with its reason, in the order of the seed', async () => {
  const other = items.find((one) => one.id !== item.id)
  assert.ok(other)
  const none = await town.send(`${draw}/${other.id}/replace`, { because: 'conflict' }, 'co-ordinator')
  assert.match(none.text, /No other record is left to draw/)
})

test('E7, X1: past every page the database refuses a draw, an item, an assignment and a review that are not theirs', async () => {
  const by = (who: Townsperson, work: Parameters<typeof writeAs<unknown>>[2]) => writeAs(town.db, town.as(who), work)
  const at = town.as('lead').now
  const mine = { item: item.id, episode, purpose: 'review', starts_at: at, ends_at: at.add({ hours: 1 }) }
  const give = (who: Townsperson) =>
    by(who, (tx) =>
      tx
        .insertInto('casework.quality_assignment')
        .values({ ...mine, id: newId(), reviewer: town.person(who), organisation: town.agency(who), given_by: town.person(who) })
        .execute(),
    )
  for (const who of ['asker', 'governance', 'other-co-ordinator'] as const)
    await assert.rejects(give(who), /row-level security|a post in that locality|their own work/, who)
  await assert.rejects(give('lead'), /their own work/)
  const frame = { draw: item.draw, episode, agency: town.agency('lead'), stage: 'new', is_closed: false, is_stepped_up: false }
  await assert.rejects(
    by('co-ordinator', (tx) => tx.insertInto('casework.quality_frame').values(frame).execute()),
    /permission denied/,
  )
  await assert.rejects(
    by('co-ordinator', (tx) => tx.updateTable('casework.quality_review').set({ overall: 1 }).execute()),
    /permission denied/,
  )
})

test('E4, E5, E6: drift is listed with its reasons for whoever leads and for the locality, and names nobody in My work', async () => {
  const list = async (who: Townsperson) => (await town.get('/families/drift', who)).text
  const work = async (who: Townsperson) => (await familyWork(town.db)(town.as(who)))?.items ?? []
  town.tick({ hours: 24 * 400 })
  const third = homes[2]?.split('/')[2] ?? ''
  await ownerDb
    .updateTable('casework.family')
    .set({ is_shielded: true })
    .where('id', '=', await familyOf(third))
    .execute()
  const mine = await list('lead')
  assert.match(mine, /3 families are here for 9 reasons/)
  for (const why of [/No agreement is in force/, /Open for more than 12 months/, /One child has no words, number or answer/])
    assert.match(mine, why)
  assert.match(await list('co-ordinator'), /2 families are here for 6 reasons/, 'of the locality, but for what is shielded')
  for (const who of ['asker', 'other-co-ordinator', 'governance'] as const)
    assert.match(await list(who), /No family that you may list drifts/, who)
  for (const who of ['administrator', 'board-member'] as const) assert.equal((await town.get('/families/drift', who)).status, 403, who)
  const asked = (await work('lead')).find(({ href }) => href === '/families/drift')
  assert.deepEqual(asked, { text: 'Families where work drifts', href: '/families/drift', count: 3 })
  assert.equal(
    (await work('asker')).find(({ href }) => href === '/families/drift'),
    undefined,
  )
  await planned(third)
  const late = await list('lead')
  assert.match(late, /3 families are here for 13 reasons/)
  for (const why of [
    /One child was not asked about the plan/,
    /One action is past the day/,
    /The review is overdue/,
    /One transition is not answered in time/,
  ])
    assert.match(late, why)
  await heard(third)
  assert.match(await list('lead'), /3 families are here for 12 reasons/, 'a number of the child’s own is an entry; not asked is none')
})

const familyOf = async (of: string) =>
  (await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', of).executeTakeFirstOrThrow()).family

/** Writes that the first child of every family was not asked, and a number of the child of one. */
async function heard(of: string): Promise<void> {
  const children = await ownerDb
    .selectFrom('casework.person')
    .select(['id', 'family', 'entered_in as episode'])
    .where('part', '=', 'child')
    .execute()
  const said = {
    question: 'How are things?',
    role: 'child',
    name: 'Wren',
    said_on: starts_on,
    occasion: 'visit',
    entered_by: town.person('lead'),
  }
  await ownerDb
    .insertInto('casework.scale_reading')
    .values(
      children.map(({ id, family: its, episode: at }) => ({
        ...{ ...said, id: newId(), episode: at, family: its, person: id, entered_at: town.as('lead').now },
        ...(at === of ? { standing: 'read', value: 0, captured: 'by-them' } : { standing: 'not-asked' }),
      })),
    )
    .execute()
}

/** Writes a plan of long ago, of which nobody reviewed anything and asked no child, and a transition that nobody answered. */
async function planned(of: string): Promise<void> {
  const { id: child } = await ownerDb
    .selectFrom('casework.person')
    .select('id')
    .where('entered_in', '=', of)
    .where('part', '=', 'child')
    .executeTakeFirstOrThrow()
  const need = newId()
  const by = { episode: of, entered_by: town.person('lead'), entered_at: town.as('lead').now }
  await ownerDb
    .insertInto('casework.plan_version')
    .values({ ...by, id: newId(), number: 1, agreed_on: starts_on })
    .execute()
  await ownerDb
    .insertInto('casework.plan_need')
    .values({ ...by, id: need, position: 1, need: 'Sleep', outcome: 'Rested', from_number: 1 })
    .execute()
  await ownerDb
    .insertInto('casework.plan_action')
    .values({ ...by, id: newId(), need, what: 'Call', relative: child, due_on: starts_on })
    .execute()
  const sent = { sent_at: town.as('lead').now.subtract({ hours: 24 * 30 }), channel: 'link', proposed_on: starts_on, is_agreed: true }
  await ownerDb
    .insertInto('casework.transition')
    .values({ ...by, ...sent, id: newId(), kind: 'request', target_name: 'A service' })
    .execute()
}
