import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { MARKER, matrixNow, personWho, type World } from './world.ts'

/** What the records of a meeting in the room hang on. */
export interface LiveBase {
  readonly meeting: string
  readonly body: string
  readonly sight: string
  readonly item: string
  readonly category: string
}

/** Puts an interest, a motion and a closed vote on it into the world; whoever voted is nobody of the matrix, because one always reads one's own vote. */
export async function addLiveRecords(
  owner: Database,
  world: World,
  base: LiveBase,
): Promise<{ readonly interest: string; readonly motion: string; readonly vote: string }> {
  const [interest, motion, vote] = [newId(), newId(), newId()]
  const member = personWho(world, 'member')
  const said = { kind: 'personal', nature: `An interest in ${MARKER}`, source: 'declared', declared_at: matrixNow }
  await owner
    .insertInto('meetings.declared_interest')
    .values({ ...base, ...said, id: interest, person: member, name: 'Person member' })
    .execute()
  const put = { number: 1, text: `That ${MARKER} be agreed`, type: 'resolve', state: 'open', method: 'recorded_vote' }
  await owner
    .insertInto('meetings.motion')
    .values({ ...base, ...put, id: motion, put_at: matrixNow, opened_at: matrixNow })
    .execute()
  const { item: _, ...ofVote } = base
  const voter = await findVoter(owner, member)
  await owner
    .insertInto('meetings.attendance')
    .values({ id: newId(), meeting: base.meeting, body: base.body, sight: base.sight, name: 'A voter', mode: 'in_room', ...voter })
    .execute()
  await owner
    .insertInto('meetings.vote')
    .values({ ...ofVote, ...voter, id: vote, motion, name: 'A voter', choice: 'for', at: matrixNow, actor: newId() })
    .execute()
  await owner.updateTable('meetings.motion').set({ state: 'lost', closed_at: matrixNow }).where('id', '=', motion).execute()
  return { interest, motion, vote }
}

/** The second place of the member's seat, and whoever holds it: made at first use. */
async function findVoter(owner: Database, member: string): Promise<{ seat: string; place: number; person: string }> {
  const { seat, starts_on } = await owner
    .selectFrom('governance.appointment')
    .select(['seat', 'starts_on'])
    .where('person', '=', member)
    .executeTakeFirstOrThrow()
  const place = 2
  const held = await owner
    .selectFrom('governance.appointment')
    .select('person')
    .where('seat', '=', seat)
    .where('place', '=', place)
    .executeTakeFirst()
  if (held) return { seat, place, person: held.person }
  const person = newId()
  await owner.insertInto('governance.person').values({ id: person, name: 'A voter' }).execute()
  await owner.insertInto('governance.appointment').values({ id: newId(), seat, place, person, starts_on }).execute()
  return { seat, place, person }
}
