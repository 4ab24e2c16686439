import type { Reader } from '#platform/database/session.ts'
import { derivePlaces } from '../rules/places.ts'
import type { VotingStatus } from '../rules/quorum.ts'
import { deputiesOf, deputyOf } from './deputies.ts'
import { nameOn } from './names.ts'
import { holdsOn } from './periods.ts'

/** A person, by the name that is shown. */
export interface PersonName {
  readonly id: string
  readonly name: string
}

/** Who may sit in for a place, and on what basis (G7). */
export interface DeputyOnDay {
  readonly id: string
  readonly person: PersonName
  readonly basis: string
  readonly mayDecide: boolean
  /** Undefined where no chair agreed to it. */
  readonly agreedBy: PersonName | undefined
  readonly membersToldOn: Temporal.PlainDate | undefined
  /** Set where it is for one meeting only. */
  readonly meeting: string | undefined
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Somebody who fills a place. */
export interface HolderOnDay {
  readonly appointment: string
  readonly person: PersonName
  /** The organisation on whose behalf the seat is filled. */
  readonly onBehalfOf: PersonName | undefined
  /** The posts that the person holds on the day, in words. */
  readonly posts: readonly string[]
  readonly capacity: string
  readonly mandate: readonly string[]
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** One place of a seat: vacant where nobody fills it, which is derived and never stored. */
export interface PlaceOnDay {
  readonly place: number
  readonly holder: HolderOnDay | undefined
  readonly deputies: readonly DeputyOnDay[]
}

/** A seat as it stands on a day. */
export interface SeatOnDay {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly category: string
  /** The group a quorum counts; empty for none. */
  readonly group: string
  readonly organisation: PersonName | undefined
  readonly sector: string
  readonly voting: VotingStatus
  readonly statutoryRole: string
  readonly alternatives: readonly string[]
  readonly capacityRequired: string
  readonly byPost: boolean
  readonly mayAttendPrivate: boolean
  /** Keys of the functions on which it votes; empty: on everything. */
  readonly votesOn: readonly string[]
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly version: number
  readonly places: readonly PlaceOnDay[]
}

/** Who belongs to a body on a day (G5). */
export interface Membership {
  readonly seats: readonly SeatOnDay[]
  /** Places over all seats: '30 seats, 29 filled'. */
  readonly places: number
  readonly filled: number
}

async function seatRows(reader: Reader, bodyId: string, onDay: Temporal.PlainDate) {
  return reader
    .selectFrom('governance.seat as s')
    .leftJoin('governance.organisation as o', 'o.id', 's.organisation')
    .selectAll('s')
    .select(nameOn('o', onDay).as('organisationName'))
    .where('s.body', '=', bodyId)
    .where(holdsOn('s', onDay))
    .orderBy('s.position')
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
}

async function holderRows(reader: Reader, bodyId: string, onDay: Temporal.PlainDate) {
  return reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .leftJoin('governance.organisation as o', 'o.id', 'a.on_behalf_of')
    .select(['a.id', 'a.seat', 'a.place', 'a.person', 'p.name', 'a.on_behalf_of as onBehalfOf', 'a.capacity', 'a.mandate'])
    .select(['a.starts_on as startsOn', 'a.ends_on as endsOn', 'a.version', nameOn('o', onDay).as('organisation')])
    .where('s.body', '=', bodyId)
    .where(holdsOn('a', onDay))
    .orderBy('a.place')
    .orderBy('a.id')
    .execute()
}

async function deputyRows(reader: Reader, bodyId: string, onDay: Temporal.PlainDate) {
  return deputiesOf(reader).where('s.body', '=', bodyId).where(holdsOn('d', onDay)).orderBy('p.name').orderBy('d.id').execute()
}

/** The posts that people hold on a day, in words, by person. */
export async function findPostWords(
  reader: Reader,
  people: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const posts = new Map<string, string[]>()
  if (people.length === 0) return posts
  const rows = await reader
    .selectFrom('governance.post as t')
    .leftJoin('governance.organisation as o', 'o.id', 't.organisation')
    .select(['t.person', 't.title', nameOn('o', onDay).as('name')])
    .where('t.person', 'in', people)
    .where(holdsOn('t', onDay))
    .orderBy('t.starts_on')
    .orderBy('t.id')
    .execute()
  for (const { person, title, name } of rows) posts.set(person, [...(posts.get(person) ?? []), name === null ? title : `${title}, ${name}`])
  return posts
}

type HolderRow = Awaited<ReturnType<typeof holderRows>>[number]

function holderOf(row: HolderRow, posts: ReadonlyMap<string, readonly string[]>): HolderOnDay {
  return {
    appointment: row.id,
    person: { id: row.person, name: row.name },
    onBehalfOf: row.onBehalfOf === null ? undefined : { id: row.onBehalfOf, name: row.organisation ?? '' },
    posts: posts.get(row.person) ?? [],
    capacity: row.capacity,
    mandate: row.mandate,
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? undefined,
    version: row.version,
  }
}

/** The seats of a body on a day, who fills each place of them, and which places are vacant. Four queries, however large the body. */
export async function findMembership(reader: Reader, bodyId: string, onDay: Temporal.PlainDate): Promise<Membership> {
  const [seats, holders, deputies] = await Promise.all([
    seatRows(reader, bodyId, onDay),
    holderRows(reader, bodyId, onDay),
    deputyRows(reader, bodyId, onDay),
  ])
  const posts = await findPostWords(reader, [...new Set(holders.map(({ person }) => person))], onDay)
  const drawn = seats.map(
    (seat): SeatOnDay => ({
      id: seat.id,
      key: seat.key,
      name: seat.name,
      category: seat.category,
      group: seat.group_key,
      organisation: seat.organisation === null ? undefined : { id: seat.organisation, name: seat.organisationName ?? '' },
      sector: seat.sector,
      voting: seat.voting as VotingStatus,
      statutoryRole: seat.statutory_role,
      alternatives: seat.alternatives,
      capacityRequired: seat.capacity_required,
      byPost: seat.by_post,
      mayAttendPrivate: seat.may_attend_private,
      votesOn: seat.votes_on,
      startsOn: seat.starts_on,
      endsOn: seat.ends_on ?? undefined,
      version: seat.version,
      places: derivePlaces(
        seat.places,
        holders.filter((holder) => holder.seat === seat.id).map((row) => ({ place: row.place, holder: holderOf(row, posts) })),
        deputies.filter((deputy) => deputy.seat === seat.id).map((row) => ({ place: row.place, deputy: deputyOf(row) })),
      ),
    }),
  )
  const places = drawn.flatMap((seat) => seat.places)
  return { seats: drawn, places: places.length, filled: places.filter(({ holder }) => holder !== undefined).length }
}
