import { type Exact, meanOf, sumOf, whole } from './exact.ts'
import type { Definition } from './measure.ts'
import { type Period, type PeriodType, periodAway, periodOf } from './period.ts'
import type { ReadPoint } from './reading.ts'
import { type NotCombined, overTime } from './roll-up.ts'

/** How a longer period is made of shorter ones: as the definition says. */
export type RollUpWay = Exclude<Definition['overTime'], 'none'>

/** One figure of a quarter or a year made of its months, or the state in its place; none of these is a number. */
export type Rolled =
  | { readonly state: 'value'; readonly value: Exact }
  /** Not all of its periods are over and shown, or the run began within it. */
  | { readonly state: 'incomplete' }
  /** One of its periods is hidden: the whole less the others would give it away. */
  | { readonly state: 'suppressed' }
  /** What was counted became another thing within it. */
  | { readonly state: 'redefined' }
  | { readonly state: 'not-combined'; readonly because: NotCombined }

/** A quarter or year with how it was made. */
export interface RolledPeriod {
  readonly period: Period
  readonly outcome: Rolled
  readonly way: RollUpWay
  /** What it is made of: months or quarters. */
  readonly parts: PeriodType
  /** Of so many parts that it has, so many have a number. */
  readonly known: number
  readonly of: number
  /** True where a part is provisional or estimated. */
  readonly isProvisional: boolean
  /** True where a part was rounded before it was stored. */
  readonly isRounded: boolean
}

const MONTHS: Readonly<Partial<Record<PeriodType, number>>> = { month: 1, quarter: 3 }

/** Longer periods that figures of a frequency make; none for years and other stretches of days. */
export function longerThan(frequency: PeriodType): readonly ('quarter' | 'financial-year')[] {
  return frequency === 'month' ? ['quarter', 'financial-year'] : frequency === 'quarter' ? ['financial-year'] : []
}

/** Whether the definition says how periods make a longer one; a percentage is made anew of its parts and never added or averaged. */
export function rollUpWay({ overTime: way, kind }: Pick<Definition, 'overTime' | 'kind'>): RollUpWay | null {
  if (way === 'none' || kind === 'text') return null
  const isRate = kind === 'rate' || kind === 'ratio'
  if (isRate) return way === 'remade' || way === 'last' ? way : null
  return way === 'remade' ? null : way
}

/**
 * Makes one longer period of the points of a measure (I3, I4), from what is shown and nothing else: it tells no more than the points do. Null where the
 * definition does not say how, or the points are no parts of it. Handbook of plans and performance, 3.3.
 */
export function rolledOf(points: readonly ReadPoint[], period: Period): RolledPeriod | null {
  const inside = points.filter(
    (one) =>
      Temporal.PlainDate.compare(one.period.startsOn, period.startsOn) >= 0 &&
      Temporal.PlainDate.compare(one.period.endsOn, period.endsOn) <= 0,
  )
  const last = inside.at(-1)
  const months = last && MONTHS[last.period.type]
  const way = last === undefined ? null : rollUpWay(last.judged.definition)
  if (last === undefined || months === undefined || way === null) return null
  const of = (period.type === 'quarter' ? 3 : 12) / months
  const statuses = inside.flatMap(({ observation }) => (observation === null ? [] : [observation]))
  return {
    ...{ period, way, parts: last.period.type, of },
    outcome: outcomeOf(inside, way, of),
    known: inside.filter(({ known }) => known.state === 'value').length,
    isProvisional: statuses.some(({ status }) => status === 'provisional' || status === 'estimated'),
    isRounded: statuses.some(({ protectedBy }) => protectedBy !== null),
  }
}

function outcomeOf(inside: readonly ReadPoint[], way: RollUpWay, of: number): Rolled {
  const used = way === 'last' ? inside.slice(-1) : inside
  if (used.some(({ known }) => known.state === 'suppressed')) return { state: 'suppressed' }
  if (inside.length < of || used.some(({ known }) => known.state === 'not-due')) return { state: 'incomplete' }
  const [first, ...more] = inside.map(({ judged }) => judged.definition)
  const isOther = (one: Definition) =>
    one.number !== first?.number && (one.breaksSeries || one.kind !== first?.kind || one.scale !== first.scale || one.unit !== first.unit)
  if (more.some(isOther)) return { state: 'redefined' }
  return made(used, way, first?.scale ?? 1)
}

function made(used: readonly ReadPoint[], way: RollUpWay, scale: number): Rolled {
  if (way === 'remade') {
    const parts = used.map(({ known, observation }) => ({
      ...{ known, numerator: observation?.numerator ?? null, denominator: observation?.denominator ?? null },
    }))
    if (parts.some(({ known }) => known.state !== 'value')) return { state: 'not-combined', because: 'part-unknown' }
    const anew = overTime('rate', parts)
    return anew.state === 'value' ? { state: 'value', value: anew.value.mul(whole(scale)) } : anew
  }
  const values = used.flatMap(({ known }) => (known.state === 'value' ? [known.value] : []))
  if (values.length < used.length) return { state: 'not-combined', because: 'part-unknown' }
  const value = way === 'sum' ? sumOf(values) : way === 'mean' ? meanOf(values) : (values.at(-1) ?? null)
  return value === null ? { state: 'not-combined', because: 'nothing-to-combine' } : { state: 'value', value }
}

/** The last quarters or years of a run, the latest first, with the one that is not complete yet. @param most - at most so many */
export function rolledUp(points: readonly ReadPoint[], type: 'quarter' | 'financial-year', most: number): readonly RolledPeriod[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || last.period.type === 'other') return []
  const found: RolledPeriod[] = []
  let period: Period | null = periodOf(type, last.period.startsOn)
  while (period !== null && found.length < most && Temporal.PlainDate.compare(period.endsOn, first.period.startsOn) > 0) {
    const one = rolledOf(points, period)
    if (one !== null) found.push(one)
    period = periodAway(period, -1)
  }
  return found
}

/** The latest of a type whose days are all among the points: what a scorecard shows beside the month. Null where there is none. */
export function lastRolled(points: readonly ReadPoint[], type: 'quarter' | 'financial-year'): RolledPeriod | null {
  const last = points.at(-1)
  if (last === undefined || last.period.type === 'other') return null
  const now = periodOf(type, last.period.startsOn)
  const isOver = Temporal.PlainDate.compare(now.endsOn, last.period.endsOn) <= 0
  const period = isOver ? now : periodAway(now, -1)
  return period === null ? null : rolledOf(points, period)
}
