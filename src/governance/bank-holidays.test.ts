import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { findCalendar } from './queries/calendar.ts'
import { calendarName } from './rules/calendar.ts'
import { lastDayForNotice } from './rules/notice.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const rule = { mode: 'clear-working', days: 5, cutOff: null } as const
/** The last day of notice for a meeting, as counted now. */
const lastDay = async (meeting: string): Promise<string> => {
  const calendar = await readAs(rooms.db, rooms.acting(undefined), (reader) => findCalendar(reader, 'england-and-wales'))
  const answer = lastDayForNotice(rule, on(meeting), calendar)
  return answer.state === 'known' ? answer.lastDay.toString() : answer.state
}
const funeral = {
  ...{ division: 'england-and-wales', title: 'A day of mourning', source: 'Royal Proclamation of 9 March 2026' },
  ...dayFields('day', '2026-09-09'),
  ...dayFields('announcedOn', '2026-03-09'),
}

test('G10: a bank holiday that is newly announced moves every open deadline at once, says when it was announced, and is taken back', async () => {
  assert.equal(await lastDay('2026-09-14'), '2026-09-04')
  assert.equal((await rooms.post('/bank-holidays/new', funeral, 'siddiqui')).status, 403)
  const admin = 'lowe'
  const made = await rooms.post('/bank-holidays/new', funeral, admin)
  assert.equal(made.status, 303, made.text.slice(0, 200))
  assert.equal(await lastDay('2026-09-14'), '2026-09-03')
  const again = await rooms.post('/bank-holidays/new', funeral, admin)
  assert.match(again.text, /in the list already/)
  assert.match(
    (await rooms.get('/bank-holidays')).text,
    /A day of mourning[\s\S]*Royal Proclamation of 9 March 2026, announced on [\s\S]*9 March 2026/,
  )
  const future = await rooms.post(
    '/bank-holidays/new',
    { ...funeral, ...dayFields('day', '2026-09-10'), ...dayFields('announcedOn', '2026-04-01') },
    admin,
  )
  assert.match(future.text, /announced today or before/)
  assert.equal((await rooms.post('/bank-holidays/england-and-wales/2026-09-09/withdraw', {}, admin)).status, 303)
  assert.equal(await lastDay('2026-09-14'), '2026-09-04')
  assert.equal((await rooms.post('/bank-holidays/england-and-wales/2026-12-25/withdraw', {}, admin)).status, 404)
})

test('G10: beyond the last announced year nothing is counted until somebody says that the year is announced, once', async () => {
  assert.equal(await lastDay('2029-06-11'), 'not-known')
  const admin = 'lowe'
  const say = (year: string) => rooms.post('/bank-holidays/announced', { division: 'england-and-wales', year }, admin)
  assert.match((await say('2028')).text, /announced up to the end of 2028 already/)
  assert.match((await say('2040')).text, /Nobody has announced so far ahead/)
  assert.equal((await say('2029')).status, 303)
  assert.equal(await lastDay('2029-06-11'), '2029-06-01')
})

test('G10: closure days of a house are entered with their source, count only for rules that name the house, and are taken back', async () => {
  const admin = 'lowe'
  const house = await rooms.ownerDb
    .selectFrom('governance.organisation')
    .select(['id', 'name'])
    .where('id', '=', sampleId('organisation', 'council'))
    .executeTakeFirstOrThrow()
  const working = { mode: 'working', days: 3, cutOff: null } as const
  const answered = async (closedAt?: string) => {
    const calendar = await readAs(rooms.db, rooms.acting(undefined), (reader) => findCalendar(reader, 'england-and-wales'))
    const asked = { ...working, ...(closedAt === undefined ? {} : { closedAt }) }
    return { name: calendarName(asked, calendar), answer: lastDayForNotice(asked, on('2026-07-13'), calendar) }
  }
  const typed = {
    organisation: house.id,
    title: 'Works on the roof',
    source: 'Notice of 1 March 2026',
    ...dayFields('from', '2026-07-09'),
    ...dayFields('to', '2026-07-12'),
  }
  const post = (more: object, who = admin) => rooms.post('/bank-holidays/closures/new', { ...typed, ...more }, who)
  assert.equal((await post({}, 'siddiqui')).status, 403)
  assert.match((await post(dayFields('to', '2026-07-01'))).text, /href="#to/)
  assert.match((await post(dayFields('to', '2026-09-09'))).text, /Enter 31 days or fewer/)
  assert.match((await post({ ...dayFields('from', '2026-07-11') })).text, /are a weekend/)
  assert.equal((await post({})).status, 303)
  assert.match((await post({})).text, /entered for this house already/)
  const plain = await answered()
  const named = await answered(house.name.toUpperCase())
  assert.ok(plain.answer.state === 'known' && named.answer.state === 'known')
  assert.deepEqual([plain.answer.lastDay.toString(), named.answer.lastDay.toString()], ['2026-07-08', '2026-07-06'])
  assert.deepEqual(
    named.answer.skipped.filter(({ holiday }) => holiday).map(({ day, reason }) => `${day} ${reason}`),
    ['2026-07-09 Works on the roof', '2026-07-10 Works on the roof'],
  )
  assert.match(named.name, /^England and Wales, and the closure days of /)
  assert.match((await answered('Another house')).name, /of which none is on record/)
  const page = (await rooms.get('/bank-holidays', admin)).text
  assert.match(page, /Works on the roof[\s\S]*Notice of 1 March 2026/)
  const back = /href="(\/bank-holidays\/closures\/[^"]+\/withdraw)"/.exec(page)?.[1] ?? ''
  assert.equal((await rooms.get(back, admin)).status, 200)
  assert.equal((await rooms.post(back, {}, admin)).status, 303)
  assert.equal((await rooms.post(back, {}, admin)).status, 404)
  const after = await answered(house.name)
  assert.ok(after.answer.state === 'known')
  assert.equal(after.answer.lastDay.toString(), '2026-07-07', 'the tenth is closed still')
})
