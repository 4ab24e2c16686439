import type { Exact } from './exact.ts'
import { type Judged, judge, wholeSeries } from './judge.ts'
import {
  type Definition,
  definitionFor,
  definitionOn,
  knownOf,
  type Measure,
  type Observation,
  type Rebase,
  type SetTarget,
} from './measure.ts'
import { type Period, type PeriodType, periodAway, periodKey, periodOf } from './period.ts'
import { type Assurance, assuranceOf, type Section, sectionsOf, type Variation, variationOf } from './process.ts'
import type { LimitSettings } from './process-limits.ts'
import type { Known } from './rag.ts'

/** One period of a measure as it is read: its figure, or the state in its place. */
export interface ReadPoint {
  readonly period: Period
  /** What was entered; null where nothing was. */
  readonly observation: Observation | null
  readonly known: Known
  readonly judged: Judged
}

/** How charts are judged; settings of a board with a day from which they hold. */
export interface ChartRules extends LimitSettings {
  /** Below so many known points a run chart is shown first, without limits. */
  readonly runBelow: number
  /** Which chart stands first where there are enough points; absent: the one with limits. */
  readonly first?: 'process' | 'run' | undefined
}

/** A series as it is read on a day: the points, what chance explains of them, and where sections begin. */
export interface Reading {
  /** By the definition of the day. */
  readonly definition: Definition
  readonly points: readonly ReadPoint[]
  /** The last of the points; null where there is none. */
  readonly now: ReadPoint | null
  /** The one period behind the last point that is due and has no figure yet; null where none is waited for. */
  readonly awaited: Period | null
  /** The last period with a number; null where there is none. */
  readonly lastKnown: ReadPoint | null
  /** Which chart is shown first: with limits, as a run, or none because there is no number to draw. */
  readonly chart: 'process' | 'run' | 'none'
  /** Null where limits are not worked out: too few points, words, or periods that overlap. */
  readonly sections: readonly [Section, ...Section[]] | null
  /** Why each later section begins, in their order. */
  readonly breaks: readonly SectionBreak[]
  /** Of the last known point; null without limits. */
  readonly variation: Variation | null
  readonly assurance: Assurance | null
}

/** Why limits are worked out anew from a point on: somebody decided so, or the definition no longer counts the same. */
export type SectionBreak =
  | { readonly from: number; readonly why: 'rebase'; readonly rebase: Rebase }
  | { readonly from: number; readonly why: 'definition'; readonly definition: Definition }

/** What is read of a measure: everything of the series that bears on the whole, everybody and everywhere. */
export interface ReadInput {
  readonly measure: Measure
  readonly targets: readonly SetTarget[]
  readonly observations: readonly Observation[]
  readonly rebases: readonly Rebase[]
}

function isDue({ endsOn }: Period, { lagDays }: Definition, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(endsOn.add({ days: lagDays }), today) <= 0
}

/** Periods from the first with an entry to the last that is due or has one; of irregular ones only those with an entry. */
function periodsOf(type: PeriodType, entries: readonly Observation[], measure: Measure, today: Temporal.PlainDate): readonly Period[] {
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return []
  if (type === 'other') return entries.map(({ period }) => period)
  const until = measure.withdrawnOn ?? today
  const periods: Period[] = []
  for (let period: Period | null = periodOf(type, first.period.startsOn); period !== null; period = periodAway(period, 1)) {
    const entered = Temporal.PlainDate.compare(period.startsOn, last.period.startsOn) <= 0
    const due = isDue(period, definitionFor(measure, period), today) && Temporal.PlainDate.compare(period.endsOn, until) <= 0
    if (!entered && !due) break
    periods.push(period)
  }
  return periods
}

function pointOf(input: ReadInput, period: Period, observation: Observation | null, today: Temporal.PlainDate): ReadPoint {
  const definition = definitionFor(input.measure, period)
  const status = observation?.status ?? (isDue(period, definition, today) ? 'missing' : 'not-due')
  const stated = { period, status, value: observation?.value ?? null }
  return { period, observation, known: knownOf(stated), judged: judge(input.measure, input.targets, stated) }
}

/**
 * The points of a measure by the frequency of its definition of the day; a period without an entry is missing once it is due. One period that is due at the
 * end and has no entry is waited for (figures are published a while after they are due); from the second on all are missing.
 */
function pointsOf(input: ReadInput, today: Temporal.PlainDate): { readonly points: readonly ReadPoint[]; readonly awaited: Period | null } {
  const type = definitionOn(input.measure, today).frequency
  const entries = wholeSeries(input.observations).filter(({ period }) => period.type === type)
  const byPeriod = new Map(entries.map((one) => [periodKey(one.period), one]))
  const periods = periodsOf(type, entries, input.measure, today)
  const [last, before] = [periods.at(-1), periods.at(-2)]
  const waits = last !== undefined && before !== undefined && !byPeriod.has(periodKey(last)) && byPeriod.has(periodKey(before))
  const shown = waits ? periods.slice(0, -1) : periods
  const points = shown.map((period) => pointOf(input, period, byPeriod.get(periodKey(period)) ?? null, today))
  return { points, awaited: waits ? last : null }
}

/** The number of a point; null where there is none to see. */
export function numberOf({ known }: ReadPoint): Exact | null {
  return known.state === 'value' ? known.value : null
}

function breaksOf(points: readonly ReadPoint[], rebases: readonly Rebase[], measure: Measure): readonly SectionBreak[] {
  const decided = rebases.flatMap((rebase): SectionBreak[] => {
    const from = points.findIndex(({ period }) => Temporal.PlainDate.compare(period.startsOn, rebase.onDay) >= 0)
    return from > 0 ? [{ from, why: 'rebase', rebase }] : []
  })
  const redefined = measure.definitions.flatMap((definition): SectionBreak[] => {
    const from = points.findIndex(({ judged }) => judged.definition.number >= definition.number)
    return definition.breaksSeries && from > 0 ? [{ from, why: 'definition', definition }] : []
  })
  const places = new Map([...decided, ...redefined].map((one) => [one.from, one]))
  return [...places.values()].sort((one, other) => one.from - other.from)
}

/**
 * Reads a measure on a day. Windows of several years overlap and are no independent points, so they get no limits; nor do words.
 * Nothing is judged across a decision to rebase or a definition that breaks the series. Handbook of plans and performance, 3.3 and 3.5.
 */
export function readingOf(input: ReadInput, rules: ChartRules, today: Temporal.PlainDate): Reading {
  const definition = definitionOn(input.measure, today)
  const { points, awaited } = pointsOf(input, today)
  const numbers = points.map(numberOf)
  const known = numbers.filter((one) => one !== null).length
  const breaks = breaksOf(points, input.rebases, input.measure)
  const hasLimits = known >= rules.noneBelow && definition.frequency !== 'other' && definition.kind !== 'text'
  const places = breaks.map(({ from }) => from)
  const sections = hasLimits ? sectionsOf(numbers, places, rules) : null
  const now = points.at(-1) ?? null
  const asked = now?.judged.asked
  const target = asked?.state === 'set' && asked.target.kind === 'value' ? asked.target.value : null
  const limits = sections?.at(-1)?.limits ?? null
  return {
    ...{ definition, points, now, awaited, sections, breaks },
    lastKnown: points.findLast((point) => numberOf(point) !== null) ?? null,
    chart: known === 0 ? 'none' : sections !== null && known >= rules.runBelow && rules.first !== 'run' ? 'process' : 'run',
    variation: sections === null ? null : variationOf(sections, definition.polarity),
    assurance: assuranceOf(limits, definition.polarity, target),
  }
}
