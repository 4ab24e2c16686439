import { findBodiesById, findStanding } from '#governance/public-data.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { MeetingInput } from '../../forms/meeting.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findJointBodies, isRecordedAt } from '../../queries/meeting.ts'
import { findMeetingRules } from '../../queries/meeting-rules.ts'
import { deadlineOf, lastDayOf } from '../../rules/deadlines.ts'
import { questionDate } from '../../rules/meeting.ts'
import { placeStandingItems } from '../plan/place-standing.ts'

/** What is asked of a meeting's day, wherever one is entered. */
export interface DayAsked {
  readonly heldOn: Temporal.PlainDate
  readonly recordsHistory: boolean
  readonly shortNoticeReason: string | undefined
}

/** Plans a meeting of a body (M2). A day in the past must be confirmed as history; a meeting before its notice needs a reason. */
export async function createMeeting(
  needs: CommandNeeds,
  doer: Doer,
  body: string,
  input: MeetingInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, { record: 'meeting', state: 'draft', ties: { body } }, 'change')
    const problems = [...timesProblems(input), ...(await dayProblems(tx, doer, body, input)), ...(await jointProblems(tx, input))]
    const [first, ...more] = problems
    if (first) return fail(first, ...more)
    const id = await insertMeeting(tx, doer, body, input)
    await placeStandingItems(tx, doer, body)
    // Who calls as the clerk of another board, too, has agreed for it.
    const { clerkOf } = await findStanding(tx, doer)
    for (const other of input.jointBodies) if (clerkOf.has(other) && other !== body) await placeStandingItems(tx, doer, other)
    return succeed({ id })
  })
}

/** Writes a new meeting of a body. The rules have been asked by then; standing items are placed after it. */
export async function insertMeeting(tx: Writer, doer: Doer, body: string, input: MeetingInput): Promise<string> {
  const id = newId()
  await tx
    .insertInto('meetings.meeting')
    .values({ id, body, state: 'planned', ...columnsOf(input) })
    .execute()
  await writePrivate(tx, id, input)
  await writeJointBodies(tx, doer, id, body, input.jointBodies)
  if (input.shortNoticeReason)
    await recordChange(tx, doer, id, { from: 'planned', to: 'planned', reason: input.shortNoticeReason, decidedBy: '' })
  await appendAudit(tx, {
    actor: doer.actor,
    act: 'meeting.planned',
    subjectType: 'meeting',
    subject: id,
    content: JSON.stringify(input),
  })
  return id
}

/** The columns that the clerk fills in. */
export function columnsOf(input: MeetingInput) {
  return {
    title: input.title ?? '',
    theme: input.theme ?? '',
    kind: input.kind,
    held_on: input.heldOn,
    starts_at: input.startsAt.toString(),
    ends_at: input.endsAt?.toString() ?? null,
    place: input.place ?? '',
    access: input.access,
    access_notes: input.accessNotes ?? '',
    filming_notice: input.filmingNotice ?? '',
    contact: input.contact ?? '',
  }
}

/** A meeting ends after it starts. */
export function timesProblems({ startsAt, endsAt }: Pick<MeetingInput, 'startsAt' | 'endsAt'>): readonly FieldProblem[] {
  return endsAt && Temporal.PlainTime.compare(endsAt, startsAt) <= 0 ? [{ field: 'endsAt', code: 'ends-before-start' }] : []
}

/** What is questioned about the day of a meeting, by the terms in force on it. */
export async function dayProblems(tx: Writer, doer: Doer, body: string, asked: DayAsked): Promise<readonly FieldProblem[]> {
  const rules = await findMeetingRules(tx, body, asked.heldOn)
  const question = questionDate(asked.heldOn, doer.today, lastDayOf(deadlineOf('agendaOut', rules, asked.heldOn)))
  if (question?.code === 'in-the-past' && !asked.recordsHistory) return [{ field: 'recordsHistory', code: 'in-the-past' }]
  if (question?.code === 'before-its-notice' && !asked.shortNoticeReason) {
    return [{ field: 'shortNoticeReason', code: 'before-its-notice', details: { lastDay: weekdayInWords(question.lastDay) } }]
  }
  return []
}

/** Only bodies that are on record meet jointly: the form offers no others. */
export async function jointProblems(
  tx: Writer,
  { jointBodies, heldOn }: Pick<MeetingInput, 'jointBodies' | 'heldOn'>,
): Promise<readonly FieldProblem[]> {
  const known = await findBodiesById(tx, jointBodies, heldOn)
  return jointBodies.every((id) => known.some((body) => body.id === id)) ? [] : [{ field: 'jointBodies', code: 'choice-unknown' }]
}

/** A body that is recorded at a meeting stays at its table. */
export async function leavingProblems(tx: Writer, meeting: string, wanted: readonly string[]): Promise<readonly FieldProblem[]> {
  for (const body of (await findJointBodies(tx, meeting)).filter((other) => !wanted.includes(other)))
    if (await isRecordedAt(tx, meeting, body)) return [{ field: 'jointBodies', code: 'joint-body-recorded' }]
  return []
}

/** Keeps what only those who attend may know. */
export async function writePrivate(tx: Writer, meeting: string, input: Pick<MeetingInput, 'onlineLink' | 'joiningNotes'>): Promise<void> {
  const values = { online_link: input.onlineLink ?? '', joining_notes: input.joiningNotes ?? '' }
  await tx
    .insertInto('meetings.meeting_private')
    .values({ meeting, ...values })
    .onConflict((conflict) => conflict.column('meeting').doUpdateSet(values))
    .execute()
}

/**
 * Keeps which other bodies are asked to meet jointly. Those that stay keep what they agreed to; where whoever calls is the clerk of another body too, it
 * has agreed with that.
 */
export async function writeJointBodies(tx: Writer, doer: Doer, meeting: string, body: string, others: readonly string[]): Promise<void> {
  const wanted = [...new Set(others)].filter((other) => other !== body)
  const before = await findJointBodies(tx, meeting)
  const gone = before.filter((other) => !wanted.includes(other))
  if (gone.length > 0) await tx.deleteFrom('meetings.joint_body').where('meeting', '=', meeting).where('body', 'in', gone).execute()
  const added = wanted.filter((other) => !before.includes(other))
  if (added.length === 0) return
  const { clerkOf } = await findStanding(tx, doer)
  const rows = added.map((other) => ({
    meeting,
    body: other,
    ...(clerkOf.has(other) ? { agreed_at: doer.now, agreed_by: doer.actor } : {}),
  }))
  for (const row of rows) await tx.insertInto('meetings.joint_body').values(row).execute()
}

/** Logs a change of state with who and why (handbook governance 1.5). */
export async function recordChange(
  tx: Writer,
  doer: Doer,
  meeting: string,
  change: { readonly from: string; readonly to: string; readonly reason: string; readonly decidedBy: string },
): Promise<void> {
  const { from, to, reason, decidedBy } = change
  await tx
    .insertInto('meetings.state_change')
    .values({ id: newId(), meeting, from_state: from, to_state: to, reason, decided_by: decidedBy, at: doer.now, actor: doer.actor })
    .execute()
}
