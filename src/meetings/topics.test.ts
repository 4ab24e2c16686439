import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { addPerson } from '#test/support/board.ts'
import { type Client, openClient } from '#test/support/client.ts'
import { withdrawItem } from './commands/agenda/withdraw-item.ts'
import { withdrawPublication } from './commands/publish/withdraw-publication.ts'
import { chooseTopicsOfItem } from './commands/topic/choose-topics.ts'
import { findItem } from './queries/agenda.ts'
import { type EventScope, findPublicEvents, type PublicEvent } from './queries/public-events.ts'
import { listTopics } from './queries/topics.ts'
import { as, exemptInput, itemInput, value } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing } from './testing/preparing-scene.ts'

const scene = await openPreparing()
const { needs, early, later, board } = scene
const visitor: Client = await openClient(scene)
const clerk = meetingsClient(needs, board.clerk.account, '2014-02-14T10:00:00Z')
const keeper = await addPerson(scene.ownerDb, 'Ida Administrator')
await scene.ownerDb
  .insertInto('governance.administrator')
  .values({ person: keeper.person, starts_on: Temporal.PlainDate.from('2010-01-01') })
  .execute()
const administrator = meetingsClient(needs, keeper.account, '2014-02-14T10:00:00Z')
const firstDay = { 'startsOn-day': '1', 'startsOn-month': '1', 'startsOn-year': '2014' }

const add = (name: string) => administrator.post('/topics/new', { name, about: 'Whatever is about it', ...firstDay })
const events = (scope: Omit<EventScope, 'limit'>, now = '2014-02-20T10:00:00Z'): Promise<readonly PublicEvent[]> => {
  const at = Temporal.Instant.from(now)
  return readAs(needs.db, { actor: undefined, now: at, today: dayOf(at) }, (reader) => findPublicEvents(reader, { ...scope, limit: 100 }))
}

test('O2: an administrator makes the list of topics; two of one name, or of one address, are refused in words', async () => {
  assert.equal((await clerk.post('/topics/new', { name: 'Neglect', ...firstDay })).status, 403)
  const made = await add('Neglect')
  assert.deepEqual([made.status, made.location], [303, '/topics/neglect'])
  for (const same of ['Neglect', 'NEGLECT', 'neglect!']) {
    const again = await add(same)
    assert.equal(again.status, 422, same)
    assert.match(again.text, /There is a topic of that name/)
  }
  assert.match((await add('…')).text, /Enter a name with letters or figures/)
  assert.equal((await add('School exclusions')).status, 303)
  const twice = await Promise.all([add('Housing'), add('Housing')])
  assert.deepEqual(twice.map(({ status }) => status).sort(), [303, 422])
  const page = (await visitor.get('/topics')).text
  for (const name of ['Neglect', 'School exclusions', 'Housing']) assert.match(page, new RegExp(name))
  const change = { name: 'Neglect of children', about: '', version: '1', 'endsOn-day': '', 'endsOn-month': '', 'endsOn-year': '' }
  assert.equal((await administrator.post('/topics/neglect/change', change)).location, '/topics/neglect', 'the address stays')
  assert.equal((await administrator.post('/topics/neglect/change', change)).status, 409)
  assert.equal((await visitor.get('/topics/no-such-topic')).status, 404)
})

test('O2: what a clerk tags is found under its topic once it is public, and what is exempt never', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [
    itemInput('Home visits after referrals'),
    exemptInput('The Hartwell household', 'A family'),
  ])
  const [topic] = await as(needs, early, (reader) => listTopics(reader).then((all) => all.filter(({ slug }) => slug === 'neglect')))
  const topics = [topic?.id ?? '']
  for (const item of items) {
    const answer = await clerk.post(`/meetings/${id}/items/${item}/topics`, { topics })
    assert.equal(answer.status, 303)
  }
  assert.doesNotMatch((await visitor.get('/topics/neglect')).text, /Home visits/, 'a draft is nobody’s news')
  assert.deepEqual(await events({ topics }), [])
  await scene.clearedPaper(id, items[0] ?? '', 'Home visits', 'Words.')
  const publication = await scene.publish(id)
  const page = (await visitor.get('/topics/neglect')).text
  assert.match(page, /Home visits after referrals/)
  assert.doesNotMatch(page, /Hartwell|A family/)
  assert.doesNotMatch((await visitor.get(`/meetings/${id}/items/${items[1]}`)).text, /topics\/neglect/, 'what it is about stays in Part 2')
  assert.match((await visitor.get(`/meetings/${id}/items/${items[0]}`)).text, /topics\/neglect/)
  const [pack, ...more] = await events({ topics })
  assert.deepEqual([pack?.id, pack?.kind, pack?.change, more], [publication, 'pack', 'published', []])
  assert.deepEqual(await events({ topics, bodies: [board.body] }), [pack])
  assert.deepEqual(await events({ topics, since: pack?.at }), [], 'only what happened after the instant')
  assert.deepEqual(await events({ topics: [] }), [])
  const others = await as(needs, early, listTopics)
  assert.deepEqual(await events({ topics: others.filter(({ slug }) => slug === 'housing').map((one) => one.id) }), [])

  // Taken back: the item with its reason, then the whole pack, of which the topic’s followers are told although its items are hidden.
  const { version } = await as(needs, later, (reader) => findItem(reader, id, items[0] ?? ''))
  const soon = { ...later, now: later.now.add({ minutes: 30 }) }
  value(await withdrawItem(needs, soon, id, items[0] ?? '', { reason: 'Asked for too early', version }))
  const [gone] = await events({ topics })
  assert.deepEqual(
    [gone?.kind, gone?.change, gone?.reason, gone?.words],
    ['item', 'withdrawn', 'Asked for too early', 'Home visits after referrals'],
  )
  value(await withdrawPublication(needs, { ...later, now: later.now.add({ hours: 1 }) }, id, publication, { reason: 'A name was in it' }))
  const after = await events({ topics })
  assert.deepEqual(
    after.map(({ id: of, kind, change, reason, words }) => ({ of, kind, change, reason, words })),
    [{ of: publication, kind: 'pack', change: 'withdrawn', reason: 'A name was in it', words: '' }],
  )
  assert.doesNotMatch((await visitor.get('/topics/neglect')).text, /Home visits/)
})

test('O2: an item of the plan hands its topics on to the agenda', async () => {
  const { id } = await scene.meetingWith('2014-04-28', [])
  const planned = await clerk.post(`/boards/${board.slug}/plan/new`, { title: 'Rough sleeping', purpose: 'discussion', meeting: id })
  assert.equal(planned.status, 303)
  const item = planned.location.split('/').at(-1) ?? ''
  const [housing] = (await as(needs, early, listTopics)).filter(({ slug }) => slug === 'housing')
  assert.equal((await clerk.post(`${planned.location}/topics`, { topics: [housing?.id ?? ''] })).status, 303)
  assert.match((await clerk.get(planned.location)).text, /topics\/housing/)
  assert.equal((await clerk.post(`/meetings/${id}/agenda/place`, { planItem: item })).status, 303)
  const placed = await scene.ownerDb.selectFrom('meetings.item_topic').selectAll().where('meeting', '=', id).execute()
  assert.deepEqual(
    placed.map(({ topic }) => topic),
    [housing?.id],
  )
})

test('O2: a topic that has ended, or that nobody made, is not chosen; an item of another meeting is not found', async () => {
  const { id, items } = await scene.meetingWith('2014-05-26', [itemInput('Buses')])
  const other = await scene.meetingWith('2014-06-23', [itemInput('Trains')])
  const all = await as(needs, early, listTopics)
  const exclusions = all.find(({ slug }) => slug === 'school-exclusions')
  const end = { name: 'School exclusions', about: '', version: '1', 'endsOn-day': '10', 'endsOn-month': '2', 'endsOn-year': '2014' }
  assert.equal((await administrator.post('/topics/school-exclusions/change', end)).status, 303)
  for (const unknown of [exclusions?.id ?? '', items[0] ?? '', 'x'])
    assert.equal((await clerk.post(`/meetings/${id}/items/${items[0]}/topics`, { topics: unknown })).status, 422, unknown)
  assert.equal((await clerk.post(`/meetings/${other.id}/items/${items[0]}/topics`, { topics: [] })).status, 404)
  const neglect = all.find(({ slug }) => slug === 'neglect')?.id ?? ''
  value(await chooseTopicsOfItem(needs, later, id, items[0] ?? '', { topics: [neglect] }))
  value(await chooseTopicsOfItem(needs, later, id, items[0] ?? '', { topics: [neglect] }))
  value(await chooseTopicsOfItem(needs, later, id, items[0] ?? '', { topics: [] }))
  const left = await scene.ownerDb
    .selectFrom('meetings.item_topic')
    .selectAll()
    .where('item', '=', items[0] ?? '')
    .execute()
  assert.deepEqual(left, [])
})
