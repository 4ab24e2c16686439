import { sql } from 'kysely'
import type { ToldQuality } from '#performance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { findNames } from './names.ts'

/** A month of the report, with how small counts are hidden; `frozen` is undefined where it may still change. */
export interface QualityReport {
  readonly month: Temporal.PlainDate
  readonly figures: ToldQuality
  readonly threshold: number
  readonly base: number
  readonly source: string
  readonly frozen: { readonly on: Temporal.PlainDate; readonly by: string } | undefined
}

/** Months whose figures are frozen, the latest first. */
export async function listReports(reader: Reader): Promise<readonly QualityReport[]> {
  const rows = await reader
    .selectFrom('casework.quality_report')
    .select(['month', 'figures', 'threshold', 'base', 'source', 'frozen_by as frozenBy', 'frozen_on as frozenOn'])
    .orderBy('month', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ frozenBy }) => frozenBy),
  )
  return rows.map(({ figures, frozenBy, frozenOn, ...row }) => ({
    ...row,
    figures: figures as unknown as ToldQuality,
    frozen: { on: frozenOn, by: names.get(frozenBy) ?? '' },
  }))
}

/** One month as it is frozen, or as it would be. @throws NotFound where nothing was drawn in it */
export async function findReport(reader: Reader, month: Temporal.PlainDate): Promise<QualityReport> {
  const frozen = (await listReports(reader)).find((one) => one.month.equals(month))
  if (frozen) return frozen
  type Row = { figures: ToldQuality; threshold: number; base: number; source: string }
  const [told] = await reader.selectFrom(sql<Row>`casework.quality_told(${month.toString()}::date)`.as('told')).selectAll().execute()
  if (!told) throw new NotFound('Nothing was drawn in that month.')
  return { month, ...told, frozen: undefined }
}
