import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { derivePlaces } from '../rules/places.ts'
import type { VotingStatus } from '../rules/quorum.ts'
import { type DeputyRow, deputiesOf, deputyOf } from './deputies.ts'
import type { DeputyOnDay, PersonName } from './membership.ts'

/** A seat on a day as counting needs it. */
export interface SeatedOnDay {
  readonly id: string
  /** The seat's key in the terms. */
  readonly key: string
  readonly group: string
  readonly voting: VotingStatus
  /** Keys of the functions on which it votes; empty: on everything. */
  readonly votesOn: readonly string[]
  readonly organisation: PersonName | undefined
  /** The role that the law names for the seat, and the capacity that it asks for; '' for none. */
  readonly statutoryRole: string
  readonly capacityRequired: string
  readonly places: readonly {
    readonly place: number
    readonly holder: { readonly onBehalfOf: PersonName | undefined; readonly person: PersonName; readonly capacity: string } | undefined
    readonly deputies: readonly DeputyOnDay[]
  }[]
}

interface Dated {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/** Who sat where on every day of a period, by body; `seatingOn` takes one day out of it. */
export interface SeatingOver {
  readonly seats: ReadonlyMap<string, readonly SeatRow[]>
  readonly holders: ReadonlyMap<string, readonly HolderRow[]>
  readonly deputies: ReadonlyMap<string, readonly DeputyRow[]>
}

type SeatRow = Awaited<ReturnType<typeof seatRows>>[number]
type HolderRow = Awaited<ReturnType<typeof holderRows>>[number]

async function seatRows(reader: Reader, bodies: readonly string[]) {
  return (
    reader
      .selectFrom('governance.seat as s')
      .leftJoin('governance.organisation as o', 'o.id', 's.organisation')
      .select([
        's.id',
        's.body',
        's.key',
        's.group_key as group',
        's.voting',
        's.votes_on as votesOn',
        's.places',
        's.organisation',
        'o.name as organisationName',
        's.statutory_role as statutoryRole',
        's.capacity_required as capacityRequired',
      ])
      .select(['s.starts_on as startsOn', 's.ends_on as endsOn'])
      .where(among('s.body', bodies))
      // As a roll calls them: whoever holds two places of a body counts in the first.
      .orderBy('s.position')
      .orderBy('s.name')
      .orderBy('s.id')
      .execute()
  )
}

async function holderRows(reader: Reader, bodies: readonly string[]) {
  return reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .leftJoin('governance.organisation as o', 'o.id', 'a.on_behalf_of')
    .select(['a.seat', 'a.place', 'a.on_behalf_of as onBehalfOf', 'o.name as organisation', 'a.person', 'p.name', 'a.capacity'])
    .select(['a.starts_on as startsOn', 'a.ends_on as endsOn'])
    .where(among('s.body', bodies))
    .execute()
}

async function deputyRows(reader: Reader, bodies: readonly string[]) {
  return deputiesOf(reader).where(among('s.body', bodies)).execute()
}

/** Reads the seats of bodies, who filled them and who deputised, of all time: three queries, however many meetings are asked about. */
export async function findSeatingOver(reader: Reader, bodies: readonly string[]): Promise<SeatingOver> {
  if (bodies.length === 0) return { seats: new Map(), holders: new Map(), deputies: new Map() }
  const [seats, holders, deputies] = await Promise.all([seatRows(reader, bodies), holderRows(reader, bodies), deputyRows(reader, bodies)])
  return {
    seats: Map.groupBy(seats, ({ body }) => body),
    holders: Map.groupBy(holders, ({ seat }) => seat),
    deputies: Map.groupBy(deputies, ({ seat }) => seat),
  }
}

const holds = ({ startsOn, endsOn }: Dated, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === null || Temporal.PlainDate.compare(day, endsOn) < 0)

/** Who filled which place of a seat for a time, members with a vote and without one; out of what was read for a period. */
export interface HeldPlace extends Dated {
  readonly seat: string
  readonly place: number
}

/** The terms for which places of a body were filled that overlap a period; `until` is the first day no longer asked about. */
export function membersBetween(over: SeatingOver, body: string, from: Temporal.PlainDate, until: Temporal.PlainDate): readonly HeldPlace[] {
  const members = (over.seats.get(body) ?? []).filter(({ voting }) => voting === 'voting' || voting === 'non_voting')
  return members
    .flatMap(({ id }) => over.holders.get(id) ?? [])
    .filter(
      ({ startsOn, endsOn }) =>
        Temporal.PlainDate.compare(startsOn, until) < 0 && (endsOn === null || Temporal.PlainDate.compare(endsOn, from) > 0),
    )
}

/** The seats of a body on a day, out of what was read for a period. */
export function seatingOn(over: SeatingOver, body: string, day: Temporal.PlainDate): { readonly seats: readonly SeatedOnDay[] } {
  const seats = (over.seats.get(body) ?? []).filter((seat) => holds(seat, day))
  return {
    seats: seats.map((seat) => ({
      id: seat.id,
      key: seat.key,
      group: seat.group,
      voting: seat.voting as VotingStatus,
      votesOn: seat.votesOn,
      statutoryRole: seat.statutoryRole,
      capacityRequired: seat.capacityRequired,
      organisation: seat.organisation === null ? undefined : { id: seat.organisation, name: seat.organisationName ?? '' },
      places: derivePlaces(
        seat.places,
        (over.holders.get(seat.id) ?? []).filter((row) => holds(row, day)).map((row) => ({ place: row.place, holder: holderOf(row) })),
        (over.deputies.get(seat.id) ?? []).filter((row) => holds(row, day)).map((row) => ({ place: row.place, deputy: deputyOf(row) })),
      ),
    })),
  }
}

const holderOf = ({ onBehalfOf, organisation, person, name, capacity }: HolderRow) => ({
  ...{ person: { id: person, name }, capacity },
  onBehalfOf: onBehalfOf === null ? undefined : { id: onBehalfOf, name: organisation ?? '' },
})
