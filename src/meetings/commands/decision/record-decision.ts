import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { DecisionInput } from '../../forms/decision.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting } from '../../queries/meeting.ts'
import { sightOnceMinuted } from '../../rules/minutes.ts'
import { sightOfRecord } from '../attendance/record-attendance.ts'
import { nextNumber } from './numbers.ts'
import { settleDecision } from './settle-decision.ts'

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
    const settled = await settleDecision(tx, doer, meetingId, input)
    if (!settled.ok) return settled
    const { ground, row } = settled.value
    const id = newId()
    const minuted = (await sightOfRecord(tx, meetingId)) === 'public'
    const own = {
      id,
      meeting: meetingId,
      body: locked.body,
      sight: minuted ? sightOnceMinuted(row.category) : 'members',
      number: await nextNumber(tx, ground),
      decided_on: locked.heldOn,
      recorded_at: doer.now,
    }
    await tx
      .insertInto('meetings.decision')
      .values({ ...row, ...own })
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'decision.recorded',
      subjectType: 'decision',
      subject: id,
      content: JSON.stringify(input),
    })
    return succeed(id)
  })
}
