import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { mayBecome, sightWhenCalled } from '../../rules/meeting.ts'
import { type Told, tellMembers } from '../distribute.ts'
import { recordChange } from './create-meeting.ts'

/** Announces a meeting: it can be seen from now on, and everybody on the list is invited by mail with a calendar entry; nobody to a day that is past. */
export async function callMeeting(needs: CommandNeeds, doer: Doer, id: string, version: number): Promise<Result<Told, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, id)
    await demand(tx, doer, guardedMeeting(meeting), 'call')
    if (meeting.version !== version) throw new Conflict('Somebody else changed this meeting.')
    if (!mayBecome(meeting.state, 'called')) return fail({ field: '', code: 'cannot-call' })
    const { terms } = await findMeetingRules(tx, meeting.body, meeting.heldOn)
    const sight = sightWhenCalled(meeting.access, terms?.publicAccess.value?.papersPublic ?? null)
    await tx
      .updateTable('meetings.meeting')
      .set({ state: 'called', sight, called_at: doer.now, version: meeting.version + 1 })
      .where('id', '=', id)
      .execute()
    await recordChange(tx, doer, id, { from: meeting.state, to: 'called', reason: '', decidedBy: '' })
    const isPast = Temporal.PlainDate.compare(meeting.heldOn, doer.today) < 0
    const told: Told = isPast
      ? { count: 0, withoutAddress: [] }
      : await tellMembers(needs, tx, doer, meeting, {
          method: 'request',
          publication: undefined,
          occasion: 'call',
          items: [],
        })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'meeting.called',
      subjectType: 'meeting',
      subject: id,
      content: `${sight}, ${told.count} told`,
    })
    return succeed(told)
  })
}
