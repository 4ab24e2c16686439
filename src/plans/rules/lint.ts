import type { ActionState } from './plan.ts'

/** What a plan lacks, by rule (handbook plans 3.11). */
export const lintRules = [
  'action-without-lead',
  'action-without-date',
  'action-unread-date',
  'outcome-without-measure',
  'outcome-in-words-only',
  'measure-without-baseline',
  'measure-without-polarity',
  'outcome-without-action',
  'priority-without-body',
  'priority-empty',
  'priority-without-sponsor',
  'no-review',
  'colours-undefined',
  'measure-colour-one-way',
] as const
/** One of them. */
export type LintRule = (typeof lintRules)[number]

/** A finding: which rule, and about what. */
export interface LintFinding {
  readonly rule: LintRule
  readonly level: 'plan' | 'priority' | 'outcome' | 'action' | 'measure'
  readonly id: string
  readonly title: string
  /** Where a measure stands, without origin; absent for rows of the plan. */
  readonly href?: string
}

/** A measure of an outcome, as far as a plan asks about it. */
export interface LintedMeasure {
  readonly id: string
  readonly title: string
  /** Address of its page, without origin. */
  readonly href: string
  readonly hasBaseline: boolean
  /** Whether it says which way is better. */
  readonly hasPolarity: boolean
}

/** A plan as far as it is checked. */
export interface LintedPlan {
  readonly id: string
  readonly title: string
  readonly reviewMonths: number | null
  /** Whether its shape has sponsors. */
  readonly hasSponsors: boolean
  readonly priorities: readonly {
    readonly id: string
    readonly title: string
    readonly accountable: string | null
    readonly sponsors: number
    readonly outcomes: number
    readonly actions: number
  }[]
  readonly outcomes: readonly {
    readonly id: string
    readonly title: string
    /** Whether the plan says in words how one will know. */
    readonly isDescribed: boolean
    /** Measures that measure it today; null where the house keeps none, so that words are all there can be. */
    readonly measures: readonly LintedMeasure[] | null
    readonly actions: number
  }[]
  readonly actions: readonly {
    readonly id: string
    readonly title: string
    readonly state: ActionState
    readonly leads: number
    readonly dueWords: string
    readonly isRead: boolean
  }[]
  readonly definesActionColours: boolean
  readonly hasOneWayMeaning: boolean
}

/** Everything that a plan lacks. An action that is done or stopped lacks nothing any more. */
export function lintPlan(plan: LintedPlan): readonly LintFinding[] {
  const findings: LintFinding[] = []
  const find = (rule: LintRule, level: LintFinding['level'], { id, title }: { readonly id: string; readonly title: string }): void => {
    findings.push({ rule, level, id, title })
  }
  if (plan.reviewMonths === null) find('no-review', 'plan', plan)
  if (!plan.definesActionColours) find('colours-undefined', 'plan', plan)
  if (plan.hasOneWayMeaning) find('measure-colour-one-way', 'plan', plan)
  for (const priority of plan.priorities) {
    if (priority.accountable === null) find('priority-without-body', 'priority', priority)
    if (plan.hasSponsors && priority.sponsors === 0) find('priority-without-sponsor', 'priority', priority)
    if (priority.outcomes + priority.actions === 0) find('priority-empty', 'priority', priority)
  }
  for (const outcome of plan.outcomes) {
    const isMeasured = (outcome.measures?.length ?? 0) > 0
    if (!isMeasured && !outcome.isDescribed) find('outcome-without-measure', 'outcome', outcome)
    if (!isMeasured && outcome.isDescribed && outcome.measures !== null) find('outcome-in-words-only', 'outcome', outcome)
    if (outcome.actions === 0) find('outcome-without-action', 'outcome', outcome)
  }
  findings.push(...measureFindings(plan))
  for (const action of plan.actions) {
    if (action.state === 'done' || action.state === 'stopped') continue
    if (action.leads === 0) find('action-without-lead', 'action', action)
    if (action.dueWords === '') find('action-without-date', 'action', action)
    else if (!action.isRead) find('action-unread-date', 'action', action)
  }
  return findings
}

/** What the measures of a plan lack, each once, however many outcomes it measures. */
function measureFindings({ outcomes }: LintedPlan): readonly LintFinding[] {
  const measures = [...new Map(outcomes.flatMap((outcome) => (outcome.measures ?? []).map((one) => [one.id, one] as const))).values()]
  return measures.flatMap(({ id, title, href, hasBaseline, hasPolarity }): readonly LintFinding[] => [
    ...(hasBaseline ? [] : [{ rule: 'measure-without-baseline' as const, level: 'measure' as const, id, title, href }]),
    ...(hasPolarity ? [] : [{ rule: 'measure-without-polarity' as const, level: 'measure' as const, id, title, href }]),
  ])
}
