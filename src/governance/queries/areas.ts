import type { Reader } from '#platform/database/session.ts'
import { holdsOn } from './periods.ts'

/** An area with what it lies within and what it overlaps. */
export interface Area {
  readonly id: string
  /** A code of the list 'area-kind'. */
  readonly kind: string
  readonly name: string
  readonly within: readonly string[]
  readonly overlaps: readonly string[]
}

/** The areas that exist on a day, by kind and name (G1). */
export async function listAreas(reader: Reader, onDay: Temporal.PlainDate): Promise<readonly Area[]> {
  const areas = await reader
    .selectFrom('governance.area as a')
    .select(['a.id', 'a.kind', 'a.name'])
    .where(holdsOn('a', onDay))
    .orderBy('a.kind')
    .orderBy('a.name')
    .execute()
  const relations = await reader
    .selectFrom('governance.area_relation as r')
    .innerJoin('governance.area as o', 'o.id', 'r.other')
    .select(['r.area', 'r.kind', 'o.name'])
    .orderBy('o.name')
    .execute()
  const named = (id: string, kind: string): string[] => relations.filter((it) => it.area === id && it.kind === kind).map(({ name }) => name)
  return areas.map((area) => ({ ...area, within: named(area.id, 'within'), overlaps: named(area.id, 'overlaps') }))
}
