import type { Reader } from '#platform/database/session.ts'
import type { AreaRelation } from '../rules/area-nesting.ts'

/** How an area was said to lie to another, by mistake. */
export interface AreaLineTakenBack {
  readonly id: string
  readonly area: string
  readonly areaName: string
  readonly otherName: string
  readonly kind: AreaRelation
  readonly takenBackOn: Temporal.PlainDate
  readonly reason: string
}

/** What was taken back of how an area lies to others, the latest first. */
export async function findLinesTakenBack(reader: Reader, area: string): Promise<readonly AreaLineTakenBack[]> {
  const rows = await reader
    .selectFrom('governance.area_line_taken_back as t')
    .innerJoin('governance.area as a', 'a.id', 't.area')
    .innerJoin('governance.area as o', 'o.id', 't.other')
    .select(['t.id', 't.area', 'a.name as areaName', 'o.name as otherName', 't.kind', 't.taken_back_on as takenBackOn', 't.reason'])
    .where((where) => where.or([where('t.area', '=', area), where('t.other', '=', area)]))
    .orderBy('t.taken_back_on', 'desc')
    .orderBy('t.id')
    .execute()
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as AreaRelation }))
}
