import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AuditToolInput } from '../forms/audit-tool.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/**
 * Settles what an audit asks from a day on, signed, as the next version. It begins tomorrow at the earliest: months that were drawn keep what held on their first day, and
 * their reviews are read as they were made (E7). Refuses a day from which another begins. @throws Forbidden
 */
export async function settleAuditTool(
  needs: { readonly db: Database },
  doer: Doer,
  input: AuditToolInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'settled', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) <= 0) return fail({ field: 'startsOn', code: 'tomorrow-earliest' })
    const tool = newId()
    const { name, source, startsOn, standards, grades, themes } = input
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.audit_tool')
      .values({
        ...{ id: tool, name, source, starts_on: startsOn, set_by: ties.person, set_on: doer.today },
        // The database gives the number of the version.
        ...{ number: 1, standards: standards.length, grades: grades.length, themes: themes.length },
      })
      .onConflict((on) => on.column('starts_on').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await tx
      .insertInto('casework.audit_standard')
      .values(standards.map(({ position, name: called, means }) => ({ id: newId(), tool, position, name: called, words: means })))
      .execute()
    await tx
      .insertInto('casework.audit_grade')
      .values(grades.map(({ position, name: called, means }) => ({ tool, rank: position, name: called, means })))
      .execute()
    if (themes.length > 0) {
      await tx
        .insertInto('casework.audit_theme')
        .values(themes.map((called) => ({ id: newId(), name: called })))
        .onConflict((on) => on.column('name').doNothing())
        .execute()
      await tx
        .insertInto('casework.audit_tool_theme')
        .columns(['tool', 'theme'])
        .expression((of) =>
          of
            .selectFrom('casework.audit_theme')
            .select([of.val(tool).as('tool'), 'id'])
            .where('name', 'in', themes),
        )
        .execute()
    }
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'practice.settled', subjectType: 'settled', subject: ties.person },
      content: `audit tool from ${startsOn.toString()}: ${JSON.stringify({ name, source, standards, grades, themes })}`,
    })
    return succeed(undefined)
  })
}
