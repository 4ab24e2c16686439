import type { Reader } from '#platform/database/session.ts'
import type { Exact } from '../rules/exact.ts'
import type { Period, PeriodType } from '../rules/period.ts'
import { figure } from './measure.ts'

/** A forecast as it was frozen: its method and author, and a figure for each period. Another one is a new record beside it. */
export interface Forecast {
  readonly id: string
  readonly measure: string
  readonly purpose: 'do-nothing' | 'year-end'
  /** In words. */
  readonly method: string
  readonly author: string
  readonly frozenOn: Temporal.PlainDate
  readonly points: readonly { readonly period: Period; readonly value: Exact }[]
}

/** The frozen forecasts of a measure, the latest first. @param type - how often it has a figure, for the names of the periods */
export async function findForecasts(reader: Reader, measure: string, type: PeriodType): Promise<readonly Forecast[]> {
  const rows = await reader
    .selectFrom('performance.forecast')
    .select(['id', 'measure', 'purpose', 'method', 'author', 'frozen_on as frozenOn'])
    .where('measure', '=', measure)
    .orderBy('made_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const points = await reader
    .selectFrom('performance.forecast_point')
    .select(['forecast', 'starts_on as startsOn', 'ends_on as endsOn', 'value'])
    .where(
      'forecast',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('starts_on')
    .execute()
  return rows.map((row) => ({
    ...row,
    purpose: row.purpose as Forecast['purpose'],
    points: points
      .filter(({ forecast }) => forecast === row.id)
      .map(({ startsOn, endsOn, value }) => ({ period: { type, startsOn, endsOn }, value: figure(value) })),
  }))
}
