import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { findCalendar } from './queries/calendar.ts'
import { lastDayForNotice } from './rules/notice.ts'
import { on } from './sample/ids.ts'
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
