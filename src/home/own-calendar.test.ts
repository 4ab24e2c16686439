import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarKey, readCalendarKey } from '#platform/calendar-address.ts'
import type { ActorId } from '#platform/database/session.ts'
import { addAccount, openClient } from '#test/support/client.ts'
import { openHouse } from '#test/support/house.ts'
import { addRecords } from '../../test/security/records.ts'
import { buildWorld, MARKER, matrixNow, personWho } from '../../test/security/world.ts'

const house = await openHouse(matrixNow)
const world = await buildWorld(house.ownerDb)
for (const sight of ['draft', 'members', 'public'] as const) await addRecords(house.ownerDb, world, sight)
const signedIn = async (role: 'member' | 'signed-in') => {
  const details = await addAccount(house, `Person ${role}`)
  await house.ownerDb.updateTable('governance.person').set({ account: details.account }).where('id', '=', personWho(world, role)).execute()
  return { account: details.account as ActorId, client: await openClient(house, details) }
}
const member = await signedIn('member')
const visitor = await openClient(house)
const addressOn = (html: string): string => /value="[^"]*(\/me\/calendar\.ics\?key=[^"]+)"/.exec(html)?.[1] ?? ''

test('X3: one’s own calendar is fetched under a secret address without signing in, with the meetings of one’s boards and no agenda', async () => {
  assert.equal(addressOn((await member.client.get('/me/calendar')).text), '')
  assert.equal((await member.client.post('/me/calendar', { wish: 'make' })).status, 303)
  const address = addressOn((await member.client.get('/me/calendar')).text)
  const answer = await visitor.get(address)
  assert.equal(answer.status, 200)
  assert.equal(answer.text.match(/BEGIN:VEVENT/g)?.length, 2, 'those announced to members and to all; not the draft')
  assert.doesNotMatch(answer.text, new RegExp(MARKER))
})

test('X3: a new address makes the old one void, and one that is stopped opens nothing', async () => {
  const old = addressOn((await member.client.get('/me/calendar')).text)
  await member.client.post('/me/calendar', { wish: 'make' })
  const fresh = addressOn((await member.client.get('/me/calendar')).text)
  assert.notEqual(fresh, old)
  assert.equal((await visitor.get(old)).status, 404)
  assert.equal((await visitor.get(fresh)).status, 200)
  await member.client.post('/me/calendar', { wish: 'revoke' })
  assert.equal((await visitor.get(fresh)).status, 404)
  assert.equal(addressOn((await member.client.get('/me/calendar')).text), '')
})

test('X1: no key that this installation did not sign opens a calendar, and nobody makes an address for another', async () => {
  await member.client.post('/me/calendar', { wish: 'make' })
  const address = addressOn((await member.client.get('/me/calendar')).text)
  const stranger = await signedIn('signed-in')
  for (const key of [
    '',
    'x',
    address.replace(/.*key=/, '').replace(member.account, stranger.account),
    calendarKey('another secret', member.account, 3),
  ])
    assert.equal((await visitor.get(`/me/calendar.ics?key=${encodeURIComponent(key)}`)).status, 404)
  assert.equal((await visitor.post('/me/calendar', { wish: 'make' })).status, 401)
  assert.equal(addressOn((await member.client.get('/me/calendar')).text), address)
  const key = calendarKey('secret', member.account, 3)
  assert.deepEqual(readCalendarKey('secret', key), { account: member.account, number: 3 })
  assert.equal(readCalendarKey('secret', key.replace('.3.', '.4.')), undefined)
})

test('X1: who is on no board any more finds no meeting in the calendar', async () => {
  const address = addressOn((await member.client.get('/me/calendar')).text)
  await house.ownerDb.deleteFrom('governance.appointment').where('person', '=', personWho(world, 'member')).execute()
  assert.doesNotMatch((await visitor.get(address)).text, /BEGIN:VEVENT/)
})
