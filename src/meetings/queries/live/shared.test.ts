import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { ActorId } from '#platform/database/session.ts'
import type { Visit } from '#platform/web/visit.ts'
import { exemptInput, itemInput } from '../../testing/arrange.ts'
import { MARKER, openScene } from '../../testing/record-scene.ts'
import { findAgenda } from '../agenda.ts'
import { readLive, sharedRead } from './shared.ts'

const scene = await openScene()
const { board, ownerDb, needs } = scene
const day = '2014-02-24'

/** Tables that are read once for many, those that anybody may read left out: what their policies may ask. */
const shared = [
  'meeting',
  'attendance',
  'absence',
  'meeting_chair',
  'quorum_waiver',
  'declared_interest',
  'item_time',
  'state_change',
].concat('agenda_item', 'item_content', 'public_attendance', 'motion', 'part_revision')
const open = [
  'body',
  'body_status',
  'body_setting',
  'seat',
  'appointment',
  'person',
  'organisation',
  'deputy_authorisation',
  'post',
  'office',
  'composition_rule',
]
const asked = new Set([
  ...['governance.my_full_sight_bodies', 'governance.my_observer_bodies', 'governance.my_clerk_bodies', 'governance.my_chair_bodies'],
  ...['meetings.my_guest_meetings', 'meetings.my_paper_items', 'meetings.my_paper_meetings', 'meetings.is_system'],
])

interface Policy {
  readonly name: string
  readonly policyname: string
  readonly qual: string
}

async function policies(schema: string, tables: readonly string[]): Promise<readonly Policy[]> {
  const found = await sql<Policy>`select tablename as name, policyname, qual from pg_policies
    where schemaname = ${schema} and tablename = any (${tables}) and cmd in ('ALL', 'SELECT') and 'goldenthread_app' = any (roles)`.execute(
    ownerDb,
  )
  return found.rows
}

test('X1: what is read once for many stands behind policies that ask only what the key of sharing holds', async () => {
  const found = await policies('meetings', shared)
  assert.deepEqual([...new Set(found.map(({ name }) => name))].sort(), [...shared].sort())
  for (const { name, qual } of found) {
    for (const [, called = ''] of qual.matchAll(/([a-z_]+\.[a-z_]+|current_setting|now|clock_timestamp)\(/g))
      assert.ok(asked.has(called), `${name} asks ${called}`)
    // Other tables may be looked at only where they are the meeting itself, by who belongs to its body.
    for (const [, table = ''] of qual.matchAll(/FROM ([a-z_.]+)/g)) assert.equal(table, 'meetings.meeting', `${name} looks at ${table}`)
  }
  const everybody = await policies('governance', open)
  for (const table of open)
    assert.ok(
      everybody.some(({ name, policyname, qual }) => name === table && policyname === 'read' && qual === 'true'),
      `anybody reads ${table}`,
    )
})

async function titles(actor: ActorId | undefined, meeting: string): Promise<{ readonly text: string; readonly reads: number }> {
  const visit = { actor, now: Temporal.Instant.from(`${day}T14:00:00Z`), today: Temporal.PlainDate.from(day) } as Visit
  let reads = 0
  const found = await readLive(needs.db, visit, meeting, (reader) =>
    sharedRead(reader, 'agenda', () => {
      reads += 1
      return findAgenda(reader, meeting)
    }),
  )
  return { text: found.map(({ publicTitle, content }) => content?.title ?? publicTitle).join(' '), reads }
}

/** What `second` reads right after `first`; once more where somebody in another database of the cluster wrote in between, which is another moment. */
async function soonAfter(first: ActorId | undefined, second: ActorId | undefined, meeting: string): ReturnType<typeof titles> {
  for (let attempt = 1; ; attempt += 1) {
    await titles(first, meeting)
    const found = await titles(second, meeting)
    if (found.reads === 0 || attempt === 50) return found
  }
}

test('X1: one moment is read once for people of the same sight, never across sights, and anew after every change', async () => {
  const { id } = await scene.meetingWith(day, [itemInput('Opening'), exemptInput(`The price of ${MARKER}`, 'A contract')])
  const [first, second] = board.seats
  const one = await titles(first?.account, id)
  assert.match(one.text, new RegExp(MARKER))
  assert.deepEqual(await soonAfter(first?.account, second?.account, id), { ...one, reads: 0 })
  for (const stranger of [undefined, newId() as ActorId]) {
    const seen = await titles(stranger, id)
    assert.equal(seen.reads, 1)
    assert.doesNotMatch(seen.text, new RegExp(MARKER))
  }
  await ownerDb.updateTable('meetings.item_content').set({ title: 'Another title' }).where('meeting', '=', id).execute()
  const after = await titles(second?.account, id)
  assert.equal(after.reads, 1)
  assert.match(after.text, /Another title/)
})

test('X1: whoever loses the seat reads nothing that others have read', async () => {
  const { id } = await scene.meetingWith(day, [exemptInput(`The price of ${MARKER}`, 'A contract')])
  const [first, second] = board.seats
  assert.match((await titles(first?.account, id)).text, new RegExp(MARKER))
  await ownerDb
    .updateTable('governance.appointment')
    .set({ ends_on: Temporal.PlainDate.from('2014-01-31') })
    .where('person', '=', second?.person ?? '')
    .execute()
  const seen = await titles(second?.account, id)
  assert.equal(seen.reads, 1)
  assert.doesNotMatch(seen.text, new RegExp(MARKER))
})
