import type { CountedKind } from '#platform/counted/part.ts'
import { countPlanActions } from './queries/counted.ts'

/** What the record of plans gives figures of (I5). */
export const plansCounted: readonly CountedKind[] = [
  {
    code: 'plans.actions-in-time',
    title: 'Actions of plans done in time',
    meaning:
      'Of the actions of the plans of the board that were due, those that were done by the last day of the time they name. What is still open is not done in time; what was stopped, and what has no day, does not count. Actions of plans in force that members alone read count, and nothing else is told of them; drafts do not.',
    day: 'the last day on which the action was due',
    gives: 'share',
    numerator: 'Actions done by their day',
    denominator: 'Actions due',
    unit: '%',
    polarity: 'higher',
    rowsAre: 'actions',
    nothing: 'no action of a plan was due.',
    ofPeople: false,
    version: 1,
    inForceFrom: '2026-11-23',
    rows: countPlanActions,
  },
]
