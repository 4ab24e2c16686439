import { sql } from 'kysely'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { markOf, seal } from '#platform/sealing/sealed-box.ts'
import { NOBODY, type PaperInput } from '../../forms/election.ts'
import type { Doer, ElectionNeeds } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findCandidates, findElection, guardedElection } from '../../queries/elections.ts'
import { packPaper } from '../../rules/ballot.ts'
import { ballotKeysOf } from './ballot-keys.ts'

const refusals: Readonly<Record<string, string>> = {
  voted: 'voted-before',
  closed: 'ballot-closed',
  'not-entitled': 'no-vote-in-election',
  'mark-taken': 'receipt-taken',
}

/**
 * Takes a voter's paper (M14). What reaches the database is sealed, and nothing of it enters the audit, the log or the outbox. The same paper sent
 * again is one vote and one receipt: 'same'. Problems: 'voted-before', 'ballot-closed', 'no-vote-in-election', 'receipt-taken', 'not-standing',
 * 'box-key-missing'.
 */
export async function castBallot(
  needs: ElectionNeeds,
  doer: Doer,
  electionId: string,
  { choice, receipt }: PaperInput,
): Promise<Result<'cast' | 'same', FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const election = await findElection(tx, electionId)
    await demand(tx, doer, guardedElection(election), 'vote')
    if (election.state !== 'open' || !election.publicKey || !election.boxKey) return fail({ field: '', code: 'ballot-closed' })
    const stands = (await findCandidates(tx, electionId)).some(({ id, state }) => id === choice && state === 'accepted')
    if (choice !== NOBODY && !stands) return fail({ field: 'choice', code: 'not-standing' })
    const key = await ballotKeysOf(needs)?.find(election.boxKey)
    if (!key) return fail({ field: '', code: 'box-key-missing' })
    const paper = packPaper({ receipt, choice: choice === NOBODY ? null : choice })
    const sealed = seal(election.publicKey, electionId, paper)
    const mark = markOf(key, `${electionId} ${receipt}`)
    const { rows } = await sql<{ outcome: string }>`select meetings.cast_ballot(${electionId}, ${sealed}, ${mark}) as outcome`.execute(tx)
    const outcome = rows[0]?.outcome ?? ''
    if (outcome === 'cast' || outcome === 'same') return succeed(outcome)
    return fail({ field: '', code: refusals[outcome] ?? 'no-vote-in-election' })
  })
}
