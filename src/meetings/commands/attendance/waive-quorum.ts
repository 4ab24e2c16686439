import { findTermsInForce } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { hasWaiver } from '../../rules/waiver.ts'
import { sightOfRecord } from './record-attendance.ts'

/** Records whom the chair consulted and what they said, where the terms give that way out (G6); at a joint meeting for one of its bodies. */
export async function waiveQuorum(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: { readonly consulted: string; readonly views: string; readonly body?: string | undefined },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    const of = input.body ?? meeting.body
    if (of !== meeting.body && !meeting.joint.includes(of)) return fail({ field: 'consulted', code: 'body-not-at-table' })
    const terms = await findTermsInForce(tx, of, meeting.heldOn)
    if (!hasWaiver(terms?.quorum.value)) return fail({ field: 'consulted', code: 'waiver-not-in-terms' })
    const row = { consulted: input.consulted, views: input.views, at: doer.now, actor: doer.actor }
    await tx
      .insertInto('meetings.quorum_waiver')
      .values({ meeting: meetingId, body: meeting.body, of_body: of, sight: await sightOfRecord(tx, meetingId), ...row })
      .onConflict((conflict) => conflict.columns(['meeting', 'of_body']).doUpdateSet(row))
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
