import type { Drift, DriftRule, DriftSign } from '../rules/drift.ts'

const many = (count: number, one: string, more: string): string => (count === 1 ? `One ${one}` : `${count} ${more}`)

/** Why a family drifts, as a sentence that says how many. */
export function driftWords({ sign, count }: Drift, rule: DriftRule): string {
  switch (sign) {
    case 'no-lead':
      return 'Nobody leads'
    case 'no-agreement':
      return 'No agreement is in force'
    case 'transition-late':
      return `${many(count, 'transition is', 'transitions are')} not answered in time`
    case 'review-overdue':
      return 'The review is overdue'
    case 'action-unanswered':
      return `${many(count, 'action is', 'actions are')} past the day, and nobody has said yes`
    case 'open-long':
      return `Open for more than ${rule.openMonths} months`
    case 'many-reviews':
      return `${count} reviews held`
    case 'sibling-silent':
      return `${many(count, 'child has', 'children have')} no words, number or answer of their own`
    case 'plan-unasked':
      return `${many(count, 'child was', 'children were')} not asked about the plan`
    case 'outcome-open':
      return count === 0
        ? 'Closed, and what came of it is not said'
        : `Closed, and ${many(count, 'need has', 'needs have').toLowerCase()} no outcome`
  }
}

/** What is to be done about a sign, as the words of a link to the page where it is done. */
export const driftStepWords: Readonly<Record<DriftSign, string>> = {
  'no-lead': 'Ask somebody to lead',
  'no-agreement': 'Ask the family again',
  'transition-late': 'Ask for the answer',
  'review-overdue': 'Hold the review',
  'action-unanswered': 'Settle the action',
  'open-long': 'Look at the plan again, or move on',
  'many-reviews': 'Look at what the reviews changed',
  'sibling-silent': 'Hear each child',
  'plan-unasked': 'Ask each child about it',
  'outcome-open': 'Say what came of it',
}
