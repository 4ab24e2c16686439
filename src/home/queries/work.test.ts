import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { itemInput } from '#meetings/testing/arrange.ts'
import { buildRecordBoard, recordRules } from '#meetings/testing/record-board.ts'
import { openScene } from '#meetings/testing/record-scene.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, readAs } from '#platform/database/session.ts'
import { nameState } from '#platform/database/state.ts'
import { dayOf } from '#platform/time/london.ts'
import { findBoard } from '#public-site/queries/board.ts'
import { boardToDo, findBoardToDo } from '../board-to-do.ts'
import { clerkDutyInWords } from '../words.ts'
import { findWork } from './work.ts'

const reading = 'Ten days from the meeting that agrees the minutes.'
const tenDays = { mode: 'calendar', days: 10, clock: { from: 'approval', reading, chosenBy: null }, soft: false }
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const { needs, ownerDb, board, meetingWith, at, present } = await openScene({
  ...recordRules,
  minutesPublished: { status: 'stated', value: tenDays, source: null },
})

/** What My work tells somebody about minutes at an instant. */
async function told(account: ActorId, instant: string): Promise<readonly string[]> {
  const now = Temporal.Instant.from(instant)
  const acting = { actor: account, now, today: dayOf(now) }
  return (await readAs(needs.db, acting, (reader) => findWork(reader, acting))).clerking.map(clerkDutyInWords)
}

test('M12: My work tells the chair of a draft to clear, and the clerk when approved minutes are soon late and when they are late', async () => {
  const { id } = await meetingWith('2014-01-15', [itemInput('Business plan')])
  const room = at(board.clerk.account, '2014-01-15T14:30:00Z')
  await room.post(`/meetings/${id}/attendance/start`)
  await room.post(`/meetings/${id}/attendance`, { mark: '', ...present(0, 1, 2) })
  await room.post(`/meetings/${id}/attendance/end`)
  assert.deepEqual(await told(board.chair.account, '2014-01-16T10:00:00Z'), [])
  assert.equal((await room.post(`/meetings/${id}/minutes/draft`)).status, 303)
  const clear = ['Read and clear the draft minutes of 15 January 2014']
  assert.deepEqual(await told(board.chair.account, '2014-01-16T10:00:00Z'), clear)
  assert.deepEqual(await told(board.member.account, '2014-01-16T10:00:00Z'), [])
  const chair = at(board.chair.account, '2014-01-16T10:00:00Z')
  const version = /name="version" value="(\d+)"/.exec((await chair.get(`/meetings/${id}/minutes`)).text)?.[1] ?? ''
  assert.equal((await chair.post(`/meetings/${id}/minutes/clear`, { version })).status, 303)
  assert.deepEqual(await told(board.chair.account, '2014-01-16T11:00:00Z'), [])
  const editing = at(board.clerk.account, '2014-01-17T10:00:00Z')
  const fields = fieldsOf((await editing.get(`/meetings/${id}/minutes/edit`)).text)
  assert.equal((await editing.post(`/meetings/${id}/minutes/edit`, fields)).status, 303)
  assert.deepEqual(await told(board.chair.account, '2014-01-17T11:00:00Z'), clear)
  assert.equal((await editing.post(`/meetings/${id}/minutes/circulate`, { cleared: 'yes' })).status, 303)
  const next = await meetingWith('2014-02-24', [itemInput('Minutes of the last meeting')])
  await at(board.clerk.account, '2014-02-24T16:00:00Z').post(`/meetings/${next.id}/attendance/end`)
  const approving = at(board.clerk.account, '2014-02-24T17:00:00Z')
  const approval = fieldsOf((await approving.get(`/meetings/${id}/minutes/approve`)).text)
  assert.equal((await approving.post(`/meetings/${id}/minutes/approve`, { ...approval, meeting: next.id })).status, 303)
  const aboutJanuary = async (instant: string) =>
    (await told(board.clerk.account, instant)).filter((words) => words.includes('15 January 2014'))
  const approved = 'ublish the approved minutes of 15 January 2014. The last day'
  assert.deepEqual(await aboutJanuary('2014-03-04T10:00:00Z'), [`P${approved} is 6 March 2014`])
  assert.deepEqual(await aboutJanuary('2014-03-05T10:00:00Z'), [`Soon late: p${approved} is 6 March 2014`])
  assert.deepEqual(await aboutJanuary('2014-03-07T10:00:00Z'), [`Late: p${approved} was 6 March 2014`])
  assert.match((await told(board.clerk.account, '2014-03-07T10:00:00Z'))[0] ?? '', /^Late/)
  assert.deepEqual(await told(board.chair.account, '2014-03-07T10:00:00Z'), [])
  assert.equal(
    (await at(board.clerk.account, '2014-03-07T10:00:00Z').post(`/meetings/${id}/minutes/publish`, { which: 'final' })).status,
    303,
  )
  assert.deepEqual(await aboutJanuary('2014-03-08T10:00:00Z'), [])
})

test('M11, T5: the home of a board tells its people what to do there alone, and nobody is shown or counted what they may not see', async () => {
  const { id, items } = await meetingWith('2014-01-20', [itemInput('Waiting times')])
  for (const [sight, text] of [
    ['public', 'Say when the wait began'],
    ['members', 'Say what the wait costs'],
  ] as const) {
    const action = newId()
    const due = { due_words: '1 February 2014', due_to: day('2014-02-01'), state: 'open', category: 'public' }
    const row = { id: action, meeting: id, body: board.body, item: items[0] ?? '', sight, text, ...due }
    await ownerDb.insertInto('meetings.action').values(row).execute()
    await ownerDb.insertInto('meetings.action_lead').values({ action, name: 'Cora Member', person: board.member.person }).execute()
  }
  const home = async (actor: ActorId | undefined, of = board.slug) => {
    const now = Temporal.Instant.from('2014-03-10T10:00:00Z')
    const acting = { actor, now, today: dayOf(now) }
    return readAs(needs.db, acting, (reader) => findBoard(reader, of, acting, findBoardToDo, {}))
  }
  const [visitor, member] = [await home(undefined), await home(board.member.account)]
  const standing = (view: typeof visitor) => {
    const { open, overdue, before } = view?.figures.actions(day('2014-02-24')) ?? { open: 0, overdue: [], before: undefined }
    return [open, overdue.map(({ days }) => days), before?.overdue]
  }
  assert.deepEqual(standing(visitor), [1, [37], 1])
  assert.deepEqual(standing(member), [2, [37, 37], 2])
  assert.deepEqual(visitor?.toDo, [])
  const [first] = member?.toDo ?? []
  assert.deepEqual(first, { text: 'actions are overdue', href: `/boards/${board.slug}/actions?view=mine`, count: 2, reason: 'Late' })
  const other = await buildRecordBoard(ownerDb, recordRules)
  assert.deepEqual((await home(board.member.account, other.slug))?.toDo, [])
  assert.deepEqual((await home(other.clerk.account))?.toDo, [])
  // What waits for the clerk of a board stands on its own home, and on no other.
  assert.match((await home(board.clerk.account))?.toDo.map(({ text }) => text).join() ?? '', /minutes of 24 February 2014/)
  assert.deepEqual((await home(board.clerk.account, other.slug))?.toDo, [])
})

/** Every field of the form of a page with its value. */
function fieldsOf(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1]])
  const areas = [...html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(([, name, text]) => [name, text])
  return Object.fromEntries([...inputs, ...areas].map(([name, value]) => [name ?? '', value ?? '']))
}

/** How many statements a piece of work asks of the database. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let count = 0
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    count += 1
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return count
}

test('the home page of a board asks few statements: what waits for its clerk is read once until somebody writes something', async () => {
  const now = Temporal.Instant.from('2014-03-08T10:00:00Z')
  const acting = { actor: board.clerk.account, now, today: dayOf(now) }
  // Databases of other tests stand in the same server and write, too: here its state is said.
  let state = 'before'
  const toDo = boardToDo(async () => state)
  const read = (who: typeof acting | { readonly actor: undefined; readonly now: typeof now; readonly today: typeof acting.today }) =>
    readAs(needs.db, who, (reader) => findBoard(reader, board.slug, who, toDo, {}))
  const before = await read(acting)
  const nominated = { id: newId(), body: board.body, sight: 'draft', title: 'School places', purpose: 'decision', state: 'nominated' }
  await ownerDb
    .insertInto('meetings.plan_item')
    .values({ ...nominated, nominated_at: now })
    .execute()
  state = 'after'
  // After something was written, everything is read anew. These numbers may fall; what makes them grow makes every page of a board slow.
  const [first, again, visitor] = [
    await statementsOf(() => read(acting)),
    await statementsOf(() => read(acting)),
    await statementsOf(() => read({ ...acting, actor: undefined })),
  ]
  assert.ok(first <= 110, `${first} statements for a clerk`)
  assert.ok(again < 50, `${again} statements for a clerk once more`)
  assert.ok(visitor < 40, `${visitor} statements for a visitor`)
  // What was kept says what would be read now.
  const [kept, fresh] = [
    await read(acting),
    await readAs(needs.db, acting, (reader) => findBoard(reader, board.slug, acting, findBoardToDo, {})),
  ]
  assert.deepEqual(kept?.toDo, fresh?.toDo)
  assert.notDeepEqual(kept?.toDo, before?.toDo)
  const stateNow = () => readAs(needs.db, acting, nameState)
  const named = await stateNow()
  await ownerDb.updateTable('meetings.plan_item').set({ state: 'accepted' }).where('id', '=', nominated.id).execute()
  assert.notEqual(await stateNow(), named, 'whatever is written gives the database another state')
})
