import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { findPlanHead } from './queries/plans.ts'
import { findRows } from './queries/rows.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const board = '/boards/northbrook-childrens-partnership'
const clerk = 'siddiqui'

async function rowsOf(plan: string, who: string | undefined = clerk) {
  return readAs(governance.db, governance.acting(who), async (reader) => findRows(reader, (await findPlanHead(reader, plan)).version))
}

async function begin(title: string, type = 'safeguarding-business-plan'): Promise<string> {
  const made = await rooms.post(`${board}/plans/new`, { type, title, reviewMonths: '3', ...dayFields('startsOn', '2026-01-01') }, clerk)
  assert.equal(made.status, 303, made.text)
  return made.location.split('/')[2] ?? ''
}

/** A plan with a priority, an objective and an action that Jonathan Pryce leads. */
async function written(title: string): Promise<{ readonly plan: string; readonly action: string }> {
  const plan = await begin(title)
  await rooms.post(`/plans/${plan}/draft/priority/new`, { title: 'Neglect is seen early', reference: 'SB1' }, clerk)
  const [priority] = (await rowsOf(plan)).priorities
  await rooms.post(
    `/plans/${plan}/draft/outcome/new?under=${priority?.id}`,
    { title: 'All can tell', 'detail-measure': 'Referrals' },
    clerk,
  )
  const [outcome] = (await rowsOf(plan)).outcomes
  const fields = { title: 'Train 540 people', leads: 'Jonathan Pryce\nThe schools', timescale: 'By end June 2026' }
  const asked = `/plans/${plan}/draft/action/new?under=${outcome?.id}`
  assert.ok((await rooms.get(asked, clerk)).text.includes(`action="${asked}"`), 'a browser sends it to where it stands')
  const added = await rooms.post(asked, fields, clerk)
  assert.equal(added.status, 303, added.text)
  const [action] = (await rowsOf(plan)).actions
  return { plan, action: action?.id ?? '' }
}

async function publish(plan: string, sight = 'public'): Promise<void> {
  const version = /name="version" value="(\d+)"/.exec((await rooms.get(`/plans/${plan}/publish`, clerk)).text)?.[1] ?? ''
  const done = await rooms.post(`/plans/${plan}/publish`, { sight, version, ...dayFields('publishedOn', '2026-03-01') }, clerk)
  assert.equal(done.status, 303, done.text)
}

test('P2: a plan is written in the words of its shape, and read by nobody but those who prepare it until it is published', async () => {
  const { plan, action } = await written('Safeguarding business plan')
  const [row] = (await rowsOf(plan)).actions
  assert.deepEqual(
    row?.leads.map(({ name, person }) => [name, person !== null]),
    [
      ['Jonathan Pryce', true],
      ['The schools', false],
    ],
  )
  assert.equal(row?.dueTo?.toString(), '2026-06-30')
  assert.match((await rooms.get(`/plans/${plan}`, clerk)).text, /What we will measure/)
  for (const who of [undefined, 'marsh', 'mbeki', 'lowe']) assert.equal((await rooms.get(`/plans/${plan}`, who)).status, 404, `${who}`)
  // Whoever is to lead something of it sees that, and no more.
  assert.equal((await rooms.get(`/plan-actions/${action}`, 'pryce')).status, 200)
  assert.doesNotMatch((await rooms.get(`/plans/${plan}`, 'pryce')).text, /Neglect is seen early/)
  await publish(plan)
  const shown = await rooms.get(`/plans/${plan}`)
  assert.equal(shown.status, 200)
  assert.match(shown.text, /Neglect is seen early[\s\S]*Train 540 people/)
})

test('P2, X5: a row that somebody else changed first comes back with both versions, and one that is wrong with everything typed', async () => {
  const { plan } = await written('Twice changed')
  const [row] = (await rowsOf(plan)).actions
  const at = `/plans/${plan}/draft/action/${row?.id}/edit`
  assert.equal((await rooms.post(at, { title: 'Train 600 people', version: '1' }, clerk)).status, 303)
  const stale = await rooms.post(at, { title: 'Train everybody', version: '1' }, clerk)
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Train 600 people[\s\S]*Train everybody/)
  const wrong = await rooms.post(at, { title: '', timescale: 'Week commencing 18/2/14', version: '2' }, clerk)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Week commencing 18\/2\/14/)
  assert.equal((await rooms.post(`/plans/${plan}/draft/priority/${(await rowsOf(plan)).priorities[0]?.id}/remove`, {}, clerk)).status, 422)
})

test('P3: what was published stays, the new version takes its place, and the address of the plan leads to the one in force', async () => {
  const { plan, action } = await written('Two versions')
  await publish(plan)
  assert.equal((await rooms.post(`/plans/${plan}/revise`, { reason: 'A year later' }, clerk)).location, `/plans/${plan}/versions/2`)
  await rooms.post(`/plans/${plan}/draft/action/${action}/edit`, { title: 'Train 700 people', version: '1' }, clerk)
  assert.match((await rooms.get(`/plans/${plan}`)).text, /Train 540 people/)
  assert.equal((await rooms.get(`/plans/${plan}/versions/2`)).status, 404)
  await publish(plan)
  assert.match((await rooms.get(`/plans/${plan}`)).text, /Train 700 people/)
  assert.match((await rooms.get(`/plans/${plan}/versions/1`)).text, /Train 540 people/)
  // Whoever gets at the database as the clerk cannot change what was published either.
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx.updateTable('plans.action_text').set({ title: 'Something else' }).where('action', '=', action).execute(),
    ),
    /only a draft can be changed/,
  )
  await assert.rejects(
    writeAs(governance.db, governance.acting(clerk), (tx) =>
      tx.updateTable('plans.plan_version').set({ state: 'draft' }).where('plan', '=', plan).execute(),
    ),
    /does not go from/,
  )
})

test('P4: a lead says how it goes and sets a colour with its reason; the rule’s colour is kept beside it, and the meaning of that day', async () => {
  const { plan, action } = await written('In colours')
  await publish(plan)
  assert.equal(
    (await rooms.post(`/plan-actions/${action}/rate`, { colour: 'red', why: 'x', ...dayFields('lastDay', '2026-04-01') }, 'pryce')).status,
    422,
  )
  const meanings = { 'action-red': 'Significant concerns', 'action-amber': 'Some concern', 'action-green': 'On track' }
  assert.equal(
    (await rooms.post(`/plans/${plan}/colours`, { ...meanings, 'measure-red': 'Significantly below target' }, clerk)).status,
    303,
  )
  assert.match((await rooms.get(`/plans/${plan}`)).text, /wrong as worded for a measure of which less is better/)
  const set = await rooms.post(
    `/plan-actions/${action}/rate`,
    { colour: 'red', why: 'Schools cannot release staff', ...dayFields('lastDay', '2026-04-01') },
    'pryce',
  )
  assert.equal(set.status, 303, set.text)
  await rooms.post(`/plans/${plan}/colours`, { ...meanings, 'action-red': 'Stop and think' }, clerk)
  const page = (await rooms.get(`/plan-actions/${action}`)).text
  assert.match(page, /Red, by Jonathan Pryce on 10 March 2026, until 1 April 2026: Schools cannot release staff/)
  assert.match(page, /Significant concerns/)
  const said = { progress: '310 are trained', state: 'done', impact: 'Teachers ask earlier', version: '1' }
  assert.equal((await rooms.post(`/plan-actions/${action}/say`, said, 'pryce')).status, 303)
  assert.equal((await rooms.post(`/plan-actions/${action}/say`, said, 'pryce')).status, 409)
  for (const who of ['marsh', 'mbeki', 'clarke', 'lowe'])
    assert.equal((await rooms.post(`/plan-actions/${action}/say`, said, who)).status, 403, who)
  assert.match((await rooms.get(`/plan-actions/${action}`)).text, /Completed[\s\S]*Teachers ask earlier/)
})

test('P2: nobody writes the plan of another board, by form or by hand', async () => {
  const plan = await begin('Ours alone')
  for (const who of [undefined, 'marsh', 'clarke', 'mbeki', 'lowe']) {
    const { status } = await rooms.post(`/plans/${plan}/draft/priority/new`, { title: 'Theirs' }, who)
    assert.ok([401, 403, 404].includes(status), `${who} got ${status}`)
    const made = await rooms.post(`${board}/plans/new`, { type: 'work-plan', title: 'Theirs' }, who)
    assert.ok([401, 403, 404].includes(made.status), `${who} got ${made.status}`)
  }
  const body = governance.sample.bodies.get('northbrook-childrens-partnership') ?? ''
  await assert.rejects(
    writeAs(governance.db, governance.acting('mbeki'), (tx) =>
      sql`insert into plans.plan (id, body, type, shape, shape_number, made_at) values (gen_random_uuid(), ${body}::uuid, 'work-plan', 'work-plan', 1, now())`.execute(
        tx,
      ),
    ),
    /row-level security/,
  )
})
