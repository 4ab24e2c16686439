import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ToldQuality } from '../words/family-quality.ts'

/** Whether somebody is of a board, and may read what boards are told of the quality of early help; the database asks the same of each row. */
export async function mayReadQuality(reader: Reader): Promise<boolean> {
  const { may } = await reader.selectNoFrom(sql<boolean>`published.may_read_quality()`.as('may')).executeTakeFirstOrThrow()
  return may
}

/** Months of the report on quality as they were frozen, the latest first, at most 24; none for whoever is of no board. */
export async function listQualityMonths(reader: Reader) {
  const rows = await reader
    .selectFrom('published.quality_report')
    .select(['month', 'figures', 'threshold', 'base', 'source', 'signed_by as signedBy', 'frozen_on as frozenOn'])
    .orderBy('month', 'desc')
    .limit(24)
    .execute()
  return rows.map(({ figures, ...row }) => ({ ...row, figures: figures as unknown as ToldQuality }))
}
/** A month of the report on quality, as it was frozen. */
export type QualityMonth = Awaited<ReturnType<typeof listQualityMonths>>[number]
