import type { Exact } from './exact.ts'
import type { Period, PeriodType } from './period.ts'
import type { Known, Tolerance } from './rag.ts'
import type { MeasureKind } from './roll-up.ts'
import type { Polarity, TargetRule } from './target.ts'

/** Who may know of a record: those who prepare it, the board, or anybody. */
export const sights = ['draft', 'members', 'public'] as const
/** One of them. */
export type Sight = (typeof sights)[number]

/** A whole population, for which nobody answers alone; or a service, whose owner does. Never averaged across. */
export const levels = ['population', 'service'] as const
/** The kinds of figure, as `rules/roll-up.ts` has them. */
export const kinds = ['flow', 'stock', 'rate', 'ratio', 'score', 'text'] as const satisfies readonly MeasureKind[]
/** The polarities, as `rules/target.ts` has them. */
export const polarities = ['higher', 'lower', 'band', 'none'] as const satisfies readonly Polarity[]

/** One way in which the people behind a figure are split: 'Sex' into 'Female' and 'Male'. */
export interface Breakdown {
  readonly dimension: string
  readonly categories: readonly string[]
}

/** An area for which figures are given besides the whole. */
export interface SplitArea {
  readonly id: string
  readonly name: string
  /** What else it is written as: earlier names, and its code in a public list. */
  readonly also: readonly string[]
}

/** How the end of a financial year is foreseen: as until now, by what earlier years had reached by then, as it stood last, or not at all. */
export const forecasts = ['straight-line', 'profile', 'last', 'none'] as const

/** What a measure means from a day on (I1). */
export interface Definition {
  readonly id: string
  readonly number: number
  readonly startsOn: Temporal.PlainDate
  readonly title: string
  /** What is counted, in plain words; '' where that is not said. */
  readonly meaning: string
  /** 'families', '%', 'days'; '' for a bare number. */
  readonly unit: string
  readonly polarity: Polarity
  readonly level: (typeof levels)[number]
  readonly kind: MeasureKind
  /** In words; '' where there is none. */
  readonly numerator: string
  readonly denominator: string
  /** A rate is numerator by denominator times this: 100 for percent. */
  readonly scale: number
  readonly overTime: 'sum' | 'mean' | 'last' | 'remade' | 'none'
  readonly overAreas: 'sum' | 'remade' | 'none'
  readonly source: string
  /** The definition by which the record itself gives the figures (`#platform/counted/part.ts`); '' where somebody gives them. */
  readonly countedBy: string
  /** Who answers for it: a person, a post in words, an organisation; null or '' where nobody is named. */
  readonly ownerPerson: string | null
  readonly ownerOffice: string
  readonly ownerOrganisation: string | null
  readonly frequency: PeriodType
  /** Days after the end of a period until its figure is due. */
  readonly lagDays: number
  readonly breakdowns: readonly Breakdown[]
  /** Those for which figures are given besides the whole, by name; empty: none. */
  readonly areas: readonly SplitArea[]
  readonly forecast: (typeof forecasts)[number]
  readonly decimals: number
  readonly suppression: 'none' | 'small-counts'
  /** Outside these a figure is asked for again; null: no limit. */
  readonly plausibleFrom: Exact | null
  readonly plausibleTo: Exact | null
  /** True where figures of an earlier definition are not comparable. */
  readonly breaksSeries: boolean
  /** Why it differs from the one before; '' of the first. */
  readonly reason: string
  /** Why that way is better; '' where it speaks for itself. */
  readonly polarityReason: string
  /** A target whose baseline is smaller gives no colour; null: every target does. */
  readonly ratedFrom: number | null
}

/** A measure with every definition it ever had, the earliest first; there is always one. */
export interface Measure {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  /** As the plan numbers it; '' where it does not. */
  readonly reference: string
  /** First day on which it is no longer kept; null: it is kept. */
  readonly withdrawnOn: Temporal.PlainDate | null
  readonly withdrawnReason: string
  /** What is kept in its place; null: nothing, or that is not said. */
  readonly replacedBy: string | null
  readonly version: number
  readonly definitions: readonly [Definition, ...Definition[]]
}

/** The definition in force on a day; before the first, the first: a measure has no figure without one. */
export function definitionOn({ definitions }: Pick<Measure, 'definitions'>, day: Temporal.PlainDate): Definition {
  return definitions.findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0) ?? definitions[0]
}

/** The definition by which the figure of a period is made: the one in force on its last day. */
export function definitionFor(measure: Pick<Measure, 'definitions'>, period: Pick<Period, 'endsOn'>): Definition {
  return definitionOn(measure, period.endsOn.subtract({ days: 1 }))
}

/** The newest definition, also where it begins only later. */
export function latestDefinition({ definitions }: Pick<Measure, 'definitions'>): Definition {
  return definitions.at(-1) ?? definitions[0]
}

/** How a baseline was worked out: one period, twelve months, the same period a year before, or as somebody stated it. */
export const baselineMethods = ['single-period', 'mean-of-twelve', 'same-period-last-year', 'as-stated'] as const

/** A figure that targets start from. */
export interface Baseline {
  readonly id: string
  readonly value: Exact
  readonly period: Period
  readonly method: (typeof baselineMethods)[number]
  readonly source: string
}

/** One value of a trajectory, aimed at from a day until the next. */
export interface TargetStep {
  readonly startsOn: Temporal.PlainDate
  readonly value: Exact
}

/** What is aimed at: a rule of `rules/target.ts`, or steps with dates. */
export type Aim = TargetRule | { readonly kind: 'trajectory'; readonly steps: readonly TargetStep[] }

/** A target as it was set; it judges every period whose last day lies in its dates. */
export interface SetTarget {
  readonly id: string
  readonly startsOn: Temporal.PlainDate
  /** First day on which it no longer judges; null: open. */
  readonly endsOn: Temporal.PlainDate | null
  /** As its author wrote it: '25% increase'. */
  readonly words: string
  readonly aim: Aim
  /** What it starts from; null where it needs none, or waits for one. */
  readonly baseline: Baseline | null
  readonly tolerance: Tolerance | null
  /** The written definitions of its colours; '' for the house's words. */
  readonly means: { readonly green: string; readonly amber: string; readonly red: string }
  readonly setBy: string
  readonly source: string
  readonly madeAt: Temporal.Instant
  /** When it was taken back or replaced, and why; null and '' while it stands. */
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnReason: string
}

/** What is known of a figure (I2). The first four come with a number, or with words; the others never do, and none of them is a zero. */
export const statuses = [
  'observed',
  'provisional',
  'final',
  'estimated',
  'not-yet-available',
  'missing',
  'suppressed',
  'not-applicable',
  'not-due',
] as const
/** One of them. */
export type Status = (typeof statuses)[number]
/** The statuses that come with a number or words. */
export const statusesWithValue = ['observed', 'provisional', 'final', 'estimated'] as const satisfies readonly Status[]

/** Whether a status comes with a number or words. */
export function hasValue(status: Status): boolean {
  return (statusesWithValue as readonly Status[]).includes(status)
}

/** Which figure of a period: of the whole or of an area, of everybody or of one part of the people. */
export interface Cell {
  /** Null: the whole area of the board. */
  readonly area: string | null
  /** 'Sex'; '' where it is not split. */
  readonly dimension: string
  /** 'Female'; '' where it is not split. */
  readonly category: string
}

/** The figure for everybody and everywhere. */
export const wholeCell: Cell = { area: null, dimension: '', category: '' }

/** One revision of a figure; the first is 1, and the highest is what holds. */
export interface Observation {
  readonly id: string
  readonly measure: string
  readonly sight: 'members' | 'public'
  readonly period: Period
  readonly cell: Cell
  readonly revision: number
  readonly status: Status
  /** Null where the status has no number, or the measure is told in words. */
  readonly value: Exact | null
  readonly words: string
  readonly numerator: Exact | null
  readonly denominator: Exact | null
  /** Confidence interval; null where none is given. */
  readonly limits: { readonly lower: Exact; readonly upper: Exact } | null
  /** Note on data quality; '' for none. */
  readonly quality: string
  readonly source: string
  /** Why it differs from the revision before; '' of the first. */
  readonly reason: string
  /** Version of the method that hid small numbers before it was stored; null where nothing was protected. */
  readonly protectedBy: string | null
  readonly enteredAt: Temporal.Instant
}

/** A key for one figure of one measure: the same for all of its revisions. */
export function cellKey({ area, dimension, category }: Cell): string {
  return `${area ?? ''}|${dimension}|${category}`
}

/** The name of the area of a figure, as its definition has it; '' for the whole. */
export function areaName({ areas }: Pick<Definition, 'areas'>, { area }: Pick<Cell, 'area'>): string {
  return area === null ? '' : (areas.find(({ id }) => id === area)?.name ?? 'Another area')
}

/** Every figure that a definition asks for in one period: of the whole, of its areas, and of the parts of its splits. */
export function cellsOf({ areas, breakdowns }: Pick<Definition, 'areas' | 'breakdowns'>): readonly Cell[] {
  return [
    wholeCell,
    ...areas.map(({ id }): Cell => ({ ...wholeCell, area: id })),
    ...breakdowns.flatMap(({ dimension, categories }) => categories.map((category): Cell => ({ area: null, dimension, category }))),
  ]
}

/** A figure as the rules of colours take it. Words are no number: 'not-applicable'. */
export function knownOf({ status, value }: Pick<Observation, 'status' | 'value'>): Known {
  if (value !== null) return { state: 'value', value }
  return {
    state: status === 'observed' || status === 'provisional' || status === 'final' || status === 'estimated' ? 'not-applicable' : status,
  }
}

/** Text at a day of the chart. */
export interface Annotation {
  readonly id: string
  readonly onDay: Temporal.PlainDate
  readonly words: string
}

/** A decision that a process has changed: limits are worked out anew from that day. */
export interface Rebase {
  readonly id: string
  /** First day of the new section. */
  readonly onDay: Temporal.PlainDate
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: Temporal.PlainDate
}

/** What the owner says of one period; the latest one holds. */
export interface Commentary {
  readonly id: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly sight: 'members' | 'public'
  readonly words: string
  readonly person: string | null
  readonly madeAt: Temporal.Instant
}
