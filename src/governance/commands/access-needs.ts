import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, Forbidden } from '#platform/refusals.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { findOwnNeeds } from '../queries/access-needs.ts'
import { findStanding } from '../queries/standing.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/**
 * Writes what one needs at meetings; what was there before is gone. The audit keeps that it was written and no digest of it: a list of a few
 * choices could be guessed from one. @throws Conflict
 */
export async function writeNeeds(
  db: Database,
  acting: Acting,
  input: { readonly needs: readonly string[]; readonly words: string; readonly version: number | undefined },
): Promise<Result<{ readonly person: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const about = (await findStanding(tx, acting)).person?.id
    const { actor } = await permit(tx, acting, { record: 'access-need', verb: 'change', ties: { about } })
    if (about === undefined) throw new Forbidden()
    const before = await findOwnNeeds(tx, about)
    if (before?.version !== input.version) throw new Conflict()
    const columns = { needs: [...input.needs], words: input.words }
    const written =
      before === undefined
        ? (
            await tx
              .insertInto('governance.access_need')
              .values({ person: about, ...columns })
              .onConflict((conflict) => conflict.doNothing())
              .executeTakeFirst()
          ).numInsertedOrUpdatedRows
        : (
            await tx
              .updateTable('governance.access_need')
              .set({ ...columns, version: before.version + 1 })
              .where('person', '=', about)
              .where('version', '=', before.version)
              .executeTakeFirst()
          ).numUpdatedRows
    if (written === 0n) throw new Conflict()
    await record(tx, actor, 'access-needs.written', 'person', about, {})
    return succeed({ person: about })
  })
}
