import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import type { Visit } from '#platform/web/visit.ts'
import { findPlanDuties } from './queries/duties.ts'
import { communicationsBeside } from './routes/communications-beside.tsx'
import type { CommunicationAbout } from './rules/communication.ts'
import { openPlans } from './testing/rooms.ts'

const rooms = await openPlans()
const { governance } = rooms
const [clerk, owner, doer] = ['siddiqui', 'haddad', 'marsh']
const { today } = governance.acting(clerk)
const board = '/boards/northbrook-childrens-partnership'
const person = (key: string): string => governance.sample.people.get(key) ?? ''
const dutiesOf = async (who: string, clerkOf: readonly string[] = []) =>
  (await readAs(governance.db, governance.acting(who), (reader) => findPlanDuties(reader, { person: person(who), clerkOf }, today))).map(
    ({ text }) => text,
  )
const inDays = (days: number) => dayFields('plannedOn', today.add({ days }).toString())

const made = await rooms.post(
  `${board}/communications/new`,
  { title: 'Telling families', aim: 'They know whom to ring', about: '', owner: person(owner), ownerPost: '' },
  clerk,
)
const page = made.location
const add = (fields: Readonly<Record<string, string>>, who = owner) =>
  rooms.post(
    `${page}/add`,
    {
      audience: 'Parents',
      message: 'Ring us',
      channel: 'Letter',
      who: '',
      whoPost: 'Schools',
      reachOf: '',
      expected: '',
      ...inDays(3),
      ...fields,
    },
    who,
  )
const itemsOn = async (who = clerk) => [...new Set((await rooms.get(page, who)).text.match(/\/communication-items\/[0-9a-f-]{36}/g) ?? [])]
const report = (item: string, fields: Readonly<Record<string, string>>, who = doer) =>
  rooms.post(
    `${item}/report`,
    { cameState: 'counted', came: '12', learned: '', version: '1', ...dayFields('doneOn', today.toString()), ...fields },
    who,
  )

test('P12: a communication plan is its preparers’ until it is shown, and its owner says who is to hear what', async () => {
  assert.equal(made.status, 303, made.text)
  assert.equal((await rooms.post(`${board}/communications/new`, {}, doer)).status, 403)
  const empty = await rooms.post(`${board}/communications/new`, { title: 'Kept', aim: '', about: '', owner: '', ownerPost: '' }, clerk)
  assert.equal(empty.status, 422)
  assert.match(empty.text, /value="Kept"/)
  assert.match(empty.text, /Say what is to be different/)
  const strange = await rooms.post(
    `${board}/communications/new`,
    { title: 'x', aim: 'x', about: `plan:${person(owner)}`, owner: '', ownerPost: 'P' },
    clerk,
  )
  assert.equal(strange.status, 422)
  for (const who of [undefined, doer, 'mbeki']) assert.equal((await rooms.get(page, who)).status, 404, who ?? 'visitor')
  assert.equal((await add({}, doer)).status, 404)
  assert.equal((await add({ whoPost: '' })).status, 422)
  assert.equal((await add({ expected: '1,5' })).status, 422)
  assert.equal((await add({ who: person(doer), expected: '40' })).status, 303)
  assert.equal((await add({ audience: 'Nurses', ...inDays(-1) })).status, 303)
  assert.match((await rooms.get(page, owner)).text, /Overdue/)
})

test('P12: what is due is in My work of whoever sees to it, and of the owner where a post does', async () => {
  assert.deepEqual(await dutiesOf(doer), ['Tell Parents: Telling families'])
  assert.deepEqual(await dutiesOf(owner), ['Tell Nurses: Telling families'])
  assert.equal((await rooms.get(page, doer)).status, 200)
})

test('P12: whoever sees to something says what came of it and nothing else; a reach that nobody knows is no zero', async () => {
  const [nurses = '', parents = ''] = await itemsOn()
  assert.equal((await report(nurses, {})).status, 404)
  assert.equal((await rooms.post(`${parents}/edit`, {}, doer)).status, 404)
  assert.match((await report(parents, { came: '' })).text, /say that it is not known/)
  assert.match((await report(parents, { cameState: 'not-known' })).text, /Change one of the two/)
  assert.equal((await report(parents, { ...dayFields('doneOn', today.add({ days: 1 }).toString()) })).status, 422)
  assert.equal((await report(parents, { came: '38' })).status, 303)
  assert.equal((await report(parents, { came: '39' })).status, 409)
  assert.equal((await report(nurses, { cameState: 'not-known', came: '' }, owner)).status, 303)
  const text = (await rooms.get(page, clerk)).text
  assert.match(text, /38 people reached/)
  assert.match(text, /the reach of 1 is not known/)
  // Past the pages: whoever sees to it cannot change the words of it, and no number stands where none is known.
  const id = parents.split('/')[2] ?? ''
  const words = sql`update plans.communication_item set message = 'Other' where id = ${id}`
  await assert.rejects(
    writeAs(governance.db, rooms.doer(doer), (tx) => words.execute(tx)),
    /says what came of it/,
  )
  const zero = sql`update plans.communication_item set came = 0 where id = ${nurses.split('/')[2]}`
  await assert.rejects(zero.execute(governance.ownerDb), /check constraint/)
})

test('P12: everybody reads it once it was shown; it is closed when nothing is to be done, and stays as it was', async () => {
  const versionOf = async (step: string) => /name="version" value="(\d+)"/.exec((await rooms.get(`${page}/${step}`, clerk)).text)?.[1] ?? ''
  assert.equal((await rooms.post(`${page}/show`, { sight: 'public', version: await versionOf('show') }, owner)).status, 403)
  assert.equal((await rooms.post(`${page}/show`, { sight: 'public', version: await versionOf('show') }, clerk)).status, 303)
  assert.match((await rooms.get(page)).text, /Telling families/)
  assert.doesNotMatch((await rooms.get(page)).text, /Say what came of it|Change what came/)
  assert.equal((await add({ audience: 'Bus' })).status, 303)
  assert.match((await rooms.post(`${page}/close`, { learned: 'Much', version: await versionOf('close') }, clerk)).text, /still to be done/)
  const bus = /\/communication-items\/[0-9a-f-]{36}(?=\/call-off)/.exec((await rooms.get(page, clerk)).text)?.[0] ?? ''
  assert.equal((await rooms.post(`${bus}/call-off`, { because: 'Too dear', version: '1' }, owner)).status, 303)
  assert.equal((await rooms.post(`${page}/close`, { learned: 'Much', version: await versionOf('close') }, clerk)).status, 303)
  assert.equal((await add({})).status, 404)
  const after = sql`update plans.communication_item set learned = 'x' where communication = ${page.split('/')[2]} and done_on is not null`
  await assert.rejects(after.execute(governance.ownerDb), /stays/)
})

test('P12: pages of procedures, consultations and strategies say who is to hear of them, and whoever may begins one there', async () => {
  const body = (
    await governance.ownerDb.selectFrom('governance.body').select('id').where('slug', '=', board.slice(8)).executeTakeFirstOrThrow()
  ).id
  const id = newId()
  const span = { starts_on: today, ends_on: today.add({ days: 20 }), sight: 'public' }
  await governance.ownerDb
    .insertInto('meetings.consultation')
    .values({ id, body, title: 'Safe ways', ...span })
    .execute()
  const beside = async (kind: CommunicationAbout, who?: string) =>
    String(
      await readAs(governance.db, governance.acting(who), (reader) =>
        communicationsBeside(reader, governance.acting(who) as Visit, { kind, id, body }),
      ),
    )
  assert.equal(await beside('consultation'), 'undefined')
  assert.equal(await beside('strategy', doer), 'undefined')
  assert.ok((await beside('strategy', clerk)).includes(`${board}/communications/new?about=strategy:${id}`))
  const begun = { title: 'Asking children', aim: 'All have heard', about: `consultation:${id}`, owner: '', ownerPost: 'Clerk' }
  assert.equal((await rooms.post(`${board}/communications/new`, begun, clerk)).status, 303)
  assert.match(await beside('consultation', clerk), /Asking children[\s\S]*nothing in it yet[\s\S]*Draft/)
  assert.equal(await beside('consultation'), 'undefined')
})
