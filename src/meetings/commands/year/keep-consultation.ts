import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ConsultationInput } from '../../forms/year.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Consultation, findConsultation, guardedConsultation } from '../../queries/consultations.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { windowProblem } from '../../rules/consultation.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Adds a consultation window of a board (G11). */
export async function addConsultation(
  needs: Needs,
  doer: Doer,
  body: string,
  input: ConsultationInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedConsultation({ body, sight: input.sight }), 'keep')
    const [first, ...more] = await problemsOf(tx, body, input)
    if (first) return fail(first, ...more)
    const id = newId()
    await tx
      .insertInto('meetings.consultation')
      .values({ id, body, ...columnsOf(input) })
      .execute()
    await audit(tx, doer, 'consultation.added', id, input)
    return succeed(null)
  })
}

/** Changes a window. */
export async function changeConsultation(
  needs: Needs,
  doer: Doer,
  { body, id }: Pick<Consultation, 'body' | 'id'>,
  input: ConsultationInput & { readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const window = await held(tx, doer, body, id, input.version)
    if (window.withdrawnReason !== '') return fail({ field: '', code: 'consultation-withdrawn' })
    const [first, ...more] = await problemsOf(tx, body, input)
    if (first) return fail(first, ...more)
    await write(tx, window, columnsOf(input))
    await audit(tx, doer, 'consultation.changed', id, input)
    return succeed(null)
  })
}

/** Says that a window is not held, and why: it stays in the list with the reason. */
export async function withdrawConsultation(
  needs: Needs,
  doer: Doer,
  { body, id }: Pick<Consultation, 'body' | 'id'>,
  input: { readonly reason: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const window = await held(tx, doer, body, id, input.version)
    if (window.withdrawnReason !== '') return fail({ field: '', code: 'consultation-withdrawn' })
    await write(tx, window, { withdrawn_reason: input.reason })
    await audit(tx, doer, 'consultation.withdrawn', id, input)
    return succeed(null)
  })
}

async function held(tx: Writer, doer: Doer, body: string, id: string, version: number): Promise<Consultation> {
  const window = await findConsultation(tx, body, id)
  await demand(tx, doer, guardedConsultation(window), 'keep')
  if (window.version !== version) throw new Conflict('Somebody else changed this consultation.')
  return window
}

async function write(
  tx: Writer,
  { id, version }: Consultation,
  columns: Partial<ReturnType<typeof columnsOf>> & { withdrawn_reason?: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('meetings.consultation')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Conflict('Somebody else changed this consultation.')
}

/** Its meeting is one of the board that is still on; the window lies before it. */
async function problemsOf(tx: Writer, body: string, input: ConsultationInput): Promise<readonly FieldProblem[]> {
  const meeting = input.meeting === undefined ? undefined : await findMeeting(tx, input.meeting).catch(() => undefined)
  const isGone = meeting?.state === 'cancelled' || meeting?.state === 'rescheduled'
  if (input.meeting !== undefined && (meeting?.body !== body || isGone)) return [{ field: 'meeting', code: 'meeting-not-open' }]
  const problem = windowProblem({ startsOn: input.startsOn, endsOn: input.lastDay.add({ days: 1 }) }, meeting?.heldOn)
  if (problem === undefined) return []
  return [
    problem === 'decides-before-end' ? { field: 'meeting', code: problem } : { field: 'lastDay', code: problem, details: { part: 'day' } },
  ]
}

const columnsOf = ({ title, summary, startsOn, lastDay, meeting, sight }: ConsultationInput) => ({
  ...{ title, summary: summary ?? '', starts_on: startsOn, ends_on: lastDay.add({ days: 1 }), meeting: meeting ?? null, sight },
})

function audit(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, { actor: doer.actor, act, subjectType: 'consultation', subject, content: JSON.stringify(content) })
}
