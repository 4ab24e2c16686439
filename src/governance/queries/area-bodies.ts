import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { nameOn } from './names.ts'
import { holdsOn } from './periods.ts'

/** That a body serves an area from a day to a day (G1). */
export interface ServedArea {
  readonly area: string
  readonly areaName: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer does; undefined while no end is recorded. */
  readonly endsOn: Temporal.PlainDate | undefined
}

/** A body that serves an area. */
export interface ServingBody extends ServedArea {
  readonly body: string
  readonly slug: string
  readonly name: string
  readonly kindLabel: string
}

/** The areas that a body has served and will serve, the open ones first. */
export async function findServedAreas(reader: Reader, body: string): Promise<readonly ServedArea[]> {
  const rows = await reader
    .selectFrom('governance.body_area as x')
    .innerJoin('governance.area as a', 'a.id', 'x.area')
    .select(['x.area', 'a.name as areaName', 'x.starts_on as startsOn', 'x.ends_on as endsOn'])
    .where('x.body', '=', body)
    .orderBy('x.ends_on', (order) => order.desc().nullsFirst())
    .orderBy('a.name')
    .execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

/** The bodies that serve any of some areas on a day, and have not ended, by name. No areas: nothing. */
export async function findServingBodies(
  reader: Reader,
  areas: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<readonly ServingBody[]> {
  if (areas.length === 0) return []
  const rows = await reader
    .selectFrom('governance.body_area as x')
    .innerJoin('governance.area as a', 'a.id', 'x.area')
    .innerJoin('governance.body as b', 'b.id', 'x.body')
    .leftJoin('governance.body_status as t', (join) => join.onRef('t.body', '=', 'b.id').on(holdsOn('t', onDay)))
    .leftJoin('governance.code as k', (join) => join.onRef('k.code', '=', 'b.kind').on('k.list', '=', 'body-kind'))
    .select(['x.body', 'b.slug', 'b.name', 'x.area', 'a.name as areaName', 'x.starts_on as startsOn', 'x.ends_on as endsOn'])
    .select(sql<string>`coalesce(k.label, b.kind)`.as('kindLabel'))
    .where('x.area', 'in', areas)
    .where(holdsOn('x', onDay))
    .where(sql<boolean>`t.status is distinct from 'ended'`)
    .orderBy('b.name')
    .orderBy('a.name')
    .execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

/** Bodies that serve an area on a day or later, by name. */
export async function findBodiesServingFrom(
  reader: Reader,
  area: string,
  onDay: Temporal.PlainDate,
): Promise<readonly { readonly name: string }[]> {
  return reader
    .selectFrom('governance.body_area as x')
    .innerJoin('governance.body as b', 'b.id', 'x.body')
    .select('b.name')
    .distinct()
    .where('x.area', '=', area)
    .where((where) => where.or([where('x.ends_on', 'is', null), where('x.ends_on', '>', onDay)]))
    .orderBy('b.name')
    .execute()
}

/** An organisation that has seats filled on bodies, with the bodies and how many seats. */
export interface SeatedOrganisation {
  readonly id: string
  readonly name: string
  readonly seats: number
  readonly boards: readonly { readonly slug: string; readonly name: string }[]
}

/** The organisations on whose behalf places of bodies are filled on a day, by name. No bodies: nothing. */
export async function findSeatedOrganisations(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<readonly SeatedOrganisation[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('governance.appointment as p')
    .innerJoin('governance.seat as s', 's.id', 'p.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.organisation as o', 'o.id', 'p.on_behalf_of')
    .select(['o.id', 'b.slug', 'b.name as board', nameOn('o', onDay).as('name')])
    .where('s.body', 'in', bodies)
    .where(holdsOn('p', onDay))
    .where(holdsOn('s', onDay))
    .orderBy('o.name')
    .orderBy('b.name')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => ({
    id,
    name: held[0]?.name ?? '',
    seats: held.length,
    boards: [...new Map(held.map(({ slug, board }) => [slug, { slug, name: board }])).values()],
  }))
}

/** Who chairs and who clerks bodies on a day. */
export interface AreaOfficer {
  readonly role: string
  readonly person: { readonly id: string; readonly name: string }
  readonly board: { readonly slug: string; readonly name: string }
}

/** The chairs and clerks of bodies on a day, by board. No bodies: nothing. */
export async function findOfficersOf(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<readonly AreaOfficer[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('governance.office as f')
    .innerJoin('governance.person as p', 'p.id', 'f.person')
    .innerJoin('governance.body as b', 'b.id', 'f.body')
    .select(['f.role', 'p.id', 'p.name', 'b.slug', 'b.name as board'])
    .where('f.body', 'in', bodies)
    .where(holdsOn('f', onDay))
    .orderBy('b.name')
    .orderBy('f.role')
    .orderBy('p.name')
    .execute()
  return rows.map(({ role, id, name, slug, board }) => ({ role, person: { id, name }, board: { slug, name: board } }))
}
