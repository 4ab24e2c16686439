import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ThresholdDocument, ThresholdLevel } from '../rules/thresholds.ts'
import { findNames } from './names.ts'

/** Every document of thresholds with its levels, the latest first; those to come, too. */
export async function listThresholds(reader: Reader): Promise<readonly ThresholdDocument[]> {
  const rows = await reader
    .selectFrom('casework.threshold_document as d')
    .select(['d.id', 'd.name', 'd.source', 'd.starts_on as startsOn', 'd.set_by', 'd.set_on as setOn'])
    .select(
      sql<
        readonly ThresholdLevel[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('level', l.level, 'name', l.name, 'means', l.means) order by l.level), '[]')
        from casework.threshold_level l where l.document = d.id)`.as('levels'),
    )
    .orderBy('d.starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ set_by, ...row }) => ({ ...row, setBy: names.get(set_by ?? '') ?? '' }))
}
