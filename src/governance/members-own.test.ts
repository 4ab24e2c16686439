import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findOwnTasks } from './queries/own-tasks.ts'
import { findStanding } from './queries/standing.ts'
import { sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

// What members keep themselves. Clerks: siddiqui of the partnership, mbeki of the commissioning board; chair: clarke; members: marsh, eze, sutton.
const rooms = await openRooms()
const board = '/boards/northbrook-childrens-partnership'
const person = (key: string): string => sampleId('person', key)

/** The kinds of what waits for somebody. */
async function waiting(who: string): Promise<readonly string[]> {
  const acting = rooms.acting(who)
  return readAs(rooms.db, acting, async (reader) =>
    (await findOwnTasks(reader, await findStanding(reader, acting), acting.today)).map(({ kind }) => kind),
  )
}

test('G13: who has not looked a register through is asked, says that nothing changed, also twice and with nothing in it, and is asked no more', async () => {
  for (const who of ['eze', 'sutton']) {
    assert.ok((await waiting(who)).includes('review-register'), who)
    for (const _ of [1, 2]) assert.equal((await rooms.post('/me/interests/review', {}, who)).status, 303)
    assert.ok(!(await waiting(who)).includes('review-register'), who)
  }
  assert.equal((await rooms.get('/me/interests', 'eze')).text.match(/Looked through/g)?.length, 1)
  const register = (await rooms.get(`${board}/interests`)).text
  assert.match(register, /Reviewed on 10 March 2026/)
  assert.match(register, /Not yet reviewed/)
  assert.doesNotMatch(register, /Who is asked to look theirs through/, 'a visitor is not told who is behind')
  assert.match((await rooms.get(`${board}/interests`, 'siddiqui')).text, /Who is asked to look theirs through/)
})

test('G13: other boards are shown from their own records, memberships elsewhere as declared, and nobody confirms for another', async () => {
  const register = (await rooms.get(`${board}/interests`)).text
  assert.match(register, /Women and Children/)
  assert.match(register, /Trustee of a charity/)
  const forged = writeAs(rooms.db, rooms.acting('marsh'), (tx) =>
    tx
      .insertInto('governance.register_review')
      .values({ person: person('venkat'), reviewed_on: rooms.acting('marsh').today, entries: 0 })
      .execute(),
  )
  await assert.rejects(forged, /row-level security/)
})

test('G5: the clerk alone is asked to renew or fill a place whose term ends soon, and no more once somebody follows', async () => {
  const until = (day: string | null) =>
    rooms.ownerDb
      .updateTable('governance.appointment')
      .set({ ends_on: day === null ? null : Temporal.PlainDate.from(day) })
      .where('id', '=', held.id)
      .execute()
  const held = await rooms.ownerDb
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .select(['a.id', 'a.seat', 'a.place'])
    .where('b.slug', '=', 'northbrook-childrens-partnership')
    .where('a.ends_on', 'is', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.ok(!(await waiting('siddiqui')).includes('seat-terms'))
  await until('2026-05-01')
  assert.ok((await waiting('siddiqui')).includes('seat-terms'))
  assert.ok(!(await waiting('clarke')).includes('seat-terms'))
  const { seat, place } = held
  const next = {
    id: sampleId('appointment', 'to follow'),
    seat,
    place,
    person: person('eze'),
    starts_on: Temporal.PlainDate.from('2026-05-01'),
  }
  await rooms.ownerDb.insertInto('governance.appointment').values(next).execute()
  assert.ok(!(await waiting('siddiqui')).includes('seat-terms'))
  await rooms.ownerDb.deleteFrom('governance.appointment').where('id', '=', next.id).execute()
  await until(null)
})

test('G16: clerk and chair are reminded of the review of terms; what was decided is recorded once and ends the reminder', async () => {
  assert.ok((await waiting('siddiqui')).includes('review-terms'))
  assert.ok((await waiting('clarke')).includes('review-terms'))
  assert.ok(!(await waiting('akhtar')).includes('review-terms'))
  const version = /terms\/(\d+)\/review/.exec((await rooms.get(`${board}/terms`, 'siddiqui')).text)?.[1] ?? ''
  const form = `${board}/terms/${version}/review`
  const kept = { outcome: 'kept', decidedIn: 'Decision 4 of 2 March 2026', decision: '', ...dayFields('reviewedOn', '2026-03-02') }
  assert.equal((await rooms.post(form, kept, 'marsh')).status, 403)
  for (const [change, words] of [
    [dayFields('reviewedOn', '2026-03-11'), /today or in the past/],
    [dayFields('reviewedOn', '1999-01-01'), /in force from/],
    [{ decision: 'https://elsewhere.example' }, /address of a decision/],
  ] as const) {
    const refused = await rooms.post(form, { ...kept, ...change }, 'siddiqui')
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
    assert.match(refused.text, /Decision 4 of 2 March 2026/)
  }
  assert.equal((await rooms.post(form, kept, 'siddiqui')).status, 303)
  assert.match((await rooms.post(form, kept, 'siddiqui')).text, /recorded already/)
  assert.ok(!(await waiting('clarke')).includes('review-terms'))
  const amended = { ...kept, outcome: 'amended', ...dayFields('reviewedOn', '2026-03-09') }
  const drafted = await rooms.post(form, amended, 'siddiqui')
  assert.match(drafted.location, /\/guide$/)
  const page = await rooms.get(`${board}/terms`)
  assert.match(page.text, /Being amended/)
  assert.deepEqual(await htmlFaults(page.text), [])
})

const steps = async (who: string, path: string): Promise<string> => (await rooms.get(path, who)).text
const appointment = sampleId('appointment', 'northbrook-childrens-partnership young_people 1 sutton')
const step = (kind: string): string => sampleId('induction-step', kind)

test('G16: a new member sees the steps of joining, says what they have had, and the clerk names the buddy and sees how far everybody is', async () => {
  assert.ok((await waiting('sutton')).includes('induction'))
  assert.match(await steps('sutton', '/me/induction'), /I have had this/)
  assert.match(await steps('akhtar', '/me/induction'), /You are a buddy/)
  const mark = `/me/induction/${appointment}/${step('briefing')}`
  assert.equal((await rooms.post(mark, {}, 'eze')).status, 404, 'another member')
  assert.equal((await rooms.post(mark, {}, 'mbeki')).status, 404, 'the clerk of another board')
  assert.equal((await rooms.post(`/me/induction/${appointment}/${step('buddy')}`, {}, 'sutton')).status, 422)
  for (const _ of [1, 2]) assert.equal((await rooms.post(mark, {}, 'sutton')).status, 303)
  assert.ok(!(await waiting('sutton')).includes('induction'))
  const page = await rooms.get(`${board}/induction`, 'siddiqui')
  assert.match(page.text, /3 of 5 done, 2 late/)
  assert.deepEqual(await htmlFaults(page.text), [])
  assert.deepEqual(await htmlFaults(await steps('sutton', '/me/induction')), [])
  for (const who of ['marsh', 'mbeki', 'lowe']) assert.notEqual((await rooms.get(`${board}/induction`, who)).status, 200, who)
})

test('G16: a signature is of one exact version, once; a new version asks everybody again, and the earlier signature stays', async () => {
  const sign = `${board}/agreement/2/sign`
  assert.ok((await waiting('marsh')).includes('sign'))
  assert.match((await rooms.post(sign, {}, 'marsh')).text, /Tick the box/)
  for (const _ of [1, 2]) assert.equal((await rooms.post(sign, { agrees: 'yes' }, 'marsh')).status, 303)
  assert.ok(!(await waiting('marsh')).includes('sign'))
  assert.equal((await rooms.get(`${board}/agreement/1/sign`, 'marsh')).status, 404, 'a version that is not asked for')
  assert.equal((await rooms.post(sign, { agrees: 'yes' }, 'haddad')).status, 404, 'who does not belong')
  const words = { words: 'I come prepared.\n\nI listen.', ...dayFields('startsOn', '2026-03-10') }
  assert.equal((await rooms.post(`${board}/agreement/new`, words, 'marsh')).status, 403)
  assert.equal((await rooms.post(`${board}/agreement/new`, words, 'siddiqui')).location, `${board}/agreement/3`)
  assert.ok((await waiting('marsh')).includes('sign'))
  assert.match(await steps('siddiqui', `${board}/induction`), /Signed version 2 on/)
  const signed = await steps('marsh', '/me/induction')
  for (const of of [/Members’ agreement, version 2/, /Members’ agreement, version 1/, /10 March 2026 at 10am/]) assert.match(signed, of)
  assert.equal((await rooms.get(`${board}/agreement/3`)).status, 404, 'a visitor')
})

test('X1: in the database nobody signs for another, nobody changes what was signed, and others’ inductions are not read', async () => {
  const as = (who: string | undefined, query: string) =>
    writeAs(rooms.db, rooms.acting(who), async (tx) => {
      const result = await sql.raw(query).execute(tx)
      return Number(result.numAffectedRows ?? result.rows.length)
    })
  const signature = (who: string, agreement: string) =>
    `insert into governance.member_signature (id, person, body, agreement, digest, signed_at) values (gen_random_uuid(), '${person(who)}',
     '${sampleId('body', 'northbrook-childrens-partnership')}', '${agreement}', repeat('a', 64), now())`
  await assert.rejects(as('marsh', signature('eze', sampleId('agreement', '2'))), /row-level security/)
  await assert.rejects(as('eze', signature('eze', sampleId('agreement', '2'))), /row-level security/, 'a version that a newer one follows')
  await assert.rejects(as('siddiqui', `update governance.member_agreement set words = 'Other'`), /permission denied/)
  await assert.rejects(as('siddiqui', `delete from governance.member_signature`), /permission denied/)
  for (const who of [undefined, 'lowe', 'mbeki', 'haddad']) {
    for (const table of ['member_signature', 'member_agreement', 'induction_done', 'induction_step'])
      assert.equal(await as(who, `select from governance.${table}`), 0, `${who} reads ${table}`)
  }
  const own = await as('marsh', `select from governance.member_signature where person <> '${person('marsh')}'`)
  assert.equal(own, 0)
})
