import { type Exact, sumOf } from './exact.ts'
import { askedOf, targetFor } from './judge.ts'
import { definitionFor, type Measure, type SetTarget } from './measure.ts'
import { type Period, periodAway, periodOf } from './period.ts'
import { type Edges, edgesOf } from './rag.ts'
import { numberOf, type ReadPoint } from './reading.ts'
import { forecastOfFlow } from './roll-up.ts'
import type { Target } from './target.ts'

/** What would turn a measure green in the period after one. */
export interface NextGreen {
  readonly period: Period
  /** Null where no target judges that period, or it waits for its baseline. */
  readonly needs: { readonly target: Target; readonly edges: Edges } | null
}

/** What the next period asks for; null where periods do not follow each other. */
export function nextGreen(measure: Pick<Measure, 'definitions'>, targets: readonly SetTarget[], after: Period): NextGreen | null {
  const period = periodAway(after, 1)
  if (period === null) return null
  const target = targetFor(targets, period)
  const asked = target === null ? null : askedOf(target, period)
  if (target === null || asked?.state !== 'set') return { period, needs: null }
  const edges = edgesOf(definitionFor(measure, period).polarity, asked.target, target.tolerance)
  return { period, needs: edges === null ? null : { target: asked.target, edges } }
}

/** How a year would end if it went on as until now. */
export interface StraightLine {
  readonly year: Period
  readonly toDate: Exact
  readonly counted: number
  readonly inYear: number
  readonly value: Exact
}

/**
 * Foresees the financial year of a flow by a straight line from its months or quarters to date. Null for anything that is not added up, where a period of the
 * year is unknown, or where the year is complete. Handbook of plans and performance, 3.4.
 */
export function straightLine(points: readonly ReadPoint[]): StraightLine | null {
  const last = points.findLast((point) => numberOf(point) !== null)
  if (last === undefined || last.judged.definition.kind !== 'flow') return null
  const { type } = last.period
  const inYear = type === 'month' ? 12 : type === 'quarter' ? 4 : 0
  const year = periodOf('financial-year', last.period.startsOn)
  const within = points.filter(
    ({ period }) =>
      Temporal.PlainDate.compare(period.startsOn, year.startsOn) >= 0 && Temporal.PlainDate.compare(period.endsOn, last.period.endsOn) <= 0,
  )
  const numbers = within.flatMap((point) => numberOf(point) ?? [])
  const months = last.period.endsOn.since(year.startsOn, { largestUnit: 'month' }).months
  const due = type === 'month' ? months : months / 3
  if (inYear === 0 || numbers.length !== due || due >= inYear) return null
  const toDate = sumOf(numbers)
  const value = forecastOfFlow(toDate, due, inYear, { kind: 'straight-line' })
  return value === null ? null : { year, toDate, counted: due, inYear, value }
}

/** Where a figure lies in the run it comes from: below or above what chance explains, or within. */
export function placeInHistory(value: Exact, limits: { readonly lower: Exact; readonly upper: Exact }): 'below' | 'within' | 'above' {
  return value.lt(limits.lower) ? 'below' : value.gt(limits.upper) ? 'above' : 'within'
}

/** The house's way of judging charts until a board sets its own: outliers screened, limits on trial below 12 points, none below 7. */
export const houseChartRules = { screening: true, trialBelow: 12, noneBelow: 7, runBelow: 12 } as const
