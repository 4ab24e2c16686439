import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs, writeAs } from '#platform/database/session.ts'
import { htmlFaults } from '#test/support/html.ts'
import { findRequestDuties, findRequests } from './queries/requests.ts'
import { sampleId } from './sample/ids.ts'
import { openRooms } from './testing/rooms.ts'

const rooms = await openRooms()
const partnership = 'northbrook-childrens-partnership'
const commissioning = 'joint-commissioning-board'
const board = `/boards/${partnership}`
const concern = sampleId('request', 'Waiting times for first contact with early help')
const closed = sampleId('request', 'A task group on speech and language support')
const bodyId = (slug: string): string => sampleId('body', slug)
// Clerks: siddiqui of the partnership, mbeki of the commissioning board.
const typed = {
  ...{
    direction: 'asked',
    other: bodyId(commissioning),
    kind: 'request',
    subject: 'A pooled budget for respite',
    words: 'Please say by spring.',
  },
  ...{ decidedIn: '', decision: '', sight: 'members', 'askedOn-day': '9', 'askedOn-month': '3', 'askedOn-year': '2026' },
  ...{ 'dueOn-day': '30', 'dueOn-month': '4', 'dueOn-year': '2026' },
}

test('G3: a request appears on both boards’ pages and in their clerks’ work, is answered by the one that was asked, once', async () => {
  const added = await rooms.post(`${board}/requests/new`, typed, 'siddiqui')
  assert.equal(added.status, 303)
  const id = added.location.split('/').at(-1) ?? ''
  for (const [slug, who] of [
    [partnership, 'siddiqui'],
    [commissioning, 'mbeki'],
  ] as const)
    assert.match((await rooms.get(`/boards/${slug}/requests`, who)).text, /A pooled budget for respite/)
  const acting = rooms.acting('mbeki')
  const duties = await readAs(rooms.db, acting, (reader) => findRequestDuties(reader, [bodyId(commissioning)], acting.today))
  assert.ok(duties.some((duty) => duty.id === id && duty.kind === 'answer-request' && !duty.isLate))
  const answer = { answer: 'Yes, from April.', 'answeredOn-day': '10', 'answeredOn-month': '3', 'answeredOn-year': '2026', version: '1' }
  assert.equal((await rooms.post(`${board}/requests/${id}/answer`, answer, 'siddiqui')).status, 403, 'the asker answers itself')
  const early = await rooms.post(`/boards/${commissioning}/requests/${id}/answer`, { ...answer, 'answeredOn-day': '8' }, 'mbeki')
  assert.equal(early.status, 422)
  assert.match(early.text, /Yes, from April/)
  assert.equal((await rooms.post(`/boards/${commissioning}/requests/${id}/answer`, answer, 'mbeki')).status, 303)
  const again = await rooms.post(`/boards/${commissioning}/requests/${id}/answer`, answer, 'mbeki')
  assert.equal(again.status, 409)
  assert.match((await rooms.get(`${board}/requests/${id}`, 'siddiqui')).text, /Yes, from April/)
})

test('G3: what is sent twice is recorded once, and what is wrong comes back with everything typed', async () => {
  const first = { ...typed, subject: 'Sent twice' }
  assert.equal((await rooms.post(`${board}/requests/new`, first, 'siddiqui')).status, 303)
  const second = await rooms.post(`${board}/requests/new`, first, 'siddiqui')
  assert.equal(second.status, 422)
  assert.match(second.text, /recorded for that day already/)
  const refused: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ sight: 'public' }, /Not both boards meet in public/],
    [{ other: bodyId(partnership) }, /no relationship with itself|Choose another board/],
    [{ direction: 'received' }, /has a clerk here/],
    [{ 'dueOn-day': '8', 'dueOn-month': '3' }, /cannot be due before/],
    [{ decision: 'https://elsewhere.example/decisions/1' }, /address of a decision/],
    [{ other: sampleId('body', 'none') }, /Choose|choice/],
  ]
  for (const [change, words] of refused) {
    const answer = await rooms.post(`${board}/requests/new`, { ...typed, subject: 'Kept as typed', ...change }, 'siddiqui')
    assert.equal(answer.status, 422, JSON.stringify(change))
    assert.match(answer.text, words)
    assert.match(answer.text, /Kept as typed/)
  }
})

test('G3: a board without a clerk here is written for by the other: its question and its answer', async () => {
  const asked = { ...typed, direction: 'received', other: bodyId('youth-assembly'), subject: 'Bus fares for young carers' }
  assert.equal((await rooms.post(`${board}/requests/new`, asked, 'siddiqui')).status, 303)
  const sent = await rooms.post(
    `${board}/requests/new`,
    { ...typed, other: bodyId('youth-assembly'), subject: 'A view of the plan' },
    'siddiqui',
  )
  const answer = { answer: 'They like it.', 'answeredOn-day': '10', 'answeredOn-month': '3', 'answeredOn-year': '2026', version: '1' }
  assert.equal((await rooms.post(`${sent.location}/answer`, answer, 'siddiqui')).status, 303)
})

test('X1: a visitor reads what is public and nothing of the rest, neither in lists nor by address', async () => {
  assert.equal((await rooms.get(`${board}/requests/${concern}`)).status, 200)
  assert.equal((await rooms.get(`/boards/health-and-wellbeing-board/requests/${concern}`)).status, 404, 'a board that is no party')
  assert.equal((await rooms.get(`${board}/requests/${closed}`)).status, 404)
  const list = await rooms.get(`${board}/requests`)
  assert.match(list.text, /Waiting times for first contact/)
  assert.doesNotMatch(list.text, /speech and language/)
  const clerkElsewhere = await readAs(rooms.db, rooms.acting('zielinski'), (reader) => findRequests(reader, bodyId(partnership)))
  const seen = clerkElsewhere.map(({ id }) => id)
  assert.equal(seen.includes(closed), false)
  for (const path of [`${board}/requests`, `${board}/requests/${concern}`])
    assert.deepEqual(await htmlFaults((await rooms.get(path)).text), [])
  assert.equal((await rooms.get(`${board}/requests/new`)).status, 401)
})

test('X1: in the database nobody but the clerks of the two boards writes a request, and what was asked never changes', async () => {
  const change = (set: string, who: string | undefined, id = concern) =>
    writeAs(rooms.db, rooms.acting(who), async (tx) =>
      Number((await sql.raw(`update governance.body_request set ${set} where id = '${id}'`).execute(tx)).numAffectedRows ?? 0n),
    )
  for (const who of [undefined, 'zielinski', 'mbeki', 'lowe']) assert.equal(await change('version = version', who), 0)
  for (const set of ["words = 'Other words'", 'due_on = due_on + 30', "sight = 'members'"])
    await assert.rejects(change(set, 'siddiqui'), /stays as it was asked/)
  await assert.rejects(
    change(`answer = 'Forged', answered_on = '2026-03-10', answer_recorded_for = '${bodyId(commissioning)}'`, 'siddiqui', closed),
    /answered for the body that was asked/,
  )
  await assert.rejects(
    writeAs(rooms.db, rooms.acting('zielinski'), (tx) =>
      sql
        .raw(
          `insert into governance.body_request (id, from_body, to_body, kind, subject, words, asked_on, due_on, sight, recorded_for) values (gen_random_uuid(), '${bodyId(partnership)}', '${bodyId(commissioning)}', 'request', 's', 'w', '2026-03-01', '2026-03-02', 'members', '${bodyId(partnership)}')`,
        )
        .execute(tx),
    ),
    /row-level security/,
  )
})
