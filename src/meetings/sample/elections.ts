import { randomBytes } from 'node:crypto'
import { findAccountOfPerson, findMembership } from '#governance/public-data.ts'
import { type ActorId, type Database, readAs } from '#platform/database/session.ts'
import { callElection } from '../commands/election/call-election.ts'
import { castBallot } from '../commands/election/cast-ballot.ts'
import { countElection } from '../commands/election/count-ballot.ts'
import { answerNomination, nominate } from '../commands/election/nominate.ts'
import { openBallot } from '../commands/election/open-ballot.ts'
import { publishElection } from '../commands/election/settle-tie.ts'
import type { ElectionInput } from '../forms/election.ts'
import type { Doer, MeetingsNeeds } from '../needs.ts'
import { findCandidates } from '../queries/elections.ts'
import { RECEIPT_BYTES, receiptOf } from '../rules/ballot.ts'
import { doerOn, done } from './play.ts'

/** What the elections of the sample build on. */
export interface ElectionGround {
  readonly clerk: ActorId
  readonly partnership: string
  readonly localGroup: string
  /** Ids of people by key. */
  readonly people: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
}

const nothing = { seat: undefined, meeting: undefined, nominationsUntil: undefined, note: undefined }
const personOf = ({ people }: ElectionGround, key: string): string => {
  const found = people.get(key)
  if (found === undefined) throw new Error(`The sample has no ${key}.`)
  return found
}

/** Plays one election that is over, one whose ballot is open and one that takes nominations. */
export async function holdElections(needs: MeetingsNeeds, owner: Database, ground: ElectionGround): Promise<void> {
  await electDeputyChair(needs, owner, ground)
  const clerk = doerOn(ground.clerk, ground.today.subtract({ days: 6 }), '10:00')
  const note = 'For a year from the next meeting of the group. The ballot is open for two weeks.'
  await letStand(needs, clerk, ground, ground.localGroup, { ...nothing, post: 'chair', note }, [
    ['barton', 'delaney', 'She has chaired the group since September 2025 and knows every family hub in the east.'],
    ['delaney', 'quigley', 'Social care and the hubs would be closer together.'],
  ])
  const later = doerOn(ground.clerk, ground.today.subtract({ days: 1 }), '15:00')
  const seat = await seatOf(needs, later, ground.partnership, 'voluntary_forum')
  const until = ground.today.add({ days: 14 })
  const id = done('call', await callElection(needs, later, ground.partnership, { ...nothing, post: 'seat', seat, nominationsUntil: until }))
  const nomination = { person: personOf(ground, 'lyle'), nominatedBy: personOf(ground, 'marsh'), statement: undefined }
  done('nominate', await nominate(needs, later, id, nomination))
}

async function electDeputyChair(needs: MeetingsNeeds, owner: Database, ground: ElectionGround): Promise<void> {
  const at = (days: number): Doer => doerOn(ground.clerk, ground.today.subtract({ days }), '10:00')
  const note = 'The board agreed to elect a deputy chair until its terms say how one is found.'
  const id = await letStand(needs, at(50), ground, ground.partnership, { ...nothing, post: 'deputy_chair', note }, [
    ['akhtar', 'marsh', 'She speaks for children in the cabinet.'],
    ['eze', 'rahman', 'Health should share the work of the chair.'],
  ])
  const candidates = await readAs(needs.db, at(50), (reader) => findCandidates(reader, id))
  const paperFor = (key: string): string => candidates.find(({ person }) => person === personOf(ground, key))?.id ?? ''
  const voters = [
    ['marsh', 'akhtar'],
    ['akhtar', 'akhtar'],
    ['rahman', 'eze'],
    ['eze', 'akhtar'],
  ] as const
  for (const [voter, choice] of voters) {
    const account = await findAccountOfPerson(owner, personOf(ground, voter))
    if (account === undefined) throw new Error(`${voter} of the sample cannot sign in.`)
    const doer = { ...at(48), actor: account as ActorId }
    done('vote', await castBallot(needs, doer, id, { choice: paperFor(choice), receipt: receiptOf(randomBytes(RECEIPT_BYTES)) }))
  }
  done('count', await countElection(needs, at(43), id, { version: 2 }))
  done('publish', await publishElection(needs, at(43), id, { version: 3 }))
}

/** Calls an election in which these stand, each nominated by another, and opens its ballot. */
async function letStand(
  needs: MeetingsNeeds,
  clerk: Doer,
  ground: ElectionGround,
  body: string,
  input: ElectionInput,
  standing: readonly (readonly [person: string, nominatedBy: string, statement: string])[],
): Promise<string> {
  const id = done('call', await callElection(needs, clerk, body, input))
  for (const [key, nominator, statement] of standing) {
    const person = personOf(ground, key)
    done('nominate', await nominate(needs, clerk, id, { person, nominatedBy: personOf(ground, nominator), statement }))
    const candidates = await readAs(needs.db, clerk, (reader) => findCandidates(reader, id))
    const candidate = candidates.find((one) => one.person === person)?.id ?? ''
    done('accept', await answerNomination(needs, clerk, id, candidate, { answer: 'accepted' }))
  }
  done('open', await openBallot(needs, clerk, id, { version: 1 }))
  return id
}

async function seatOf(needs: MeetingsNeeds, clerk: Doer, body: string, key: string): Promise<string> {
  const { seats } = await readAs(needs.db, clerk, (reader) => findMembership(reader, body, clerk.today))
  return seats.find((seat) => seat.key === key)?.id ?? ''
}
