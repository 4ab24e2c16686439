import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findDisputeDuties, findDisputeStandings } from './queries/disputes.ts'
import { findStanding } from './queries/standing.ts'
import { on, sampleId } from './sample/ids.ts'
import { dayFields, openRooms, roomsDay } from './testing/rooms.ts'

const rooms = await openRooms()
const group = 'east-local-area-group'
const partnership = 'northbrook-childrens-partnership'
const above = 'joint-commissioning-board'
const page = `/boards/${group}/disputes`
// siddiqui is clerk of the group, mbeki of the board above, zielinski of another; barton chairs the group.
const typed = {
  ...{ subject: 'Opening hours of the hub', words: 'Morning or evening.', majority: 'Four members', majorityView: 'Mornings.' },
  ...{ minority: 'The school', minorityView: 'Evenings.', raisedIn: '', sight: 'members', ...dayFields('raisedOn', '2026-02-01') },
}
const versionOf = async (path: string, who: string): Promise<string> =>
  /name="version" value="(\d+)"/.exec((await rooms.get(path, who)).text)?.[1] ?? ''
const raise = async (change: Record<string, string>): Promise<string> => {
  const raised = await rooms.post(`${page}/new`, { ...typed, ...change }, 'siddiqui')
  assert.equal(raised.status, 303, raised.text)
  return raised.location
}
const post = async (path: string, fields: Record<string, string>, who: string) =>
  rooms.post(path, { version: await versionOf(path, who), ...fields }, who)
const dutiesOf = async (who: string) => {
  const acting = rooms.acting(who)
  return readAs(rooms.db, acting, async (reader) => {
    const { person, clerkOf, chairOf } = await findStanding(reader, acting)
    return findDisputeDuties(reader, { person: person?.id, clerkOf, chairOf }, acting.today)
  })
}
const up = { toBody: '', toPerson: '', takenIn: '' }

test('G9: a dispute goes up the ladder of the terms step by step, waits in the work of who must act, and the answer comes down', async () => {
  const at = await raise({})
  assert.ok((await dutiesOf('siddiqui')).some(({ kind, subject }) => kind === 'take-up' && subject === typed.subject))
  const first = { ...up, number: '1', toBody: sampleId('body', group), ...dayFields('takenOn', '2026-02-02') }
  assert.equal((await rooms.post(`${at}/up`, { ...first, version: '1' }, 'mbeki')).status, 403, 'the clerk of another board')
  assert.equal((await post(`${at}/up`, first, 'siddiqui')).status, 303)
  assert.equal((await rooms.post(`${at}/up`, { ...first, version: '1' }, 'siddiqui')).status, 409, 'a page from before')
  const later = { ...up, ...dayFields('takenOn', '2026-02-10') }
  const refused: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ ...later, number: '3' }, /ladder of the terms knows no such step/],
    [{ ...later, number: '1' }, /step by step/],
    [{ ...later, number: '2', ...dayFields('takenOn', '2026-02-01') }, /cannot be before the step before it/],
    [{ ...later, number: '2', ...dayFields('takenOn', '2027-02-01') }, /today or in the past/],
    [{ ...later, number: '2', toBody: sampleId('body', above), toPerson: sampleId('person', 'marsh') }, /not both/],
    [{ ...later, number: '2', toBody: sampleId('body', 'none') }, /Choose/],
  ]
  for (const [fields, words] of refused) {
    const answer = await post(`${at}/up`, fields, 'siddiqui')
    assert.equal(answer.status, 422, JSON.stringify(fields))
    assert.match(answer.text, words)
  }
  const second = { ...later, number: '2', toBody: sampleId('body', above) }
  assert.equal((await post(`${at}/up`, second, 'siddiqui')).status, 303)
  const shown = await rooms.get(at, 'siddiqui')
  assert.deepEqual(await htmlFaults(shown.text), [])
  assert.match(shown.text, /Left without an answer[\s\S]*By 12 March 2026/)
  assert.ok((await dutiesOf('mbeki')).some(({ kind, slug, subject }) => kind === 'answer' && slug === above && subject === typed.subject))
  // The stranger's clerk may not answer; the partnership's may, in its own pages.
  const there = at.replace(group, above)
  const answer = { outcome: 'settled', answer: 'Evenings until summer.', ...dayFields('answeredOn', '2026-03-09') }
  assert.equal((await rooms.post(`${at}/answer`, { ...answer, version: '1' }, 'siddiqui')).status, 404, 'the board itself')
  assert.equal((await rooms.post(`${there}/answer`, { ...answer, version: '1' }, 'zielinski')).status, 404, 'another clerk')
  assert.equal(
    (await rooms.post(`${there}/answer`, { ...answer, ...dayFields('answeredOn', '2026-02-09'), version: '1' }, 'mbeki')).status,
    422,
  )
  assert.equal((await post(`${there}/answer`, answer, 'mbeki')).status, 303)
  assert.match((await rooms.get(at, 'siddiqui')).text, /By the answer that came down[\s\S]*Evenings until summer/)
  assert.equal((await rooms.post(`${there}/answer`, { ...answer, version: '2' }, 'mbeki')).status, 422, 'answered once')
  assert.equal(
    (await rooms.post(`${at}/settle`, { how: 'agreed', words: 'x', ...dayFields('settledOn', '2026-03-10'), version: '9' }, 'siddiqui'))
      .status,
    409,
  )
  assert.ok(!(await dutiesOf('mbeki')).some(({ subject }) => subject === typed.subject))
})

test('G9: a person is asked, a decision is put off for information and is then overdue, for compliance and the clerk', async () => {
  const at = await raise({ subject: 'A lead member decides', ...dayFields('raisedOn', '2026-01-02') })
  const me = sampleId('person', 'haddad')
  await post(`${at}/up`, { ...up, number: '1', toPerson: me, ...dayFields('takenOn', '2026-01-02') }, 'siddiqui')
  assert.ok((await dutiesOf('haddad')).some(({ kind, slug }) => kind === 'answer' && slug === group))
  const returned = { outcome: 'returned', answer: 'Look at the numbers again.', ...dayFields('answeredOn', '2026-01-20') }
  assert.equal((await post(`${at}/answer`, returned, 'haddad')).status, 303)
  assert.ok((await dutiesOf('siddiqui')).some(({ kind, subject }) => kind === 'decide-again' && subject === 'A lead member decides'))
  const standing = () =>
    readAs(rooms.db, rooms.acting('siddiqui'), async (reader) => {
      const body = sampleId('body', group)
      return (await findDisputeStandings(reader, [body], roomsDay))(body)
    })
  const before = await standing()
  await post(`${at}/up`, { ...up, number: '2', toBody: sampleId('body', above), ...dayFields('takenOn', '2026-01-25') }, 'siddiqui')
  assert.equal((await standing()).overdue, before.overdue + 1, '30 days are over')
  assert.ok((await dutiesOf('mbeki')).some(({ subject, dueOn }) => subject === 'A lead member decides' && dueOn?.equals(on('2026-02-24'))))
  assert.equal((await post(`${at}/postpone`, { what: 'The costs', ...dayFields('until', '2026-03-10') }, 'siddiqui')).status, 422)
  assert.equal((await post(`${at}/postpone`, { what: 'The costs', ...dayFields('until', '2026-04-10') }, 'siddiqui')).status, 303)
  assert.deepEqual(await standing(), before)
  assert.match((await rooms.get(at, 'siddiqui')).text, /Put off for information[\s\S]*By 10 April 2026: The costs/)
  assert.equal(
    (await post(`${at}/settle`, { how: 'agreed', words: 'The members met halfway.', ...dayFields('settledOn', '2026-03-10') }, 'siddiqui'))
      .status,
    303,
  )
  assert.equal((await standing()).open, before.open - 1)
})

test('G9: what is for members is read by nobody else; a board that meets in private has none for everybody; terms without a ladder have no step', async () => {
  const at = await raise({ subject: 'For members alone', ...dayFields('raisedOn', '2026-03-01') })
  for (const who of [undefined, 'zielinski', 'lowe']) {
    assert.equal((await rooms.get(at, who)).status, 404, String(who))
    assert.doesNotMatch((await rooms.get(page, who)).text, /For members alone/)
  }
  assert.equal((await rooms.get(at, 'barton')).status, 200, 'the chair')
  assert.match((await rooms.get(page)).text, /Who pays for transport to the holiday play scheme/)
  const again = await rooms.post(
    `${page}/new`,
    { ...typed, subject: 'For members alone', ...dayFields('raisedOn', '2026-03-01') },
    'siddiqui',
  )
  assert.equal(again.status, 422)
  const without = await rooms.post(`/boards/${partnership}/disputes/new`, { ...typed, sight: 'public' }, 'siddiqui')
  assert.equal(without.status, 303, without.text)
  const none = await post(`${without.location}/up`, { ...up, number: '1', ...dayFields('takenOn', '2026-03-01') }, 'siddiqui')
  assert.equal(none.status, 422)
  assert.match(none.text, /name no steps for a dispute/)
})

test('G9: the database lets nobody invent a step, answer for others, or change what was raised', async () => {
  const id = (await raise({ subject: 'Held by the database', ...dayFields('raisedOn', '2026-03-02') })).split('/').at(-1) ?? ''
  const step = (number: number, who: string) =>
    writeAs(rooms.db, rooms.acting('siddiqui'), (tx) =>
      tx
        .insertInto('governance.dispute_step')
        .values({ dispute: id, number, who, to_body: sampleId('body', above), taken_on: roomsDay })
        .execute(),
    )
  await assert.rejects(step(1, 'Somebody else'), { constraint: 'dispute_step_known' })
  await assert.rejects(step(3, 'The group itself'), { constraint: 'dispute_step_known' })
  await assert.rejects(step(2, 'Northbrook Children and Young People’s Strategic Partnership'), { constraint: 'dispute_step_next' })
  await step(1, 'The group itself')
  const answer = (who: string) =>
    writeAs(rooms.db, rooms.acting(who), (tx) =>
      tx
        .updateTable('governance.dispute_step')
        .set({ outcome: 'settled', answer: 'Mine', answered_on: roomsDay })
        .where('dispute', '=', id)
        .executeTakeFirst(),
    )
  await assert.rejects(answer('siddiqui'), /by those to whom it went/)
  assert.equal((await answer('zielinski')).numUpdatedRows, 0n)
  const rewrite = writeAs(rooms.db, rooms.acting('siddiqui'), (tx) =>
    tx.updateTable('governance.dispute').set({ minority_view: 'They agree' }).where('id', '=', id).execute(),
  )
  await assert.rejects(rewrite, /stays as it was raised/)
  assert.equal((await answer('mbeki')).numUpdatedRows, 1n)
  await assert.rejects(step(2, 'Northbrook Children and Young People’s Strategic Partnership'), { constraint: 'dispute_step_open' })
})
