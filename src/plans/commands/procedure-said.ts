import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { FeedbackReplyInput } from '../forms/procedure.ts'
import type { PlansNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findOneFeedback, findOwnReading } from '../queries/procedure-readers.ts'
import { findProcedure, findProcedureVersions, guardedProcedure, mustRead } from '../queries/procedures.ts'
import { procedureStanding } from '../rules/procedure.ts'
import { auditProcedure } from './procedures.ts'

type Needs = Pick<PlansNeeds, 'db'>
type Done = Promise<Result<null, FieldProblem>>

/** Records that whoever is signed in has read the version in force; twice is once. */
export async function confirmReading(needs: Needs, doer: Doer, id: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { version, person } = await inForce(tx, doer, id, 'confirm')
    if (await findOwnReading(tx, version.id, person.id)) return succeed(null)
    await tx
      .insertInto('plans.procedure_reading')
      .values({ of_version: version.id, procedure: id, body: version.body, person: person.id, read_on: doer.today })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await auditProcedure(tx, doer, 'read', id, { number: version.number })
    return succeed(null)
  })
}

/** Keeps what somebody signed in says of a procedure, for its owner to answer. */
export async function giveFeedback(needs: Needs, doer: Doer, id: string, { text }: { readonly text: string }): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { version, person } = await inForce(tx, doer, id, 'say')
    await tx
      .insertInto('plans.procedure_feedback')
      .values({
        ...{ id: newId(), of_version: version.id, procedure: id, body: version.body },
        ...{ person: person.id, name: person.name, text, given_on: doer.today },
      })
      .execute()
    await auditProcedure(tx, doer, 'feedback-given', id, { number: version.number })
    return succeed(null)
  })
}

/** Answers what somebody said of a procedure: its owner or the clerk. @throws Conflict where somebody else saved first */
export async function replyToFeedback(needs: Needs, doer: Doer, id: string, { answer, version }: FeedbackReplyInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { said, procedure } = await findOneFeedback(tx, id)
    const { person } = await demand(tx, doer, guardedProcedure(procedure), 'change')
    if (said.answer !== '') return fail({ field: '', code: 'answered-already' })
    const saved = await tx
      .updateTable('plans.procedure_feedback')
      .set({ answer, answered_on: doer.today, answered_name: person?.name ?? 'Somebody', version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (saved.numUpdatedRows !== 1n) throw new Conflict('Somebody else saved first.')
    await auditProcedure(tx, doer, 'feedback-answered', procedure.id, { said: id })
    return succeed(null)
  })
}

async function inForce(tx: Writer, doer: Doer, id: string, verb: 'confirm' | 'say') {
  const procedure = await findProcedure(tx, id)
  const { person } = await demand(tx, doer, await towardsReader(tx, doer, procedure), verb)
  const version = (await findProcedureVersions(tx, [id])).find(
    (one) => procedureStanding(one, procedure.withdrawnOn, doer.today) === 'in-force',
  )
  if (!version || !person) throw new NotFound('Nothing of it is in force.')
  return { version, person }
}

async function towardsReader(tx: Writer, doer: Doer, procedure: Parameters<typeof guardedProcedure>[0] & { readonly id: string }) {
  const asked = await demand(tx, doer, { record: 'procedures', state: 'any', ties: { body: procedure.body } }, 'read')
  return guardedProcedure(procedure, (await mustRead(tx, procedure.id)) ? asked.person?.id : undefined)
}
