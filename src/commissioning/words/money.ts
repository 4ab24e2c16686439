import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ContributionKind } from '../rules/contributions.ts'
import type { ForecastMethod } from '../rules/forecast.ts'
import type { BalanceProblem, FundKind, MinimumState, YearState } from '../rules/fund.ts'
import type { MoverRole } from '../rules/virement.ts'
import { pounds } from './pence.ts'

/** What kind of fund, in one word. */
export const fundKindWord: Readonly<Record<FundKind, string>> = {
  pooled: 'Pooled',
  aligned: 'Aligned',
  grant: 'Grant',
  delegated: 'Delegated',
}
/** What kind of fund, in a sentence. */
export const fundKindWords: Readonly<Record<FundKind, string>> = {
  pooled: 'Pooled: one pot with one host, and the risk is shared',
  aligned: 'Aligned: each partner keeps its own money and its own risk; they plan together',
  grant: 'Grant: given for a purpose',
  delegated: 'Delegated: held by another, who spends it under rules',
}
/** How it is given. */
export const contributionWords: Readonly<Record<ContributionKind, string>> = {
  cash: 'Cash',
  staff: 'Staff',
  in_kind: 'In kind',
  net_of_charges: 'Net of client charges',
}
/** How far the money of a year is. */
export const yearStateWords: Readonly<Record<YearState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  planning: { word: 'Being planned', meaning: 'draft' },
  agreed: { word: 'Agreed', meaning: 'good' },
  closed: { word: 'Closed', meaning: 'neutral' },
}
/** How the year end is foreseen, in a sentence that stands under the table. */
export const methodWords: Readonly<Record<ForecastMethod, string>> = {
  'straight-line': 'Straight line: each month to come costs what each month so far did',
  profile: 'Profile: what is spent is the part of the year that the plan gave to the months so far',
  'remaining-plan': 'Remaining plan: what is spent, and the plan of the months to come',
}
/** Whose authority moves money. */
export const moverWords: Readonly<Record<MoverRole, string>> = { finance: 'Finance officers of the host', manager: 'The pool manager' }
/** How a limit counts. */
export const perWords: Readonly<Record<'move' | 'year', string>> = { move: 'for each move', year: 'for all moves of a year together' }
/** What an entry of the ledger is. */
export const entryWords = { actual: 'Spent', commitment: 'Committed', accrual: 'Accrued' } as const

/** How what is given stands against the minimum. */
export function minimumWords(state: MinimumState, minimum: bigint | null, source: string): string {
  if (minimum === null) return 'No minimum is asked of this fund'
  const asked = `${pounds(minimum)} (${source})`
  const said = { met: 'Met: at least', 'not-met': 'Not met: at least', 'not-known': 'Not known yet: at least', 'none-asked': 'At least' }[
    state
  ]
  return `${said} ${asked}`
}

/** What stands against the money of a year, in words. `fence` names the ring-fence by its id. */
export function balanceWords(problem: BalanceProblem, fenceTitle: (id: string) => string): string {
  const named = 'fence' in problem && problem.fence !== null ? ` “${fenceTitle(problem.fence)}”` : ''
  switch (problem.code) {
    case 'lines-above-money':
      return `The lines spend ${pounds(problem.pence)} more than is given`
    case 'lines-below-money':
      return `${pounds(problem.pence)} of what is given stands on no line yet`
    case 'fence-overspent':
      return `The lines of the ring-fence${named} spend ${pounds(problem.pence)} more than is given for it`
    case 'fence-unspent':
      return `${pounds(problem.pence)} of the ring-fence${named} stands on no line of its own yet`
    case 'contribution-not-known':
      return `${problem.count === 1 ? 'One contribution is' : `${problem.count} contributions are`} not known yet`
    case 'line-not-known':
      return `${problem.count === 1 ? 'The budget of one line is' : `The budgets of ${problem.count} lines are`} not known yet`
    case 'below-minimum':
      return `What is given is ${pounds(problem.pence)} below the minimum`
  }
}
