import { type Delivered, type Mechanism, paymentsOf, pencePerWeek } from './payment.ts'
import { halfUp, splitPence } from './split.ts'

/** Packages that are alike, as a model assumes them. Minutes are of a week. */
export interface Cohort {
  readonly packages: number
  readonly minutesBefore: number
  /** In the week of the outcome. */
  readonly minutesAt: number
  readonly minutesAfter: number
  /** Counted from 1. A package that ends earlier has no outcome. */
  readonly outcomeWeek: number
  /** How long packages last in weeks, and which part of them: whole weights of any sum. */
  readonly lengths: readonly { readonly weeks: number; readonly weight: number }[]
}

/** How a model spreads packages over its weeks: begun evenly from the first to the last, or all in the first. */
export type Starts = 'evenly' | 'at-once'

/** Some packages of a cohort that are wholly alike. */
export interface PackageGroup {
  readonly count: number
  readonly delivered: Delivered
}

/** What a week brings under a mechanism, in pence, all packages together. */
export interface ModelWeek {
  readonly paid: bigint
  /** What of it rests on a confirmed outcome: what falls away where none is agreed. Below nothing where a bonus is taken back. */
  readonly atRisk: bigint
  /** What is paid less because less care is needed; below nothing where an outcome costs more than it saves. */
  readonly lessIncome: bigint
  readonly minutes: bigint
}

/** A cohort under one mechanism. */
export interface ModelOutcome {
  readonly weeks: readonly ModelWeek[]
  readonly paid: bigint
  /** What the same packages cost after the last week of the model. */
  readonly paidAfterwards: bigint
  readonly withOutcome: number
}

const NOTHING: ModelWeek = { paid: 0n, atRisk: 0n, lessIncome: 0n, minutes: 0n }

/**
 * Divides a cohort into packages that are wholly alike: by length with the largest remainder, then by outcome, half up. `percent` is of the packages that last
 * at least until the week of the outcome.
 */
export function groupsOf(cohort: Cohort, percent: number): readonly PackageGroup[] {
  const weights = cohort.lengths.map(({ weight }) => BigInt(weight))
  const counts = splitPence(BigInt(cohort.packages), weights) ?? []
  return cohort.lengths.flatMap(({ weeks }, place) => {
    const all = Number(counts[place] ?? 0n)
    const achieved = weeks < cohort.outcomeWeek ? 0 : Number(halfUp(BigInt(all) * BigInt(percent), 100n))
    const groups = [
      { count: achieved, delivered: deliveredOf(cohort, weeks, true) },
      { count: all - achieved, delivered: deliveredOf(cohort, weeks, false) },
    ]
    return groups.filter(({ count }) => count > 0)
  })
}

/** One package of a cohort week by week, with its outcome or without. */
export function deliveredOf(cohort: Cohort, weeks: number, isAchieved: boolean): Delivered {
  const { minutesBefore, minutesAt, minutesAfter, outcomeWeek } = cohort
  const of = (week: number): number => {
    if (!isAchieved || week < outcomeWeek) return minutesBefore
    return week === outcomeWeek ? minutesAt : minutesAfter
  }
  return { minutes: Array.from({ length: weeks }, (_, place) => of(place + 1)), achievedWeek: isAchieved ? outcomeWeek : null }
}

/** How many of `count` packages begin in each of `weeks` weeks. */
export function startsOf(count: number, weeks: number, starts: Starts): readonly number[] {
  if (starts === 'at-once') return Array.from({ length: weeks }, (_, place) => (place === 0 ? count : 0))
  const begun = (place: number): number => Math.ceil((place * count) / weeks)
  return Array.from({ length: weeks }, (_, place) => begun(place + 1) - begun(place))
}

/**
 * Works a cohort under one mechanism. Every package is paid by itself and rounded week by week; alike ones are worked once and counted. Source: handbook of
 * joint commissioning, 3.6.
 */
export function modelCohort(
  mechanism: Mechanism,
  cohort: Cohort,
  at: { readonly percent: number; readonly weeks: number; readonly starts: Starts },
): ModelOutcome {
  const sums: ModelWeek[] = Array.from({ length: at.weeks }, () => NOTHING)
  let [paidAfterwards, withOutcome] = [0n, 0]
  for (const { count, delivered } of groupsOf(cohort, at.percent)) {
    if (delivered.achievedWeek !== null) withOutcome += count
    const life = lifeOf(mechanism, cohort, delivered)
    for (const [start, begun] of startsOf(count, at.weeks, at.starts).entries()) {
      if (begun === 0) continue
      for (const [place, week] of life.entries()) {
        const known = sums[start + place]
        if (known === undefined) paidAfterwards += week.paid * BigInt(begun)
        else sums[start + place] = added(known, week, BigInt(begun))
      }
    }
  }
  return { weeks: sums, paid: sums.reduce((sum, { paid }) => sum + paid, 0n), paidAfterwards, withOutcome }
}

function lifeOf(mechanism: Mechanism, cohort: Cohort, delivered: Delivered): readonly ModelWeek[] {
  const weeks = delivered.minutes.length
  const perWeek = (of: Delivered): readonly bigint[] => pencePerWeek(paymentsOf(mechanism, of), weeks)
  const paid = perWeek(delivered)
  const unconfirmed = perWeek({ ...delivered, achievedWeek: null })
  const without = perWeek(deliveredOf(cohort, weeks, false))
  return paid.map((pence, place) => ({
    ...{ paid: pence, atRisk: pence - (unconfirmed[place] ?? 0n), lessIncome: (without[place] ?? 0n) - pence },
    minutes: BigInt(delivered.minutes[place] ?? 0),
  }))
}

const added = (one: ModelWeek, other: ModelWeek, times: bigint): ModelWeek => ({
  ...{ paid: one.paid + other.paid * times, atRisk: one.atRisk + other.atRisk * times },
  ...{ lessIncome: one.lessIncome + other.lessIncome * times, minutes: one.minutes + other.minutes * times },
})

/** Weeks together by the month in which they begin, in order of months. */
export function byMonth(weeks: readonly ModelWeek[], startsOn: Temporal.PlainDate): readonly (ModelWeek & { readonly month: string })[] {
  const months = new Map<string, ModelWeek>()
  for (const [place, week] of weeks.entries()) {
    const month = startsOn.add({ weeks: place }).toPlainYearMonth().toString()
    months.set(month, added(months.get(month) ?? NOTHING, week, 1n))
  }
  return [...months].map(([month, week]) => ({ month, ...week }))
}

/** When one mechanism costs less than another for the same packages. */
export type BreakEven =
  /** In what share of packages the outcome has to come, above this fraction of a hundred. */
  | { readonly kind: 'above'; readonly percent: number; readonly times: number | null }
  /** Whatever the share. */
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }

/**
 * From which share of outcomes `other` costs less than `first` with its assumed share, over the whole life of the packages: costs of all packages without any
 * outcome, less the share times what all outcomes would save. `times` is the ratio of the two savings, where no outcome costs the same under both (1.30 in the
 * handbook of joint commissioning, 3.6), else null.
 */
export function breakEvenShare(
  cohort: Cohort,
  first: { readonly mechanism: Mechanism; readonly percent: number },
  other: Mechanism,
): BreakEven {
  const one = lifeCosts(cohort, first.mechanism)
  const two = lifeCosts(cohort, other)
  const asNow = Number(one.without) - (Number(one.saved) * first.percent) / 100
  if (Number(two.without) < asNow && Number(two.without) - Number(two.saved) < asNow) return { kind: 'always' }
  if (two.saved <= 0n) return { kind: 'never' }
  const percent = ((Number(two.without) - asNow) * 100) / Number(two.saved)
  if (percent >= 100) return { kind: 'never' }
  if (percent < 0) return { kind: 'always' }
  return { kind: 'above', percent, times: one.without === two.without ? Number(one.saved) / Number(two.saved) : null }
}

function lifeCosts(cohort: Cohort, mechanism: Mechanism): { readonly without: bigint; readonly saved: bigint } {
  let [without, saved] = [0n, 0n]
  for (const { weeks, weight } of cohort.lengths) {
    const cost = (isAchieved: boolean): bigint =>
      pencePerWeek(paymentsOf(mechanism, deliveredOf(cohort, weeks, isAchieved)), weeks).reduce((sum, pence) => sum + pence, 0n)
    const none = cost(false)
    without += none * BigInt(weight)
    if (weeks >= cohort.outcomeWeek) saved += (none - cost(true)) * BigInt(weight)
  }
  return { without, saved }
}
