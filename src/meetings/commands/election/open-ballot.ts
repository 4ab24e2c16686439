import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { findMembership } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Reader, type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { makeBoxKeys } from '#platform/sealing/sealed-box.ts'
import type { StepInput } from '../../forms/election.ts'
import type { Doer, ElectionNeeds } from '../../needs.ts'
import { type Election, type ElectionResult, findCandidates } from '../../queries/elections.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { findMeetingGround, findRecordedMeeting } from '../../queries/record.ts'
import { nextStep } from '../../rules/election.ts'
import { electorateAt } from '../../rules/electorate.ts'
import { ballotKeysOf } from './ballot-keys.ts'
import { holdElection } from './hold-election.ts'

/**
 * Who may vote in an election that is opened now: at a meeting that runs, whoever has a voting right there by its terms, an accepted deputy included;
 * outside a meeting, whoever fills a voting place today. Each person once. Undefined where the meeting does not run.
 */
export async function votersOf(
  reader: Reader,
  election: Pick<Election, 'body' | 'meeting'>,
  doer: Pick<Doer, 'today' | 'now'>,
): Promise<readonly string[] | undefined> {
  if (election.meeting === undefined) {
    const { seats } = await findMembership(reader, election.body, doer.today)
    const voting = seats.filter((seat) => seat.voting === 'voting' && seat.votesOn.length === 0)
    return [...new Set(voting.flatMap(({ places }) => places.flatMap(({ holder }) => holder?.person.id ?? [])))]
  }
  const meeting = await findMeeting(reader, election.meeting)
  const recorded = meeting.state === 'in_progress' ? await findRecordedMeeting(reader, meeting.id) : undefined
  if (!recorded) return undefined
  const ground = await findMeetingGround(reader, recorded)
  return electorateAt(ground.quorum, ground.terms, doer.now, new Set(), '').voters.map(({ person }) => person)
}

/**
 * Ends the nominations: the only one who accepted is elected unopposed, of several a ballot opens (G8). Its key is on disk before the first paper can
 * be cast, and never in the database. Problems: 'nobody-stands', 'nominations-over', 'election-meeting-not-running', 'nobody-votes', 'no-key-folder'.
 */
export async function openBallot(needs: ElectionNeeds, doer: Doer, id: string, input: StepInput): Promise<Result<string, FieldProblem>> {
  const key = randomUUID()
  try {
    const opened = await writeAs(needs.db, doer, async (tx) => {
      const election = await holdElection(tx, doer, id, input.version)
      if (election.state !== 'nominations') return fail<FieldProblem>({ field: '', code: 'nominations-over' })
      const standing = (await findCandidates(tx, id)).filter(({ state }) => state === 'accepted')
      const step = nextStep(standing.length)
      const [only] = standing
      if (step === 'wait' || !only) return fail<FieldProblem>({ field: '', code: 'nobody-stands' })
      if (step === 'unopposed') return declareUnopposed(tx, doer, election, only)
      return letVote(needs, tx, doer, election, key)
    })
    if (!opened.ok) await ballotKeysOf(needs)?.destroy(key)
    return opened
  } catch (error) {
    await ballotKeysOf(needs)?.destroy(key)
    throw error
  }
}

async function declareUnopposed(
  tx: Writer,
  doer: Doer,
  election: Election,
  only: { readonly id: string; readonly person: string; readonly name: string },
): Promise<Result<string, FieldProblem>> {
  const result: ElectionResult = { votes: [], blank: 0, papers: 0, reveals: null, electedName: only.name, voters: 0 }
  await tx
    .updateTable('meetings.election')
    .set({ state: 'unopposed', elected: only.person, result: JSON.stringify(result), ended_on: doer.today, version: election.version + 1 })
    .where('id', '=', election.id)
    .execute()
  const entry = { actor: doer.actor, act: 'election.unopposed', subjectType: 'election', subject: election.id, content: only.person }
  await appendAudit(tx, entry)
  return succeed(election.id)
}

async function letVote(
  needs: ElectionNeeds,
  tx: Writer,
  doer: Doer,
  election: Election,
  key: string,
): Promise<Result<string, FieldProblem>> {
  const folder = ballotKeysOf(needs)
  if (!folder) return fail({ field: '', code: 'no-key-folder' })
  const voters = await votersOf(tx, election, doer)
  if (voters === undefined) return fail({ field: '', code: 'election-meeting-not-running' })
  if (voters.length === 0) return fail({ field: '', code: 'nobody-votes' })
  const keys = makeBoxKeys()
  await folder.keep(key, keys.privateKey)
  const { rows } = await sql<{ opened: boolean }>`
    select meetings.open_ballot(${election.id}, ${key}, ${keys.publicKey}, ${sql.val(voters)}::uuid[]) as opened`.execute(tx)
  if (!rows[0]?.opened) return fail({ field: '', code: 'nominations-over' })
  const content = JSON.stringify([...voters].sort())
  await appendAudit(tx, { actor: doer.actor, act: 'election.opened', subjectType: 'election', subject: election.id, content })
  return succeed(election.id)
}
