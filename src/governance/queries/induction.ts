import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { type InductionStep, type StepKind, type StepStanding, stepsStanding } from '../rules/induction.ts'
import { type AppointmentRecord, findAppointmentsOf, findMembershipHistory } from './history.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'
import { findSignatures, findToSign, type Signature, type ToSign } from './signatures.ts'

/** A step of a body's template with its dates. */
export interface TemplateStep extends InductionStep {
  readonly body: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** The induction of one member: how each step of its template stands, and who goes with them. */
export interface Induction {
  readonly appointment: AppointmentRecord
  readonly steps: readonly StepStanding[]
  /** Undefined while nobody was named. */
  readonly buddy: PersonName | undefined
}

/** Every step of a body's template of any time, in its order. */
export async function listTemplate(reader: Reader, body: string): Promise<readonly TemplateStep[]> {
  const rows = await reader
    .selectFrom('governance.induction_step as t')
    .select([
      't.id',
      't.body',
      't.kind',
      't.title',
      't.within_days as withinDays',
      't.starts_on as startsOn',
      't.ends_on as endsOn',
      't.version',
    ])
    .where('t.body', '=', body)
    .orderBy('t.position')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as StepKind, endsOn: row.endsOn ?? undefined }))
}

const holds = (
  { startsOn, endsOn }: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate | undefined },
  day: Temporal.PlainDate,
): boolean => Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === undefined || Temporal.PlainDate.compare(day, endsOn) < 0)

/** What the inductions of a body's members rest on, read once for all of them. */
interface Ground {
  readonly template: readonly TemplateStep[]
  readonly toSign: readonly ToSign[]
  readonly signatures: readonly Signature[]
}

/** The inductions of the members of a body on a day, the latest appointed first; who joined before there was a template has none. */
export async function findInductions(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Induction[]> {
  const ground = {
    template: await listTemplate(reader, body),
    toSign: await findToSign(reader, body, today),
    signatures: await findSignatures(reader, { body }),
  }
  const appointments = (await findMembershipHistory(reader, body)).filter((appointment) => holds(appointment, today))
  return inductionsOf(reader, appointments, () => ground, today)
}

/** One's own inductions on every board on a day. */
export async function findOwnInductions(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly Induction[]> {
  const appointments = (await findAppointmentsOf(reader, person)).filter((appointment) => holds(appointment, today))
  const signatures = await findSignatures(reader, { person })
  const grounds = new Map<string, Ground>()
  for (const id of new Set(appointments.map(({ body }) => body.id)))
    grounds.set(id, { template: await listTemplate(reader, id), toSign: await findToSign(reader, id, today), signatures })
  return inductionsOf(reader, appointments, (body) => grounds.get(body) ?? { template: [], toSign: [], signatures }, today)
}

async function inductionsOf(
  reader: Reader,
  appointments: readonly AppointmentRecord[],
  groundOf: (body: string) => Ground,
  today: Temporal.PlainDate,
): Promise<readonly Induction[]> {
  const done = await findDone(
    reader,
    appointments.map(({ id }) => id),
  )
  return appointments.flatMap((appointment) => {
    const { template, toSign, signatures } = groundOf(appointment.body.id)
    const steps = template.filter((step) => holds(step, appointment.startsOn))
    if (steps.length === 0) return []
    const own = done.filter((one) => one.appointment === appointment.id)
    const signedOn = (kind: ToSign['kind']): Temporal.PlainDate | undefined => {
      const wanted = toSign.find((version) => version.kind === kind)
      const signed = signatures.find(({ of, person }) => of === wanted?.id && person.id === appointment.person.id)
      return signed && dayOf(signed.signedAt)
    }
    const [terms, agreement] = [signedOn('terms'), signedOn('agreement')]
    const signed = { ...(terms ? { sign_terms: terms } : {}), ...(agreement ? { sign_agreement: agreement } : {}) }
    const buddy = own.find((one) => one.buddy !== undefined)?.buddy
    return [{ appointment, steps: stepsStanding(steps, own, signed, appointment.startsOn, today), buddy }]
  })
}

async function findDone(reader: Reader, appointments: readonly string[]) {
  if (appointments.length === 0) return []
  const rows = await reader
    .selectFrom('governance.induction_done as d')
    .leftJoin('governance.person as p', 'p.id', 'd.buddy')
    .select(['d.appointment', 'd.step', 'd.done_on as doneOn', 'd.buddy', 'p.name'])
    .where('d.appointment', 'in', appointments)
    .execute()
  return rows.map(({ buddy, name, ...row }) => ({ ...row, buddy: buddy === null ? undefined : { id: buddy, name: name ?? '' } }))
}

/** Whom somebody was named to go with, on a day. */
export async function findBuddiesOf(
  reader: Reader,
  person: string,
  today: Temporal.PlainDate,
): Promise<readonly { readonly person: PersonName; readonly board: string }[]> {
  const rows = await reader
    .selectFrom('governance.induction_done as d')
    .innerJoin('governance.appointment as a', 'a.id', 'd.appointment')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .select(['p.id', 'p.name', 'b.name as board'])
    .where('d.buddy', '=', person)
    .where(holdsOn('a', today))
    .execute()
  return rows.map(({ id, name, board }) => ({ person: { id, name }, board }))
}

/** A version that somebody belongs to a body for, and has not signed. */
export interface Unsigned {
  readonly kind: ToSign['kind']
  readonly number: number
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
}

/** What somebody is asked to sign on a day: the versions in force of every board on which they sit, also where an older one was signed. */
export async function findUnsigned(reader: Reader, person: string, today: Temporal.PlainDate): Promise<readonly Unsigned[]> {
  const bodies = new Map(
    (await findAppointmentsOf(reader, person)).filter((appointment) => holds(appointment, today)).map(({ body }) => [body.id, body]),
  )
  const signed = new Set((await findSignatures(reader, { person })).map(({ of }) => of))
  const unsigned: Unsigned[] = []
  for (const body of bodies.values())
    for (const { id, kind, number } of await findToSign(reader, body.id, today)) if (!signed.has(id)) unsigned.push({ kind, number, body })
  return unsigned
}
