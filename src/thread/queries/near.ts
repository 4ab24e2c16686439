import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { NearLink } from '../rules/near.ts'

interface NearRow {
  readonly from_kind: string
  readonly from_id: string
  readonly to_kind: string
  readonly to_id: string
}

/** Links to or from some records on a day. Whether somebody may see the other end is asked of the record itself. */
export async function findNear(
  reader: Reader,
  at: { readonly from: readonly string[] } | { readonly to: readonly string[] },
  day: Temporal.PlainDate,
): Promise<readonly NearLink[]> {
  const ends = 'from' in at ? at.from : at.to
  if (ends.length === 0) return []
  const rows = await reader
    .selectFrom(sql<NearRow>`thread.near(${[...ends]}::uuid[], ${day.toString()}::date, ${'from' in at})`.as('l'))
    .select(['l.from_kind', 'l.from_id', 'l.to_kind', 'l.to_id'])
    .execute()
  return rows.map((row) => ({ from: { kind: row.from_kind, id: row.from_id }, to: { kind: row.to_kind, id: row.to_id } }))
}
