import assert from 'node:assert/strict'
import type { Database } from '#platform/database/session.ts'
import type { RunningMeeting } from './fifty-meetings.ts'
import type { Entry, Ledger } from './writers.ts'

/** Every one of these entries stands in the database. */
export async function assertKept(db: Database, entries: readonly Entry[]): Promise<void> {
  const kept = new Set((await db.selectFrom('meetings.entry').select('id').execute()).map(({ id }) => id))
  const lost = entries.filter(({ id }) => !kept.has(id))
  assert.deepEqual(lost, [], `${lost.length} acknowledged entries are lost`)
}

/** Everything that was acknowledged has had its effect, and once; nothing else has had any. All hands must rest. */
export async function assertOnce(db: Database, meetings: readonly RunningMeeting[], { sent, acknowledged }: Ledger): Promise<void> {
  assert.equal(acknowledged.length, sent.length)
  await assertKept(db, acknowledged)
  const of = (act: Entry['act']): readonly Entry[] => sent.filter((entry) => entry.act === act)
  const texts = async (table: 'meetings.decision' | 'meetings.action' | 'meetings.item_note'): Promise<readonly string[]> =>
    (await db.selectFrom(table).select('text').execute()).map(({ text }) => text.slice(-36)).sort()
  const ids = (act: Entry['act']): readonly string[] =>
    of(act)
      .map(({ id }) => id)
      .sort()
  assert.deepEqual(await texts('meetings.decision'), ids('decision'), 'decisions')
  assert.deepEqual(await texts('meetings.action'), ids('action'), 'actions')
  assert.deepEqual(await texts('meetings.item_note'), ids('note'), 'notes')
  await assertStays(db, meetings, sent)
  await assertVotes(db, acknowledged)
}

async function assertStays(db: Database, meetings: readonly RunningMeeting[], sent: readonly Entry[]): Promise<void> {
  const stays = await db.selectFrom('meetings.attendance').select(['meeting', 'person', 'left_at']).execute()
  for (const { id, board } of meetings) {
    const own = stays.filter((stay) => stay.meeting === id && stay.person === board.wanderer.person)
    const moves = sent.filter((entry) => entry.meeting === id && (entry.act === 'arrive' || entry.act === 'leave'))
    assert.equal(own.length, moves.filter(({ act }) => act === 'arrive').length, 'arrivals')
    assert.equal(own.filter((stay) => stay.left_at !== null).length, moves.filter(({ act }) => act === 'leave').length, 'departures')
  }
}

/** One vote a person and motion: the one that was acknowledged last. */
async function assertVotes(db: Database, acknowledged: readonly Entry[]): Promise<void> {
  const last = new Map<string, string>()
  for (const { act, meeting, voter, fields } of acknowledged) if (act === 'vote') last.set(`${meeting}/${voter}`, fields.choice ?? '')
  const votes = await db.selectFrom('meetings.vote').select(['meeting', 'person', 'choice']).execute()
  const kept = votes.map(({ meeting, person, choice }) => `${meeting}/${person} ${choice}`)
  assert.deepEqual(kept.sort(), [...last].map(([who, choice]) => `${who} ${choice}`).sort(), 'votes')
}
