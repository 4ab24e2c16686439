import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findBody } from './queries/bodies.ts'
import { sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const read = async (path: string): Promise<string> => (await rooms.get(path)).text

test('G3: the map draws the bodies and relations of the day that is asked for, and says them in words', async () => {
  const today = await read('/arrangement')
  assert.match(today, /Joint Commissioning Board<\/a>.*every quarter; written in: Terms of the board, section 4; since 1 April 2014/s)
  assert.doesNotMatch(today, /href="\/boards\/childrens-trust-board"/, 'an ended board')
  const earlier = await read('/arrangement?on=2012-06-01')
  assert.match(earlier, /href="\/boards\/childrens-trust-board"/)
  assert.doesNotMatch(earlier, /href="\/boards\/joint-commissioning-board"/)
  assert.match(earlier, /On 1 June 2012/)
})

test('G3: the map shows one kind of relation, or one body with those it relates to', async () => {
  const challenges = await read('/arrangement?kind=challenges')
  assert.match(challenges, /gt-map__net--challenges/)
  assert.doesNotMatch(challenges, /gt-map__net--reports-to/)
  const around = await read('/arrangement?body=joint-commissioning-board')
  const boxes = [...around.matchAll(/<a class="gt-map__body[^"]*" href="\/boards\/([^"]+)"/g)].map(([, slug]) => slug)
  assert.ok(boxes.includes('joint-commissioning-board') && boxes.includes('health-and-wellbeing-board'))
  assert.equal(boxes.includes('early-help-steering-group'), false)
  assert.equal((await rooms.get('/arrangement?body=no-such-board')).status, 404)
  const ended = await rooms.get('/arrangement?body=childrens-trust-board')
  assert.equal(ended.status, 200, 'a board that ended keeps its link to the map')
  assert.match(ended.text, /No relationship of that kind is recorded for that day/)
})

test('G3: the map needs no style of its own in the page and no script', async () => {
  const page = await read('/arrangement')
  const picture = /<svg class="gt-map".*?<\/svg>/s.exec(page)?.[0] ?? ''
  assert.ok(picture.length > 1000)
  assert.doesNotMatch(picture, /style=|<script|on[a-z]+=/)
})

test('G3, G14: a matter that is handed round in a circle stands on the map of that day with what to do, and in the terms checker', async () => {
  assert.doesNotMatch(await read('/arrangement'), /Who has the last word/)
  const [one, other] = ['joint-commissioning-board', 'health-and-wellbeing-board']
  const given = (from: string, to: string) => ({
    ...{ id: newId(), body: sampleId('body', from), to_body: sampleId('body', to), origin: 'terms', may: 'decide', may_hand_on: false },
    ...{ function_key: 'pooled', function_name: 'The pooled fund', given_by: 'The Act' },
    starts_on: Temporal.PlainDate.from('2026-03-01'),
  })
  await rooms.ownerDb
    .insertInto('governance.delegation')
    .values([given(one, other), given(other, one)])
    .execute()
  const page = await read('/arrangement')
  assert.match(
    page,
    /“The pooled fund” goes round: [^.]*has delegated it to [^.]*; [^.]*has delegated it to [^.]*\. Who decides cannot be told/,
  )
  assert.match(page, /Take one step out of the way round/)
  assert.doesNotMatch(await read('/arrangement?on=2026-02-28'), /Who has the last word/)
  assert.match((await rooms.get(`/boards/${one}/terms`, 'lowe')).text, /The pooled fund[^<]*goes round/)
})

test('G3: a relationship stands on the map as soon as it is recorded', async () => {
  assert.doesNotMatch(await read('/arrangement'), /Protocol of spring/)
  const fields = {
    ...{ kind: 'influences', to: sampleId('body', 'schools-forum'), cadence: '', source: 'Protocol of spring' },
    ...{ 'startsOn-day': '1', 'startsOn-month': '3', 'startsOn-year': '2026' },
  }
  assert.equal((await rooms.post('/boards/youth-assembly/relationships/new', fields, 'lowe')).status, 303)
  assert.match(await read('/arrangement'), /Protocol of spring/)
  assert.doesNotMatch(await read('/arrangement?on=2026-02-28'), /Protocol of spring/)
})

test('G2, G3: a board that is evolving names the board it becomes, as a link; another status names none', async () => {
  const at = '/boards/practice-learning-group'
  const becomes = sampleId('body', 'exploitation-group')
  const fields = { status: 'live', note: 'By decision 14', becomes, ...dayFields('startsOn', '2026-03-01') }
  assert.match((await rooms.post(`${at}/status`, fields, 'lowe')).text, /Only a board that is evolving becomes another/)
  assert.equal((await rooms.post(`${at}/status`, { ...fields, status: 'evolving' }, 'lowe')).status, 303)
  assert.match(
    await read(`${at}/relationships`),
    /Into: <a[^>]*href="\/boards\/exploitation-group"[^>]*>Exploitation and Missing Children Group<\/a> By decision 14/,
  )
  assert.match(await read('/boards/childrens-trust-board/relationships'), /Into: <a[^>]*href="\/boards\/northbrook-childrens-partnership"/)
})

test('G2: the kind of a board is dated: what it was stays with its days, and an earlier day shows it', async () => {
  const at = '/boards/early-years-group'
  const form = await rooms.get(`${at}/kind`, 'lowe')
  assert.deepEqual(await htmlFaults(form.text), [])
  const version = /name="version" value="(\d+)"/.exec(form.text)?.[1] ?? ''
  const fields = { kind: 'delivery-board', because: 'Decision of 4 March 2026', version, ...dayFields('startsOn', '2026-03-04') }
  const post = (more: object) => rooms.post(`${at}/kind`, { ...fields, ...more }, 'lowe')
  assert.match((await post({ kind: 'sub-group' })).text, /is of this kind already/)
  assert.match((await post(dayFields('startsOn', '2026-03-11'))).text, /choose today or an earlier day/)
  assert.match((await post(dayFields('startsOn', '2010-01-01'))).text, /must begin after the board/)
  assert.match((await post({ kind: 'task-and-finish' })).text, /must have an end/)
  assert.equal((await rooms.post(`${at}/kind`, fields, 'siddiqui')).status, 403)
  const [first, second] = await Promise.all([post({}), post({})])
  assert.deepEqual([first.status, second.status].toSorted(), [303, 409], 'a double click')
  const page = await read(`${at}/relationships`)
  assert.match(
    page,
    /Kinds over time[\s\S]*Delivery board[\s\S]*4 March 2026[\s\S]*Decision of 4 March 2026[\s\S]*Sub-group[\s\S]*Its beginning[\s\S]*3 March 2026/,
  )
  const kindOn = async (day: string) => (await findBody(rooms.ownerDb, 'early-years-group', Temporal.PlainDate.from(day)))?.kind
  assert.deepEqual([await kindOn('2026-03-03'), await kindOn('2026-03-04')], ['sub-group', 'delivery-board'])
  assert.equal((await findBody(rooms.ownerDb, 'workforce-group', Temporal.PlainDate.from('2019-01-01')))?.kind, 'steering-group')
})

test('G1, G3: the programme of a team leads to the forward plan of a board, beside what is said in words', async () => {
  const id = sampleId('team', 'Virtual integrated commissioning team')
  assert.match(await read(`/teams/${id}`), /href="\/boards\/joint-commissioning-board\/plan"[^>]*>The forward plan of/)
  const fields = {
    name: 'A team',
    functions: 'Plans',
    programme: 'In words',
    programmeOf: newId(),
    version: '1',
    ...dayFields('startsOn', '2020-01-01'),
  }
  assert.equal((await rooms.post(`/teams/${id}/change`, fields, 'lowe')).status, 422, 'a board that is not there')
  assert.equal(
    (await rooms.post(`/teams/${id}/change`, { ...fields, programmeOf: sampleId('body', 'youth-assembly') }, 'lowe')).status,
    303,
  )
  assert.match(await read(`/teams/${id}`), /href="\/boards\/youth-assembly\/plan"[\s\S]*In words/)
})
