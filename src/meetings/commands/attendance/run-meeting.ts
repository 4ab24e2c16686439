import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { mayBecome } from '../../rules/meeting.ts'

/**
 * Starts, ends or abandons a meeting (handbook governance 1.5).
 * @param reason - why it was abandoned; '' for the others
 * @throws Conflict where the meeting is in a state from which this does not follow
 */
export async function runMeeting(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  to: 'in_progress' | 'ended' | 'abandoned',
  reason = '',
): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    if (!mayBecome(meeting.state, to)) throw new Conflict('The meeting is no longer in the state that you saw.')
    if (Temporal.PlainDate.compare(meeting.heldOn, doer.today) > 0) throw new Conflict('The day of the meeting has not come yet.')
    await tx
      .updateTable('meetings.meeting')
      .set((set) => ({ state: to, version: set('version', '+', 1), ...(reason === '' ? {} : { state_reason: reason }) }))
      .where('id', '=', meetingId)
      .execute()
    const change = { meeting: meetingId, from_state: meeting.state, to_state: to, reason, at: doer.now, actor: doer.actor }
    await tx
      .insertInto('meetings.state_change')
      .values({ id: newId(), ...change })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: `meeting.${to.replaceAll('_', '-')}`,
      subjectType: 'meeting',
      subject: meetingId,
      content: reason,
    })
  })
}
