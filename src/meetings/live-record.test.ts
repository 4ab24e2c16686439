import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { recordClient } from './testing/record-app.ts'
import { openScene, type RecordScene } from './testing/record-scene.ts'

const scene = await openScene()
const { board, ownerDb } = scene
const [council, police] = board.seats
if (!council || !police) throw new Error('The board has too few seats.')
const day = '2014-02-24'
const time = (clock: string): string => `${day}T${clock}:00Z`
type Account = Parameters<RecordScene['at']>[0]

interface Room {
  readonly id: string
  readonly items: readonly string[]
  /** Sends a form of the live page as the clerk. */
  send(clock: string, act: string, fields?: Readonly<Record<string, string>>): ReturnType<ReturnType<RecordScene['at']>['post']>
  /** What the live page tells somebody. */
  seen(account: Account): Promise<string>
}

async function room(): Promise<Room> {
  const made = await scene.meetingWith(day, [itemInput('Opening'), exemptInput('The price of the lease', 'A contract')])
  const send: Room['send'] = (clock, act, fields = {}) =>
    scene.at(board.clerk.account, time(clock)).post(`/meetings/${made.id}/live/${act}`, { entry: newId(), ...fields })
  assert.equal((await send('14:00', 'start')).status, 303)
  const seen: Room['seen'] = async (account) => (await scene.at(account, time('14:30')).get(`/meetings/${made.id}/live`)).text
  return { ...made, send, seen }
}

test('M8: the view of an absent member stands at its item for members alone, and in the minutes of that item', async () => {
  const { id, items, send, seen } = await room()
  const [opening = '', lease = ''] = items
  const view = { person: police.person, sent: 'by_phone' }
  assert.equal((await send('14:05', 'view', { ...view, item: opening, text: 'Open the doors at eight.' })).status, 303)
  assert.equal((await send('14:06', 'view', { ...view, item: lease, sent: 'in_writing', text: 'The rent is too high.' })).status, 303)
  const member = await seen(council.account)
  assert.match(member, /Gus Police, by telephone: Open the doors at eight\./)
  assert.match(member, /Gus Police, in writing: The rent is too high\./)
  for (const account of [undefined, board.observer.account]) assert.doesNotMatch(await seen(account), /The rent is too high/)
  assert.doesNotMatch(await seen(undefined), /Open the doors at eight/)
  const clerk = scene.at(board.clerk.account, time('15:10'))
  assert.equal((await send('15:00', 'end')).status, 303)
  assert.equal((await clerk.post(`/meetings/${id}/minutes/draft`)).status, 303)
  const draft = (await clerk.get(`/meetings/${id}/minutes`)).text
  const [open = '', closed = ''] = draft.split('The price of the lease')
  assert.match(open, /View of Gus Police, who was absent, given by telephone[\s\S]*Open the doors at eight\./)
  assert.match(closed, /given in writing[\s\S]*The rent is too high\./)
  assert.doesNotMatch(open, /The rent is too high/)
})

test('M8: a view of nobody, of no item and of another meeting’s item is refused and kept nowhere', async () => {
  const { id, items, send } = await room()
  const elsewhere = await room()
  const view = { person: police.person, sent: 'by_phone', text: 'Yes.', item: items[0] ?? '' }
  assert.equal((await send('14:05', 'view', { ...view, person: newId() })).status, 422)
  for (const person of [board.observer.person, board.clerk.person])
    assert.equal((await send('14:05', 'view', { ...view, person })).status, 422, 'somebody who holds no seat')
  assert.equal((await send('14:05', 'view', { ...view, text: '' })).status, 422)
  assert.equal((await send('14:05', 'view', { ...view, item: elsewhere.items[0] ?? '' })).status, 404)
  const kept = await ownerDb.selectFrom('meetings.absent_view').select('id').where('meeting', '=', id).execute()
  assert.deepEqual(kept, [])
})

test('M8: the chair is told how many of the public are there; a later number takes the place of the one before', async () => {
  const { send, seen } = await room()
  const told = (page: string): string | undefined => /Members of the public:<\/strong> ([^<.]*)/.exec(page)?.[1]?.trim()
  assert.equal(told(await seen(board.chair.account)), undefined)
  await send('14:01', 'audience', { number: '12' })
  assert.equal(told(await seen(board.chair.account)), '12')
  await send('14:02', 'audience', { number: '9' })
  assert.equal(told(await seen(board.chair.account)), '9')
  assert.equal((await send('14:03', 'audience', { number: '' })).status, 422)
  assert.equal(told(await seen(board.chair.account)), '9')
})

test('G12: who attended is shown to everybody where the board publishes it, and to members alone where it does not', async () => {
  const register = async (account: Account): Promise<string> =>
    (await scene.at(account, '2014-03-10T10:00:00Z').get(`/boards/${board.slug}/attendance`)).text
  const publishes = (published: boolean) =>
    ownerDb.updateTable('governance.body_setting').set({ publishes_attendance: published }).where('body', '=', board.body).execute()
  await publishes(false)
  assert.match(await register(undefined), /This board does not publish its register/)
  assert.doesNotMatch(await register(undefined), /Gus Police/)
  assert.match(await register(council.account), /Gus Police/)
  await publishes(true)
  assert.match(await register(undefined), /Gus Police/)
})

test('M8, X5: a note without an item belongs to the item that was on; where none was, the page asks which', async () => {
  const { id, items, send } = await room()
  const [opening = '', lease = ''] = items
  assert.equal((await send('14:01', 'note', { text: 'Said before any item.' })).status, 422)
  for (const [clock, item, text] of [
    ['14:05', opening, 'Said under the opening.'],
    ['14:20', lease, 'Said under the lease.'],
  ] as const) {
    assert.equal((await send(clock, 'item', { item, withoutResolution: 'Nobody of the public was there.' })).status, 303)
    assert.equal((await send(clock.replace(/.$/, '9'), 'note', { item: '', text })).status, 303)
  }
  const notes = await ownerDb.selectFrom('meetings.item_note').select(['item', 'text']).where('meeting', '=', id).orderBy('at').execute()
  assert.deepEqual(notes, [
    { item: opening, text: 'Said under the opening.' },
    { item: lease, text: 'Said under the lease.' },
  ])
})

test('G6, X5: a page that waited while somebody left is judged after it, not by when it was asked for', async () => {
  const { id, send } = await room()
  for (const seat of [0, 1, 2]) await send('14:01', 'move', { line: scene.field(seat), movement: 'arrive' })
  await send('14:10', 'move', { line: scene.field(0), movement: 'leave' })
  const asked = recordClient(scene.needs, board.clerk.account, time('14:05'), time('14:11'))
  assert.match((await asked.get(`/meetings/${id}/live/parts/meeting`)).text, /Quorum is lost/)
  assert.match((await asked.get(`/meetings/${id}/live/parts/meeting,attendance`)).text, /Quorum is lost/)
})
