import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting } from '../../queries/meeting.ts'
import { changeState } from '../attendance/run-meeting.ts'
import { type EntryHead, takeEntry } from './take-entry.ts'

/**
 * Starts or ends a meeting from its live screen (handbook governance 1.5). Whatever item is on ends with the meeting.
 * @throws Conflict where the meeting is in a state from which this does not follow
 */
export async function runLive(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  to: 'in_progress' | 'ended',
): Promise<Result<string, FieldProblem>> {
  return takeEntry(needs, doer, meetingId, head, async (tx, meeting) => {
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    await changeState(tx, doer, meeting, to)
    return succeed({ outcome: meetingId, changed: [] })
  })
}
