import { newId } from '#platform/database/ids.ts'
import type { Acting, Database } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import { findAppointment } from '../queries/history.ts'
import { listTemplate } from '../queries/induction.ts'
import { findMembershipsOf } from '../queries/register-review.ts'
import { mayMark, type StepKind } from '../rules/induction.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** A step of a body's template. */
export interface StepFields {
  readonly kind: StepKind
  readonly title: string
  readonly withinDays: number
  readonly startsOn: Temporal.PlainDate
}

/** Adds a step to the template of a body's induction: it is asked of who joins from its first day. Problems: 'step-known'. */
export async function addInductionStep(
  db: Database,
  acting: Acting,
  input: StepFields & { readonly body: string },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, { induction_step_once: { field: 'title', code: 'step-known' } }, async (tx) => {
    const { body, kind, title, withinDays, startsOn } = input
    const { actor } = await permit(tx, acting, { record: 'induction-step', verb: 'add', ties: { body } })
    const id = newId()
    const position = (await listTemplate(tx, body)).length
    await tx
      .insertInto('governance.induction_step')
      .values({ id, body, kind, title, within_days: withinDays, position, starts_on: startsOn })
      .execute()
    await record(tx, actor, 'induction-step.added', 'induction-step', id, input)
    return succeed({ id })
  })
}

/** Ends a step: who joins from that day is not asked for it. Problems: 'ends-before-start', 'ended-already'. @throws Conflict */
export async function endInductionStep(
  db: Database,
  acting: Acting,
  input: { readonly id: string; readonly body: string; readonly endsOn: Temporal.PlainDate; readonly version: number },
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'induction-step', verb: 'end', ties: { body: input.body } })
    const step = (await listTemplate(tx, input.body)).find(({ id }) => id === input.id)
    if (step === undefined) throw new NotFound()
    if (step.endsOn) return fail({ field: 'endsOn', code: 'ended-already', details: { day: dayInWords(step.endsOn) } })
    if (Temporal.PlainDate.compare(input.endsOn, step.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    const ended = await tx
      .updateTable('governance.induction_step')
      .set({ ends_on: input.endsOn, version: input.version + 1 })
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) throw new Conflict()
    await record(tx, actor, 'induction-step.ended', 'induction-step', input.id, input)
    return succeed({ id: input.id })
  })
}

/** A step that was done for one appointment. */
export interface StepMark {
  readonly appointment: string
  readonly step: string
  readonly doneOn: Temporal.PlainDate
  /** For the step that names one. */
  readonly buddy?: string | undefined
}

/**
 * Says that a step of somebody's induction is done: the member oneself, or a clerk of the body. Twice is once.
 * Problems: 'in-the-future', 'before-appointment', 'step-not-yours', 'buddy-missing', 'buddy-elsewhere', 'buddy-self'. @throws NotFound
 */
export async function markStep(db: Database, acting: Acting, input: StepMark): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const appointment = await findAppointment(tx, input.appointment)
    if (appointment === undefined) throw new NotFound()
    const { body, person, startsOn } = appointment
    const ties = { body: body.id, about: person.id }
    const { actor, standing } = await permit(tx, acting, { record: 'induction', verb: 'record', ties })
    const step = (await listTemplate(tx, body.id)).find(({ id }) => id === input.step)
    if (step === undefined || standing.person === undefined) throw new NotFound()
    const isClerk = standing.clerkOf.has(body.id)
    if (!mayMark(step.kind, isClerk ? 'clerk' : 'self')) return fail({ field: '', code: 'step-not-yours' })
    if (Temporal.PlainDate.compare(input.doneOn, acting.today) > 0) return fail({ field: 'doneOn', code: 'in-the-future' })
    const buddy = step.kind === 'buddy' ? input.buddy : undefined
    if (step.kind === 'buddy') {
      if (buddy === undefined) return fail({ field: 'buddy', code: 'buddy-missing' })
      if (buddy === person.id) return fail({ field: 'buddy', code: 'buddy-self' })
      const boards = await findMembershipsOf(tx, [buddy], acting.today)
      if (!boards.some((board) => board.body.id === body.id)) return fail({ field: 'buddy', code: 'buddy-elsewhere' })
    }
    if (Temporal.PlainDate.compare(startsOn, acting.today) > 0) return fail({ field: 'doneOn', code: 'before-appointment' })
    await tx
      .insertInto('governance.induction_done')
      .values({
        ...{ appointment: appointment.id, step: step.id, done_on: input.doneOn },
        buddy: buddy ?? null,
        recorded_by: standing.person.id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await record(tx, actor, 'induction.done', 'appointment', appointment.id, input)
    return succeed({ id: appointment.id })
  })
}
