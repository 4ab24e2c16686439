import { sql } from 'kysely'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { findActsOf, findRecordedAct } from '../queries/succession-acts.ts'
import { refuseTakingBack } from '../rules/take-back.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

const problem = (code: string): FieldProblem => ({ field: '', code, details: { names: '' } })
const constraints = {
  succession_taken_back_once: problem('taken-back-already'),
  succession_changed_since: problem('act-changed-since'),
  succession_rested_upon: problem('act-rested-upon'),
  appointment_place_filled_once: problem('act-place-filled'),
}

/**
 * Takes back what was recorded to have become of an organisation, with everything that the act changed, in one (G1). It stays recorded that it was so, and
 * why it was taken back. Problems: those of `refuseTakingBack`. @throws NotFound, Conflict
 */
export async function takeBackSuccession(
  db: Database,
  acting: Acting,
  input: { readonly organisation: string; readonly act: string; readonly reason: string; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'organisation', verb: 'succeed' })
    const { organisation, act, reason, version } = input
    const kept = (await findActsOf(tx, organisation)).find(({ id }) => id === act)
    if (kept === undefined) throw new NotFound()
    if (kept.version !== version) throw new Conflict()
    const [first, ...more] = refuseTakingBack(await findRecordedAct(tx, kept)).map(({ code, names }) => ({
      ...{ field: '', code, details: { names: names.join('; ') } },
    }))
    if (first) return fail(first, ...more)
    await sql`select governance.take_back_succession(${act}, ${reason})`.execute(tx)
    for (const { part, id } of kept.parties)
      if (part === 'former') await record(tx, actor, 'organisation.succession-taken-back', 'organisation', id, input)
    return succeed({ id: organisation })
  })
}
