import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** A period; `endsOn` is the first day on which it no longer holds, null while it is open. */
export interface OpenPeriod {
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/** A board as the open data describe it: what it was at any time, not only today. */
export interface OpenBoard {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** '' where it has no shorter name. */
  readonly shortName: string
  readonly kindLabel: string
  /** The board of which it is a sub-group on the day; null for none. */
  readonly subGroupOf: string | null
  /** First day of its first status; null where none is recorded. */
  readonly startsOn: Temporal.PlainDate | null
  /** First day of the status 'ended'; null while it goes on. */
  readonly endsOn: Temporal.PlainDate | null
  /** Its seats of any time, in their order. */
  readonly seats: readonly OpenSeat[]
}

/** A seat of a board. Days as text, as they are given out. */
export interface OpenSeat {
  readonly id: string
  readonly name: string
  readonly places: number
  readonly votes: boolean
  readonly startsOn: string
  /** First day on which it no longer exists; null while it does. */
  readonly endsOn: string | null
}

/** An agency as the open data describe it. */
export interface OpenAgency extends OpenPeriod {
  readonly id: string
  readonly name: string
  readonly sectorLabel: string
}

/** A place that somebody fills or filled, or an office held. */
export interface OpenMembership extends OpenPeriod {
  readonly id: string
  readonly body: string
  readonly person: string
  /** The agency; null where the person sits for themselves, and for an office. */
  readonly onBehalfOf: string | null
  /** Name of the seat, or of the office: 'Chair'. */
  readonly role: string
  /** Null for an office: it is the seat that votes. */
  readonly votes: boolean | null
  /** Null for an office. */
  readonly seat: string | null
}

/** When a board's attendance is for everybody, by its settings and by its terms. */
export interface AttendancePeriod extends OpenPeriod {
  readonly body: string
  readonly published: boolean
}

/** Everything that governance gives out as open data. */
export interface OpenGovernance {
  readonly boards: readonly OpenBoard[]
  readonly agencies: readonly OpenAgency[]
  readonly memberships: readonly OpenMembership[]
  /** Whoever holds or held a place or an office, or was authorised to deputise. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** Boards, agencies, places and people of any time; only what depends on the day is as of `onDay`. */
export async function findOpenGovernance(reader: Reader, onDay: Temporal.PlainDate): Promise<OpenGovernance> {
  return {
    boards: await findBoards(reader, onDay),
    agencies: await findAgencies(reader),
    memberships: [...(await findPlaces(reader)), ...(await findOfficeHolders(reader))],
    people: await findPeople(reader),
  }
}

async function findBoards(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly OpenBoard[]> {
  return reader
    .selectFrom('governance.body as b')
    .leftJoin('governance.code as k', (join) => join.onRef('k.code', '=', 'b.kind').on('k.list', '=', 'body-kind'))
    .select(['b.id', 'b.slug', 'b.name', 'b.short_name as shortName', sql<string>`coalesce(k.label, b.kind)`.as('kindLabel')])
    .select((query) => [
      query
        .selectFrom('governance.body_relation as r')
        .select('r.to_body')
        .whereRef('r.from_body', '=', 'b.id')
        .where('r.kind', '=', 'sub-group-of')
        .where(holdsOn('r', onDay))
        .orderBy('r.starts_on')
        .orderBy('r.id')
        .limit(1)
        .as('subGroupOf'),
      query
        .selectFrom('governance.body_status as t')
        .select((row) => row.fn.min('t.starts_on').as('first'))
        .whereRef('t.body', '=', 'b.id')
        .as('startsOn'),
      query
        .selectFrom('governance.body_status as t')
        .select((row) => row.fn.max('t.starts_on').as('last'))
        .whereRef('t.body', '=', 'b.id')
        .where('t.status', '=', 'ended')
        .where('t.ends_on', 'is', null)
        .as('endsOn'),
      sql<
        OpenSeat[]
      >`coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'places', s.places, 'votes', s.voting = 'voting',
        'startsOn', s.starts_on, 'endsOn', s.ends_on) order by s.position, s.name, s.id) from governance.seat s where s.body = b.id), '[]')`.as(
        'seats',
      ),
    ])
    .orderBy('b.id')
    .execute()
}

async function findAgencies(reader: Reader): Promise<readonly OpenAgency[]> {
  return reader
    .selectFrom('governance.organisation as o')
    .leftJoin('governance.code as k', (join) => join.onRef('k.code', '=', 'o.sector').on('k.list', '=', 'sector'))
    .select([
      'o.id',
      'o.name',
      'o.starts_on as startsOn',
      'o.ends_on as endsOn',
      sql<string>`coalesce(k.label, o.sector)`.as('sectorLabel'),
    ])
    .orderBy('o.id')
    .execute()
}

async function findPlaces(reader: Reader): Promise<readonly OpenMembership[]> {
  return reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .select(['a.id', 's.body', 'a.person', 'a.seat', 's.name as role', 'a.starts_on as startsOn', 'a.ends_on as endsOn'])
    .select([
      sql<string | null>`coalesce(a.on_behalf_of, s.organisation)`.as('onBehalfOf'),
      sql<boolean | null>`s.voting = 'voting'`.as('votes'),
    ])
    .orderBy('a.id')
    .execute()
}

const offices: Readonly<Record<string, string>> = { chair: 'Chair', deputy_chair: 'Deputy chair', clerk: 'Clerk' }

async function findOfficeHolders(reader: Reader): Promise<readonly OpenMembership[]> {
  const rows = await reader
    .selectFrom('governance.office as f')
    .select(['f.id', 'f.body', 'f.person', 'f.role', 'f.starts_on as startsOn', 'f.ends_on as endsOn'])
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, role: offices[row.role] ?? row.role, onBehalfOf: null, votes: null, seat: null }))
}

async function findPeople(reader: Reader): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return reader
    .selectFrom('governance.person as p')
    .select(['p.id', 'p.name'])
    .where(
      sql<boolean>`p.id in (select person from governance.appointment union select person from governance.office
        union select person from governance.deputy_authorisation)`,
    )
    .orderBy('p.id')
    .execute()
}

/** From when to when each board, or the one named, gives out who attended: its settings say so, and its terms do not say otherwise. */
export async function findAttendancePeriods(reader: Reader, body?: string): Promise<readonly AttendancePeriod[]> {
  const settings = await reader
    .selectFrom('governance.body_setting as g')
    .select(['g.body', 'g.publishes_attendance as published', 'g.starts_on as startsOn', 'g.ends_on as endsOn'])
    .$if(body !== undefined, (query) => query.where('g.body', '=', body ?? ''))
    .execute()
  const terms = await reader
    .selectFrom('governance.terms_version as v')
    .select(['v.body', 'v.starts_on as startsOn', 'v.ends_on as endsOn', sql<boolean>`false`.as('published')])
    .where('v.state', '=', 'adopted')
    .where(sql<boolean>`v.document #>> '{attendance,value,registerPublic}' = 'false'`)
    .$if(body !== undefined, (query) => query.where('v.body', '=', body ?? ''))
    .execute()
  return [...settings, ...terms]
}
