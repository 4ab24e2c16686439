import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findDecision, guardedDecision } from '../../queries/decisions.ts'

/**
 * Takes a decision that was recorded in error out of the record; its number is not used again. It stays readable where it was, with the reason,
 * which is as public as the decision. Minutes that hold it are corrected on their own.
 */
export async function withdrawDecision(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  reason: string,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const decision = await findDecision(tx, id)
    if (!decision) throw new NotFound('No such decision.')
    await demand(tx, doer, guardedDecision(decision), 'withdraw')
    if (decision.withdrawn) return fail({ field: '', code: 'withdrawn-already' })
    await tx
      .updateTable('meetings.decision')
      .set((set) => ({ withdrawn: true, withdrawn_at: doer.now, withdrawn_reason: reason, version: set('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'decision.withdrawn', subjectType: 'decision', subject: id, content: reason })
    return succeed(decision.meeting)
  })
}
