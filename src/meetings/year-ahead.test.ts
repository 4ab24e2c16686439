import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { readAs, writeAs } from '#platform/database/session.ts'
import { buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { placePlanItem } from './commands/agenda/add-item.ts'
import { createMeeting } from './commands/meeting/create-meeting.ts'
import { placeStandingEverywhere } from './commands/plan/place-standing.ts'
import { asSystem } from './pack/making.ts'
import { findMissedStanding } from './queries/standing-places.ts'
import { doerAt, meetingInput, value } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'

const NOW = '2026-04-01T10:00:00Z'
const { needs, ownerDb } = await openHouse(Temporal.Instant.from(NOW))
const board = await buildBoard(ownerDb, 'women-and-childrens-board')
const clerk = meetingsClient(needs, board.clerk.account, NOW)
const member = meetingsClient(needs, board.member.account, NOW)
const doer = doerAt(board.clerk.account, NOW)

async function meetingOn(day: string): Promise<string> {
  const made = await createMeeting(needs, doer, board.body, meetingInput(day, { endsAt: Temporal.PlainTime.from('16:00') }))
  assert.ok(made.ok, JSON.stringify(made))
  return made.value.id
}
const planned = () =>
  ownerDb
    .selectFrom('meetings.plan_item')
    .select(['id', 'title', 'meeting', 'state', 'version', 'reason', 'due_from as dueFrom'])
    .select(['due_meeting as dueMeeting', 'standing_key as key'])
    .where('body', '=', board.body)
    .orderBy('title')
    .execute()

test('G11: standing items place themselves; the clerk moves one with its history, leaves one out, and takes the rest onto the agenda', async () => {
  const [may, june] = [await meetingOn('2026-05-12'), await meetingOn('2026-06-09')]
  const first = await planned()
  assert.ok(first.length > 0, 'the terms of this board have standing items')
  const periodic = first.filter(({ dueFrom, meeting }) => dueFrom !== null && meeting === may)
  const each = first.filter(({ dueMeeting }) => dueMeeting === may)
  assert.ok(periodic.length > 0 && each.length > 0, JSON.stringify(first))
  assert.equal(first.filter(({ dueMeeting }) => dueMeeting === june).length, each.length)
  const page = await clerk.get(`/boards/${board.slug}/plan`)
  assert.match(page.text, /At each meeting:/)
  assert.match(page.text, new RegExp(periodic[0]?.title ?? ''))
  // A member knows what is coming, and not yet the day of a meeting that is not announced.
  const read = await member.get(`/boards/${board.slug}/plan`)
  assert.match(read.text, /For meetings that are not announced yet/)
  assert.doesNotMatch(read.text, /12 May 2026/)
  // Placed already: asking again, or the job of the day, adds nothing.
  assert.equal((await clerk.post(`/boards/${board.slug}/plan/standing`)).status, 303)
  assert.equal((await member.post(`/boards/${board.slug}/plan/standing`)).status, 403)
  await writeAs(needs.db, asSystem(Temporal.Instant.from(NOW)), (tx) => placeStandingEverywhere(tx, asSystem(Temporal.Instant.from(NOW))))
  assert.equal((await planned()).length, first.length)
  // One is moved, one is left out.
  const [moved, left] = [periodic[0], each[0]]
  assert.ok(moved && left)
  const at = (id: string, step: string) => `/boards/${board.slug}/plan/${id}/${step}`
  assert.equal((await clerk.post(at(moved.id, 'move'), { version: '1', meeting: june, reason: 'The figures come in June' })).status, 303)
  const stuck = await clerk.post(at(left.id, 'move'), { version: '1', meeting: june })
  assert.equal(stuck.status, 422)
  assert.match(stuck.text, /asks? for this item at each meeting/)
  assert.equal((await clerk.post(at(left.id, 'withdraw'), { version: '1', reason: 'Nothing to report' })).status, 303)
  assert.match((await clerk.get(`/boards/${board.slug}/plan/${moved.id}`)).text, /The figures come in June/)
  await meetingOn('2026-07-14')
  const then = new Map((await planned()).map((one) => [one.id, one]))
  assert.equal(then.get(moved.id)?.meeting, june, 'what was moved by hand stays')
  assert.equal(then.get(left.id)?.state, 'withdrawn', 'what was left out does not come back')
  // Opening the agenda takes what is due.
  const agenda = await clerk.get(`/meetings/${may}/agenda`)
  assert.match(agenda.text, /what is due at this meeting is chosen already/)
  const keys = [...then.values()].filter(({ meeting, state }) => meeting === may && state === 'accepted').map(({ key }) => key)
  assert.equal((await clerk.post(`/meetings/${may}/agenda/openers`, { openers: ['apologies'], standing: keys })).status, 303)
  const after = (await planned()).filter(({ meeting, state }) => meeting === may && state === 'accepted')
  assert.deepEqual(after, [], 'all of it is on the agenda')
})

test('G11: what is due goes on when its meeting is cancelled or held on another day; what was not taken is flagged', async () => {
  const september = await meetingOn('2026-09-08')
  const form = {
    reason: 'No room',
    decidedBy: 'The chair',
    version: '1',
    'heldOn-day': '15',
    'heldOn-month': '9',
    'heldOn-year': '2026',
    startsAt: '2pm',
  }
  const due = (await planned()).filter(({ meeting }) => meeting === september)
  const to = await clerk.post(`/meetings/${september}/reschedule`, form)
  const successor = /meetings\/([0-9a-f-]{36})/.exec(to.location)?.[1] ?? ''
  const now = new Map((await planned()).map((one) => [one.id, one]))
  assert.ok(due.length > 0 && due.every(({ id }) => now.get(id)?.meeting === successor && now.get(id)?.state === 'accepted'))
  assert.equal(
    (await planned()).filter(({ dueMeeting }) => dueMeeting === successor).length,
    due.filter(({ dueMeeting }) => dueMeeting !== null).length,
  )
  assert.equal((await clerk.post(`/meetings/${successor}/cancel`, { reason: 'Snow', decidedBy: 'The chair', version: '1' })).status, 303)
  const gone = (await planned()).filter(({ id }) => due.some((one) => one.id === id))
  assert.ok(gone.every(({ dueMeeting, state, meeting }) => (dueMeeting ? state === 'withdrawn' : meeting !== successor)))
  const later = meetingsClient(needs, board.clerk.account, '2026-06-20T10:00:00Z')
  const page = await later.get(`/boards/${board.slug}/plan`)
  assert.match(page.text, /Standing items that were missed/)
  const june = doerAt(board.clerk.account, '2026-06-20T10:00:00Z')
  const missed = await readAs(needs.db, june, (reader) => findMissedStanding(reader, [board.body], june.today))
  assert.equal(missed[0]?.body, board.body)
  assert.ok((missed[0]?.count ?? 0) > 0, 'My work counts them')
})

const day = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('G11: holidays of schools are dated, have a source and do not overlap; clerks and administrators keep them', async () => {
  const area = newId()
  await ownerDb
    .insertInto('governance.area')
    .values({ id: area, kind: 'county', name: 'Kestrelshire', starts_on: Temporal.PlainDate.from('1974-04-01') })
    .execute()
  const typed = {
    area,
    title: 'Autumn break',
    source: 'Kestrelshire Council, term dates',
    ...day('startsOn', '2026-10-26'),
    ...day('lastDay', '2026-10-30'),
  }
  assert.equal((await member.post('/school-holidays/new', typed)).status, 403)
  assert.match((await clerk.post('/school-holidays/new', { ...typed, source: '' })).text, /Source|source/)
  assert.equal((await clerk.post('/school-holidays/new', { ...typed, ...day('lastDay', '2026-10-25') })).status, 422)
  assert.equal((await clerk.post('/school-holidays/new', { ...typed, area: newId() })).status, 422)
  assert.equal((await clerk.post('/school-holidays/new', typed)).status, 303)
  assert.match((await clerk.post('/school-holidays/new', { ...typed, title: 'Again' })).text, /overlap with Autumn break/)
  const kept = await ownerDb.selectFrom('meetings.school_holiday').select('id').where('area', '=', area).executeTakeFirstOrThrow()
  assert.equal((await clerk.post(`/school-holidays/${kept.id}/edit`, { ...typed, title: 'Half-term', version: '1' })).status, 303)
  assert.equal((await clerk.post(`/school-holidays/${kept.id}/edit`, { ...typed, version: '1' })).status, 409)
  const visitor = meetingsClient(needs, undefined, NOW)
  assert.match((await visitor.get('/school-holidays')).text, /Half-term/)
  assert.equal((await member.post(`/school-holidays/${kept.id}/remove`)).status, 403)
  assert.equal((await clerk.post(`/school-holidays/${kept.id}/remove`)).status, 303)
  assert.doesNotMatch((await visitor.get('/school-holidays')).text, /Half-term/)
})

test('G11: the calendar sets boards side by side, each as far as one may see it, and refuses what cannot be in words', async () => {
  const visitor = meetingsClient(needs, undefined, NOW)
  const meeting = await meetingOn('2027-01-12')
  const address = `/calendar?from=2027-01&months=6&show=programmes&board=${board.slug}`
  assert.match((await clerk.get(address)).text, /Tue 12 Jan/)
  assert.match((await clerk.get(address)).text, /Agenda out for 12 January 2027|Papers due for 12 January 2027/)
  assert.match((await clerk.get(address)).text, /Feedback from other boards \(standing\)/)
  const before = await visitor.get(address)
  assert.doesNotMatch(before.text, /12 Jan/)
  assert.equal((await clerk.post(`/meetings/${meeting}/call`, { version: '1' })).status, 303)
  const after = await visitor.get(address)
  assert.match(after.text, /Tue 12 Jan/)
  assert.doesNotMatch(after.text, /Feedback from other boards/)
  const wrong = await visitor.get(`/calendar?from=9999-01&board=no-such-board&board=${board.slug}`)
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Enter a month as 2027-04/)
  const strange = await visitor.get('/calendar?board=no-such-board')
  assert.equal(strange.status, 422)
  assert.match(strange.text, /There is no board no-such-board/)
  assert.equal((await visitor.get('/calendar')).status, 200)
})

test('G11: the year of a board is proposed, edited and created in one step, all or none; what cannot be is refused in words', async () => {
  const own = await buildBoard(ownerDb, 'women-and-childrens-board')
  const keeper = meetingsClient(needs, own.clerk.account, NOW)
  const settings = { from: '2026-07', weekday: '2', week: '2', by: 'terms', times: '', room: '' }
  const ask = (more: Record<string, string>) =>
    keeper.get(`/boards/${own.slug}/year?${new URLSearchParams({ ...settings, ...more }).toString()}`)
  assert.equal((await member.get(`/boards/${own.slug}/year`)).status, 404)
  assert.equal((await keeper.get(`/boards/${own.slug}/year`)).status, 200)
  // A board that shares a member meets on a day that would be proposed: another is.
  const shared = await buildBoard(ownerDb, 'local-area-group')
  const seats = ownerDb.selectFrom('governance.seat').select('id').where('body', '=', shared.body)
  await ownerDb
    .updateTable('governance.appointment')
    .set({ person: own.member.person })
    .where('seat', 'in', seats)
    .where('person', '=', shared.member.person)
    .execute()
  const theirDay = await createMeeting(needs, doerAt(shared.clerk.account, NOW), shared.body, meetingInput('2026-07-14'))
  assert.ok(theirDay.ok)
  await ownerDb
    .updateTable('meetings.meeting')
    .set({ sight: 'public', state: 'called', called_at: Temporal.Instant.from(NOW) })
    .where('id', '=', theirDay.value.id)
    .execute()
  const proposed = await ask({})
  assert.doesNotMatch(proposed.text, /Tuesday 14 July 2026/)
  assert.match(proposed.text, /The pace asks for 12 meetings in these twelve months/)
  assert.match(proposed.text, /name="heldOn_11-day"/)
  for (const [more, words] of [
    [{ from: '1999-07' }, /Choose a month from|Enter a month/],
    [{ by: 'own', times: '104' }, /104 meetings a year are more than one a week/],
    [{ by: 'own' }, /Enter how many meetings/],
    [{ by: 'aim' }, /name no other pace to aim at/],
  ] as const) {
    const refused = await ask(more)
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
  }
  const impossible = await buildBoard(ownerDb, 'proactive-care-board')
  const theirs = meetingsClient(needs, impossible.clerk.account, NOW)
  const often = await theirs.get(`/boards/${impossible.slug}/year?${new URLSearchParams(settings).toString()}`)
  assert.equal(often.status, 422)
  assert.match(often.text, /more than one meeting a week/)
  // Two days, one of them edited to Christmas Day: nothing is planned, and all that was typed stands.
  const plan = {
    ...{
      ...settings,
      rows: '3',
      take_0: 'yes',
      take_1: 'yes',
      startsAt: '2pm',
      endsAt: '4pm',
      place: 'The Kestrel Room',
      access: 'public',
    },
    ...{ ...day('heldOn_0', '2026-07-14'), ...day('heldOn_1', '2026-12-25'), ...day('heldOn_2', '2026-09-08') },
  }
  const at = `/boards/${own.slug}/year/plan`
  const christmas = await keeper.post(at, plan)
  assert.equal(christmas.status, 422)
  assert.match(christmas.text, /This day is a bank holiday: Christmas Day/)
  assert.match(christmas.text, /The Kestrel Room/)
  assert.match(christmas.text, /meets on this day too: one person sits on both/)
  const count = async () =>
    (await ownerDb.selectFrom('meetings.meeting').select('held_on').where('body', '=', own.body).orderBy('held_on').execute()).length
  assert.equal(await count(), 0)
  const good = { ...plan, ...day('heldOn_1', '2026-08-11') }
  assert.equal((await keeper.post(at, { ...good, ...day('heldOn_1', '2026-07-14') })).status, 422)
  const both = await Promise.all([keeper.post(at, good), keeper.post(at, good)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 422])
  assert.equal(await count(), 2)
  assert.match(both.find(({ status }) => status === 422)?.text ?? '', /The board meets on this day already/)
  const placed = await ownerDb
    .selectFrom('meetings.plan_item')
    .select('id')
    .where('body', '=', own.body)
    .where('standing_key', '<>', '')
    .execute()
  assert.ok(placed.length > 2, 'standing items are on the new meetings')
  const again = await ask({})
  assert.match(again.text, /2 stand already, 10 are proposed/)
})

const path = `/boards/${board.slug}/plan`
const visitor = meetingsClient(needs, undefined, NOW)

test('M1, O1: the clerk shows the plan to everybody, item by item, and takes one back with a reason; nobody else does', async () => {
  const add = async (title: string): Promise<string> => {
    const made = await clerk.post(`${path}/new`, { title, purpose: 'discussion' })
    assert.equal(made.status, 303, made.text)
    return made.location.split('/').at(-1) ?? ''
  }
  const [open, kept] = [await add('Playgrounds in winter'), await add('What stays with members')]
  const nominated =
    (await member.post(`${path}/new`, { title: 'A wish of a member', purpose: 'discussion' })).location.split('/').at(-1) ?? ''
  assert.doesNotMatch((await visitor.get(path)).text, /Playgrounds/)
  assert.match((await clerk.get(path)).text, /Show \d+ items to everybody/)
  const form = await clerk.get(`${path}/show`)
  assert.ok(form.text.includes('Playgrounds in winter') && !form.text.includes('A wish of a member'))
  assert.equal((await member.post(`${path}/show`, { items: [open] })).status, 403)
  assert.match((await clerk.post(`${path}/show`, {})).text, /Choose at least one item/)
  assert.match((await clerk.post(`${path}/show`, { items: [open, nominated] })).text, /cannot be shown to everybody/)
  for (let time = 0; time < 2; time += 1) assert.equal((await clerk.post(`${path}/show`, { items: [open] })).status, 303, 'twice is once')
  const shown = (await visitor.get(path)).text
  assert.ok(shown.includes('Playgrounds in winter') && !/What stays with members|A wish of a member/.test(shown))
  assert.equal((await visitor.get(`${path}/${kept}`)).status, 404)
  assert.equal((await visitor.get(`${path}/${open}`)).status, 200)
  const version = /name="version" value="(\d+)"/.exec((await clerk.get(`${path}/${open}/hide`)).text)?.[1] ?? ''
  assert.equal((await clerk.post(`${path}/${open}/hide`, { version, reason: '' })).status, 422)
  assert.equal((await clerk.post(`${path}/${open}/hide`, { version, reason: 'It names a family.' })).status, 303)
  assert.doesNotMatch((await visitor.get(path)).text, /Playgrounds/)
  assert.match((await member.get(path)).text, /Playgrounds/)
})

test('M1, M3: what an agenda calls exempt leaves the public plan with it, and no hand in the database puts it there', async () => {
  const meeting = await meetingOn('2026-10-13')
  const made = await clerk.post(`${path}/new`, { title: 'Sale of Kestrelhold', purpose: 'decision', meeting })
  const item = made.location.split('/').at(-1) ?? ''
  assert.equal((await clerk.post(`${path}/show`, { items: [item] })).status, 303)
  assert.match((await visitor.get(path)).text, /Kestrelhold/)
  const placed = value(await placePlanItem(needs, doer, meeting, item))
  const content = { category: 'exempt' as const, public_interest: 'Business' }
  await ownerDb.updateTable('meetings.item_content').set(content).where('item', '=', placed.id).execute()
  assert.doesNotMatch((await visitor.get(path)).text, /Kestrelhold/)
  assert.equal((await visitor.get(`${path}/${item}`)).status, 404)
  assert.match((await clerk.post(`${path}/show`, { items: [item] })).text, /cannot be shown to everybody/)
  const byHand = writeAs(needs.db, doer, (tx) =>
    tx.updateTable('meetings.plan_item').set({ sight: 'public' }).where('id', '=', item).execute(),
  )
  await assert.rejects(byHand, /not shown to everybody/)
})
