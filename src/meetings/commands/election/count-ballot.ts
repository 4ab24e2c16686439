import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { unseal } from '#platform/sealing/sealed-box.ts'
import type { CallOffInput, StepInput } from '../../forms/election.ts'
import type { Doer, ElectionNeeds } from '../../needs.ts'
import { type Candidate, type Election, type ElectionResult, findCandidates, findRoll } from '../../queries/elections.ts'
import { type BallotPaper, countBallot, unpackPaper } from '../../rules/ballot.ts'
import { ballotKeysOf } from './ballot-keys.ts'
import { holdElection } from './hold-election.ts'

/**
 * Closes the ballot and counts it in one transaction: the papers are opened, the box is written in the order of the receipts, the sealed papers go. Then
 * the key is destroyed; where that fails, `destroyOldKeys` does it. Problems: 'ballot-not-open', 'box-key-missing'.
 */
export async function countElection(needs: ElectionNeeds, doer: Doer, id: string, input: StepInput): Promise<Result<string, FieldProblem>> {
  const counted = await writeAs(needs.db, doer, async (tx): Promise<Result<Election, FieldProblem>> => {
    const election = await holdElection(tx, doer, id, input.version)
    if (election.state !== 'open') return fail({ field: '', code: 'ballot-not-open' })
    const papers = await openPapers(needs, tx, election)
    if (papers === undefined) return fail({ field: '', code: 'box-key-missing' })
    const standing = (await findCandidates(tx, id)).filter(({ state }) => state === 'accepted')
    const result = resultOf(standing, papers, (await findRoll(tx, id)).length)
    const winner = standing.find((candidate) => candidate.id === countBallot(idsOf(standing), papers).leads)?.person ?? null
    const box = JSON.stringify(papers)
    await sql`select meetings.count_ballot(${id}, ${box}::jsonb, ${JSON.stringify(result)}::jsonb, ${winner}::uuid)`.execute(tx)
    const content = JSON.stringify(result)
    await appendAudit(tx, { actor: doer.actor, act: 'election.counted', subjectType: 'election', subject: id, content })
    return succeed(election)
  })
  if (!counted.ok) return counted
  await destroyKeyOf(needs, counted.value)
  return succeed(id)
}

const idsOf = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({ id }) => id)

async function openPapers(needs: ElectionNeeds, tx: Writer, election: Election): Promise<readonly BallotPaper[] | undefined> {
  const { boxKey, publicKey, id } = election
  const privateKey = boxKey === undefined ? undefined : await ballotKeysOf(needs)?.find(boxKey)
  if (!privateKey || !publicKey) return undefined
  const { rows } = await sql<{ sealed: Buffer }>`select sealed from meetings.sealed_papers(${id})`.execute(tx)
  return rows.map(({ sealed }) => unpackPaper(unseal({ publicKey, privateKey }, id, sealed)))
}

/** What is kept of a count, with the names of the day. */
export function resultOf(
  standing: readonly Pick<Candidate, 'id' | 'name'>[],
  papers: readonly BallotPaper[],
  voters: number,
): ElectionResult {
  const ids = standing.map(({ id }) => id)
  const { votes, tied, leads, ...rest } = countBallot(ids, papers)
  const nameOf = (id: string): string => standing.find((candidate) => candidate.id === id)?.name ?? ''
  return {
    ...rest,
    votes: votes.map((line) => ({ ...line, name: nameOf(line.candidate) })),
    ...(tied.length > 0 ? { tied: tied.map(nameOf) } : {}),
    electedName: leads === null ? null : nameOf(leads),
    voters,
  }
}

/** Calls an election off: what was cast is never opened, and its key goes, too. Problem: 'election-ended'. */
export async function callOffElection(
  needs: ElectionNeeds,
  doer: Doer,
  id: string,
  { reason, version }: CallOffInput,
): Promise<Result<string, FieldProblem>> {
  const ended = await writeAs(needs.db, doer, async (tx): Promise<Result<Election, FieldProblem>> => {
    const election = await holdElection(tx, doer, id, version)
    const { rows } = await sql<{ off: boolean }>`select meetings.call_off_election(${id}, ${reason}) as off`.execute(tx)
    if (!rows[0]?.off) return fail({ field: '', code: 'election-ended' })
    await appendAudit(tx, { actor: doer.actor, act: 'election.called-off', subjectType: 'election', subject: id, content: reason })
    return succeed(election)
  })
  if (!ended.ok) return ended
  await destroyKeyOf(needs, ended.value)
  return succeed(id)
}

async function destroyKeyOf(needs: ElectionNeeds, { boxKey }: Election): Promise<void> {
  if (boxKey !== undefined) await ballotKeysOf(needs)?.destroy(boxKey)
}
