import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { findNames } from './names.ts'

/** A count as a board may be told it: rounded, or hidden. */
export type ToldCount = { readonly hidden: true } | { readonly hidden: false; readonly shown: number }
/** A count with what it counts. */
export type NamedCount = ToldCount & { readonly name: string }

/** What is told of a month: how many were reviewed of how many were due, moderated, graded otherwise then, by grade and by theme. */
export interface ToldFigures {
  readonly due: ToldCount
  readonly done: ToldCount
  readonly moderated: ToldCount
  readonly regraded: ToldCount
  readonly grades: readonly NamedCount[]
  readonly themes: readonly NamedCount[]
}

/** A month of the report, with how small counts are hidden; `frozen` is undefined where it may still change. */
export interface QualityReport {
  readonly month: Temporal.PlainDate
  readonly figures: ToldFigures
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
    figures: figures as unknown as ToldFigures,
    frozen: { on: frozenOn, by: names.get(frozenBy) ?? '' },
  }))
}

/** One month as it is frozen, or as it would be. @throws NotFound where nothing was drawn in it */
export async function findReport(reader: Reader, month: Temporal.PlainDate): Promise<QualityReport> {
  const frozen = (await listReports(reader)).find((one) => one.month.equals(month))
  if (frozen) return frozen
  type Row = { figures: ToldFigures; threshold: number; base: number; source: string }
  const [told] = await reader.selectFrom(sql<Row>`casework.quality_told(${month.toString()}::date)`.as('told')).selectAll().execute()
  if (!told) throw new NotFound('Nothing was drawn in that month.')
  return { month, ...told, frozen: undefined }
}
