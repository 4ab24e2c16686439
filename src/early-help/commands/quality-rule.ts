import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { QualityRuleInput } from '../forms/quality.ts'
import { findQualityRule } from '../queries/quality.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/** Sets from a day on how many records are drawn, which are left out and how long a reviewer reads, signed. Refuses days that are over, and one from which something is set already. @throws Forbidden */
export async function setQualityRule(
  needs: { readonly db: Database },
  doer: Doer,
  input: QualityRuleInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'quality', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) < 0) return fail({ field: 'startsOn', code: 'day-over' })
    const { hiddenUpTo } = await findQualityRule(tx, doer.today)
    const id = newId()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.quality_rule')
      .values({
        ...{ id, at_least: input.atLeast, exclude_months: input.excludeMonths, assignment_days: input.assignmentDays },
        // What boards are not told protects what is published; the database keeps it whatever is written here.
        ...{ hidden_up_to: hiddenUpTo, source: input.source, starts_on: input.startsOn, set_by: ties.person, set_on: doer.today },
      })
      .onConflict((conflict) => conflict.column('starts_on').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'quality-rule.set', subjectType: 'quality-rule', subject: id },
      content: `${input.startsOn.toString()}: ${input.atLeast}, ${input.excludeMonths}, ${input.assignmentDays}`,
    })
    return succeed(undefined)
  })
}
