import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { mayBecome } from '../../rules/meeting.ts'
import { endWhatIsOn } from '../live/end-item.ts'
import { everyPart, tellParts } from '../live/tell-parts.ts'

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
    await changeState(tx, doer, meeting, to, reason)
  })
}

/**
 * The same inside somebody's transaction, which holds the meeting and has asked for the permission.
 * @throws Conflict where the meeting is in a state from which this does not follow, or its day has not come
 */
export async function changeState(
  tx: Writer,
  doer: Doer,
  meeting: Pick<Meeting, 'id' | 'state' | 'heldOn'>,
  to: 'in_progress' | 'ended' | 'abandoned',
  reason = '',
): Promise<void> {
  if (!mayBecome(meeting.state, to)) throw new Conflict('The meeting is no longer in the state that you saw.')
  if (Temporal.PlainDate.compare(meeting.heldOn, doer.today) > 0) throw new Conflict('The day of the meeting has not come yet.')
  if (to !== 'in_progress') await endWhatIsOn(tx, meeting.id, doer.now)
  await tx
    .updateTable('meetings.meeting')
    .set((set) => ({ state: to, version: set('version', '+', 1), ...(reason === '' ? {} : { state_reason: reason }) }))
    .where('id', '=', meeting.id)
    .execute()
  const change = { meeting: meeting.id, from_state: meeting.state, to_state: to, reason, at: doer.now, actor: doer.actor }
  await tx
    .insertInto('meetings.state_change')
    .values({ id: newId(), ...change })
    .execute()
  await appendAudit(tx, {
    actor: doer.actor,
    act: `meeting.${to.replaceAll('_', '-')}`,
    subjectType: 'meeting',
    subject: meeting.id,
    content: reason,
  })
  await tellParts(tx, meeting.id, everyPart)
}
