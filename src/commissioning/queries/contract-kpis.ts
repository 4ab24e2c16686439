import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { KpiRhythm, KpiTarget } from '../rules/contract-kpi.ts'

/** An indicator of a contract (C9, I5). */
export interface ContractKpi extends KpiTarget, KpiRhythm {
  readonly id: string
  readonly contract: string
  readonly position: number
  readonly title: string
  readonly unit: string
  /** The measure whose target it shares; undefined: none. */
  readonly measure: string | undefined
  readonly isPublic: boolean
}

/** What a provider reported for a period. */
export interface KpiResult {
  readonly id: string
  readonly kpi: string
  readonly provider: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  /** As it is written; null: it could not be measured, and `said` says why. */
  readonly value: string | null
  readonly said: string
  readonly reportedOn: Temporal.PlainDate
}

/** The indicators of contracts that one may see, in order. */
export async function findKpis(reader: Reader, contracts: readonly string[]): Promise<readonly ContractKpi[]> {
  const rows = await reader
    .selectFrom('commissioning.contract_kpi')
    .selectAll()
    .where(among('contract', contracts))
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, contract: row.contract, position: row.position, title: row.title, unit: row.unit },
    ...{ better: row.better as KpiTarget['better'], target: plain(row.target), tolerance: plain(row.tolerance) ?? '0' },
    ...{ measure: row.measure ?? undefined, everyMonths: row.every_months, reportDays: row.report_days },
    ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, isPublic: row.is_public },
  }))
}

/** What was reported that one may see, the latest report of each provider and period, the earliest period first. */
export async function findResults(reader: Reader, contracts: readonly string[]): Promise<readonly KpiResult[]> {
  const rows = await reader
    .selectFrom('commissioning.kpi_result')
    .select(['id', 'kpi', 'provider', 'starts_on as startsOn', 'ends_on as endsOn', 'value', 'said', 'reported_on as reportedOn'])
    .distinctOn(['kpi', 'provider', 'starts_on'])
    .where(among('contract', contracts))
    .orderBy('kpi')
    .orderBy('provider')
    .orderBy('starts_on')
    .orderBy('id', 'desc')
    .execute()
  return rows
    .map((row) => ({ ...row, value: plain(row.value) }))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.startsOn, other.startsOn) || one.id.localeCompare(other.id))
}

/** A number without the noughts that its column adds. */
function plain(value: string | null): string | null {
  return value === null ? null : value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
