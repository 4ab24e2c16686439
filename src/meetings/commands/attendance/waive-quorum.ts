import { findTermsInForce } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { hasWaiver } from '../../rules/waiver.ts'
import { sightOfRecord } from './record-attendance.ts'

/** Records whom the chair consulted and what they said, where the terms give that way out (G6). */
export async function waiveQuorum(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: { readonly consulted: string; readonly views: string },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const terms = await findTermsInForce(tx, meeting.body, meeting.heldOn)
    if (!hasWaiver(terms?.quorum.value)) return fail({ field: 'consulted', code: 'waiver-not-in-terms' })
    const row = { ...input, at: doer.now, actor: doer.actor }
    await tx
      .insertInto('meetings.quorum_waiver')
      .values({ meeting: meetingId, body: meeting.body, sight: await sightOfRecord(tx, meetingId), ...row })
      .onConflict((conflict) => conflict.column('meeting').doUpdateSet(row))
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'quorum.waived',
      subjectType: 'meeting',
      subject: meetingId,
      content: JSON.stringify(input),
    })
    return succeed(meetingId)
  })
}
