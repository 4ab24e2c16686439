import { sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { findPeopleNames, findSeatNames } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { BallotCount, BallotPaper } from '../rules/ballot.ts'
import type { CandidateState, ElectedPost, ElectionState, TieWay } from '../rules/election.ts'

/** What a count leaves, with the names as they were on that day, so that it can be read without the candidates. */
export interface ElectionResult extends Omit<BallotCount, 'votes' | 'tied' | 'leads'> {
  readonly votes: readonly { readonly candidate: string; readonly name: string; readonly votes: number }[]
  /** Names of the tied; absent where there is no tie. */
  readonly tied?: readonly string[]
  readonly electedName: string | null
  /** Everybody who could vote. */
  readonly voters: number
}

/** An election of a body (M14). */
export interface Election {
  readonly id: string
  readonly body: string
  readonly sight: 'members' | 'public'
  /** Undefined outside a meeting. */
  readonly meeting: string | undefined
  readonly post: ElectedPost
  readonly seat: string | undefined
  /** The name of the seat; '' for an office. */
  readonly seatName: string
  readonly nominationsUntil: Temporal.PlainDate | null
  readonly note: string
  readonly state: ElectionState
  readonly boxKey: string | undefined
  readonly publicKey: Buffer | undefined
  readonly openedOn: Temporal.PlainDate | undefined
  readonly endedOn: Temporal.PlainDate | undefined
  readonly elected: string | undefined
  readonly result: ElectionResult | undefined
  readonly tieSettled: TieWay | undefined
  readonly tieNote: string
  readonly follows: string | undefined
  readonly calledOffBecause: string
  readonly version: number
}

/** Somebody who was nominated. */
export interface Candidate {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly nominatedBy: string
  readonly nominatorName: string
  readonly statement: string
  readonly state: CandidateState
  readonly version: number
}

/** A line of the roll. */
export interface RollLine {
  readonly person: string
  readonly name: string
  readonly voted: boolean
}

const elections = (reader: Reader) => reader.selectFrom('meetings.election').selectAll()
type Row = Awaited<ReturnType<ReturnType<typeof elections>['execute']>>[number]

async function electionsOf(reader: Reader, rows: readonly Row[]): Promise<readonly Election[]> {
  const names = await findSeatNames(
    reader,
    rows.flatMap(({ seat }) => seat ?? []),
  )
  return rows.map((row) => electionOf(row, names.get(row.seat ?? '') ?? ''))
}

function electionOf(row: Row, seatName: string): Election {
  return {
    id: row.id,
    body: row.body,
    sight: row.sight as Election['sight'],
    meeting: row.meeting ?? undefined,
    post: row.post as ElectedPost,
    seat: row.seat ?? undefined,
    seatName,
    nominationsUntil: row.nominations_until,
    note: row.note,
    state: row.state as ElectionState,
    boxKey: row.box_key ?? undefined,
    publicKey: row.public_key ?? undefined,
    openedOn: row.opened_on ?? undefined,
    endedOn: row.ended_on ?? undefined,
    elected: row.elected ?? undefined,
    result: (row.result as ElectionResult | null) ?? undefined,
    tieSettled: (row.tie_settled as TieWay | null) ?? undefined,
    tieNote: row.tie_note,
    follows: row.follows ?? undefined,
    calledOffBecause: row.called_off_because,
    version: row.version,
  }
}

/** The elections of a body that the reader may know of, the latest first. */
export async function findElections(reader: Reader, body: string): Promise<readonly Election[]> {
  return electionsOf(reader, await elections(reader).where('body', '=', body).orderBy('id', 'desc').execute())
}

/** One of them. @throws NotFound */
export async function findElection(reader: Reader, id: string): Promise<Election> {
  const rows = isUuid(id) ? await elections(reader).where('id', '=', id).execute() : []
  const [election] = await electionsOf(reader, rows)
  if (!election) throw new NotFound('No such election.')
  return election
}

/** Everybody who was nominated, in the order of their names: it says nothing of who came first. */
export async function findCandidates(reader: Reader, election: string): Promise<readonly Candidate[]> {
  const rows = await reader
    .selectFrom('meetings.election_candidate')
    .select(['id', 'person', 'name', 'nominated_by as nominatedBy', 'statement', 'state', 'version'])
    .where('election', '=', election)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const names = await findPeopleNames(
    reader,
    rows.map(({ nominatedBy }) => nominatedBy),
  )
  return rows.map((row) => ({ ...row, nominatorName: names.get(row.nominatedBy) ?? '', state: row.state as CandidateState }))
}

/** The roll, by name: of an open ballot whole for the clerk alone, and for each voter their own line. */
export async function findRoll(reader: Reader, election: string): Promise<readonly RollLine[]> {
  return reader
    .selectFrom('meetings.election_voter')
    .select(['person', 'name', 'voted'])
    .where('election', '=', election)
    .orderBy('name')
    .orderBy('person')
    .execute()
}

/** The opened papers, in the order of their receipts. */
export async function findBallotPapers(reader: Reader, election: string): Promise<readonly BallotPaper[]> {
  return reader
    .selectFrom('meetings.ballot_paper')
    .select(['receipt', 'choice'])
    .where('election', '=', election)
    .orderBy('receipt')
    .execute()
}

/** Every key that a box has had, and whether it is still needed. */
export async function findBoxKeys(reader: Reader): Promise<ReadonlyMap<string, boolean>> {
  const rows = await reader
    .selectFrom(sql<{ box_key: string; needed: boolean }>`meetings.box_keys()`.as('k'))
    .select(['k.box_key', 'k.needed'])
    .execute()
  return new Map(rows.map((row) => [row.box_key, row.needed]))
}

/** An election as the access matrix names it. */
export function guardedElection({ sight, body, meeting }: Pick<Election, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'election', state: sight, ties: { body, meeting } }
}

/** The elections that a board calls. */
export function guardedElections(body: string): Guarded {
  return { record: 'election', state: 'members', ties: { body } }
}
