import { alertOf, judge, wholeSeries } from './judge.ts'
import { definitionOn, type Measure, type Observation, type SetTarget } from './measure.ts'
import { lastEnded, type Period, periodAway, periodKey } from './period.ts'

/** A figure that asks its owner for an answer. */
export interface Alert {
  readonly kind: 'red' | 'missing'
  readonly period: Period
}

/** How many of the last figures are looked at: an older red figure is history. */
const LOOKED_AT = 2

/**
 * Which figures of a measure ask its owner on a day: those of its last two periods that are red or said to be missing, and one that is due and that nobody gave.
 * Drafts and measures that are no longer kept ask nobody. Requirement I2.
 */
export function alertsOf(
  measure: Measure,
  targets: readonly SetTarget[],
  observations: readonly Observation[],
  today: Temporal.PlainDate,
): readonly Alert[] {
  if (measure.sight === 'draft' || measure.withdrawnOn !== null) return []
  const recent = wholeSeries(observations).slice(-LOOKED_AT)
  const asked = recent.flatMap((one): readonly Alert[] => {
    const kind = alertOf(judge(measure, targets, one), one)
    return kind === null ? [] : [{ kind, period: one.period }]
  })
  const due = lastDue(measure, today)
  const isThere =
    due === null ||
    observations.some(({ period, cell }) => periodKey(period) === periodKey(due) && cell.area === null && cell.dimension === '')
  return isThere ? asked : [...asked, { kind: 'missing', period: due }]
}

/** The last period whose figure is due by a day; null for a measure without a rhythm, or before its first period. */
export function lastDue(measure: Measure, today: Temporal.PlainDate): Period | null {
  const { frequency, lagDays } = definitionOn(measure, today)
  if (frequency === 'other') return null
  let period: Period | null = lastEnded(frequency, today)
  while (period !== null && Temporal.PlainDate.compare(period.endsOn.add({ days: lagDays }), today) > 0) period = periodAway(period, -1)
  return period !== null && Temporal.PlainDate.compare(period.startsOn, measure.definitions[0].startsOn) >= 0 ? period : null
}
