import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedPlan } from '../../queries/plan.ts'
import { findShowable } from '../../queries/plan-showing.ts'

/**
 * Shows items of the forward plan to everybody, with their words and where they have been (M1). Those of them that are shown already stay as they are.
 * Problems: 'choose-one' where none is chosen, 'plan-item-not-for-everybody' where one is not there, not accepted, or not for everybody.
 */
export async function showPlanItems(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  body: string,
  items: readonly string[],
): Promise<Result<null, FieldProblem>> {
  if (items.length === 0) return fail({ field: 'items', code: 'choose-one' })
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedPlan(body), 'add')
    const showable = await findShowable(tx, body)
    const shown = await tx
      .selectFrom('meetings.plan_item')
      .select('id')
      .where('body', '=', body)
      .where('sight', '=', 'public')
      .where('id', 'in', [...items])
      .execute()
    const chosen = items.filter((id) => !shown.some((one) => one.id === id))
    if (!chosen.every((id) => showable.some((one) => one.id === id))) return fail({ field: 'items', code: 'plan-item-not-for-everybody' })
    if (chosen.length === 0) return succeed(null)
    await tx
      .updateTable('meetings.plan_item')
      .set((set) => ({ sight: 'public', version: set('version', '+', 1) }))
      .where('body', '=', body)
      .where('id', 'in', chosen)
      .execute()
    for (const subject of chosen)
      await appendAudit(tx, { actor: doer.actor, act: 'plan.shown', subjectType: 'plan-item', subject, content: '' })
    return succeed(null)
  })
}
