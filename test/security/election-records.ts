import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { Exhibit } from './records.ts'
import { personWho, type World } from './world.ts'

type Found = (record: string, table: string, id: string, column?: string) => Exhibit

/** An election that takes nominations, with a candidate and a line of the roll, and one paper of a box, seen as far as the election; none is a draft. */
export async function addElection(owner: Database, world: World, sight: string, found: Found): Promise<readonly Exhibit[]> {
  const [id, candidate] = [newId(), newId()]
  if (sight !== 'draft') {
    const { body } = world
    const person = personWho(world, 'author')
    await owner.insertInto('meetings.election').values({ id, body, sight, post: 'chair' }).execute()
    await owner
      .insertInto('meetings.election_candidate')
      .values({
        id: candidate,
        election: id,
        body,
        person,
        name: 'A candidate',
        nominated_by: personWho(world, 'member'),
        state: 'nominated',
      })
      .execute()
    // Somebody who has no other part in the world: a voter reads their own line.
    const voter = newId()
    await owner.insertInto('governance.person').values({ id: voter, name: 'An elector' }).execute()
    await owner.insertInto('meetings.election_voter').values({ election: id, body, person: voter, name: 'An elector' }).execute()
    await owner.insertInto('meetings.ballot_paper').values({ election: id, body, receipt: '0123456789ABCDEF', choice: candidate }).execute()
  }
  return [
    found('election', 'meetings.election', id),
    found('election-candidate', 'meetings.election_candidate', candidate),
    found('election-roll', 'meetings.election_voter', id, 'election'),
    found('ballot-paper', 'meetings.ballot_paper', id, 'election'),
  ]
}
