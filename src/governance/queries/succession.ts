import type { Reader } from '#platform/database/session.ts'
import type { SuccessionStep } from '../rules/succession.ts'

/** Every recorded step from one organisation to another. */
export async function findSuccessionLine(reader: Reader): Promise<readonly SuccessionStep[]> {
  return reader
    .selectFrom('governance.organisation_succession')
    .select(['former', 'successor', 'kind', 'on_day as onDay'])
    .orderBy('on_day')
    .execute()
}

/** A place that somebody fills on behalf of an organisation after a day. */
export interface HeldPlace {
  readonly id: string
  readonly person: string
  readonly seat: string
  readonly seatName: string
  readonly board: string
  readonly slug: string
  readonly place: number
  readonly capacity: string
  readonly mandate: readonly string[]
  /** Why it ends on the day that is recorded; '' where none is. */
  readonly endingReason: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** A post that somebody holds in an organisation after a day. */
export interface HeldPost {
  readonly id: string
  readonly person: string
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** What stands in the name of organisations from a day on: it ends with them, or a person decides what becomes of it. */
export interface StandsInTheirName {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** What began before the day. */
  readonly places: readonly HeldPlace[]
  readonly posts: readonly HeldPost[]
  /** Appointments and posts that are to begin on the day or later: these stay until somebody ends them. */
  readonly later: number
  /** Sharing agreements to which one of them is a party, as far as the reader may see them. */
  readonly agreements: number
  /** Seats that name one of them, on the day or later. */
  readonly seats: readonly { readonly id: string; readonly name: string; readonly board: string; readonly slug: string }[]
}

/** Finds what ends, and what a person decides on, where organisations no longer exist from a day on (G1). */
export async function findInTheirName(
  reader: Reader,
  organisations: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<StandsInTheirName> {
  const [places, posts, seats] = [
    await findPlaces(reader, organisations, onDay),
    await findPosts(reader, organisations, onDay),
    await findNamingSeats(reader, organisations, onDay),
  ]
  const began = <Held extends { readonly startsOn: Temporal.PlainDate }>(held: readonly Held[]): readonly Held[] =>
    held.filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, onDay) < 0)
  const names = new Map([...places, ...posts].map(({ person, name }) => [person, name]))
  const concerned = new Set([...began(places), ...began(posts)].map(({ person }) => person))
  return {
    people: [...names].filter(([id]) => concerned.has(id)).map(([id, name]) => ({ id, name })),
    places: began(places),
    posts: began(posts),
    later: places.length + posts.length - began(places).length - began(posts).length,
    seats,
    agreements: await countAgreements(reader, organisations),
  }
}

async function countAgreements(reader: Reader, organisations: readonly string[]): Promise<number> {
  const rows = await reader
    .selectFrom('governance.sharing_party')
    .select('agreement')
    .distinct()
    .where('organisation', 'in', organisations)
    .execute()
  return rows.length
}

async function findPlaces(reader: Reader, organisations: readonly string[], onDay: Temporal.PlainDate) {
  const rows = await reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .select([
      'a.id',
      'a.person',
      'p.name',
      'a.seat',
      's.name as seatName',
      'b.name as board',
      'b.slug',
      'a.place',
      'a.capacity',
      'a.ending_reason as endingReason',
      'a.mandate',
    ])
    .select(['a.starts_on as startsOn', 'a.ends_on as endsOn'])
    .where('a.on_behalf_of', 'in', organisations)
    .where((where) => where.or([where('a.ends_on', 'is', null), where('a.ends_on', '>', onDay)]))
    .orderBy('p.name')
    .orderBy('b.name')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

async function findPosts(reader: Reader, organisations: readonly string[], onDay: Temporal.PlainDate) {
  const rows = await reader
    .selectFrom('governance.post as t')
    .innerJoin('governance.person as p', 'p.id', 't.person')
    .select(['t.id', 't.person', 'p.name', 't.title', 't.starts_on as startsOn', 't.ends_on as endsOn'])
    .where('t.organisation', 'in', organisations)
    .where((where) => where.or([where('t.ends_on', 'is', null), where('t.ends_on', '>', onDay)]))
    .orderBy('p.name')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

async function findNamingSeats(reader: Reader, organisations: readonly string[], onDay: Temporal.PlainDate) {
  return reader
    .selectFrom('governance.seat as s')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .select(['s.id', 's.name', 'b.name as board', 'b.slug'])
    .where('s.organisation', 'in', organisations)
    .where((where) => where.or([where('s.ends_on', 'is', null), where('s.ends_on', '>', onDay)]))
    .orderBy('b.name')
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()
}

/** Organisations whose name, of today or of earlier, holds some words, at most 50; `earlier` is the old name where that is what was found. */
export async function findOrganisationsNamed(
  reader: Reader,
  words: string,
): Promise<readonly { readonly id: string; readonly name: string; readonly earlier: string | undefined }[]> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await reader
    .selectFrom('governance.organisation as o')
    .leftJoin('governance.organisation_name as n', (join) => join.onRef('n.organisation', '=', 'o.id').on('n.name', 'ilike', pattern))
    .select(['o.id', 'o.name', 'n.name as earlier'])
    .where((where) => where.or([where('o.name', 'ilike', pattern), where('n.name', 'is not', null)]))
    .orderBy('o.name')
    .orderBy('n.starts_on', 'desc')
    .limit(50)
    .execute()
  const seen = new Map(rows.map((row) => [row.id, row]))
  const holds = words.toLowerCase()
  return [...seen.values()].map(({ id, name, earlier }) => ({
    id,
    name,
    earlier: name.toLowerCase().includes(holds) ? undefined : (earlier ?? undefined),
  }))
}
