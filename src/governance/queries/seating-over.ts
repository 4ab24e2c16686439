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
  readonly organisation: PersonName | undefined
  readonly places: readonly {
    readonly place: number
    readonly holder: { readonly onBehalfOf: PersonName | undefined } | undefined
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
  return reader
    .selectFrom('governance.seat as s')
    .leftJoin('governance.organisation as o', 'o.id', 's.organisation')
    .select(['s.id', 's.body', 's.key', 's.group_key as group', 's.voting', 's.places', 's.organisation', 'o.name as organisationName'])
    .select(['s.starts_on as startsOn', 's.ends_on as endsOn'])
    .where('s.body', 'in', bodies)
    .execute()
}

async function holderRows(reader: Reader, bodies: readonly string[]) {
  return reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .leftJoin('governance.organisation as o', 'o.id', 'a.on_behalf_of')
    .select(['a.seat', 'a.place', 'a.on_behalf_of as onBehalfOf', 'o.name as organisation'])
    .select(['a.starts_on as startsOn', 'a.ends_on as endsOn'])
    .where('s.body', 'in', bodies)
    .execute()
}

async function deputyRows(reader: Reader, bodies: readonly string[]) {
  return deputiesOf(reader).where('s.body', 'in', bodies).execute()
}

/** Reads the seats of bodies, who filled them and who deputised, of all time: three queries, however many meetings are asked about. */
export async function findSeatingOver(reader: Reader, bodies: readonly string[]): Promise<SeatingOver> {
  if (bodies.length === 0) return { seats: new Map(), holders: new Map(), deputies: new Map() }
  return {
    seats: Map.groupBy(await seatRows(reader, bodies), ({ body }) => body),
    holders: Map.groupBy(await holderRows(reader, bodies), ({ seat }) => seat),
    deputies: Map.groupBy(await deputyRows(reader, bodies), ({ seat }) => seat),
  }
}

const holds = ({ startsOn, endsOn }: Dated, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === null || Temporal.PlainDate.compare(day, endsOn) < 0)

/** The seats of a body on a day, out of what was read for a period. */
export function seatingOn(over: SeatingOver, body: string, day: Temporal.PlainDate): { readonly seats: readonly SeatedOnDay[] } {
  const seats = (over.seats.get(body) ?? []).filter((seat) => holds(seat, day))
  return {
    seats: seats.map((seat) => ({
      id: seat.id,
      key: seat.key,
      group: seat.group,
      voting: seat.voting as VotingStatus,
      organisation: seat.organisation === null ? undefined : { id: seat.organisation, name: seat.organisationName ?? '' },
      places: derivePlaces(
        seat.places,
        (over.holders.get(seat.id) ?? []).filter((row) => holds(row, day)).map((row) => ({ place: row.place, holder: holderOf(row) })),
        (over.deputies.get(seat.id) ?? []).filter((row) => holds(row, day)).map((row) => ({ place: row.place, deputy: deputyOf(row) })),
      ),
    })),
  }
}

const holderOf = ({ onBehalfOf, organisation }: HolderRow) => ({
  onBehalfOf: onBehalfOf === null ? undefined : { id: onBehalfOf, name: organisation ?? '' },
})
