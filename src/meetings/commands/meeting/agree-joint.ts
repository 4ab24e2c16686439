import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findBoardNotices } from '../../queries/board-notices.ts'
import { findMeeting, guardedJointBody, isRecordedAt, type Meeting } from '../../queries/meeting.ts'
import { findPublications } from '../../queries/publications.ts'
import { everyPart, tellParts } from '../live/tell-parts.ts'
import { placedBecause, placeStandingItems } from '../plan/place-standing.ts'
import { certifyNotices } from '../publish/certify.ts'

/**
 * Agrees for a board that it meets jointly where another board has called it, or takes that back while nothing of it is recorded there. From then on it is
 * called on the roll, its quorum is judged, and decisions can be its own (M1, docs/decisions/0015).
 */
export async function agreeJoint(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: { readonly body: string; readonly agrees: boolean },
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedJointBody(input.body), 'agree')
    if (!(await isAsked(tx, meetingId, input.body))) return fail({ field: '', code: 'board-not-asked' })
    const meeting = await findMeeting(tx, meetingId)
    if (meeting.state === 'cancelled' || meeting.state === 'rescheduled') return fail({ field: '', code: 'meeting-over' })
    if (!input.agrees && (await isRecordedAt(tx, meetingId, input.body))) return fail({ field: '', code: 'joint-body-recorded' })
    const agreed = input.agrees ? { agreed_at: doer.now, agreed_by: doer.actor } : { agreed_at: null, agreed_by: null }
    const row = tx.updateTable('meetings.joint_body').set(agreed).where('meeting', '=', meetingId).where('body', '=', input.body)
    // Agreed already is agreed once: a second press changes nothing.
    const done = await row.where('agreed_at', input.agrees ? 'is' : 'is not', null).executeTakeFirst()
    if (done.numUpdatedRows === 0n) return succeed(meetingId)
    const act = input.agrees ? 'meeting.joined' : 'meeting.not-joined'
    if (input.agrees) await certifyPublished(tx, doer, meeting, input.body)
    if (input.agrees) await bringStandingBack(tx, meetingId, input.body)
    await placeStandingItems(tx, doer, input.body)
    await appendAudit(tx, { actor: doer.actor, act, subjectType: 'meeting', subject: meetingId, content: input.body })
    if (meeting.state === 'in_progress') await tellParts(tx, meetingId, everyPart)
    return succeed(meetingId)
  })
}

/** A board that agrees once the pack is out was sent it with everybody: its notice is judged by its own rules from that day. */
async function certifyPublished(tx: Writer, doer: Doer, meeting: Meeting, body: string): Promise<void> {
  for (const { id, kind, withdrawnAt, publishedOn, publishedAt, timeKnown } of await findPublications(tx, meeting.id)) {
    if (kind === 'minutes' || withdrawnAt) continue
    const sent = { day: publishedOn, at: timeKnown ? publishedAt : undefined }
    await certifyNotices(tx, { meeting, publication: id, sent }, await findBoardNotices(tx, [body], meeting.heldOn, sent), doer.now)
  }
}

/** A board that left the table and comes back finds what was due there as it was. */
async function bringStandingBack(tx: Writer, meeting: string, body: string): Promise<void> {
  await tx
    .updateTable('meetings.plan_item')
    .set((column) => ({ state: 'accepted', reason: '', meeting, version: column('version', '+', 1) }))
    .where('body', '=', body)
    .where('due_meeting', '=', meeting)
    .where('state', '=', 'withdrawn')
    .where('reason', '=', placedBecause['meeting-gone'])
    .execute()
}

async function isAsked(tx: Writer, meeting: string, body: string): Promise<boolean> {
  if (!isUuid(meeting)) return false
  const row = await tx
    .selectFrom('meetings.joint_body')
    .select('body')
    .where('meeting', '=', meeting)
    .where('body', '=', body)
    .executeTakeFirst()
  return row !== undefined
}
