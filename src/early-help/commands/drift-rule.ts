import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DriftRuleInput } from '../forms/drift.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/** Sets from a day on from when on something is drift, signed by name and day. Refuses days that are over, and one from which something is set already. @throws Forbidden */
export async function setDriftRule(
  needs: { readonly db: Database },
  doer: Doer,
  input: DriftRuleInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'families', 'set-drift')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'day-over' })
    const id = newId()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.drift_rule')
      .values({
        ...{ id, open_months: input.openMonths, reviews: input.reviews, closed_days: input.closedDays, source: input.source },
        ...{ starts_on: input.startsOn, set_by: ties.person, set_on: doer.today },
      })
      .onConflict((conflict) => conflict.column('starts_on').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'drift-rule.set', subjectType: 'drift-rule', subject: id },
      content: `${input.startsOn.toString()}: ${input.openMonths}, ${input.reviews}, ${input.closedDays}`,
    })
    return succeed(undefined)
  })
}
