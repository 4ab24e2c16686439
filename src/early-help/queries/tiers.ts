import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { heldOn } from '../rules/dated.ts'
import type { TierDocument, TierName } from '../rules/tiers.ts'
import { findNames } from './names.ts'

/** Every document of tiers, the latest first; those to come, too. */
export async function listTierDocuments(reader: Reader): Promise<readonly TierDocument[]> {
  const rows = await reader
    .selectFrom('casework.tier_document as d')
    .select(['d.id', 'd.name', 'd.source', 'd.starts_on as startsOn', 'd.entry', 'd.set_by', 'd.set_on as setOn'])
    .select(
      sql<
        readonly TierName[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('code', n.tier, 'name', n.name, 'means', n.means, 'isStatutory', t.is_statutory) order by n.position), '[]')
        from casework.tier_name n join casework.tier t on t.code = n.tier where n.document = d.id)`.as('tiers'),
    )
    .orderBy('d.starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ set_by }) => set_by),
  )
  return rows.map(({ set_by, ...row }) => ({ ...row, setBy: names.get(set_by ?? '') ?? '' }))
}

/** Tiers that can be chosen of a day, in their order. */
export async function listTiers(reader: Reader, day: Temporal.PlainDate): Promise<readonly TierName[]> {
  return heldOn(await listTierDocuments(reader), day)?.tiers ?? []
}
