import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findOwnTasks } from './queries/own-tasks.ts'
import { findStanding } from './queries/standing.ts'
import { sampleId } from './sample/ids.ts'
import { dayFields, openRooms } from './testing/rooms.ts'

// What members keep themselves. Clerks: siddiqui of the partnership, mbeki of the commissioning board; chair: clarke; members: marsh, eze, sutton.
const rooms = await openRooms()
const board = '/boards/northbrook-childrens-partnership'
const person = (key: string): string => sampleId('person', key)

/** The kinds of what waits for somebody. */
async function waiting(who: string): Promise<readonly string[]> {
  const acting = rooms.acting(who)
  return readAs(rooms.db, acting, async (reader) =>
    (await findOwnTasks(reader, await findStanding(reader, acting), acting.today)).map(({ kind }) => kind),
  )
}

test('G13: who has not looked a register through is asked, says that nothing changed, also twice and with nothing in it, and is asked no more', async () => {
  for (const who of ['eze', 'sutton']) {
    assert.ok((await waiting(who)).includes('review-register'), who)
    for (const _ of [1, 2]) assert.equal((await rooms.post('/me/interests/review', {}, who)).status, 303)
    assert.ok(!(await waiting(who)).includes('review-register'), who)
  }
  assert.equal((await rooms.get('/me/interests', 'eze')).text.match(/Looked through/g)?.length, 1)
  const register = (await rooms.get(`${board}/interests`)).text
  assert.match(register, /Reviewed on 10 March 2026/)
  assert.match(register, /Not yet reviewed/)
  assert.doesNotMatch(register, /Who is asked to look theirs through/, 'a visitor is not told who is behind')
  assert.match((await rooms.get(`${board}/interests`, 'siddiqui')).text, /Who is asked to look theirs through/)
})

test('G13: other boards are shown from their own records, memberships elsewhere as declared, and nobody confirms for another', async () => {
  const register = (await rooms.get(`${board}/interests`)).text
  assert.match(register, /Women and Children/)
  assert.match(register, /Trustee of a charity/)
  const forged = writeAs(rooms.db, rooms.acting('marsh'), (tx) =>
    tx
      .insertInto('governance.register_review')
      .values({ person: person('venkat'), reviewed_on: rooms.acting('marsh').today, entries: 0 })
      .execute(),
  )
  await assert.rejects(forged, /row-level security/)
})

test('G16: clerk and chair are reminded of the review of terms; what was decided is recorded once and ends the reminder', async () => {
  assert.ok((await waiting('siddiqui')).includes('review-terms'))
  assert.ok((await waiting('clarke')).includes('review-terms'))
  assert.ok(!(await waiting('akhtar')).includes('review-terms'))
  const version = /terms\/(\d+)\/review/.exec((await rooms.get(`${board}/terms`, 'siddiqui')).text)?.[1] ?? ''
  const form = `${board}/terms/${version}/review`
  const kept = { outcome: 'kept', decidedIn: 'Decision 4 of 2 March 2026', decision: '', ...dayFields('reviewedOn', '2026-03-02') }
  assert.equal((await rooms.post(form, kept, 'marsh')).status, 403)
  for (const [change, words] of [
    [dayFields('reviewedOn', '2026-03-11'), /today or in the past/],
    [dayFields('reviewedOn', '1999-01-01'), /in force from/],
    [{ decision: 'https://elsewhere.example' }, /address of a decision/],
  ] as const) {
    const refused = await rooms.post(form, { ...kept, ...change }, 'siddiqui')
    assert.equal(refused.status, 422)
    assert.match(refused.text, words)
    assert.match(refused.text, /Decision 4 of 2 March 2026/)
  }
  assert.equal((await rooms.post(form, kept, 'siddiqui')).status, 303)
  assert.match((await rooms.post(form, kept, 'siddiqui')).text, /recorded already/)
  assert.ok(!(await waiting('clarke')).includes('review-terms'))
  const amended = { ...kept, outcome: 'amended', ...dayFields('reviewedOn', '2026-03-09') }
  const drafted = await rooms.post(form, amended, 'siddiqui')
  assert.match(drafted.location, /\/guide$/)
  const page = await rooms.get(`${board}/terms`)
  assert.match(page.text, /Being amended/)
  assert.deepEqual(await htmlFaults(page.text), [])
})
