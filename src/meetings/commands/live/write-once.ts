import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { ActionInput } from '../../forms/action.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import { keepAction } from '../action/keep-action.ts'
import { keepDecision } from '../decision/keep-decision.ts'
import { type EntryHead, takeEntry } from './take-entry.ts'

/** Records a decision while the meeting goes on; the minutes take it from there (M9). */
export async function decideLive(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: DecisionInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const kept = await keepDecision(tx, doer, meeting, input, { at: head.happenedAt, rights: undefined })
    if (!kept.ok) return kept
    return succeed({ outcome: kept.value.id, changed: [{ part: 'record', category: kept.value.category }] })
  })
}

/** Records an action while the meeting goes on; the minutes take it from there (M11). */
export async function actLive(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: ActionInput,
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const kept = await keepAction(tx, doer, meeting, input)
    if (!kept.ok) return kept
    return succeed({ outcome: kept.value.id, changed: [{ part: 'record', category: kept.value.category }] })
  })
}
