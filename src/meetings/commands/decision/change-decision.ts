import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findDecision, guardedDecision } from '../../queries/decisions.ts'
import { lockMeeting } from '../../queries/meeting.ts'
import { findMinutes, standingOfMinutes } from '../../queries/minutes.ts'
import { findTakenHome } from '../../queries/ratifications.ts'
import { whyNotChanged } from '../../rules/decision-change.ts'
import { settleDecision } from './settle-decision.ts'

/**
 * Puts right a decision that was recorded wrongly, before its minutes are published; its number stays. The terms are asked again.
 * @throws Conflict where somebody else changed it since
 */
export async function changeDecision(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  id: string,
  input: DecisionInput,
  version: number,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const decision = await findDecision(tx, id)
    if (!decision) throw new NotFound('No such decision.')
    await demand(tx, doer, guardedDecision(decision), 'change')
    await lockMeeting(tx, decision.meeting)
    const minutes = await findMinutes(tx, decision.meeting)
    const reason = whyNotChanged(decision, minutes && standingOfMinutes(minutes))
    if (reason) return fail({ field: '', code: reason })
    const isAsked = (await findTakenHome(tx, [id], doer.today)).has(id)
    if (isAsked && input.text !== decision.text) return fail({ field: 'text', code: 'asked-of-partners' })
    const settled = await settleDecision(tx, doer, decision.meeting, decision.ofBody, input, undefined, decision)
    if (!settled.ok) return settled
    const changed = await tx
      .updateTable('meetings.decision')
      .set({ ...settled.value.row, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Conflict('Somebody else has changed this decision.')
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'decision.changed',
      subjectType: 'decision',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}
