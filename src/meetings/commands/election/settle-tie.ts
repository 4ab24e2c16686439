import { findTermsInForce } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { StepInput, TieInput } from '../../forms/election.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { type Candidate, type Election, findCandidates } from '../../queries/elections.ts'
import { waysOfTie } from '../../rules/election.ts'
import { holdElection } from './hold-election.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** The candidates between whom an election is tied; none where it is not, or is settled. */
export function tiedOf(election: Election, candidates: readonly Candidate[]): readonly Candidate[] {
  const { result, tieSettled } = election
  if (tieSettled !== undefined || result?.tied === undefined) return []
  const most = Math.max(...result.votes.map(({ votes }) => votes))
  const tied = new Set(result.votes.filter(({ votes }) => votes === most).map(({ candidate }) => candidate))
  return candidates.filter(({ id }) => tied.has(id))
}

/**
 * Writes down how a tie was settled (M14): by a casting vote where the terms give one, by lot, or by voting again between the tied. Hands back the
 * election to go on with. Problems: 'not-tied', 'way-not-in-terms', 'elected-missing', 'elected-not-tied'.
 */
export async function settleTie(needs: Needs, doer: Doer, id: string, input: TieInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const election = await holdElection(tx, doer, id, input.version)
    const tied = tiedOf(election, await findCandidates(tx, id))
    if (tied.length === 0) return fail({ field: '', code: 'not-tied' })
    const terms = await findTermsInForce(tx, election.body, election.endedOn ?? doer.today)
    if (!waysOfTie(terms).includes(input.way)) return fail({ field: 'way', code: 'way-not-in-terms' })
    const isAgain = input.way === 'again'
    if (!isAgain && input.elected === undefined) return fail({ field: 'elected', code: 'elected-missing' })
    const elected = tied.find((candidate) => candidate.id === input.elected)
    if (!isAgain && !elected) return fail({ field: 'elected', code: 'elected-not-tied' })
    await tx
      .updateTable('meetings.election')
      .set({
        tie_settled: input.way,
        tie_note: input.tieNote,
        elected: isAgain ? null : (elected?.person ?? null),
        version: election.version + 1,
      })
      .where('id', '=', id)
      .execute()
    await note(tx, doer, 'election.tie-settled', id, JSON.stringify(input))
    return succeed(isAgain ? await callAgain(tx, doer, election, tied) : id)
  })
}

/** Calls the election again between the tied, who stand as before. */
async function callAgain(tx: Writer, doer: Doer, election: Election, tied: readonly Candidate[]): Promise<string> {
  const id = newId()
  const { body, post, seat = null, meeting = null, note: words } = election
  await tx.insertInto('meetings.election').values({ id, body, post, seat, meeting, note: words, follows: election.id }).execute()
  for (const { person, name, nominatedBy, statement } of tied)
    await tx
      .insertInto('meetings.election_candidate')
      .values({ id: newId(), election: id, body, person, name, nominated_by: nominatedBy, statement, state: 'accepted' })
      .execute()
  await note(tx, doer, 'election.called', id, election.id)
  return id
}

/** Lets everybody read the result: names and figures, never the list of receipts. Problem: 'no-result-yet'. */
export async function publishElection(needs: Needs, doer: Doer, id: string, input: StepInput): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const election = await holdElection(tx, doer, id, input.version)
    if (election.result === undefined) return fail({ field: '', code: 'no-result-yet' })
    await tx
      .updateTable('meetings.election')
      .set({ sight: 'public', version: election.version + 1 })
      .where('id', '=', id)
      .execute()
    await note(tx, doer, 'election.published', id, '')
    return succeed(id)
  })
}

async function note(tx: Writer, doer: Doer, act: string, subject: string, content: string): Promise<void> {
  await appendAudit(tx, { actor: doer.actor, act, subjectType: 'election', subject, content })
}
