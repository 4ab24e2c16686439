import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { demandTie, findTies } from '../queries/ties.ts'

/** Freezes what boards are told of the quality of a month that is over, once, protected inside the database. @throws Forbidden, SignInNeeded */
export async function freezeQuality(
  needs: { readonly db: Database },
  doer: Doer,
  month: Temporal.PlainDate,
): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { person, ...ties } = await findTies(tx, doer)
    demandTie({ person, ...ties }, 'quality', 'report')
    const { problem } = await tx
      .selectNoFrom(sql<string>`casework.freeze_quality(${month.toString()}::date)`.as('problem'))
      .executeTakeFirstOrThrow()
    if (problem !== '') return fail({ field: '', code: problem })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'quality-report.frozen', subjectType: 'quality-report', subject: person, content: month.toString() },
    })
    return succeed(undefined)
  })
}
