import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { AreaRelation } from '../rules/area-nesting.ts'
import { holdsOn } from './periods.ts'

/** An area with what it lies within and what it overlaps. */
export interface Area {
  readonly id: string
  /** A code of the list 'area-kind', and its words. */
  readonly kind: string
  readonly kindLabel: string
  /** What it was called on the day. */
  readonly name: string
  /** In a public list; '' where none is held. */
  readonly code: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer exists; undefined while it does. */
  readonly endsOn: Temporal.PlainDate | undefined
  readonly within: readonly string[]
  readonly overlaps: readonly string[]
}

/** What is recorded of how two areas lie to each other, on a day on which it holds. */
export interface AreaLine {
  readonly id: string
  readonly area: string
  readonly other: string
  readonly kind: AreaRelation
  /** Undefined: as long as both exist. */
  readonly startsOn: Temporal.PlainDate | undefined
  readonly endsOn: Temporal.PlainDate | undefined
}

/** One area with its earlier names. */
export interface AreaRecord extends Omit<Area, 'within' | 'overlaps'> {
  /** What it is called today, or was called last. */
  readonly nameToday: string
  /** Where it is written; '' where that is not recorded. */
  readonly source: string
  readonly names: readonly { readonly name: string; readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate }[]
  readonly version: number
}

/** What an area was called on a day. */
function calledOn(onDay: Temporal.PlainDate): RawBuilder<string> {
  return sql<string>`coalesce((select earlier.name from governance.area_name earlier where earlier.area = a.id
    and earlier.starts_on <= ${onDay.toString()}::date and ${onDay.toString()}::date < earlier.ends_on), a.name)`
}

function areas(reader: Reader, onDay: Temporal.PlainDate) {
  return reader
    .selectFrom('governance.area as a')
    .leftJoin('governance.code as k', (join) => join.onRef('k.code', '=', 'a.kind').on('k.list', '=', 'area-kind'))
    .select(['a.id', 'a.kind', 'a.code', 'a.starts_on as startsOn', 'a.ends_on as endsOn', 'a.name as nameToday', 'a.source', 'a.version'])
    .select([sql<string>`coalesce(k.label, a.kind)`.as('kindLabel'), calledOn(onDay).as('name')])
}

/** How areas lie to one another on a day; as long as both exist, where no dates are recorded. */
export async function findAreaLines(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly AreaLine[]> {
  const rows = await reader
    .selectFrom('governance.area_relation as r')
    .innerJoin('governance.area as a', 'a.id', 'r.area')
    .innerJoin('governance.area as o', 'o.id', 'r.other')
    .select(['r.id', 'r.area', 'r.other', 'r.kind', 'r.starts_on as startsOn', 'r.ends_on as endsOn'])
    .where(holdsOn('a', onDay))
    .where(holdsOn('o', onDay))
    .where(sql<boolean>`daterange(r.starts_on, r.ends_on) @> ${onDay.toString()}::date`)
    .orderBy('o.name')
    .orderBy('a.name')
    .orderBy('r.id')
    .execute()
  return rows.map(({ kind, startsOn, endsOn, ...row }) => ({
    ...row,
    kind: kind as AreaRelation,
    startsOn: startsOn ?? undefined,
    endsOn: endsOn ?? undefined,
  }))
}

/** The areas that exist on a day, by kind and name (G1). */
export async function listAreas(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly Area[]> {
  const rows = await areas(reader, onDay)
    .where(holdsOn('a', onDay))
    .orderBy('k.position')
    .orderBy('a.kind')
    .orderBy('name')
    .orderBy('a.id')
    .execute()
  const lines = await findAreaLines(reader, onDay)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const named = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => names.get(id) ?? [])
  return rows.map(({ nameToday: _name, source: _source, version: _version, ...area }) => ({
    ...area,
    endsOn: area.endsOn ?? undefined,
    within: named(lines.filter(({ area: one, kind }) => one === area.id && kind === 'within').map(({ other }) => other)),
    overlaps: named(othersOf(lines, area.id, 'overlaps')),
  }))
}

/** Areas by their ids, by name as it is today, with what else they are written as: earlier names and the code in a public list. */
export async function findAreaNames(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string; readonly also: readonly string[] }[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('governance.area')
    .select(['id', 'name', 'code'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute()
  const earlier = await reader
    .selectFrom('governance.area_name')
    .select(['area', 'name'])
    .where('area', 'in', [...ids])
    .execute()
  return rows.map(({ id, name, code }) => ({
    ...{ id, name },
    also: [...earlier.filter(({ area }) => area === id).map((one) => one.name), code].filter((one) => one !== ''),
  }))
}

/** The areas that lie to one in a way that holds for both. */
export function othersOf(lines: readonly AreaLine[], id: string, kind: 'overlaps' | 'beside'): readonly string[] {
  return lines
    .filter((line) => line.kind === kind && (line.area === id || line.other === id))
    .map(({ area, other }) => (area === id ? other : area))
}

/** Areas that no longer exist on a day, or do not exist yet, by name. */
export async function listAreasOfOtherDays(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly Omit<AreaRecord, 'names'>[]> {
  const rows = await areas(reader, onDay)
    .where((where) => where.or([where('a.starts_on', '>', onDay), where('a.ends_on', '<=', onDay)]))
    .orderBy('a.name')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, endsOn: row.endsOn ?? undefined }))
}

/** One area with its names over time; undefined where there is none. */
export async function findArea(reader: Reader, id: string, onDay: Temporal.PlainDate): Promise<AreaRecord | undefined> {
  const row = await areas(reader, onDay).where('a.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const names = await reader
    .selectFrom('governance.area_name')
    .select(['name', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('area', '=', id)
    .orderBy('starts_on', 'desc')
    .execute()
  return { ...row, endsOn: row.endsOn ?? undefined, names }
}
