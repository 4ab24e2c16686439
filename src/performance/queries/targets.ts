import type { Reader } from '#platform/database/session.ts'
import type { Aim, Baseline, SetTarget, TargetStep } from '../rules/measure.ts'
import type { PeriodType } from '../rules/period.ts'
import type { Tolerance } from '../rules/rag.ts'
import { figure } from './measure.ts'

type OfMeasure<What> = What & { readonly measure: string }

/** The baselines of some measures, the latest made last. */
export async function findBaselines(reader: Reader, measures: readonly string[]): Promise<readonly OfMeasure<Baseline>[]> {
  if (measures.length === 0) return []
  const rows = await reader
    .selectFrom('performance.baseline')
    .select(['id', 'measure', 'value', 'period_type as type', 'starts_on as startsOn', 'ends_on as endsOn', 'method', 'source'])
    .where('measure', 'in', [...measures])
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  return rows.map(({ type, startsOn, endsOn, ...row }) => ({
    ...row,
    value: figure(row.value),
    method: row.method as Baseline['method'],
    period: { type: type as PeriodType, startsOn, endsOn },
  }))
}

/** The targets of some measures, withdrawn ones too, by the day from which they judge. */
export async function findTargets(
  reader: Reader,
  measures: readonly string[],
): Promise<readonly { readonly measure: string; readonly target: SetTarget }[]> {
  if (measures.length === 0) return []
  const rows = await reader
    .selectFrom('performance.target')
    .select(['id', 'measure', 'starts_on', 'ends_on', 'words', 'kind', 'value', 'upper', 'years', 'growth', 'baseline'])
    .select(['tolerance_kind', 'tolerance', 'green_means', 'amber_means', 'red_means', 'set_by', 'source', 'made_at'])
    .select(['withdrawn_at', 'withdrawn_reason'])
    .where('measure', 'in', [...measures])
    .orderBy('starts_on')
    .orderBy('made_at')
    .execute()
  const baselines = new Map((await findBaselines(reader, measures)).map((one) => [one.id, one]))
  const steps = await stepsOf(
    reader,
    rows.flatMap(({ id, kind }) => (kind === 'trajectory' ? [id] : [])),
  )
  return rows.map((row) => ({
    measure: row.measure,
    target: {
      ...{ id: row.id, startsOn: row.starts_on, endsOn: row.ends_on, words: row.words, setBy: row.set_by, source: row.source },
      aim: aimOf(row, steps.get(row.id) ?? []),
      baseline: row.baseline === null ? null : (baselines.get(row.baseline) ?? null),
      tolerance: toleranceOf(row.tolerance_kind, row.tolerance),
      means: { green: row.green_means, amber: row.amber_means, red: row.red_means },
      ...{ madeAt: row.made_at, withdrawnAt: row.withdrawn_at, withdrawnReason: row.withdrawn_reason },
    },
  }))
}

interface AimRow {
  readonly kind: string
  readonly value: string | null
  readonly upper: string | null
  readonly years: number | null
  readonly growth: string | null
}

function aimOf(row: AimRow, steps: readonly TargetStep[]): Aim {
  const value = figure(row.value ?? '0')
  switch (row.kind) {
    case 'trajectory':
      return { kind: 'trajectory', steps }
    case 'band':
      return { kind: 'band', from: value, to: figure(row.upper ?? '0') }
    case 'relative':
      return { kind: 'relative', percent: value }
    case 'points':
      return { kind: 'points', points: value }
    case 'yearly':
      return { kind: 'yearly', percent: value, years: row.years ?? 1, growth: row.growth === 'simple' ? 'simple' : 'compound' }
    case 'each-period':
      return { kind: 'each-period', value, due: 1 }
    default:
      return { kind: 'value', value }
  }
}

function toleranceOf(kind: string | null, tolerance: string | null): Tolerance | null {
  if (kind === null || tolerance === null) return null
  const amount = figure(tolerance)
  return kind === 'share' ? { kind, percent: amount } : kind === 'amount' ? { kind, amount } : { kind: 'edge', edge: amount }
}

async function stepsOf(reader: Reader, targets: readonly string[]): Promise<ReadonlyMap<string, readonly TargetStep[]>> {
  if (targets.length === 0) return new Map()
  const rows = await reader
    .selectFrom('performance.target_step')
    .select(['target', 'starts_on as startsOn', 'value'])
    .where('target', 'in', [...targets])
    .orderBy('starts_on')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, value: figure(row.value) })),
    ({ target }) => target,
  )
}
