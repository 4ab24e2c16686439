import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { doerAt, itemInput } from './testing/arrange.ts'
import { openScene } from './testing/record-scene.ts'

const { needs, ownerDb, board, meetingWith, at } = await openScene()
const [council, police] = board.seats
const { id: meeting, items } = await meetingWith('2013-12-11', [itemInput('Business plan')])
const clerk = at(board.clerk.account, '2013-12-11T16:00:00Z')
await clerk.post(`/meetings/${meeting}/attendance/end`)

async function recorded(due: string): Promise<string> {
  const fields = { item: items[0] ?? '', text: `Report ${due}`, due, lead1: `p-${council?.person ?? ''}` }
  const { status, location } = await clerk.post(`/meetings/${meeting}/actions/new`, fields)
  assert.equal(status, 303)
  return location
}
const lead = at(council?.account, '2014-04-10T10:00:00Z')
const member = at(police?.account, '2014-04-10T10:00:00Z')
const mark = (action: string, fields: Readonly<Record<string, string>>, who = lead) =>
  who.post(`${action}/times`, { evidence: 'Sent to the board by mail.', ...fields })
const timesOf = (action: string) =>
  ownerDb
    .selectFrom('meetings.action_occurrence')
    .selectAll()
    .where('action', '=', action.replace('/actions/', ''))
    .orderBy('due_on')
    .execute()

test('M11: a returning action is ticked off time by time, with evidence; what was missed is said', async () => {
  const action = await recorded('monthly to end March, then every two months')
  const page = (await lead.get(action)).text
  assert.match(page, /Next due<\/dt>[\s\S]*?31 May 2014/)
  assert.match(page, /Overdue: missed 3 times[\s\S]*31 March 2014[\s\S]*28 February 2014[\s\S]*31 January 2014/)
  assert.match(page, /Overdue \(red\)/)
  assert.equal((await mark(action, { dueOn: '2014-01-31', 'doneOn-day': '20', 'doneOn-month': '1', 'doneOn-year': '2014' })).status, 303)
  assert.equal((await mark(action, { dueOn: '2014-02-28' })).status, 303)
  assert.equal((await mark(action, { dueOn: '2014-05-31' }, clerk)).status, 422, 'in December nobody can tick off May')
  const after = (await lead.get(action)).text
  assert.match(after, /Overdue: missed once/)
  assert.match(
    after,
    /Due on 28 February 2014[\s\S]*Done on 10 April 2014, late[\s\S]*Due on 31 January 2014[\s\S]*Done on 20 January 2014, in time/,
  )
  assert.match((await member.get(action)).text, /Sent to the board by mail/)
  assert.equal((await mark(action, { dueOn: '2014-03-31' })).status, 303)
  assert.equal((await mark(action, { dueOn: '2014-05-31' })).status, 303)
  const early = (await lead.get(action)).text
  assert.match(early, /Next due<\/dt>[\s\S]*?31 July 2014/)
  assert.match(early, /Open, not due yet \(green\)/)
})

test('M11: a time is ticked off once, a day that is no such time never, and what is typed stays', async () => {
  const action = await recorded('every quarter')
  const expected: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ dueOn: '' }, /Choose which time was done/],
    [{ dueOn: '2014-03-30' }, /Choose one of the times/],
    [{ dueOn: '2014-09-30' }, /Choose one of the times/],
    [{ dueOn: 'tomorrow' }, /There is a problem/],
    [{ dueOn: '2014-03-31', evidence: '' }, /Say what was done/],
    [{ dueOn: '2014-03-31', 'doneOn-day': '11', 'doneOn-month': '4', 'doneOn-year': '2014' }, /still to come/],
  ]
  for (const [fields, said] of expected) {
    const answer = await mark(action, { evidence: 'Kept & typed', ...fields })
    assert.equal(answer.status, 422)
    assert.match(answer.text, said)
    if (fields.evidence === undefined) assert.match(answer.text, /Kept &amp; typed/)
  }
  const twice = await Promise.all([mark(action, { dueOn: '2014-03-31' }), mark(action, { dueOn: '2014-03-31' })])
  assert.deepEqual(twice.map(({ status }) => status).sort(), [303, 422])
  assert.match((await mark(action, { dueOn: '2014-03-31' })).text, /marked as done already/)
  assert.equal((await timesOf(action)).length, 1)
  const doer = doerAt(board.clerk.account, '2014-04-10T10:00:00Z')
  const straight = (due: string) => {
    const [dueOn, id] = [Temporal.PlainDate.from(due), newId()]
    const row = {
      id,
      action: action.replace('/actions/', ''),
      due_on: dueOn,
      done_on: dueOn,
      evidence: 'x',
      at: doer.now,
      actor: doer.actor,
    }
    return writeAs(needs.db, doer, (tx) => tx.insertInto('meetings.action_occurrence').values(row).execute())
  }
  await assert.rejects(straight('2014-03-31'), /unique/)
  for (const due of ['2014-06-29', '2013-11-30']) await assert.rejects(straight(due), /no such time/)
})

test('M11: what was ticked off in error is taken back by those who lead the action and the clerk alone', async () => {
  const action = await recorded('every quarter')
  const other = await recorded('monthly')
  await mark(action, { dueOn: '2014-03-31' })
  const [time] = await timesOf(action)
  assert.ok(time)
  assert.equal((await member.post(`${action}/times/open`, { time: time.id })).status, 403)
  assert.equal((await mark(action, { dueOn: '2014-06-30' }, member)).status, 403)
  assert.equal((await lead.post(`${other}/times/open`, { time: time.id })).status, 303)
  assert.equal((await timesOf(action)).length, 1, 'a time of another action stays')
  assert.equal((await lead.post(`${action}/times/open`, { time: 'x' })).status, 303)
  for (const who of [lead, clerk]) assert.equal((await who.post(`${action}/times/open`, { time: time.id })).status, 303)
  assert.equal((await timesOf(action)).length, 0)
  const acts = await ownerDb.selectFrom('platform.audit_entry').select('act').where('subject', '=', time.action).orderBy('at').execute()
  assert.deepEqual(acts.map(({ act }) => act).slice(1), ['action.time-done', 'action.time-opened'])
})

test('M11: lists say when it is next due and how often it was missed; completion counts each time', async () => {
  const own = await meetingWith('2014-01-15', [itemInput('Reviews')])
  const then = at(board.clerk.account, '2014-01-15T16:00:00Z')
  await then.post(`/meetings/${own.id}/attendance/end`)
  const fields = { item: own.items[0] ?? '', text: 'Bring the figures', due: 'each meeting', lead1: `p-${police?.person ?? ''}` }
  const { location } = await then.post(`/meetings/${own.id}/actions/new`, fields)
  await meetingWith('2014-02-24', [itemInput('Figures')])
  await meetingWith('2014-06-23', [itemInput('Figures')])
  const list = (await member.get(`/boards/${board.slug}/actions?view=overdue`)).text
  assert.match(list, /each meeting; next due 23 June 2014; missed once/)
  assert.match((await member.get(`/meetings/${own.id}/actions`)).text, /next due 23 June 2014/)
  assert.equal((await mark(location, { dueOn: '2014-02-24' }, member)).status, 303)
  assert.doesNotMatch((await member.get(`/boards/${board.slug}/actions?view=overdue`)).text, /Bring the figures/)
  const csv = (await member.get(`/boards/${board.slug}/actions/completion.csv`)).text
  assert.match(csv, /lead,Gus Police,1,0,0,1,100%/)
  assert.equal((await member.post(`${location}/state`, { state: 'done' })).status, 303)
  assert.equal((await mark(location, { dueOn: '2014-06-23' }, member)).status, 422, 'what has ended has no more times')
  assert.match((await member.get(location)).text, /Due on 24 February 2014/)
})
