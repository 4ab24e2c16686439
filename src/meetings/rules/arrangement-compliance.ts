import type { ComplianceFinding } from './compliance.ts'
import type { ComplianceState } from './compliance-finding.ts'

/** The four states, the worst first. */
export const complianceOrder: readonly ComplianceState[] = ['broken', 'at-risk', 'met', 'not-testable']

/** What is looked for over all boards; undefined: anything. */
export interface ComplianceFilter {
  readonly state: ComplianceState | undefined
  readonly rule: ComplianceFinding['rule'] | undefined
}

/** How many findings are in each state. */
export type StateCounts = Readonly<Record<ComplianceState, number>>

/** Counts findings by state. */
export function countStates(findings: readonly Pick<ComplianceFinding, 'state'>[]): StateCounts {
  const of = (state: ComplianceState): number => findings.filter((finding) => finding.state === state).length
  return { broken: of('broken'), 'at-risk': of('at-risk'), met: of('met'), 'not-testable': of('not-testable') }
}

/** Whether a finding is among those asked for; with nothing asked for, what is broken or at risk: that is where somebody has to act. */
export function isAskedFor({ state, rule }: Pick<ComplianceFinding, 'state' | 'rule'>, filter: ComplianceFilter): boolean {
  if (filter.state === undefined && filter.rule === undefined) return state === 'broken' || state === 'at-risk'
  return (filter.state === undefined || filter.state === state) && (filter.rule === undefined || filter.rule === rule)
}

/** Boards with the most that is broken first, then the most at risk, then by name. */
export function worstFirst<Board extends { readonly name: string; readonly counts: StateCounts }>(
  boards: readonly Board[],
): readonly Board[] {
  return boards.toSorted(
    (a, b) => b.counts.broken - a.counts.broken || b.counts['at-risk'] - a.counts['at-risk'] || a.name.localeCompare(b.name, 'en'),
  )
}
