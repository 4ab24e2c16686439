import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { EndingReason, mandates } from '../rules/choices.ts'
import { permit } from './permit.ts'
import { lockSeat } from './seats.ts'
import { command, record } from './write-record.ts'

/** Somebody who is to fill a place. */
export interface NewAppointment {
  readonly seat: string
  /** From 1 to the seat's number of places. */
  readonly place: number
  readonly person: string
  readonly onBehalfOf: string | undefined
  readonly capacity: string
  readonly mandate: readonly (typeof mandates)[number][]
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while it is open. */
  readonly endsOn: Temporal.PlainDate | undefined
}

const constraints = {
  appointment_place_filled_once: { field: 'place', code: 'place-just-filled' },
  appointment_place_exists: { field: 'place', code: 'no-such-place' },
  appointment_person_fkey: { field: 'person', code: 'choice-unknown' },
  appointment_on_behalf_of_fkey: { field: 'onBehalfOf', code: 'choice-unknown' },
}

/**
 * Appoints somebody to a place of a seat (G5).
 * Problems: 'place-filled' with who fills it until when, 'no-such-place', 'holds-another-place', 'before-seat', 'after-seat', 'ends-before-start'.
 */
export async function appointToSeat(
  db: Database,
  acting: Acting,
  input: NewAppointment,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, constraints, async (tx) => {
    const seat = await lockSeat(tx, input.seat)
    const { actor } = await permit(tx, acting, { record: 'appointment', verb: 'add', ties: { body: seat.body } })
    const problem = (await problemWithDates(seat, input)) ?? (await problemWithPlace(tx, seat.places, input))
    if (problem) return fail(problem)
    const id = newId()
    await insertAppointment(tx, id, input)
    await record(tx, actor, 'appointment.made', 'appointment', id, input)
    return succeed({ id })
  })
}

/** Writes the row of a new appointment. */
export async function insertAppointment(tx: Writer, id: string, input: NewAppointment): Promise<void> {
  await tx
    .insertInto('governance.appointment')
    .values({
      id,
      seat: input.seat,
      place: input.place,
      person: input.person,
      on_behalf_of: input.onBehalfOf ?? null,
      capacity: input.capacity,
      mandate: [...input.mandate],
      starts_on: input.startsOn,
      ends_on: input.endsOn ?? null,
    })
    .execute()
}

function problemWithDates(
  seat: { readonly starts_on: Temporal.PlainDate; readonly ends_on: Temporal.PlainDate | null },
  { startsOn, endsOn }: NewAppointment,
): FieldProblem | undefined {
  if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) <= 0) return { field: 'endsOn', code: 'ends-before-start' }
  if (Temporal.PlainDate.compare(startsOn, seat.starts_on) < 0)
    return { field: 'startsOn', code: 'before-seat', details: { day: dayInWords(seat.starts_on) } }
  const beyond = seat.ends_on !== null && Temporal.PlainDate.compare(startsOn, seat.ends_on) >= 0
  return beyond && seat.ends_on ? { field: 'startsOn', code: 'after-seat', details: { day: dayInWords(seat.ends_on) } } : undefined
}

async function problemWithPlace(tx: Writer, places: number, input: NewAppointment): Promise<FieldProblem | undefined> {
  if (input.place > places) return { field: 'place', code: 'no-such-place', details: { places } }
  const others = await tx
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .select(['a.place', 'a.person', 'p.name', 'a.ends_on as endsOn'])
    .where('a.seat', '=', input.seat)
    .where((where) => where.or([where('a.ends_on', 'is', null), where('a.ends_on', '>', input.startsOn)]))
    .where('a.starts_on', '<', input.endsOn ?? Temporal.PlainDate.from('9999-12-31'))
    .orderBy('a.starts_on')
    .execute()
  const holder = others.find(({ place }) => place === input.place)
  if (holder)
    return { field: 'place', code: 'place-filled', details: { name: holder.name, until: holder.endsOn ? dayInWords(holder.endsOn) : '' } }
  const twice = others.find(({ person }) => person === input.person)
  return twice && { field: 'person', code: 'holds-another-place', details: { name: twice.name, place: twice.place } }
}

/** How an appointment is to end. */
export interface EndedAppointment {
  readonly id: string
  readonly version: number
  /** First day on which it no longer holds. */
  readonly endsOn: Temporal.PlainDate
  readonly reason: EndingReason
}

/** Ends an appointment with its reason; the record of it stays (G5). Problems: 'ends-before-start', 'ended-already'. */
export async function endAppointment(
  db: Database,
  acting: Acting,
  input: EndedAppointment,
): Promise<Result<{ readonly id: string }, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const before = await tx
      .selectFrom('governance.appointment as a')
      .innerJoin('governance.seat as s', 's.id', 'a.seat')
      .select(['a.starts_on as startsOn', 'a.ends_on as endsOn', 'a.ending_reason as reason', 'a.version', 's.body'])
      .where('a.id', '=', input.id)
      .forUpdate('a')
      .executeTakeFirst()
    if (before === undefined) throw new NotFound()
    const { actor } = await permit(tx, acting, { record: 'appointment', verb: 'end', ties: { body: before.body } })
    if (before.version !== input.version) throw new Conflict()
    if (before.reason !== '')
      return fail({ field: '', code: 'ended-already', details: { day: before.endsOn ? dayInWords(before.endsOn) : '' } })
    if (Temporal.PlainDate.compare(input.endsOn, before.startsOn) <= 0) return fail({ field: 'endsOn', code: 'ends-before-start' })
    await tx
      .updateTable('governance.appointment')
      .set({ ends_on: input.endsOn, ending_reason: input.reason, version: before.version + 1 })
      .where('id', '=', input.id)
      .execute()
    await record(tx, actor, 'appointment.ended', 'appointment', input.id, input)
    return succeed({ id: input.id })
  })
}
