import { sql } from 'kysely'
import type { Acting, Database } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** Takes back how an area lies to another where that was entered by mistake: it never held, and stays on record with the reason (G1). @throws NotFound */
export async function takeBackAreaLine(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly area: string; readonly reason: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'area', verb: 'change' })
    const { id, area, reason } = input
    const held = await tx
      .selectFrom('governance.area_relation')
      .select('id')
      .where('id', '=', id)
      .where((where) => where.or([where('area', '=', area), where('other', '=', area)]))
      .executeTakeFirst()
    if (held === undefined) throw new NotFound()
    const { done } = await tx
      .selectNoFrom(sql<boolean>`governance.take_back_area_line(${id}::uuid, ${reason})`.as('done'))
      .executeTakeFirstOrThrow()
    if (!done) throw new NotFound()
    await record(tx, actor, 'area.relation-taken-back', 'area', area, input)
    return succeed({ id })
  })
}
