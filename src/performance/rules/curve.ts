import { isTurned } from './comparison.ts'
import { type Exact, meanOf, sumOf, whole } from './exact.ts'
import type { Definition } from './measure.ts'
import { type Period, periodAway, periodKey } from './period.ts'
import { numberOf, type Reading, type ReadPoint } from './reading.ts'

/** How what comes if nothing is done is foreseen: on a straight line, as it was on average, or as somebody states it. */
export const forecastMethods = ['trend', 'level', 'stated'] as const
/** One of them. */
export type CurveMethod = (typeof forecastMethods)[number]

/** What an idea costs: nothing, little, something, or nobody knows. */
export const ideaCosts = ['none', 'low', 'some', 'not-known'] as const
/** One of them. */
export type IdeaCost = (typeof ideaCosts)[number]

/** The fewest figures through which a straight line is drawn. */
export const FEWEST_FOR_TREND = 3

/** One period that is foreseen. */
export interface Foreseen {
  readonly period: Period
  readonly value: Exact
}

/** A forecast with the figures it was worked out of. */
export interface WorkedForecast {
  /** The figures it rests on, the first to the last. */
  readonly from: readonly Foreseen[]
  readonly points: readonly Foreseen[]
  /** How many of the points would have been below 0 and stand at 0. */
  readonly raised: number
}

/** Why nothing can be foreseen from the figures themselves. */
export type CannotForesee = 'too-few-figures' | 'irregular-periods'

function straight(known: readonly { readonly at: number; readonly value: Exact }[]): (at: number) => Exact {
  const xs = known.map(({ at }) => whole(at))
  const ys = known.map(({ value }) => value)
  const [middle, mean] = [meanOf(xs) ?? whole(0), meanOf(ys) ?? whole(0)]
  const squares = sumOf(xs.map((x) => x.sub(middle).mul(x.sub(middle))))
  const slope = squares.equals(0)
    ? whole(0)
    : sumOf(known.map(({ value }, i) => (xs[i] ?? middle).sub(middle).mul(value.sub(mean)))).div(squares)
  return (at) => mean.add(slope.mul(whole(at).sub(middle)))
}

/**
 * Foresees the periods after the last figure (T4): on the straight line of least squares through the last figures, or at their mean. Exact fractions; periods
 * without a figure keep their place and count for nothing. What cannot be below 0 stays at 0. Handbook of plans and performance, 3.7.
 * @param last - how many of the last figures it rests on
 * @param ahead - how many periods are foreseen
 */
export function foresee(
  points: readonly ReadPoint[],
  how: { readonly method: 'trend' | 'level'; readonly last: number; readonly ahead: number; readonly floor: Exact | null },
): WorkedForecast | CannotForesee {
  const known = points.flatMap((point, at) => {
    const value = numberOf(point)
    return value === null ? [] : [{ at, value, period: point.period }]
  })
  const used = known.slice(-how.last)
  const end = used.at(-1)
  if (end === undefined || (how.method === 'trend' && used.length < FEWEST_FOR_TREND)) return 'too-few-figures'
  const on = how.method === 'trend' ? straight(used) : () => meanOf(used.map(({ value }) => value)) ?? whole(0)
  const foreseen: Foreseen[] = []
  let raised = 0
  for (let by = 1; by <= how.ahead; by += 1) {
    const period = periodAway(end.period, by)
    if (period === null) return 'irregular-periods'
    const value = on(end.at + by)
    const isBelow = how.floor !== null && value.lt(how.floor)
    if (isBelow) raised += 1
    foreseen.push({ period, value: isBelow && how.floor !== null ? how.floor : value })
  }
  return { from: used.map(({ period, value }) => ({ period, value })), points: foreseen, raised }
}

/** The least a figure can be: 0 for all but scores, unless one is below it already. */
export function leastOf({ definition, points }: Pick<Reading, 'definition' | 'points'>): Exact | null {
  const zero = whole(0)
  return definition.kind === 'score' || points.some((point) => numberOf(point)?.lt(zero)) ? null : zero
}

/** A period of a frozen forecast beside what came. */
export interface Compared {
  readonly period: Period
  readonly foreseen: Exact
  /** What came; null while the period has no entry. */
  readonly came: ReadPoint | null
  /** Null where nothing can be compared: no number came, neither way is better, or it is counted differently since. */
  readonly isBetter: boolean | null
}

/** What a frozen forecast says, as far as comparing goes. */
export interface FrozenLine {
  readonly frozenOn: Temporal.PlainDate
  readonly points: readonly Foreseen[]
}

/** Sets a frozen forecast beside what came, period by period. A definition that breaks the series after the freezing ends the comparison. */
export function compareCurve(
  reading: Pick<Reading, 'definition' | 'points'>,
  frozen: FrozenLine,
  definitions: readonly Definition[],
): readonly Compared[] {
  const { polarity } = reading.definition
  const came = new Map(reading.points.map((point) => [periodKey(point.period), point]))
  const anew = definitions.find((one) => one.breaksSeries && Temporal.PlainDate.compare(one.startsOn, frozen.frozenOn) > 0)
  return frozen.points.map(({ period, value }) => {
    const point = came.get(periodKey(period)) ?? null
    const number = point === null ? null : numberOf(point)
    const isOther = point !== null && anew !== undefined && point.judged.definition.number >= anew.number
    const canTell = number !== null && !isOther && (polarity === 'higher' || polarity === 'lower')
    return { period, foreseen: value, came: point, isBetter: canTell ? isTurned(polarity, value, number) : null }
  })
}

/** Whether a curve is turned, and what that rests on; or why nothing can be said. */
export type CurveStanding =
  | {
      readonly state: 'turned' | 'not-turned'
      /** The last period that can be compared. */
      readonly latest: Compared
      readonly better: number
      readonly compared: number
      /** True where it goes the right way since the forecast and yet is no better than foreseen: that alone is no turning. */
      readonly onlyAsForeseen: boolean
    }
  | { readonly state: 'no-forecast' | 'nothing-came' | 'no-better-way' | 'counted-differently' }

/**
 * Whether the curve is turned: the last figure that can be compared is better than the frozen line of its period (T4). Going the right way is not enough.
 * @param frozen - the latest forecast of what comes if nothing is done; null where there is none
 */
export function curveStanding(
  reading: Pick<Reading, 'definition' | 'points'>,
  frozen: FrozenLine | null,
  definitions: readonly Definition[],
): CurveStanding {
  if (frozen === null) return { state: 'no-forecast' }
  const { polarity } = reading.definition
  if (polarity !== 'higher' && polarity !== 'lower') return { state: 'no-better-way' }
  const compared = compareCurve(reading, frozen, definitions)
  const told = compared.filter(({ isBetter }) => isBetter !== null)
  const latest = told.at(-1)
  if (latest === undefined)
    return { state: compared.some(({ came }) => came !== null && numberOf(came) !== null) ? 'counted-differently' : 'nothing-came' }
  const better = told.filter(({ isBetter }) => isBetter).length
  const state = latest.isBetter ? 'turned' : 'not-turned'
  return { state, latest, better, compared: told.length, onlyAsForeseen: !latest.isBetter && wentRight(reading, frozen, latest) }
}

function wentRight({ points, definition }: Pick<Reading, 'definition' | 'points'>, frozen: FrozenLine, latest: Compared): boolean {
  const first = frozen.points[0]
  const before = points.findLast(
    (point) =>
      first !== undefined && numberOf(point) !== null && Temporal.PlainDate.compare(point.period.endsOn, first.period.startsOn) <= 0,
  )
  const [was, is] = [before && numberOf(before), latest.came && numberOf(latest.came)]
  if (!was || !is) return false
  return definition.polarity === 'higher' ? is.gt(was) : is.lt(was)
}
