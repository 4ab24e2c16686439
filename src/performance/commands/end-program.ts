import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EndProgramInput } from '../forms/program.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findMeasure } from '../queries/measure.ts'
import { findPrograms, guardedPrograms } from '../queries/programs.ts'
import { latestDefinition } from '../rules/measure.ts'
import { programEndMail } from '../words/programs.ts'

/** Ends the right of a token to give figures of one measure: its owner or the clerk. Whoever holds the token is told by mail. @throws NotFound where it cannot give any */
export async function endProgram(
  needs: Pick<PerformanceNeeds, 'db' | 'outbox' | 'config'>,
  doer: Doer,
  which: { readonly measure: string; readonly token: string },
  { reason }: EndProgramInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const measure = await findMeasure(tx, which.measure)
    const { person } = await demand(tx, doer, guardedPrograms(measure, doer.today), 'end')
    const program = (await findPrograms(tx, [measure.id], doer.now)).find(({ token }) => token === which.token)
    if (!program) throw new NotFound('No such token gives figures of this measure.')
    const id = newId()
    const name = person?.name ?? 'Somebody'
    await tx
      .insertInto('performance.program_end')
      .values({
        ...{ id, token: program.token, account: program.account, measure: measure.id, body: measure.body, reason, name },
        ended_at: doer.now,
      })
      .execute()
    const content = JSON.stringify({ token: program.token, reason })
    await appendAudit(tx, { actor: doer.actor, act: 'measure.program-ended', subjectType: 'measure', subject: measure.id, content })
    const { email } = await tx
      .selectNoFrom([sql<string | null>`performance.told_of_end(${id}::uuid)`.as('email')])
      .executeTakeFirstOrThrow()
    const { title } = latestDefinition(measure)
    const told = programEndMail({ title, token: program.name, reason, name, sight: measure.sight }, needs.config.publicUrl)
    if (email !== null) await sendLater(needs.outbox, tx, { to: email, ...told, about: { type: 'measure', id: measure.id } })
    return succeed(null)
  })
}
