import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import type { ClerkSubmission, MemberSubmission } from '../../forms/submission.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { findMeeting, type Meeting } from '../../queries/meeting.ts'
import { guardedBox } from '../../queries/submissions.ts'
import { takesSubmissions } from '../../rules/submission.ts'
import { testSubmission } from './test-submission.ts'

/**
 * A member brings a question, a petition or a deputation, or declares the whip at an item, which the other members read at once (M13). What waits for
 * the clerk is told to the clerk by mail; members know no addresses, so a job writes it.
 */
export async function bringAsMember(
  needs: Pick<CommandNeeds, 'db' | 'outbox'>,
  doer: Doer,
  meetingId: string,
  input: MemberSubmission,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    const { person } = await demand(tx, doer, guardedBox(meeting), 'bring')
    if (!takesSubmissions(meeting.state, meeting.heldOn, doer.today)) return fail({ field: '', code: 'submission-closed' })
    const tested = await testSubmission(tx, meeting, { kind: input.kind, text: input.text, at: doer.now })
    if (!tested.ok) return tested
    const isWhip = input.kind === 'whip'
    const item = isWhip && input.item !== undefined ? await findItem(tx, meetingId, input.item) : undefined
    const name = person?.name ?? 'A member'
    const id = newId()
    await tx
      .insertInto('meetings.submission')
      .values({
        ...valuesOf(meeting, input),
        id,
        category: item?.category ?? 'public',
        item: item?.id ?? null,
        // A member declares the whip openly: a name withheld would say nothing.
        withheld: isWhip ? false : input.withheld,
        shown_name: isWhip ? name : '',
        state: isWhip ? 'accepted' : 'received',
        sight: isWhip ? 'members' : 'draft',
        received_at: doer.now,
        notice: JSON.stringify(tested.value),
        made_by: doer.actor,
      })
      .execute()
    await keepPerson(tx, { submission: id, body: meeting.body, name, email: '' })
    if (!isWhip) await needs.outbox.enqueue(tx, 'reminders', { submission: id })
    await appendAudit(tx, { actor: doer.actor, act: 'submission.brought', subjectType: 'submission', subject: id, content: input.kind })
    return succeed(id)
  })
}

/** The clerk takes down what came by letter, by telephone or in person, with the day on which it came. */
export async function bringAsClerk(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: ClerkSubmission,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    await demand(tx, doer, { record: 'meeting', state: meeting.sight, ties: { body: meeting.body, meeting: meetingId } }, 'record')
    const typed = input.receivedOn && instantOf(input.receivedOn, input.receivedAt ?? new Temporal.PlainTime(12))
    const at = typed && Temporal.Instant.compare(typed, doer.now) < 0 ? typed : doer.now
    const tested = await testSubmission(tx, meeting, { kind: input.kind, text: input.text, at })
    if (!tested.ok) return tested
    const id = newId()
    await tx
      .insertInto('meetings.submission')
      .values({ ...valuesOf(meeting, input), id, received_at: at, notice: JSON.stringify(tested.value), made_by: doer.actor })
      .execute()
    await keepPerson(tx, { submission: id, body: meeting.body, name: input.name, email: input.email ?? '' })
    await appendAudit(tx, { actor: doer.actor, act: 'submission.taken-down', subjectType: 'submission', subject: id, content: input.kind })
    return succeed(id)
  })
}

/** The columns that every way of bringing something fills alike. */
export function valuesOf(
  { id, body }: Pick<Meeting, 'id' | 'body'>,
  input: Pick<ClerkSubmission, 'title' | 'text' | 'withheld' | 'signatures'> & { readonly kind: string },
) {
  const { kind, title = '', text, withheld, signatures = null } = input
  return { meeting: id, body, kind, title, text, withheld, signatures }
}

/** Keeps who brought it, apart from what was brought. */
export async function keepPerson(
  tx: Writer,
  values: { readonly submission: string; readonly body: string; readonly name: string; readonly email: string },
): Promise<void> {
  await tx.insertInto('meetings.submission_person').values(values).execute()
}
