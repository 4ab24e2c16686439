import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { ChangedConsultation, ConsultationInput, ConsultationOutcome } from '../../forms/year.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { type Consultation, findConsultation, guardedConsultation } from '../../queries/consultations.ts'
import { findMeeting } from '../../queries/meeting.ts'
import { findPlanItem } from '../../queries/plan.ts'
import { mustSayWhy, outcomeProblem, windowProblem } from '../../rules/consultation.ts'

type Needs = Pick<CommandNeeds, 'db'>

/** Adds a consultation window of a board (G11). */
export async function addConsultation(
  needs: Needs,
  doer: Doer,
  body: string,
  input: ConsultationInput,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    await demand(tx, doer, guardedConsultation({ body, sight: input.sight }), 'keep')
    const [first, ...more] = await problemsOf(tx, body, input)
    if (first) return fail(first, ...more)
    const id = newId()
    await tx
      .insertInto('meetings.consultation')
      .values({ id, body, ...columnsOf(input), published_at: input.sight === 'public' ? doer.now : null })
      .execute()
    await audit(tx, doer, 'consultation.added', id, input)
    return succeed({ id })
  })
}

/** Changes a window; once people are or were asked, with a reason that stands on its page. */
export async function changeConsultation(
  needs: Needs,
  doer: Doer,
  { body, id }: Pick<Consultation, 'body' | 'id'>,
  input: ChangedConsultation,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const window = await held(tx, doer, body, id, input.version)
    if (window.withdrawnReason !== '') return fail({ field: '', code: 'consultation-withdrawn' })
    const [first, ...more] = [...changeProblems(window, input, doer.today), ...(await problemsOf(tx, body, input))]
    if (first) return fail(first, ...more)
    await write(tx, window, { ...columnsOf(input), published_at: input.sight === 'public' ? sinceWhen(window, doer) : null })
    if (input.reason !== undefined) await keepReason(tx, doer, window, input.reason)
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
    if (window.outcome !== '') return fail({ field: '', code: 'outcome-known' })
    await write(tx, window, { withdrawn_reason: input.reason, withdrawn_at: doer.now })
    await audit(tx, doer, 'consultation.withdrawn', id, input)
    return succeed(null)
  })
}

/** Says what came of a window once it is over, or puts those words right. */
export async function recordOutcome(
  needs: Needs,
  doer: Doer,
  { body, id }: Pick<Consultation, 'body' | 'id'>,
  input: ConsultationOutcome,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const window = await held(tx, doer, body, id, input.version)
    const code = outcomeProblem(window, input.outcomeOn, doer.today)
    if (code) return fail({ field: code === 'outcome-before-close' || code === 'outcome-in-future' ? 'outcomeOn' : '', code })
    await write(tx, window, {
      ...{ outcome: input.outcome, outcome_on: input.outcomeOn },
      outcome_at: window.outcome === '' ? doer.now : window.outcomeAt,
    })
    await audit(tx, doer, 'consultation.outcome-recorded', id, input)
    return succeed(null)
  })
}

/** Since when everybody can read it: one that was public stays as it was told, also where that instant is not known. */
function sinceWhen(window: Consultation, doer: Doer): Temporal.Instant | null {
  return window.sight === 'public' ? window.publishedAt : doer.now
}

function changeProblems(
  window: Consultation,
  { reason, lastDay }: ChangedConsultation,
  today: Temporal.PlainDate,
): readonly FieldProblem[] {
  const unsaid: readonly FieldProblem[] = mustSayWhy(window, today) && reason === undefined ? [{ field: 'reason', code: 'required' }] : []
  const isOver = window.outcomeOn !== null && Temporal.PlainDate.compare(lastDay, window.outcomeOn) >= 0
  return [...unsaid, ...(isOver ? [{ field: 'lastDay', code: 'outcome-known', details: { part: 'day' } }] : [])]
}

async function keepReason(tx: Writer, doer: Doer, window: Consultation, reason: string): Promise<void> {
  const { id, startsOn, endsOn } = window
  await tx
    .insertInto('meetings.consultation_change')
    .values({ id: newId(), consultation: id, on_day: doer.today, reason, was_starts_on: startsOn, was_ends_on: endsOn })
    .execute()
}

async function held(tx: Writer, doer: Doer, body: string, id: string, version: number): Promise<Consultation> {
  const window = await findConsultation(tx, body, id)
  await demand(tx, doer, guardedConsultation(window), 'keep')
  if (window.version !== version) throw new Conflict('Somebody else changed this consultation.')
  return window
}

interface WrittenLater {
  readonly withdrawn_reason: string
  readonly outcome: string
  readonly outcome_on: Temporal.PlainDate
  readonly published_at: Temporal.Instant | null
  readonly withdrawn_at: Temporal.Instant
  readonly outcome_at: Temporal.Instant | null
}

async function write(
  tx: Writer,
  { id, version }: Consultation,
  columns: Partial<ReturnType<typeof columnsOf>> & Partial<WrittenLater>,
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
  const feeds = input.planItem === undefined ? undefined : await findPlanItem(tx, body, input.planItem).catch(() => undefined)
  if (input.planItem !== undefined && feeds === undefined) return [{ field: 'planItem', code: 'choice-unknown' }]
  const problem = windowProblem({ startsOn: input.startsOn, endsOn: input.lastDay.add({ days: 1 }) }, meeting?.heldOn)
  if (problem === undefined) return []
  return [
    problem === 'decides-before-end' ? { field: 'meeting', code: problem } : { field: 'lastDay', code: problem, details: { part: 'day' } },
  ]
}

const columnsOf = ({ title, summary, askedBy, audience, how, startsOn, lastDay, meeting, planItem, sight }: ConsultationInput) => ({
  ...{ title, summary: summary ?? '', asked_by: askedBy ?? '', audience: audience ?? '', how: how ?? '', sight },
  ...{ starts_on: startsOn, ends_on: lastDay.add({ days: 1 }), meeting: meeting ?? null, plan_item: planItem ?? null },
})

function audit(tx: Writer, doer: Doer, act: string, subject: string, content: object): Promise<void> {
  return appendAudit(tx, { actor: doer.actor, act, subjectType: 'consultation', subject, content: JSON.stringify(content) })
}
