import type { ActionState } from './plan.ts'

/** What a plan lacks, by rule (handbook plans 3.11). */
export const lintRules = [
  'action-without-lead',
  'action-without-date',
  'action-unread-date',
  'outcome-without-measure',
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
  readonly level: 'plan' | 'priority' | 'outcome' | 'action'
  readonly id: string
  readonly title: string
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
  readonly outcomes: readonly { readonly id: string; readonly title: string; readonly isMeasured: boolean; readonly actions: number }[]
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
    if (!outcome.isMeasured) find('outcome-without-measure', 'outcome', outcome)
    if (outcome.actions === 0) find('outcome-without-action', 'outcome', outcome)
  }
  for (const action of plan.actions) {
    if (action.state === 'done' || action.state === 'stopped') continue
    if (action.leads === 0) find('action-without-lead', 'action', action)
    if (action.dueWords === '') find('action-without-date', 'action', action)
    else if (!action.isRead) find('action-unread-date', 'action', action)
  }
  return findings
}
