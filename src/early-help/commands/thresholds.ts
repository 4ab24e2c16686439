import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ThresholdsInput } from '../forms/thresholds.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/**
 * Settles a document of thresholds with its levels from a day on, signed. It begins tomorrow at the earliest: levels of need that were said today stay of the
 * document of their day (E5). Refuses a day from which another begins. @throws Forbidden
 */
export async function settleThresholds(
  needs: { readonly db: Database },
  doer: Doer,
  input: ThresholdsInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'settled', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) <= 0) return fail({ field: 'startsOn', code: 'tomorrow-earliest' })
    const id = newId()
    const { name, source, startsOn, levels } = input
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.threshold_document')
      .values({ id, name, source, starts_on: startsOn, levels: levels.length, set_by: ties.person, set_on: doer.today })
      .onConflict((on) => on.column('starts_on').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await tx
      .insertInto('casework.threshold_level')
      .values(levels.map((level) => ({ ...level, document: id })))
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'practice.settled', subjectType: 'settled', subject: ties.person },
      content: `thresholds from ${startsOn.toString()}: ${JSON.stringify({ name, source, levels })}`,
    })
    return succeed(undefined)
  })
}
