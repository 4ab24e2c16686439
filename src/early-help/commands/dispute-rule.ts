import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DisputeRuleInput } from '../forms/movement.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/** Settles from a day on who decides where two sides of a transition disagree, and within how many days, signed; tomorrow at the earliest. Refuses a day from which something is set already. @throws Forbidden */
export async function setDisputeRule(
  needs: { readonly db: Database },
  doer: Doer,
  input: DisputeRuleInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'settled', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) <= 0) return fail({ field: 'startsOn', code: 'tomorrow-earliest' })
    const { whom, days, source, startsOn } = input
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.dispute_rule')
      .values({ id: newId(), whom, days, source, starts_on: startsOn, set_by: ties.person, set_on: doer.today })
      .onConflict((on) => on.column('starts_on').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'practice.settled', subjectType: 'settled', subject: ties.person },
      content: `disagreements from ${startsOn.toString()}: ${JSON.stringify({ whom, days, source })}`,
    })
    return succeed(undefined)
  })
}
