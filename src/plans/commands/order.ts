import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PlansNeeds } from '../needs.ts'
import type { RowKind } from '../paths.ts'
import { findRows, type PlanRows } from '../queries/rows.ts'
import { auditPlan, holdDraft } from './draft.ts'

type Needs = Pick<PlansNeeds, 'db'>

interface Where {
  readonly plan: string
  readonly kind: RowKind
  readonly row: string
}

/** Moves a row of the draft one place up or down among those beside it; the first stays first, the last last. @throws NotFound */
export async function moveRow(needs: Needs, doer: Doer, where: Where, by: 'up' | 'down'): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const draft = await holdDraft(tx, doer, where.plan)
    const beside = siblings(await findRows(tx, draft.version), where)
    const at = beside.findIndex(({ id }) => id === where.row)
    if (at < 0) throw new NotFound('The draft has no such row.')
    const other = beside[by === 'up' ? at - 1 : at + 1]
    const own = beside[at]
    if (!other || !own) return succeed(null)
    await place(tx, draft.version, where.kind, own.id, other.position)
    await place(tx, draft.version, where.kind, other.id, own.position)
    await auditPlan(tx, doer, 'row-moved', where.plan, { ...where, by })
    return succeed(null)
  })
}

/** Takes a row out of the draft. What stands under it must go first; earlier versions keep it. @throws NotFound */
export async function removeRow(needs: Needs, doer: Doer, where: Where): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const draft = await holdDraft(tx, doer, where.plan)
    const rows = await findRows(tx, draft.version)
    const holds = [...rows.outcomes, ...rows.actions].some(
      (row) => row.priority === where.row || ('outcome' in row && row.outcome === where.row),
    )
    if (holds) return fail({ field: '', code: 'row-not-empty' })
    const gone =
      where.kind === 'priority'
        ? await tx
            .deleteFrom('plans.priority_text')
            .where('version', '=', draft.version)
            .where('priority', '=', where.row)
            .executeTakeFirst()
        : where.kind === 'outcome'
          ? await tx
              .deleteFrom('plans.outcome_text')
              .where('version', '=', draft.version)
              .where('outcome', '=', where.row)
              .executeTakeFirst()
          : await tx.deleteFrom('plans.action_text').where('version', '=', draft.version).where('action', '=', where.row).executeTakeFirst()
    if (gone.numDeletedRows !== 1n) throw new NotFound('The draft has no such row.')
    await auditPlan(tx, doer, 'row-removed', where.plan, where)
    return succeed(null)
  })
}

function siblings(rows: PlanRows, { kind, row }: Where): readonly { readonly id: string; readonly position: number }[] {
  if (kind === 'priority') return rows.priorities
  if (kind === 'outcome') {
    const own = rows.outcomes.find(({ id }) => id === row)
    return rows.outcomes.filter(({ priority }) => priority === own?.priority)
  }
  const own = rows.actions.find(({ id }) => id === row)
  return rows.actions.filter(({ priority, outcome }) => priority === own?.priority && outcome === own.outcome)
}

async function place(tx: Writer, version: string, kind: RowKind, row: string, position: number): Promise<void> {
  if (kind === 'priority')
    await tx.updateTable('plans.priority_text').set({ position }).where('version', '=', version).where('priority', '=', row).execute()
  else if (kind === 'outcome')
    await tx.updateTable('plans.outcome_text').set({ position }).where('version', '=', version).where('outcome', '=', row).execute()
  else await tx.updateTable('plans.action_text').set({ position }).where('version', '=', version).where('action', '=', row).execute()
}
