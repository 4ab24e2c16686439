import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { exemptInput, itemInput } from './testing/arrange.ts'
import { recordRules } from './testing/record-board.ts'
import { MARKER, openScene, type RecordScene } from './testing/record-scene.ts'

const scene = await openScene()
const { board, ownerDb } = scene
const day = '2014-02-24'
const time = (clock: string): string => `${day}T${clock}:00Z`

interface Room {
  readonly id: string
  readonly items: readonly string[]
  /** Sends a form as the clerk; the id of its entry may be given. */
  send(clock: string, act: string, fields?: Readonly<Record<string, string>>): ReturnType<RecordClient['post']>
}
type RecordClient = ReturnType<RecordScene['at']>

async function room(starts = true): Promise<Room> {
  const made = await scene.meetingWith(day, [
    itemInput('Opening'),
    exemptInput(`The price of ${MARKER}`, 'A contract'),
    itemInput('The plan'),
  ])
  const send: Room['send'] = (clock, act, fields = {}) =>
    scene.at(board.clerk.account, time(clock)).post(`/meetings/${made.id}/live/${act}`, { entry: newId(), ...fields })
  if (starts) assert.equal((await send('14:00', 'start')).status, 303)
  return { ...made, send }
}

const stays = (meeting: string) =>
  ownerDb.selectFrom('meetings.attendance').selectAll().where('meeting', '=', meeting).orderBy('id').execute()
const entries = (meeting: string) => ownerDb.selectFrom('meetings.entry').selectAll().where('meeting', '=', meeting).execute()
const move = (seat: number, movement: string) => ({ line: scene.field(seat), movement })
const revision = async (meeting: string, part: string, sight: string): Promise<number> => {
  const row = await ownerDb
    .selectFrom('meetings.part_revision')
    .select('revision')
    .where('meeting', '=', meeting)
    .where('part', '=', part)
    .where('sight', '=', sight)
    .executeTakeFirst()
  return Number(row?.revision ?? 0)
}

test('X5: the same form sent twice, or ten times at once, is one entry', async () => {
  const { id, send } = await room()
  const form = { ...move(0, 'arrive'), entry: newId() }
  const answers = await Promise.all(Array.from({ length: 10 }, () => send('14:01', 'move', form)))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303])
  assert.equal((await send('14:02', 'move', form)).status, 303)
  assert.equal((await stays(id)).length, 1)
  assert.equal((await entries(id)).filter(({ act }) => act === 'come-and-go').length, 1)
})

test('X5: an id that belongs to somebody else’s entry, or to another act, is refused and reveals nothing', async () => {
  const { id, send } = await room()
  const entry = newId()
  await send('14:01', 'move', { ...move(0, 'arrive'), entry })
  assert.equal((await send('14:01', 'rest', { entry })).status, 409)
  const member = board.seats[1]
  const answer = await scene.at(member?.account, time('14:02')).post(`/meetings/${id}/live/move`, { entry, ...move(1, 'arrive') })
  assert.equal(answer.status, 409)
  assert.equal((await stays(id)).length, 1)
})

test('X5: two clerks enter the same arrival at once: the person is there once', async () => {
  const { id, send } = await room()
  const answers = await Promise.all([send('14:01', 'move', move(0, 'arrive')), send('14:01', 'move', move(0, 'arrive'))])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await stays(id)).length, 1)
})

test('M8: members come and go by themselves, their own line only; visitors and strangers enter nothing', async () => {
  const { id } = await room()
  const member = scene.at(board.seats[0]?.account, time('14:03'))
  const post = (fields: Record<string, string>) => member.post(`/meetings/${id}/live/move`, { entry: newId(), ...fields })
  assert.equal((await post(move(0, 'arrive'))).status, 303)
  assert.equal((await post(move(1, 'arrive'))).status, 403)
  assert.equal((await post(move(0, 'not-here'))).status, 403)
  assert.equal((await post(move(0, 'leave'))).status, 303)
  assert.equal((await member.post(`/meetings/${id}/live/rest`, { entry: newId() })).status, 403)
  assert.equal((await scene.at(undefined, time('14:04')).post(`/meetings/${id}/live/move`, move(0, 'arrive'))).status, 401)
  const [stay] = await stays(id)
  assert.equal(stay?.left_at?.toString(), '2014-02-24T14:03:00Z')
})

test('M8: nothing is entered before the meeting begins or after it ends, by the command and by the database', async () => {
  const { id, send } = await room(false)
  assert.equal((await send('13:59', 'move', move(0, 'arrive'))).status, 422)
  assert.equal((await send('14:00', 'start')).status, 303)
  assert.equal((await send('15:00', 'end')).status, 303)
  assert.match((await send('15:01', 'move', move(0, 'arrive'))).text, /The meeting is not running/)
  const row = {
    id: newId(),
    meeting: id,
    body: board.body,
    act: 'come-and-go',
    content: '{}',
    happened_at: Temporal.Now.instant(),
    entered_at: Temporal.Now.instant(),
    actor: newId(),
  }
  await assert.rejects(ownerDb.insertInto('meetings.entry').values(row).execute(), /not in progress/)
})

test('X5: a late answer counts from when it was written, whatever the clock of the phone says', async () => {
  const { id, send, items } = await room()
  await send('14:01', 'rest')
  await send('14:05', 'item', { item: items[0] ?? '' })
  await send('14:30', 'move', { ...move(0, 'leave'), written: '1000', clock: String(1000 + 20 * 60_000) })
  const left = (await stays(id)).find(({ left_at }) => left_at !== null)
  assert.equal(left?.left_at?.toString(), '2014-02-24T14:10:00Z')
})

test('M8, G6: items are taken in any order, one at a time, each with the quorum at its beginning; the time used is kept', async () => {
  const { id, send, items } = await room()
  await send('14:01', 'rest')
  const [first, , third] = items
  await send('14:05', 'item', { item: third ?? '' })
  await send('14:20', 'item', { item: first ?? '' })
  await send('14:20', 'item', { item: third ?? '' })
  await send('15:00', 'end')
  const times = await ownerDb.selectFrom('meetings.item_time').selectAll().where('meeting', '=', id).orderBy('from_at').execute()
  assert.deepEqual(
    times.map(({ item }) => items.indexOf(item)),
    [2, 0, 2],
  )
  assert.ok(times.every(({ to_at }) => to_at !== null))
  assert.equal(times.map(({ quorum }) => (quorum as { verdict: { state: string } }).verdict.state).join(' '), 'quorate quorate quorate')
})

test('M8: the public follows the public item that is on; of a private one it learns that there is one, and no more', async () => {
  const { id, send, items } = await room()
  const visitor = () => scene.at(undefined, time('14:30')).get(`/meetings/${id}/live`)
  await send('14:05', 'item', { item: items[0] ?? '' })
  assert.match((await visitor()).text, /Item 1<\/span> Opening/)
  const before = await revision(id, 'public', 'public')
  await send('14:10', 'item', { item: items[1] ?? '', withoutResolution: 'The room was cleared before.' })
  assert.ok((await revision(id, 'public', 'public')) > before)
  const { text } = await visitor()
  assert.match(text, /The meeting is in private session/)
  assert.doesNotMatch(text, new RegExp(MARKER))
  assert.doesNotMatch(text, /aria-current/)
  const during = await revision(id, 'public', 'public')
  await send('14:12', 'minutes', { item: items[1] ?? '', minutes: '10' })
  await send('14:13', 'note', { item: items[1] ?? '', text: `${MARKER} is dear` })
  await send('14:14', 'move', move(0, 'arrive'))
  assert.equal(await revision(id, 'public', 'public'), during)
  const others = await ownerDb
    .selectFrom('meetings.part_revision')
    .select('part')
    .where('meeting', '=', id)
    .where('sight', '=', 'public')
    .execute()
  assert.deepEqual(
    others.map(({ part }) => part),
    ['public'],
  )
  for (const part of ['meeting', 'items', 'attendance', 'record'])
    assert.equal((await scene.at(undefined, time('14:31')).get(`/meetings/${id}/live/parts/${part}`)).status, 401)
})

test('G6: quorum is said in words and follows every arrival and departure', async () => {
  const { id, send } = await room()
  const now = async (clock: string) => (await scene.at(board.clerk.account, time(clock)).get(`/meetings/${id}/live/parts/meeting`)).text
  assert.match(await now('14:00'), /Not quorate/)
  for (const seat of [0, 1, 2]) await send('14:01', 'move', move(seat, 'arrive'))
  assert.match(await now('14:02'), /Quorate/)
  await send('14:10', 'move', move(0, 'leave'))
  assert.match(await now('14:11'), /Decisions wait until quorum is back\. Discussion may go on\.[\s\S]*Quorum is lost/)
  await send('14:20', 'move', move(0, 'arrive'))
  assert.match(await now('14:21'), /The meeting is quorate/)
})

test('G8: somebody elected chairs and hands over while chair and deputy chair are away; once the chair is there nobody is elected', async () => {
  const { id, send } = await room()
  const people = [board.seats[0]?.person ?? '', board.seats[1]?.person ?? '']
  assert.match((await send('14:00', 'chair', { person: people[0] ?? '' })).text, /must be in the meeting/)
  for (const seat of [0, 1]) await send('14:01', 'move', move(seat, 'arrive'))
  assert.equal((await send('14:02', 'chair', { person: people[0] ?? '' })).status, 303)
  assert.equal((await send('14:30', 'chair', { person: people[1] ?? '' })).status, 303)
  const chairs = await ownerDb.selectFrom('meetings.meeting_chair').selectAll().where('meeting', '=', id).orderBy('id').execute()
  assert.deepEqual(
    chairs.map(({ basis, to_at }) => [basis, to_at?.toString() ?? null]),
    [
      ['elected_for_meeting', '2014-02-24T14:30:00Z'],
      ['elected_for_meeting', null],
    ],
  )
  assert.equal((await send('14:31', 'move', { line: 'chair', movement: 'arrive' })).status, 303)
  assert.match((await send('14:32', 'chair', { person: people[0] ?? '' })).text, /only when the chair and the deputy chair are both absent/)
  assert.equal((await send('14:33', 'chair', { person: board.chair.person })).status, 303)
})

test('G7: a deputy whom the rule does not accept is refused with reason and remedy, sits once the chair agrees, or attends uncounted', async () => {
  const strict = await openScene({
    ...recordRules,
    deputies: { status: 'stated', value: { kind: 'agreed-by-chair-and-notified', capacity: null }, source: null },
  })
  const made = await strict.meetingWith(day, [itemInput('Opening')])
  const send = (clock: string, act: string, fields: Record<string, string> = {}) =>
    strict.at(strict.board.clerk.account, time(clock)).post(`/meetings/${made.id}/live/${act}`, { entry: newId(), ...fields })
  await send('14:00', 'start')
  const comes = { line: strict.field(0), person: strict.board.deputy.person }
  const refused = await send('14:01', 'deputy', comes)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Kit Deputy cannot sit as deputy: the chair has not agreed\. If the chair agrees now/)
  assert.match((await send('14:02', 'deputy', { ...comes, agreed: 'yes' })).text, /Record who chairs first/)
  await send('14:03', 'move', { line: 'chair', movement: 'arrive' })
  await send('14:04', 'chair', { person: strict.board.chair.person })
  assert.equal((await send('14:05', 'deputy', { ...comes, agreed: 'yes' })).status, 303)
  const attendance = () =>
    strict.ownerDb.selectFrom('meetings.attendance').selectAll().where('meeting', '=', made.id).orderBy('id').execute()
  assert.deepEqual(
    (await attendance()).map(({ deputy }) => deputy),
    [false, true],
  )
  const page = await strict.at(strict.board.clerk.account, time('14:06')).get(`/meetings/${made.id}/live`)
  assert.match(page.text, /Deputy here<[\s\S]*Kit Deputy/)
  await send('14:10', 'move', { line: strict.field(0), movement: 'arrive' })
  const both = await strict.at(strict.board.clerk.account, time('14:11')).get(`/meetings/${made.id}/live/parts/meeting`)
  assert.match(both.text, /1 of 5 voting members present/)
  const only = await send('14:12', 'deputy', { line: strict.field(1), person: strict.board.seats[4]?.person ?? '', onlyAttends: 'yes' })
  assert.equal(only.status, 303)
  assert.equal((await attendance()).at(-1)?.seat, null)
})

test('M8: what was entered wrongly is put right by a later entry, and the attendance form keeps a third stay', async () => {
  const { id, send } = await room()
  await send('14:01', 'rest')
  for (const clock of ['14:10', '14:15', '14:20', '14:25']) await send(clock, 'move', move(0, /0$/.test(clock) ? 'leave' : 'arrive'))
  const own = async () => (await stays(id)).filter(({ person }) => person === board.seats[0]?.person)
  assert.equal((await own()).length, 3)
  await send('14:26', 'move', move(1, 'leave'))
  await send('14:27', 'move', move(1, 'not-left'))
  const page = await scene.at(board.clerk.account, time('15:00')).get(`/meetings/${id}/attendance`)
  const fields = fieldsOf(page.text)
  const saved = await scene
    .at(board.clerk.account, time('15:01'))
    .post(`/meetings/${id}/attendance`, { ...fields, [`status_${scene.field(4)}`]: 'apologies' })
  assert.equal(saved.status, 303)
  assert.equal((await own()).length, 3)
  const again = await scene.at(board.clerk.account, time('15:02')).post(`/meetings/${id}/attendance`, fields)
  assert.equal(again.status, 409)
})

/** What a form would post as it stands. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const form = /<form method="post" action="[^"]*\/attendance" novalidate[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1] ?? ''
    if (/type="(radio|checkbox)"/.test(input) && !/checked/.test(input)) continue
    if (name !== '') fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? ''
  }
  for (const [, name = '', inner = ''] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    fields[name] = /<option value="([^"]*)"[^>]*selected/.exec(inner)?.[1] ?? ''
  for (const [, name = '', inner = ''] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g)) fields[name] = inner
  return fields
}

test('M9, M11: a decision and an action are typed once and stand in the record; a refusal keeps what was typed', async () => {
  const { id, send, items } = await room()
  await send('14:01', 'rest')
  const decided = await send('14:10', 'decision', {
    item: items[0] ?? '',
    type: 'note',
    text: 'That the opening be noted.',
    matter: 'neither',
  })
  assert.equal(decided.status, 303)
  assert.equal((await send('14:11', 'action', { item: items[0] ?? '', text: 'Write to every school', due: 'by end March' })).status, 303)
  const refused = await send('14:12', 'decision', {
    item: items[0] ?? '',
    type: 'approve',
    text: 'That a new policy be approved.',
    matter: 'policy',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /That a new policy be approved\./)
  const { text } = await scene.at(board.clerk.account, time('14:13')).get(`/meetings/${id}/live`)
  assert.match(text, /That the opening be noted\.[\s\S]*Write to every school[\s\S]*by end March/)
})

test('M8: members of the public are counted or named for the record; their names reach nobody but those who keep it', async () => {
  const { id, send } = await room()
  await send('14:01', 'audience', { number: '7' })
  await send('14:02', 'audience', { name: 'Wilhelmina Attwater' })
  const as = async (account: Parameters<RecordScene['at']>[0]) => (await scene.at(account, time('14:05')).get(`/meetings/${id}/live`)).text
  assert.match(await as(board.clerk.account), /Wilhelmina Attwater/)
  for (const account of [board.seats[0]?.account, undefined]) assert.doesNotMatch(await as(account), /Attwater/)
})
