import { type Exact, sumOf } from './exact.ts'
import { askedOf, targetFor } from './judge.ts'
import { type Definition, definitionFor, type Measure, type SetTarget } from './measure.ts'
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

/** How a year is foreseen to end. */
export interface YearEnd {
  readonly method: Exclude<Definition['forecast'], 'none'>
  readonly year: Period
  readonly toDate: Exact
  readonly counted: number
  readonly inYear: number
  readonly value: Exact
  /** Of a profile: the share of the year that earlier years had reached by then, as a share of 1; null otherwise. */
  readonly share: Exact | null
  /** Between which figures the year would have ended, had it been foreseen so in earlier complete years; null where there were none. */
  readonly trial: { readonly least: Exact; readonly most: Exact; readonly years: number } | null
}

/** Earlier years that are looked at. */
const YEARS = 5

/**
 * Foresees the financial year from its months or quarters to date, by the method of the definition (I3). A straight line and a profile are for what is added
 * up; the last figure is for anything. Null where the definition asks for none, a period of the year is unknown, no earlier year is complete (a profile), or
 * the year is. It is tried on earlier years, which says how far it may miss. Handbook of plans and performance, 3.4.
 */
export function yearEnd(points: readonly ReadPoint[]): YearEnd | null {
  const last = points.findLast((point) => numberOf(point) !== null)
  const { forecast = 'none', kind = 'text' } = last?.judged.definition ?? {}
  const inYear = last?.period.type === 'month' ? 12 : last?.period.type === 'quarter' ? 4 : 0
  if (last === undefined || inYear === 0 || forecast === 'none' || (forecast !== 'last' && kind !== 'flow')) return null
  const year = periodOf('financial-year', last.period.startsOn)
  const numbers = numbersUntil(points, year, last.period.endsOn)
  const months = last.period.endsOn.since(year.startsOn, { largestUnit: 'month' }).months
  const due = months / (12 / inYear)
  if (due >= inYear || due === 0 || (forecast === 'last' ? numbers.length === 0 : numbers.length !== due)) return null
  const earlier = earlierYears(points, year, inYear)
  const foresee = (list: readonly Exact[]) => foreseen(forecast, list, { due, inYear }, earlier)
  const value = foresee(forecast === 'last' ? numbers.slice(-1) : numbers)
  if (value === null) return null
  const misses = earlier.flatMap((whole) => {
    const guess = foresee(whole.slice(0, due))
    const truly = forecast === 'last' ? whole.at(-1) : sumOf(whole)
    return guess === null || guess.equals(0) || truly === undefined ? [] : [truly.div(guess)]
  })
  const tried = misses.map((miss) => value.mul(miss)).sort((one, other) => one.compare(other))
  const [least, most] = [tried[0], tried.at(-1)]
  return {
    ...{ method: forecast, year, counted: due, inYear, value },
    toDate: forecast === 'last' ? (numbers.at(-1) ?? value) : sumOf(numbers),
    share: forecast === 'profile' ? shareOf(earlier, due) : null,
    trial: least === undefined || most === undefined ? null : { least, most, years: tried.length },
  }
}

function numbersUntil(points: readonly ReadPoint[], { startsOn }: Period, until: Temporal.PlainDate): readonly Exact[] {
  return points
    .filter(
      ({ period }) => Temporal.PlainDate.compare(period.startsOn, startsOn) >= 0 && Temporal.PlainDate.compare(period.endsOn, until) <= 0,
    )
    .flatMap((point) => numberOf(point) ?? [])
}

/** The figures of earlier years of which every period is known, counted by the same definition as far as it does not break the series. */
function earlierYears(points: readonly ReadPoint[], year: Period, inYear: number): readonly (readonly Exact[])[] {
  const broken = points.findLast(({ judged }) => judged.definition.breaksSeries)?.judged.definition.startsOn ?? null
  return Array.from({ length: YEARS }, (_, back) => periodAway(year, -1 - back) ?? year)
    .filter(({ startsOn }) => broken === null || Temporal.PlainDate.compare(startsOn, broken) >= 0)
    .map((one) => numbersUntil(points, one, one.endsOn))
    .filter((list) => list.length === inYear)
}

/** The share of all earlier years together that was reached after so many periods; null where there is none, or it is 0. */
function shareOf(earlier: readonly (readonly Exact[])[], due: number): Exact | null {
  const [reached, all] = [sumOf(earlier.flatMap((one) => one.slice(0, due))), sumOf(earlier.flat())]
  return all.equals(0) || reached.equals(0) ? null : reached.div(all)
}

function foreseen(
  method: YearEnd['method'],
  numbers: readonly Exact[],
  { due, inYear }: { readonly due: number; readonly inYear: number },
  earlier: readonly (readonly Exact[])[],
): Exact | null {
  if (method === 'last') return numbers.at(-1) ?? null
  if (method === 'straight-line') return forecastOfFlow(sumOf(numbers), due, inYear, { kind: 'straight-line' })
  const share = shareOf(earlier, due)
  return share === null ? null : forecastOfFlow(sumOf(numbers), due, inYear, { kind: 'profile', share })
}

/** Where a figure lies in the run it comes from: below or above what chance explains, or within. */
export function placeInHistory(value: Exact, limits: { readonly lower: Exact; readonly upper: Exact }): 'below' | 'within' | 'above' {
  return value.lt(limits.lower) ? 'below' : value.gt(limits.upper) ? 'above' : 'within'
}

/** The house's way of judging charts until a board sets its own: outliers screened, limits on trial below 12 points, none below 7. */
export const houseChartRules = { screening: true, trialBelow: 12, noneBelow: 7, runBelow: 12 } as const
