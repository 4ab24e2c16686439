import { newId } from '#platform/database/ids.ts'
import type { Acting, Database, Reader, Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { type Known, type MembershipPlan, type PlannedRow, planMembership } from '../rules/membership-plan.ts'
import { insertAppointment } from './appointments.ts'
import { permit } from './permit.ts'
import { insertSeat } from './seats.ts'
import { command, record } from './write-record.ts'

/** What an import would do, for looking at it first; nothing is written. */
export async function previewMembership(
  reader: Reader,
  acting: Acting,
  body: string,
  rows: readonly PlannedRow[],
): Promise<MembershipPlan> {
  await permit(reader, acting, { record: 'appointment', verb: 'import', ties: { body } })
  return planMembership(rows, await findKnown(reader, body))
}

/** Brings seats, people, posts and appointments of a file in (G5): all of it, or nothing. Problems: those of the plan, each with its line. */
export async function importMembership(
  db: Database,
  acting: Acting,
  body: string,
  rows: readonly PlannedRow[],
): Promise<Result<{ readonly appointments: number }, FieldProblem>> {
  const raced = { field: 'file', code: 'import-raced' }
  const constraints = { appointment_place_filled_once: raced, seat_body_key_daterange_excl: raced }
  return command(db, acting, constraints, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'appointment', verb: 'import', ties: { body } })
    const plan = planMembership(rows, await findKnown(tx, body))
    const [first, ...more] = plan.problems
    if (first) return fail(first, ...more)
    await write(tx, body, plan)
    await record(tx, actor, 'membership.imported', 'body', body, { rows })
    return succeed({ appointments: plan.appointments.length })
  })
}

async function findKnown(reader: Reader, body: string): Promise<Known> {
  const categories = await reader.selectFrom('governance.code').select('code').where('list', '=', 'seat-category').execute()
  const seats = await reader
    .selectFrom('governance.seat')
    .select(['id', 'name', 'places'])
    .where('body', '=', body)
    .where('ends_on', 'is', null)
    .execute()
  const filled = await reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .select(['a.seat', 'a.place', 'a.person', 'a.ends_on as endsOn'])
    .where('s.body', '=', body)
    .execute()
  const people = await reader
    .selectFrom('governance.person as p')
    .leftJoin('governance.person_contact as c', 'c.person', 'p.id')
    .select(['p.id', 'p.name', 'c.email'])
    .execute()
  const organisations = await reader.selectFrom('governance.organisation').select(['id', 'name']).where('ends_on', 'is', null).execute()
  return {
    categories: categories.map(({ code }) => code),
    seats,
    filled: filled.map((place) => ({ ...place, endsOn: place.endsOn ?? undefined })),
    people: people.map(({ email, ...person }) => ({ ...person, email: email ?? '' })),
    organisations,
  }
}

async function write(tx: Writer, body: string, plan: MembershipPlan): Promise<void> {
  const seats = new Map<string, string>()
  const people = new Map<string, string>()
  for (const seat of plan.newSeats) {
    const id = newId()
    seats.set(seat.name, id)
    const blank = {
      group: '',
      organisation: undefined,
      sector: '',
      statutoryRole: '',
      votesOn: [],
      alternatives: [],
      capacityRequired: '',
      byPost: false,
    }
    await insertSeat(tx, id, { ...blank, ...seat, mayAttendPrivate: false, body })
  }
  for (const { id, places } of plan.widenedSeats)
    await tx
      .updateTable('governance.seat')
      .set((set) => ({ places, version: set('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  for (const person of plan.newPeople) {
    const id = newId()
    people.set(person.name, id)
    await tx.insertInto('governance.person').values({ id, name: person.name }).execute()
    if (person.email) await tx.insertInto('governance.person_contact').values({ person: id, email: person.email }).execute()
    if (person.post)
      await tx
        .insertInto('governance.post')
        .values({ id: newId(), person: id, organisation: person.organisation ?? null, title: person.post, starts_on: person.from })
        .execute()
  }
  for (const { seat, place, person, onBehalfOf, from } of plan.appointments) {
    const filled = { seat: seats.get(seat) ?? seat, person: people.get(person) ?? person, place, onBehalfOf, startsOn: from }
    await insertAppointment(tx, newId(), { ...filled, capacity: '', mandate: [], endsOn: undefined })
  }
}
