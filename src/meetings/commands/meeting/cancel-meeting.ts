import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { CancelInput, RescheduleInput } from '../../forms/meeting.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItemsOut } from '../../queries/addressees.ts'
import { findJoiningDetails, findJointBodies, guardedMeeting, lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { mayBecome } from '../../rules/meeting.ts'
import { tellMembers, wasTold } from '../distribute.ts'
import { placeStandingItems } from '../plan/place-standing.ts'
import { dayProblems, recordChange, timesProblems, writeJointBodies, writePrivate } from './create-meeting.ts'

/** Cancels a meeting with a public reason; whoever was invited is told. */
export async function cancelMeeting(needs: CommandNeeds, doer: Doer, id: string, input: CancelInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForStopping(tx, doer, id, input.version)
    if (!mayBecome(meeting.state, 'cancelled')) return fail({ field: '', code: 'cannot-cancel' })
    await stop(tx, doer, meeting, 'cancelled', input, null)
    await tellIfTold(needs, tx, doer, { ...meeting, state: 'cancelled', sequence: meeting.sequence + 1 }, 'cancel', input.reason)
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'meeting.cancelled',
      subjectType: 'meeting',
      subject: id,
      content: JSON.stringify(input),
    })
    await placeStandingItems(tx, doer, meeting.body)
    return succeed(null)
  })
}

/** Moves a meeting to another day: this one stays as rescheduled and links to its successor, which is planned anew with the same details. */
export async function rescheduleMeeting(
  needs: CommandNeeds,
  doer: Doer,
  id: string,
  input: RescheduleInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockForStopping(tx, doer, id, input.version)
    if (!mayBecome(meeting.state, 'rescheduled')) return fail({ field: '', code: 'cannot-cancel' })
    if (meeting.heldOn.equals(input.heldOn)) return fail({ field: 'heldOn', code: 'same-day' })
    const [first, ...more] = [...timesProblems(input), ...(await dayProblems(tx, doer, meeting.body, input))]
    if (first) return fail(first, ...more)
    const successor = await copyTo(tx, doer, meeting, input)
    if (input.shortNoticeReason) {
      await recordChange(tx, doer, successor, {
        from: 'planned',
        to: 'planned',
        reason: input.shortNoticeReason,
        decidedBy: input.decidedBy,
      })
    }
    await stop(tx, doer, meeting, 'rescheduled', input, successor)
    const moved: Meeting = { ...meeting, state: 'rescheduled', successor, sequence: meeting.sequence + 1 }
    await tellIfTold(needs, tx, doer, moved, 'reschedule', input.reason, input.heldOn)
    await tx
      .updateTable('meetings.plan_item')
      .set({ meeting: successor })
      .where('meeting', '=', id)
      .where('body', '=', meeting.body)
      .where('state', '=', 'accepted')
      .execute()
    // What is due at each meeting is due at the one that is held instead; another board at the table is asked anew.
    await tx
      .updateTable('meetings.plan_item')
      .set({ due_meeting: successor })
      .where('due_meeting', '=', id)
      .where('body', '=', meeting.body)
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'meeting.rescheduled',
      subjectType: 'meeting',
      subject: id,
      content: JSON.stringify(input),
    })
    await placeStandingItems(tx, doer, meeting.body)
    return succeed({ id: successor })
  })
}

async function lockForStopping(tx: Writer, doer: Doer, id: string, version: number): Promise<Meeting> {
  const meeting = await lockMeeting(tx, id)
  await demand(tx, doer, guardedMeeting(meeting), 'cancel')
  if (meeting.version !== version) throw new Conflict('Somebody else changed this meeting.')
  return meeting
}

async function stop(
  tx: Writer,
  doer: Doer,
  meeting: Meeting,
  state: 'cancelled' | 'rescheduled',
  input: CancelInput,
  successor: string | null,
): Promise<void> {
  await tx
    .updateTable('meetings.meeting')
    .set({ state, state_reason: input.reason, successor, sequence: meeting.sequence + 1, version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .execute()
  await recordChange(tx, doer, meeting.id, { from: meeting.state, to: state, reason: input.reason, decidedBy: input.decidedBy })
}

async function copyTo(tx: Writer, doer: Doer, meeting: Meeting, input: RescheduleInput): Promise<string> {
  const id = newId()
  const { body, title, theme, kind, access, accessNotes, filmingNotice, contact } = meeting
  await tx
    .insertInto('meetings.meeting')
    .values({
      id,
      body,
      title,
      theme,
      kind,
      access,
      access_notes: accessNotes,
      filming_notice: filmingNotice,
      contact,
      held_on: input.heldOn,
      starts_at: input.startsAt.toString(),
      ends_at: input.endsAt?.toString() ?? null,
      place: input.place ?? '',
      state: 'planned',
    })
    .execute()
  const details = await findJoiningDetails(tx, meeting.id)
  if (details) await writePrivate(tx, id, details)
  // Who agreed to the old day has not agreed to the new one.
  await writeJointBodies(tx, doer, id, body, await findJointBodies(tx, meeting.id))
  return id
}

async function tellIfTold(
  needs: CommandNeeds,
  tx: Writer,
  doer: Doer,
  meeting: Meeting,
  occasion: 'cancel' | 'reschedule',
  reason: string,
  newDay?: Temporal.PlainDate,
): Promise<void> {
  if (!(await wasTold(tx, meeting.id))) return
  const items = await findItemsOut(tx, meeting.id)
  const day = newDay === undefined ? {} : { newDay }
  await tellMembers(needs, tx, doer, meeting, { occasion, items, reason, method: 'cancel', publication: undefined, ...day })
}
