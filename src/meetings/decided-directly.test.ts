import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { itemInput } from './testing/arrange.ts'
import { decisionFields } from './testing/record-scene.ts'
import { openVotes } from './testing/votes-scene.ts'

const { ownerDb, board, at, now, running, live } = await openVotes()
const DAY = '2014-02-24'
const clerk = at(board.clerk.account, now)
const refusal = (text: string): string => text.match(/gt-live-refusal.*?<\/div>/s)?.[0] ?? text.slice(0, 300)

const decide = (meeting: string, item: string, more: Record<string, string> = {}) =>
  clerk.post(live(meeting, 'decision'), { entry: newId(), item, type: 'resolve', text: 'That it be so.', matter: 'neither', ...more })
const decisionsOf = (meeting: string) => ownerDb.selectFrom('meetings.decision').select('id').where('meeting', '=', meeting).execute()

test('G9: without a motion, too, nothing is decided on an item that was not announced and is not urgent with the chair’s reason', async () => {
  const { id, items } = await running(DAY, [itemInput('Announced'), itemInput('Never sent out'), itemInput('Urgent')], [0, 1, 2, 3])
  const [announced = '', unsent = '', urgent = ''] = items
  await ownerDb.updateTable('meetings.item_content').set({ sight: 'draft' }).where('item', '=', unsent).execute()
  await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'draft' }).where('id', '=', unsent).execute()
  await ownerDb.updateTable('meetings.agenda_item').set({ urgent: true }).where('id', '=', urgent).execute()
  const refused = await decide(id, unsent)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /was not on the agenda that went out[\s\S]*It can be discussed, not decided/)
  assert.match(refused.text, /That it be so\./, 'what was typed stands')
  assert.equal((await decide(id, urgent)).status, 422)
  const byForm = await clerk.post(`/meetings/${id}/decisions/new`, decisionFields({ item: unsent }))
  assert.equal(byForm.status, 422)
  assert.match(byForm.text, /was not on the agenda that went out/)
  const onNothing = await decide(id, '')
  assert.equal(onNothing.status, 422)
  assert.match(onNothing.text, /Choose the item of the agenda/)
  assert.equal((await decisionsOf(id)).length, 0)
  await ownerDb.updateTable('meetings.item_content').set({ urgent_reason: 'The roof fell in.' }).where('item', '=', urgent).execute()
  for (const item of [announced, urgent]) {
    const done = await decide(id, item)
    assert.equal(done.status, 303, refusal(done.text))
  }
  const [made] = await decisionsOf(id)
  const moved = await clerk.post(`/decisions/${made?.id}/change`, decisionFields({ item: unsent, version: '1' }))
  assert.equal(moved.status, 422, 'a decision is not moved to such an item either')
})

test('G13: nothing is decided on an item while an interest in it waits for the chair', async () => {
  const { id, items } = await running('2014-02-24', [itemInput('Clinic')], [0, 1, 2, 3])
  const [item = ''] = items
  const declared = await at(board.seats[0]?.account, now).post(live(id, 'interests/declare'), {
    ...{ entry: newId(), item, kind: 'personal', nature: 'My sister works there.' },
  })
  assert.equal(declared.status, 303, refusal(declared.text))
  const refused = await decide(id, item)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /The chair has not ruled on the interest of Fay Council in this item/)
})

test('C16: what commits money is not decided without a report that says what it costs; it can be deferred', async () => {
  const { id, items } = await running('2014-02-24', [itemInput('Grant', { commitsMoney: true }), itemInput('Plan')], [0, 1, 2, 3])
  const [grant = '', plan = ''] = items
  for (const [item, more] of [
    [grant, {}],
    [plan, { matter: 'resources' }],
  ] as const) {
    const refused = await decide(id, item, { ...more, text: 'That it be paid.' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /no published report on the item says what it costs/)
  }
  const deferred = await decide(id, grant, { type: 'defer' })
  assert.equal(deferred.status, 303, refusal(deferred.text))
})

test('M9: history is recorded as it was: a meeting of the past whose pack is not held here', async () => {
  const { id, items } = await running('2014-02-03', [itemInput('Old matter', { commitsMoney: true })], [0, 1, 2, 3])
  const [item = ''] = items
  await ownerDb.updateTable('meetings.item_content').set({ sight: 'draft' }).where('item', '=', item).execute()
  await ownerDb.updateTable('meetings.agenda_item').set({ sight: 'draft' }).where('id', '=', item).execute()
  for (const fields of [decisionFields({ item, type: 'resolve' }), decisionFields({ type: 'resolve' })]) {
    const done = await clerk.post(`/meetings/${id}/decisions/new`, fields)
    assert.equal(done.status, 303)
  }
})
