import type { Reader } from '#platform/database/session.ts'
import type { PersonName } from './membership.ts'
import { nameAtLast } from './names.ts'

/** One appointment of any time: history is never lost (G5). */
export interface AppointmentRecord {
  readonly id: string
  readonly person: PersonName
  readonly seat: { readonly id: string; readonly name: string; readonly key: string; readonly places: number }
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly place: number
  readonly onBehalfOf: PersonName | undefined
  readonly capacity: string
  readonly mandate: readonly string[]
  readonly voting: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer holds; undefined while it is open. */
  readonly endsOn: Temporal.PlainDate | undefined
  /** A code of the list 'ending-reason'; empty while it is open, or where none was recorded. */
  readonly endingReason: string
  readonly version: number
}

function appointments(reader: Reader) {
  return reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .leftJoin('governance.organisation as o', 'o.id', 'a.on_behalf_of')
    .select(['a.id', 'a.person', 'p.name', 'a.place', 'a.on_behalf_of as onBehalfOf', 'a.capacity', 'a.mandate'])
    .select(nameAtLast('o', 'a.ends_on').as('organisation'))
    .select(['a.starts_on as startsOn', 'a.ends_on as endsOn', 'a.ending_reason as endingReason', 'a.version'])
    .select([
      's.id as seatId',
      's.name as seatName',
      's.key as seatKey',
      's.places',
      's.voting',
      'b.id as bodyId',
      'b.slug',
      'b.name as bodyName',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof appointments>['execute']>>[number]

function recordOf(row: Row): AppointmentRecord {
  return {
    id: row.id,
    person: { id: row.person, name: row.name },
    seat: { id: row.seatId, name: row.seatName, key: row.seatKey, places: row.places },
    body: { id: row.bodyId, slug: row.slug, name: row.bodyName },
    place: row.place,
    onBehalfOf: row.onBehalfOf === null ? undefined : { id: row.onBehalfOf, name: row.organisation ?? '' },
    capacity: row.capacity,
    mandate: row.mandate,
    voting: row.voting,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? undefined,
    endingReason: row.endingReason,
    version: row.version,
  }
}

/** Every appointment a body has ever had, the latest first. */
export async function findMembershipHistory(reader: Reader, bodyId: string): Promise<readonly AppointmentRecord[]> {
  const rows = await appointments(reader)
    .where('s.body', '=', bodyId)
    .orderBy('a.starts_on', 'desc')
    .orderBy('s.position')
    .orderBy('p.name')
    .orderBy('a.id')
    .execute()
  return rows.map(recordOf)
}

/** Every appointment a person has ever had, the latest first. */
export async function findAppointmentsOf(reader: Reader, personId: string): Promise<readonly AppointmentRecord[]> {
  const rows = await appointments(reader)
    .where('a.person', '=', personId)
    .orderBy('a.starts_on', 'desc')
    .orderBy('b.name')
    .orderBy('a.id')
    .execute()
  return rows.map(recordOf)
}

/** The appointments of a body that overlap a period, the earliest first: who was a member when. `until` is the first day no longer asked about. */
export async function findAppointmentsBetween(
  reader: Reader,
  bodyId: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<readonly AppointmentRecord[]> {
  const rows = await appointments(reader)
    .where('s.body', '=', bodyId)
    .where('a.starts_on', '<', until)
    .where((where) => where.or([where('a.ends_on', 'is', null), where('a.ends_on', '>', from)]))
    .orderBy('a.starts_on')
    .orderBy('s.position')
    .orderBy('p.name')
    .orderBy('a.id')
    .execute()
  return rows.map(recordOf)
}

/** One appointment. */
export async function findAppointment(reader: Reader, id: string): Promise<AppointmentRecord | undefined> {
  const row = await appointments(reader).where('a.id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}
