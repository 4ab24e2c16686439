import type { Reader } from '#platform/database/session.ts'
import type { Commentary, Measure, Observation } from '../rules/measure.ts'
import { type Reading, readingOf } from '../rules/reading.ts'
import { type ScorecardRow, scorecardRow } from '../words/scorecard.ts'
import { type ChartRulesInForce, listChartRules, rulesInForce } from './chart-rules.ts'
import { findMeasures, findMeasuresOf } from './measure.ts'
import { findSeries } from './series.ts'

/** A measure with everything its row is made of. */
export interface ReadMeasure {
  readonly measure: Measure
  readonly reading: Reading
  readonly rules: ChartRulesInForce
  readonly commentaries: readonly Commentary[]
  /** The priority it stands under; '' where it stands under none that one may see. */
  readonly heading: string
  readonly priority: string | null
  readonly row: ScorecardRow
}

/** Of a board, or of a priority: the measures that measure it or an outcome under it, whosever they are. */
export type ScorecardOf = { readonly body: string } | { readonly priority: string }

/** Which measures, and up to when. */
export type ScorecardScope = ScorecardOf & {
  /** First day after the last period that is shown; absent: today. */
  readonly until?: Temporal.PlainDate | undefined
  /** True to read only what anybody may read, whoever asks: for the public edition of what is frozen. */
  readonly asPublic?: boolean | undefined
}

type Places = ReadonlyMap<string, Pick<ReadMeasure, 'heading' | 'priority'> & { readonly position: number }>

/** The measures under a priority on a day, each under its first outcome; those of the priority itself come first. */
async function placesUnder(reader: Reader, priority: string, day: Temporal.PlainDate, asPublic: boolean): Promise<Places> {
  const rows = await reader
    .selectFrom(asPublic ? 'performance.public_priority_measure' : 'performance.priority_measure')
    .select(['measure', 'heading', 'position'])
    .where('priority', '=', priority)
    .where('starts_on', '<=', day)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', day)]))
    .orderBy('position', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [row.measure ?? '', { heading: row.heading || 'The whole priority', priority, position: row.position ?? 0 }]),
  )
}

async function placesOf(reader: Reader, ids: readonly string[], asPublic: boolean): Promise<Places> {
  if (ids.length === 0) return new Map()
  const columns = ['measure', 'heading', 'priority', 'position'] as const
  const rows = asPublic
    ? await reader
        .selectFrom('performance.public_measure_place')
        .select(columns)
        .where('measure', 'in', [...ids])
        .execute()
    : await reader
        .selectFrom('performance.measure_place')
        .select(columns)
        .where('measure', 'in', [...ids])
        .execute()
  return new Map(
    rows.map((row) => [row.measure ?? '', { heading: row.heading ?? '', priority: row.priority, position: row.position ?? 0 }]),
  )
}

/**
 * Reads the measures of a scorecard that are kept on the day, as whoever asks: grouped by the priority they stand under, in the order of the plan, those under
 * none last. With `until` the figures of later periods are left out; revisions made since are in.
 */
export async function findScorecardMeasures(
  reader: Reader,
  scope: ScorecardScope,
  today: Temporal.PlainDate,
): Promise<readonly ReadMeasure[]> {
  const day = scope.until !== undefined && Temporal.PlainDate.compare(scope.until, today) < 0 ? scope.until : today
  const under = 'priority' in scope ? await placesUnder(reader, scope.priority, day, scope.asPublic === true) : null
  const all = 'body' in scope ? await findMeasuresOf(reader, scope.body) : await findMeasures(reader, [...(under?.keys() ?? [])])
  const visible = all.filter(({ sight }) => sight === 'public' || !scope.asPublic)
  const kept = visible.filter(({ withdrawnOn }) => withdrawnOn === null || Temporal.PlainDate.compare(day, withdrawnOn) < 0)
  const ids = kept.map(({ id }) => id)
  const bodies = [...new Set(kept.map(({ body }) => body))]
  const [series, places, rules] = await Promise.all([
    findSeries(reader, ids),
    under ?? placesOf(reader, ids, scope.asPublic === true),
    listChartRules(reader, bodies),
  ])
  const read = kept.flatMap((measure, index): (ReadMeasure & { readonly position: number })[] => {
    const one = series[index]
    if (one === undefined) return []
    const place = places.get(measure.id) ?? { heading: '', priority: null, position: 1e6 }
    const inForce = rulesInForce(rules, measure, day)
    const shown = <What extends { readonly sight: string }>(list: readonly What[]) =>
      list.filter(({ sight }) => sight === 'public' || !scope.asPublic)
    const observations = shown(one.observations).filter((each) => endsBy(each, day, scope))
    const reading = readingOf({ measure, targets: one.targets, observations, rebases: one.rebases }, inForce, day)
    const commentaries = shown(one.commentaries)
    return [{ ...place, measure, reading, commentaries, rules: inForce, row: scorecardRow(measure, reading, commentaries) }]
  })
  return read.sort((one, other) => one.position - other.position || one.heading.localeCompare(other.heading) || byReference(one, other))
}

function byReference(one: ReadMeasure, other: ReadMeasure): number {
  return (
    one.measure.reference.localeCompare(other.measure.reference, 'en', { numeric: true }) || one.row.title.localeCompare(other.row.title)
  )
}

function endsBy({ period }: Observation, day: Temporal.PlainDate, { until }: ScorecardScope): boolean {
  return until === undefined || Temporal.PlainDate.compare(period.endsOn, day) <= 0
}
