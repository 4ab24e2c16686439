import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { fingerprintOf, recordSuccession } from './commands/succession.ts'
import { findMembership } from './queries/membership.ts'
import { findOrganisation } from './queries/organisations.ts'
import { findInTheirName, findOrganisationsNamed } from './queries/succession.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const organisation = (key: string): string => sampleId('organisation', key)
const page = (key: string): string => `/organisations/${organisation(key)}`
const read = <Value>(work: Parameters<typeof readAs<Value>>[2]): Promise<Value> => readAs(rooms.db, rooms.acting('lowe'), work)
const count = async (text: string, pattern: RegExp): Promise<number> => Number(pattern.exec(text)?.[1] ?? '-1')
const versionOf = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

/** Walks from the form to the page that confirms; what is refused comes back as it is. */
async function ask(key: string, act: string, fields: Record<string, string>, who = 'lowe') {
  return rooms.post(`${page(key)}/succession/${act}`, fields, who)
}

test('G1: what hangs on an organisation is shown in plain words, and done with it in one: ends, goes on by choice, history stays', async () => {
  const day = dayFields('onDay', '2026-04-01')
  const asked = await ask('community-health', 'replace', { ...day, created: 'Northbrook Children’s Health Trust', successor: '' })
  assert.equal(asked.status, 303, asked.text)
  const shown = await rooms.get(asked.location, 'lowe')
  assert.deepEqual(await htmlFaults(shown.text), [])
  const open = await rooms.ownerDb
    .selectFrom('governance.appointment')
    .select(['id', 'person', 'seat', 'place'])
    .where('on_behalf_of', '=', organisation('community-health'))
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', on('2026-04-01'))]))
    .execute()
  assert.ok(open.length > 1, 'the sample has several appointments on its behalf')
  assert.equal(await count(shown.text, /(\d+) appointments end,/), open.length)
  assert.match(shown.text, /no longer exists from 1 April 2026/)
  assert.match(shown.text, /seats? names? it/)
  const [one, ...others] = open
  assert.ok(one)
  const fields = {
    source: 'Order of 2026',
    reason: 'The services were joined up.',
    version: versionOf(shown.text),
    [`goes-${one.person}`]: 'new-0',
  }
  assert.equal((await rooms.post(asked.location, fields, 'siddiqui')).status, 403, 'a clerk')
  assert.equal((await rooms.post(asked.location, { ...fields, reason: '' }, 'lowe')).status, 422)
  assert.equal(
    (await rooms.post(asked.location, { ...fields, [`goes-${one.person}`]: organisation('police') }, 'lowe')).status,
    422,
    'a hostile successor',
  )
  assert.equal((await rooms.post(asked.location, { ...fields, version: '7' }, 'lowe')).status, 409, 'something else hangs on it now')
  const done = await rooms.post(asked.location, fields, 'lowe')
  assert.equal(done.status, 303, done.text)
  const again = await rooms.post(asked.location, fields, 'lowe')
  assert.equal(again.status, 422)
  const ended = await rooms.ownerDb
    .selectFrom('governance.appointment')
    .select(['ends_on as endsOn', 'ending_reason as reason'])
    .where(
      'id',
      'in',
      open.map(({ id }) => id),
    )
    .execute()
  assert.ok(ended.every(({ endsOn, reason }) => endsOn?.toString() === '2026-04-01' && reason === 'organisation_ended'))
  const old = await read((reader) => findOrganisation(reader, organisation('community-health')))
  const next = old?.successors[0]?.organisation.id ?? ''
  const taken = await rooms.ownerDb
    .selectFrom('governance.appointment')
    .select(['person', 'starts_on as from'])
    .where('on_behalf_of', '=', next)
    .execute()
  assert.deepEqual(new Set(taken.map(({ person }) => person)), new Set([one.person]))
  assert.ok(taken.every(({ from }) => from.equals(on('2026-04-01'))))
  assert.ok(others.every(({ person }) => person === one.person || !taken.some((held) => held.person === person)))
  assert.match(
    (await rooms.get(page('community-health'))).text,
    /was replaced by[\s\S]*Northbrook Children’s Health Trust[\s\S]*The services were joined up/,
  )
  assert.match((await rooms.get(`/organisations/${next}`)).text, /Came after[\s\S]*Northbrook Community Health Services/)
})

test('G1: several merge into a new one, one is split into several', async () => {
  const day = dayFields('onDay', '2026-05-01')
  const merge = await rooms.post(
    `${page('larchfield')}/succession/merge`,
    { ...day, created: 'Northbrook Schools Together', others: organisation('willow-bank') },
    'lowe',
  )
  assert.equal(merge.status, 303, merge.text)
  const shown = await rooms.get(merge.location, 'lowe')
  assert.match(shown.text, /Larchfield Primary School no longer exists[\s\S]*Willow Bank Special School no longer exists/)
  assert.equal(
    (await rooms.post(merge.location, { source: '', reason: 'One governing body.', version: versionOf(shown.text) }, 'lowe')).status,
    303,
  )
  const split = await ask('college', 'split', { ...day, created: 'Northbrook College North\nNorthbrook College South' })
  const parts = await rooms.get(split.location, 'lowe')
  assert.match(parts.text, /These take its place: Northbrook College North, Northbrook College South/)
  assert.equal((await rooms.post(split.location, { source: '', reason: 'Too large.', version: versionOf(parts.text) }, 'lowe')).status, 303)
  assert.match((await rooms.get(page('college'))).text, /College North[\s\S]*College South/)
})

test('G1: an organisation merged into itself, round in circles, before its founding or into what is no more is refused in words', async () => {
  const day = dayFields('onDay', '2026-04-01')
  const refused: readonly (readonly [string, string, Record<string, string>, RegExp])[] = [
    ['police', 'merge', { ...day, successor: organisation('police') }, /cannot merge into itself/],
    ['police', 'replace', { ...day, successor: organisation('police') }, /take its own place/],
    ['police', 'merge', { ...day, successor: organisation('probation'), others: organisation('probation') }, /cannot merge into itself/],
    ['icb', 'replace', { ...day, successor: organisation('ccg-west') }, /line would come back/],
    ['police', 'replace', { ...dayFields('onDay', '1967-04-01'), successor: organisation('probation') }, /had not begun before that day/],
    ['icb', 'replace', { ...dayFields('onDay', '2022-07-02'), successor: organisation('ccg-east') }, /line would come back/],
    ['police', 'replace', { ...day, successor: organisation('pathways') }, /no longer exists on that day/],
    ['police', 'replace', { ...dayFields('onDay', '2010-04-01'), successor: organisation('icb') }, /does not exist yet/],
    [
      'safeguarding',
      'replace',
      { ...dayFields('onDay', '2019-09-29'), successor: organisation('safeguarding-partnership') },
      /recorded already/,
    ],
    [
      'ccg-west',
      'replace',
      { ...dayFields('onDay', '2022-07-01'), successor: organisation('hospitals') },
      /What became of .* is recorded already/,
    ],
    ['police', 'replace', { ...day }, /Choose one that takes its place/],
    ['police', 'split', { ...day, created: 'Only one' }, /at least two/],
    ['police', 'end', {}, /Enter|day/],
  ]
  for (const [key, act, fields, words] of refused) {
    const answer = await ask(key, act, fields)
    assert.equal(answer.status, 422, `${key} ${act}`)
    assert.match(answer.text, words)
  }
  assert.equal((await ask('police', 'burn', day)).status, 404)
  assert.equal((await rooms.get(`${page('police')}/succession/end/confirm?day=nonsense`, 'lowe')).status, 404)
})

test('G1: the database holds the same: no circle, no self, no wrong day, whoever writes', async () => {
  const write = (former: string, successor: string, onDay: string): Promise<unknown> =>
    rooms.ownerDb
      .insertInto('governance.organisation_succession')
      .values({ former: organisation(former), successor: organisation(successor), kind: 'replaced', on_day: on(onDay) })
      .execute()
  await assert.rejects(write('police', 'police', '2026-04-01'))
  await assert.rejects(write('icb', 'ccg-west', '2026-04-01'), { constraint: 'succession_no_circle' })
  await assert.rejects(write('pathways', 'icb', '2012-09-01'), { constraint: 'succession_by_existing' })
  await assert.rejects(write('police', 'probation', '2026-04-01'), { constraint: 'succession_ends_former' })
  await assert.rejects(write('police', 'probation', '1960-04-01'), { constraint: 'succession_after_founding' })
  await assert.rejects(write('ccg-west', 'icb', '2022-07-01'), { constraint: 'organisation_succession_pkey' })
  const revive = rooms.ownerDb
    .updateTable('governance.organisation')
    .set({ ends_on: null })
    .where('id', '=', organisation('ccg-west'))
    .execute()
  await assert.rejects(revive, { constraint: 'organisation_dates_follow_succession' })
  const clerk = writeAs(rooms.db, rooms.acting('siddiqui'), (tx) =>
    tx
      .insertInto('governance.organisation_succession')
      .values({ former: organisation('pathways'), successor: organisation('training'), kind: 'replaced', on_day: on('2012-09-01') })
      .execute(),
  )
  await assert.rejects(clerk, /row-level security/)
})

test('G1: two who record opposite steps at the same moment do not close a circle', async () => {
  const replaced = async (former: string, successor: string) => {
    const hanging = await read((reader) => findInTheirName(reader, [organisation(former)], on('2026-06-01')))
    return recordSuccession(rooms.db, rooms.acting('lowe'), {
      ...{ act: 'replace', formers: [organisation(former)], successors: [organisation(successor)], created: [], onDay: on('2026-06-01') },
      ...{ source: '', reason: 'At the same moment', goesOn: new Map(), seen: fingerprintOf(hanging) },
    })
  }
  const outcomes = await Promise.all([replaced('training', 'teaching-centre'), replaced('teaching-centre', 'training')])
  assert.deepEqual(outcomes.map(({ ok }) => ok).toSorted(), [false, true])
  const both = await rooms.ownerDb
    .selectFrom('governance.organisation_succession')
    .select('former')
    .where('former', 'in', [organisation('training'), organisation('teaching-centre')])
    .execute()
  assert.equal(both.length, 1)
})

test('G1: any day shows the name of that day, and an old name finds it', async () => {
  const change = { version: '1', sector: 'police', name: 'Northbrook Constabulary', ...dayFields('renamedOn', '2025-01-01') }
  assert.equal((await rooms.post(`${page('police')}/change`, { ...change, ...dayFields('renamedOn', '2027-01-01') }, 'lowe')).status, 422)
  assert.equal((await rooms.post(`${page('police')}/change`, change, 'lowe')).status, 303)
  const before = await rooms.get(`${page('police')}?on=2014-05-01`)
  assert.match(before.text, /<h1[^>]*>Northbrook Police<\/h1>/)
  assert.match(before.text, /Today it is called Northbrook Constabulary/)
  assert.match((await rooms.get(page('police'))).text, /<h1[^>]*>Northbrook Constabulary<\/h1>/)
  const membership = (day: string) =>
    read((reader) => findMembership(reader, sampleId('body', 'northbrook-childrens-partnership'), on(day)))
  const names = async (day: string): Promise<readonly string[]> =>
    (await membership(day)).seats.flatMap(({ places }) => places.flatMap(({ holder }) => holder?.onBehalfOf?.name ?? []))
  assert.ok((await names('2014-05-01')).includes('Northbrook Police'))
  assert.ok((await names('2026-03-10')).includes('Northbrook Constabulary'))
  assert.ok(!(await names('2026-03-10')).includes('Northbrook Police'))
  const [found] = await read((reader) => findOrganisationsNamed(reader, 'northbrook police'))
  assert.deepEqual([found?.name, found?.earlier], ['Northbrook Constabulary', 'Northbrook Police'])
  assert.match(
    (await rooms.get('/organisations?name=Probation%20Trust')).text,
    /Northbrook Probation<[\s\S]*earlier Northbrook Probation Trust/,
  )
  assert.match((await rooms.get('/organisations?name=%25_%5C%00x')).text, /No organisation has or had such a name/)
})

test('G1: a team has members from day to day, what it does and the board it serves; the person’s page and the board’s show it', async () => {
  const typed = {
    name: 'Play team',
    serves: sampleId('body', 'joint-commissioning-board'),
    functions: 'Plans play\nBuys play',
    programme: '',
    ...dayFields('startsOn', '2026-01-01'),
  }
  assert.equal((await rooms.post('/teams/new', typed, 'haddad')).status, 403)
  const added = await rooms.post('/teams/new', typed, 'siddiqui')
  assert.equal(added.status, 303, added.text)
  assert.match((await rooms.post('/teams/new', typed, 'lowe')).text, /There is a team of that name already/)
  const joins = { person: sampleId('person', 'haddad'), role: 'Lead', ...dayFields('startsOn', '2026-02-01') }
  assert.equal((await rooms.post(`${added.location}/members/new`, joins, 'siddiqui')).status, 303)
  assert.match((await rooms.post(`${added.location}/members/new`, joins, 'siddiqui')).text, /is in the team at that time already/)
  const shown = await rooms.get(added.location, 'siddiqui')
  assert.deepEqual(await htmlFaults(shown.text), [])
  assert.match(shown.text, /Joint Commissioning Board[\s\S]*Plans play[\s\S]*None recorded[\s\S]*Lead/)
  const member = /members\/([0-9a-f-]+)\/end/.exec(shown.text)?.[1]
  assert.equal((await rooms.post(`${added.location}/members/${member}/end`, dayFields('endsOn', '2026-02-01'), 'siddiqui')).status, 422)
  assert.equal((await rooms.post(`${added.location}/members/${member}/end`, dayFields('endsOn', '2026-03-01'), 'siddiqui')).status, 303)
  assert.match((await rooms.get(`/people/${joins.person}`)).text, /Play team/)
  assert.match((await rooms.get('/boards/joint-commissioning-board/relationships')).text, /Teams that serve this board[\s\S]*Play team/)
  assert.doesNotMatch((await rooms.get('/boards/joint-commissioning-board/relationships?on=2025-12-31')).text, /Play team/)
  const change = { ...typed, name: 'Play and sport team', version: '1', ...dayFields('endsOn', '2025-12-31') }
  assert.equal((await rooms.post(`${added.location}/change`, change, 'lowe')).status, 422)
  assert.equal((await rooms.post(`${added.location}/change`, { ...change, ...dayFields('endsOn', '2027-01-01') }, 'lowe')).status, 303)
  assert.equal((await rooms.post(`${added.location}/change`, { ...change, ...dayFields('endsOn', '2027-01-01') }, 'lowe')).status, 409)
})
