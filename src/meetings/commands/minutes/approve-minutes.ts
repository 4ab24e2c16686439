import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { findRecordedMeeting } from '../../queries/record.ts'
import { isCouncilRegime, unsuitable } from '../../rules/minutes.ts'
import { holdMinutes } from './hold-minutes.ts'

/** How minutes were approved. */
export interface Approval {
  /** The meeting that approved them. */
  readonly meeting: string
  /** As minuted there; undefined: as a correct record. */
  readonly amendments: string | undefined
  /** Whoever presided and signed; undefined: not signed yet. */
  readonly signedBy: string | undefined
}

/** Records that a later, suitable meeting approved the minutes, with the amendments that it minuted (M12). */
export async function approveMinutes(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  approval: Approval,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meetingId, 'approve', 'approve')
    const meeting = await findRecordedMeeting(tx, meetingId)
    const at = await findRecordedMeeting(tx, approval.meeting)
    if (!meeting) throw new NotFound('No such meeting.')
    if (!at) return fail({ field: 'meeting', code: 'choice-unknown' })
    const council = isCouncilRegime(meeting.body.settings?.legalRegime)
    const reason = unsuitable({ ...meeting, body: meeting.body.id }, { ...at, body: at.body.id }, council)
    if (reason) return fail({ field: 'meeting', code: reason })
    const kept = {
      approved_at_meeting: at.id,
      approved_on: at.heldOn,
      amendments: approval.amendments ?? '',
      signed_by: approval.signedBy ?? '',
    }
    await tx
      .updateTable('meetings.minutes')
      .set({ state: 'approved', ...kept, version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'minutes.approved',
      subjectType: 'meeting',
      subject: meetingId,
      content: JSON.stringify(approval),
    })
    return succeed(meetingId)
  })
}

/** Records who signed approved minutes: whoever presided at the meeting that approved them. */
export async function signMinutes(needs: Pick<CommandNeeds, 'db'>, doer: Doer, meetingId: string, signedBy: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meetingId, 'approve', 'sign')
    await tx
      .updateTable('meetings.minutes')
      .set({ signed_by: signedBy, version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'minutes.signed', subjectType: 'meeting', subject: meetingId, content: signedBy })
  })
}
