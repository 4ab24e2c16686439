import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { MARKER, openScene } from './testing/record-scene.ts'

const scene = await openScene()
const { board, ownerDb } = scene
const [council, districts] = board.seats
const visitor = (instant: string) => scene.at(undefined, instant)

/** A running meeting with an open item, two exempt ones and a confidential one; its people have come. */
async function room(day: string) {
  const confidential = itemInput(`A child of ${MARKER}`, { category: 'confidential', publicTitle: 'A case' })
  const items = [
    itemInput('Opening'),
    exemptInput(`The price of ${MARKER}`, 'A contract'),
    exemptInput(`Rent of ${MARKER}`, 'A lease'),
    confidential,
  ]
  const made = await scene.meetingWith(day, items)
  const time = (clock: string): string => `${day}T${clock}:00Z`
  const send = (clock: string, act: string, fields: Readonly<Record<string, string>> = {}) =>
    scene.at(board.clerk.account, time(clock)).post(`/meetings/${made.id}/live/${act}`, { entry: newId(), ...fields })
  assert.equal((await send('14:00', 'start')).status, 303)
  for (const seat of [0, 1, 2]) assert.equal((await send('14:01', 'move', { line: scene.field(seat), movement: 'arrive' })).status, 303)
  return { ...made, time, send, live: `/meetings/${made.id}/live` }
}

const resolution = (item: string) => ({ items: item, mover: council?.person ?? '', seconder: districts?.person ?? '', method: 'agreed' })

test('M3: an exempt item waits for the resolution to exclude the public; confidential needs none; what the public sees says no more', async () => {
  const { id, items, send, time, live } = await room('2014-02-24')
  const [opening = '', contract = '', lease = '', child = ''] = items
  assert.equal((await send('14:02', 'item', { item: opening })).status, 303)
  const warned = await send('14:05', 'item', { item: contract })
  assert.equal(warned.status, 422)
  assert.match(warned.text, /no resolution to exclude the press and the public covers it/)
  assert.match(warned.text, /Take item 2 without a resolution/)
  // Two who are there, another one to second it, a vote that is carried, an exempt item of this meeting.
  const wrong = [
    { ...resolution(contract), seconder: council?.person ?? '' },
    { ...resolution(contract), mover: board.clerk.person },
    { ...resolution(contract), method: 'vote', votesFor: '2', votesAgainst: '2' },
    resolution(opening),
    resolution(child),
    resolution(newId()),
  ]
  for (const fields of wrong) assert.equal((await send('14:06', 'exclude', fields)).status, 422)
  assert.doesNotMatch((await visitor(time('14:06')).get(live)).text, /private session/)
  // Ten clicks are one resolution.
  const entry = newId()
  const clicks = await Promise.all(Array.from({ length: 10 }, () => send('14:07', 'exclude', { ...resolution(contract), entry })))
  assert.deepEqual([...new Set(clicks.map(({ status }) => status))], [303])
  assert.equal((await send('14:07', 'exclude', resolution(lease))).status, 422, 'the public is out already')
  const seen = (await visitor(time('14:08')).get(live)).text
  assert.match(seen, /The meeting is in private session/)
  assert.doesNotMatch(seen, new RegExp(`${MARKER}|${council?.name}|paragraph`))
  assert.equal((await send('14:10', 'item', { item: contract })).status, 303)
  assert.equal((await send('14:11', 'item', { item: lease })).status, 422, 'it covers the contract alone')
  assert.equal((await send('14:12', 'return')).status, 422, 'an item of Part 2 is on')
  assert.equal((await send('14:20', 'item', { item: child })).status, 303)
  assert.equal((await send('14:25', 'item', { item: opening })).status, 303)
  assert.equal((await send('14:30', 'return')).status, 303)
  assert.doesNotMatch((await visitor(time('14:31')).get(live)).text, /private session/)
  assert.equal((await send('14:35', 'item', { item: lease, withoutResolution: 'Nobody of the public had come.' })).status, 303)
  assert.equal((await send('14:40', 'end')).status, 303)
  const page = `/meetings/${id}/exclusions`
  const clerk = (await scene.at(board.clerk.account, time('15:00')).get(page)).text
  assert.match(
    clerk,
    /That the press and public be excluded from the meeting for item 2 \(A contract\), because it involves the likely disclosure/,
  )
  assert.match(clerk, /of the kind described in paragraph 3 of Schedule 12A/)
  assert.match(clerk, /left at 2\.07pm and came back at 2\.30pm/)
  assert.match(clerk, /Item 3, A lease: Nobody of the public had come\./)
  assert.doesNotMatch((await visitor(time('15:00')).get(page)).text, /2\.07pm|Nobody of the public/, 'before the minutes are public')
  const [kept] = await ownerDb.selectFrom('meetings.exclusion').selectAll().where('meeting', '=', id).execute()
  assert.deepEqual([kept?.mover, kept?.seconder_name, kept?.sight], [council?.person, districts?.name, 'members'])
  await recordedAfterwards(id, time('15:10'), lease, kept?.id ?? '')
})

/** Another resolution is recorded after the meeting, the first one put right; the minutes tell both to everybody, without a word of Part 2. */
async function recordedAfterwards(id: string, at: string, lease: string, first: string): Promise<void> {
  const clerk = scene.at(board.clerk.account, at)
  const typed = {
    items: lease,
    mover: 'Ana Field',
    seconder: 'Ben Cole',
    method: 'vote',
    votesFor: '4',
    votesAgainst: '1',
    leftAt: '14:20',
  }
  assert.match((await clerk.post(`/meetings/${id}/exclusions/new`, typed)).text, /Another resolution has the public out/)
  assert.equal((await clerk.post(`/meetings/${id}/exclusions/new`, { ...typed, leftAt: '14:33', returnedAt: '14:32' })).status, 422)
  assert.equal((await scene.at(council?.account, at).post(`/meetings/${id}/exclusions/new`, typed)).status, 403)
  assert.equal((await clerk.post(`/meetings/${id}/exclusions/new`, { ...typed, leftAt: '14:33', returnedAt: '14:39' })).status, 303)
  const edit = `/meetings/${id}/exclusions/${first}/edit`
  const changed = { ...typed, items: lease, method: 'agreed', leftAt: '14:08', returnedAt: '14:29', version: '2' }
  assert.equal((await clerk.post(edit, { ...changed, version: '1' })).status, 409)
  assert.equal((await clerk.post(edit, changed)).status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/draft`)).status, 303)
  const sections = await ownerDb
    .selectFrom('meetings.minutes_section')
    .select(['heading', 'category', 'tree'])
    .where('meeting', '=', id)
    .orderBy('position')
    .execute()
  const told = sections.filter(({ heading }) => heading === 'Exclusion of the press and public')
  assert.deepEqual(
    told.map(({ category }) => category),
    ['public', 'public'],
  )
  assert.match(JSON.stringify(told), /Carried: for 4, against 1, abstained 0/)
  assert.doesNotMatch(JSON.stringify(told), new RegExp(MARKER))
  const places = sections.map(({ heading }) => heading)
  assert.equal(places.indexOf('Exclusion of the press and public') < places.indexOf(`Rent of ${MARKER}`), true)
}
