import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { RemarkInput, SessionAnswerInput } from '../forms/supervision.ts'
import { findSessionHeld, findSessionRecord } from '../queries/supervision.ts'
import { findTies } from '../queries/ties.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/**
 * Adds what one of the two says to a session, in their own name; or words anew what one added oneself, where the earlier wording stays beside it.
 * @throws NotFound for everybody else, Conflict where it was worded anew meanwhile
 */
export async function addRemark(needs: Needs, doer: Doer, session: string, { words }: RemarkInput, replaces?: string): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { person } = await findTies(tx, doer)
    const held = await findSessionHeld(tx, session)
    if (held.correctedAt) return fail({ field: '', code: 'session-corrected' })
    if (replaces !== undefined) {
      const { notes } = await findSessionRecord(tx, held)
      const its = notes.find(({ id, former }) => id === replaces || former.some((one) => one.id === replaces))
      if (its?.kind !== 'remark' || its.enteredBy !== person) throw new NotFound('Whoever added something words it anew.')
      if (its.id !== replaces) throw new Conflict('This was worded anew meanwhile.')
    }
    await tx
      .insertInto('casework.supervision_note')
      .values({ id: newId(), session, kind: 'remark', words, replaces: replaces ?? null, entered_by: person, entered_at: doer.now })
      .execute()
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: replaces ? 'supervision.remark-reworded' : 'supervision.remarked' },
      ...{ subjectType: 'supervision', subject: session, content: replaces ?? '' },
    })
    return succeed(undefined)
  })
}

/** Says of the version that holds that it is right, or what one sees otherwise: the practitioner, once; it stays with the record (E8). @throws NotFound for everybody else */
export async function answerSession(needs: Needs, doer: Doer, session: string, { agrees, words }: SessionAnswerInput): Done {
  return writeAs(needs.db, doer, async (tx) => {
    const { person } = await findTies(tx, doer)
    const held = await findSessionHeld(tx, session)
    if (held.worker !== person) throw new NotFound('Whoever was supervised says whether it is right.')
    if (held.correctedAt) return fail({ field: '', code: 'session-corrected' })
    const { supervisor, worker } = held
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.supervision_answer')
      .values({ session, supervisor, worker, agrees, words: words ?? '', entered_by: person, entered_at: doer.now })
      .onConflict((conflict) => conflict.column('session').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: '', code: 'said-already' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: agrees ? 'supervision.confirmed' : 'supervision.seen-otherwise' },
      ...{ subjectType: 'supervision', subject: session, content: '' },
    })
    return succeed(undefined)
  })
}
