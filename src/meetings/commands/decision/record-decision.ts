import { writeAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { keepDecision } from './keep-decision.ts'

/** Records a decision where the terms let this body take it at that moment, with the quorum it was taken by (M9, G9, G14). */
export async function recordDecision(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: DecisionInput,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const locked = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(locked), 'record')
    const kept = await keepDecision(tx, doer, locked, input)
    return kept.ok ? { ok: true, value: kept.value.id } : kept
  })
}
