import type { Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Election, findElection, guardedElection } from '../../queries/elections.ts'

/**
 * Holds an election for an act of the clerk until the transaction ends: a paper that is being cast is waited for.
 * @param version - of the page that asks; a later one is a conflict
 * @throws NotFound, Forbidden, Conflict
 */
export async function holdElection(tx: Writer, doer: Doer, id: string, version: number): Promise<Election> {
  if (isUuid(id)) await tx.selectFrom('meetings.election').select('id').where('id', '=', id).forUpdate().execute()
  const election = await findElection(tx, id)
  await demand(tx, doer, guardedElection(election), 'keep')
  if (election.version !== version) throw new Conflict('The election has gone on meanwhile.')
  return election
}
