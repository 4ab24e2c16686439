import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findPlanHead } from './queries/plans.ts'
import { findAsks, findOwnAsks, findRounds } from './queries/reviews.ts'
import { findRows } from './queries/rows.ts'
import { loadPlansSample } from './sample/load.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const clerk = 'siddiqui'
const actor = rooms.doer(clerk).actor
const { now, today } = governance.acting(clerk)
await loadPlansSample(rooms.needs, governance.ownerDb, {
  ...governance.sample,
  ...{ accounts: { clerk: actor, otherClerk: rooms.doer('mbeki').actor, member: rooms.doer('marsh').actor }, now, today },
})
const read = <T>(work: Parameters<typeof readAs<T>>[2], who: string | undefined = clerk) =>
  readAs(governance.db, governance.acting(who), work)
const plan = await read(async (reader) => {
  const found = await reader
    .selectFrom('plans.plan_version')
    .select('plan')
    .where('title', '=', 'Safeguarding business plan')
    .executeTakeFirstOrThrow()
  return found.plan
})

test('P2: a review asks each lead once by mail, shows who has not answered, reminds only those, and closes with words for the board', async () => {
  const due = dayFields('dueOn', today.add({ days: 14 }).toString())
  // The sample has a review open already.
  const [earlier] = await read((reader) => findRounds(reader, plan))
  assert.equal((await rooms.post(`/plan-reviews/${earlier?.id}/close`, { summary: '', version: '1' }, clerk)).status, 303)
  const before = rooms.sent.filter(({ queue }) => queue === 'mail').length
  for (const who of ['marsh', 'pryce', 'mbeki', 'lowe'])
    assert.equal((await rooms.post(`/plans/${plan}/reviews/new`, due, who)).status, 403, who)
  const opened = await rooms.post(`/plans/${plan}/reviews/new`, due, clerk)
  assert.equal(opened.status, 303, opened.text)
  assert.equal((await rooms.post(`/plans/${plan}/reviews/new`, due, clerk)).status, 422)
  const round = opened.location.split('/')[2] ?? ''
  const asks = await read((reader) => findAsks(reader, round))
  const people = new Set(asks.flatMap(({ person }) => (person === null ? [] : [person])))
  const mails = rooms.sent.filter(({ queue }) => queue === 'mail').length - before
  assert.equal(mails, people.size)
  // Whoever is asked sees their own asks and nobody else's; a visitor sees none.
  const lead = 'haddad'
  const person = governance.sample.people.get(lead) ?? ''
  const own = await read((reader) => findOwnAsks(reader, person), lead)
  assert.deepEqual(
    own.map(({ title, actions }) => [title, actions]),
    [['Safeguarding business plan', 1]],
  )
  assert.deepEqual(new Set((await read((reader) => findAsks(reader, round), lead)).map((ask) => ask.person)), new Set([person]))
  assert.equal((await read((reader) => findAsks(reader, round), 'nobody')).length, 0)
  const action = asks.find((ask) => ask.person === person)?.action ?? ''
  const page = await rooms.get(`/plan-reviews/${round}`, lead)
  assert.match(page.text, /What you are asked/)
  assert.doesNotMatch(page.text, /Who was asked/)
  assert.equal(
    (await rooms.post(`/plan-actions/${action}/say`, { progress: 'Twenty files are read', state: 'started', version: '1' }, lead)).status,
    303,
  )
  assert.equal((await read((reader) => findOwnAsks(reader, person), lead)).length, 0)
  assert.match((await rooms.get(`/plan-reviews/${round}`, clerk)).text, new RegExp(`1 of ${asks.length} answered`))
  assert.equal((await rooms.post(`/plan-reviews/${round}/chase`, {}, 'pryce')).status, 403)
  assert.equal((await rooms.post(`/plan-reviews/${round}/chase`, {}, clerk)).status, 303)
  assert.equal(rooms.sent.filter(({ queue }) => queue === 'mail').length, before + mails + people.size - 1)
  assert.equal((await rooms.post(`/plan-reviews/${round}/close`, { summary: 'Two need the board.', version: '1' }, clerk)).status, 303)
  assert.equal((await rooms.post(`/plan-reviews/${round}/close`, { summary: 'Again', version: '1' }, clerk)).status, 409)
  assert.match((await rooms.get(`/plan-reviews/${round}`)).text, /Two need the board/)
  assert.equal((await read((reader) => findRounds(reader, plan)))[0]?.closedOn?.toString(), today.toString())
})

test('P2: a lead answers for themselves alone, by hand either', async () => {
  const { version } = await read((reader) => findPlanHead(reader, plan))
  const rows = await read((reader) => findRows(reader, version))
  const pryce = governance.sample.people.get('pryce')
  const other = rows.actions.find(({ leads }) => leads.every(({ person }) => person !== pryce))
  assert.equal(
    (await rooms.post(`/plan-actions/${other?.id}/say`, { progress: 'Mine now', state: 'done', version: '1' }, 'pryce')).status,
    403,
  )
  const touched = await writeAs(governance.db, governance.acting('pryce'), (tx) =>
    tx
      .updateTable('plans.action')
      .set({ state: 'stopped', done_on: null })
      .where('id', '=', other?.id ?? '')
      .executeTakeFirst(),
  )
  assert.equal(touched.numUpdatedRows, 0n)
})
