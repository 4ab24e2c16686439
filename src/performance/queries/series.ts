import type { Reader } from '#platform/database/session.ts'
import type { Annotation, Commentary, Observation, Rebase, SetTarget } from '../rules/measure.ts'
import type { Period } from '../rules/period.ts'
import { figure } from './measure.ts'
import { findTargets } from './targets.ts'

/** Everything that is stored of one measure besides its definitions, as far as the reader may see it. */
export interface Series {
  readonly measure: string
  /** Those that stand and those that were withdrawn, by the day from which they judge. */
  readonly targets: readonly SetTarget[]
  /** Every revision of every figure, by the end of its period; `currentOf` and `wholeSeries` of the rules choose. */
  readonly observations: readonly Observation[]
  /** By their days; withdrawn ones are left out. */
  readonly annotations: readonly Annotation[]
  readonly rebases: readonly Rebase[]
  /** By period, the latest of one period last. */
  readonly commentaries: readonly Commentary[]
}

/** The series of some measures, in their order. @param span - periods that end in it, half-open; absent: all */
export async function findSeries(
  reader: Reader,
  measures: readonly string[],
  span?: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly Series[]> {
  if (measures.length === 0) return []
  const targets = Map.groupBy(await findTargets(reader, measures), ({ measure }) => measure)
  const observations = Map.groupBy(await findObservations(reader, measures, span), ({ measure }) => measure)
  const annotations = Map.groupBy(await annotationsOf(reader, measures), ({ measure }) => measure)
  const rebases = Map.groupBy(await rebasesOf(reader, measures), ({ measure }) => measure)
  const commentaries = Map.groupBy(await findCommentaries(reader, measures), ({ measure }) => measure)
  return measures.map((measure) => ({
    measure,
    targets: (targets.get(measure) ?? []).map(({ target }) => target),
    observations: observations.get(measure) ?? [],
    annotations: annotations.get(measure) ?? [],
    rebases: rebases.get(measure) ?? [],
    commentaries: commentaries.get(measure) ?? [],
  }))
}

/** Every revision of the figures of some measures that the reader may see, by the end of its period. */
export async function findObservations(
  reader: Reader,
  measures: readonly string[],
  span?: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<readonly Observation[]> {
  if (measures.length === 0) return []
  const rows = await reader
    .selectFrom('performance.observation as o')
    .leftJoin('performance.protection as p', 'p.id', 'o.protection')
    .select(['o.id', 'o.measure', 'o.sight', 'o.period_type as type', 'o.starts_on as startsOn', 'o.ends_on as endsOn', 'o.area'])
    .select(['o.dimension', 'o.category', 'o.revision', 'o.status', 'o.value', 'o.words', 'o.numerator', 'o.denominator'])
    .select(['o.lower_limit as lower', 'o.upper_limit as upper', 'o.quality', 'o.source', 'o.reason', 'p.method as protectedBy'])
    .select('o.entered_at as enteredAt')
    .where('o.measure', 'in', [...measures])
    .$if(span !== undefined, (query) =>
      query
        .where('o.ends_on', '>', span?.from ?? Temporal.PlainDate.from('0001-01-01'))
        .where('o.ends_on', '<=', span?.until ?? Temporal.PlainDate.from('9999-12-31')),
    )
    .orderBy('o.ends_on')
    .orderBy('o.starts_on')
    .orderBy('o.revision')
    .orderBy('o.area', (order) => order.asc().nullsFirst())
    .orderBy('o.dimension')
    .orderBy('o.category')
    .execute()
  return rows.map(({ type, startsOn, endsOn, area, dimension, category, lower, upper, ...row }) => ({
    ...row,
    sight: row.sight as Observation['sight'],
    status: row.status as Observation['status'],
    period: { type: type as Period['type'], startsOn, endsOn },
    cell: { area, dimension, category },
    value: figure(row.value),
    numerator: figure(row.numerator),
    denominator: figure(row.denominator),
    limits: lower === null || upper === null ? null : { lower: figure(lower), upper: figure(upper) },
  }))
}

async function annotationsOf(reader: Reader, measures: readonly string[]): Promise<readonly (Annotation & { readonly measure: string })[]> {
  return reader
    .selectFrom('performance.annotation')
    .select(['id', 'measure', 'on_day as onDay', 'words'])
    .where('measure', 'in', [...measures])
    .where('withdrawn_at', 'is', null)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
}

async function rebasesOf(reader: Reader, measures: readonly string[]): Promise<readonly (Rebase & { readonly measure: string })[]> {
  return reader
    .selectFrom('performance.rebase')
    .select(['id', 'measure', 'on_day as onDay', 'reason', 'decided_by as decidedBy', 'decided_on as decidedOn'])
    .where('measure', 'in', [...measures])
    .where('withdrawn_at', 'is', null)
    .orderBy('on_day')
    .execute()
}

/** What owners said of their measures, by period, the latest of one period last. */
export async function findCommentaries(
  reader: Reader,
  measures: readonly string[],
): Promise<readonly (Commentary & { readonly measure: string })[]> {
  if (measures.length === 0) return []
  const rows = await reader
    .selectFrom('performance.commentary')
    .select(['id', 'measure', 'starts_on as startsOn', 'ends_on as endsOn', 'sight', 'words', 'person', 'made_at as madeAt'])
    .where('measure', 'in', [...measures])
    .orderBy('ends_on')
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({ ...row, sight: row.sight as Commentary['sight'] }))
}
