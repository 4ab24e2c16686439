import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { ClosingInput } from '../forms/closing.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/**
 * Settles by which words records are closed and as what each reason is reported, from a day on, signed. It begins tomorrow at the earliest; a closing keeps the words of its
 * day, and figures count the reason whatever it is called (E5). Refuses a day from which others begin. @throws Forbidden
 */
export async function settleClosingWords(
  needs: { readonly db: Database },
  doer: Doer,
  input: ClosingInput,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'settled', 'set')
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) <= 0) return fail({ field: 'startsOn', code: 'tomorrow-earliest' })
    const document = newId()
    const { name, source, startsOn, reasons } = input
    const words = reasons.flatMap(({ reason, names }) =>
      names.map((called, index) => ({ document, reason, position: index + 1, name: called })),
    )
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.closing_document')
      .values({ id: document, name, source, starts_on: startsOn, reasons: words.length, set_by: ties.person, set_on: doer.today })
      .onConflict((on) => on.column('starts_on').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await tx.insertInto('casework.closing_reason').values(words).execute()
    await tx
      .insertInto('casework.closure_group')
      .values(reasons.map(({ reason, reportedAs }) => ({ reason, reported_as: reportedAs, source, starts_on: startsOn, document })))
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'practice.settled', subjectType: 'settled', subject: ties.person },
      content: `reasons for closing from ${startsOn.toString()}: ${JSON.stringify({ name, source, reasons })}`,
    })
    return succeed(undefined)
  })
}
