import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#platform/database/session.ts'
import { findDispensations } from './queries/dispensations.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms, roomsDay } from './testing/rooms.ts'

const rooms = await openRooms()
const board = '/boards/northbrook-childrens-partnership'
const body = sampleId('body', 'northbrook-childrens-partnership')
const clerk = rooms.acting('siddiqui')
const person = (key: string): string => sampleId('person', key)
const audited = async (act: string): Promise<number> =>
  (await rooms.ownerDb.selectFrom('platform.audit_entry').select('id').where('act', '=', act).execute()).length
const grant = { grantedBy: 'The monitoring officer', scope: 'To speak and vote on the pool.', ...dayFields('startsOn', '2026-03-01') }
const leaveAt = `${board}/interests/dispensations`
const given = () => rooms.ownerDb.selectFrom('governance.dispensation').selectAll().where('person', '=', person('eze')).execute()

test('G13: a dispensation names its matter; an entry of somebody else’s register is refused and nothing typed is lost', async () => {
  const entry = sampleId('interest', 'eze Partner in a general practice in Harrowdale')
  const wrong = await rooms.post(`${leaveAt}/new`, { ...grant, person: person('rahman'), matter: `interest:${entry}` }, 'siddiqui')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /not in the public register of the person chosen/)
  assert.match(wrong.text, /The monitoring officer/)
  const unknown = await rooms.post(`${leaveAt}/new`, { ...grant, person: person('eze'), matter: 'function:nothing' }, 'siddiqui')
  assert.equal(unknown.status, 422)
  assert.equal(
    (await rooms.post(`${leaveAt}/new`, { ...grant, person: person('eze'), matter: `interest:${entry}` }, 'siddiqui')).status,
    303,
  )
  assert.match((await rooms.get(`${board}/interests`, 'siddiqui')).text, /Applies by itself when that entry of the register is declared/)
  assert.doesNotMatch((await rooms.get(`${board}/interests`)).text, /monitoring officer/)
})

test('G13: a dispensation ends early once, with a day, a reason and who ended it, and never for what is past', async () => {
  const [before] = await given()
  const end = `${leaveAt}/${before?.id}/end`
  const fields = { endedBy: 'The standards committee', reason: 'The practice was sold.', version: '1' }
  const onDay = (iso: string) => ({ ...fields, ...dayFields('endsOn', iso) })
  const early = await rooms.post(end, onDay(roomsDay.toString()), 'siddiqui')
  assert.equal(early.status, 422)
  assert.match(early.text, /Choose tomorrow or a later day/)
  assert.equal((await rooms.post(end, { ...onDay('2026-06-01'), reason: '' }, 'siddiqui')).status, 422)
  const elsewhere = `/boards/joint-commissioning-board/interests/dispensations/${before?.id}/end`
  assert.equal((await rooms.post(elsewhere, onDay('2026-06-01'), 'mbeki')).status, 404)
  assert.equal((await rooms.post(end, onDay('2026-06-01'), 'siddiqui')).status, 303)
  assert.equal((await rooms.post(end, { ...onDay('2026-07-01'), version: '2' }, 'siddiqui')).status, 422)
  assert.equal((await rooms.post(end, onDay('2026-07-01'), 'siddiqui')).status, 409)
  const [after] = await given()
  assert.deepEqual([after?.ended_on?.toString(), after?.ends_on, after?.ended_by], ['2026-06-01', null, 'The standards committee'])
  assert.equal(await audited('dispensation.ended'), 1)
  const held = (day: string) => readAs(rooms.db, clerk, (reader) => findDispensations(reader, body, on(day)))
  const ofEze = async (day: string) => (await held(day)).filter((one) => one.person.id === person('eze')).length
  assert.deepEqual([await ofEze('2026-05-31'), await ofEze('2026-06-01')], [1, 0])
  assert.match(
    (await rooms.get(`${board}/interests`, 'siddiqui')).text,
    /until.*31 May 2026.*Ended early by The standards committee: The practice was sold/s,
  )
})

test('G13: a chair records leave for others and never for themselves', async () => {
  const chair = 'clarke'
  const own = await rooms.post(`${leaveAt}/new`, { ...grant, person: person(chair), matter: 'body' }, chair)
  assert.equal(own.status, 422)
  assert.match(own.text, /Nobody records leave for themselves/)
  assert.equal((await rooms.post(`${leaveAt}/new`, { ...grant, person: person('rahman'), matter: 'body' }, chair)).status, 303)
})
