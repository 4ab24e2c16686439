import { dayInWords } from '#platform/time/words.ts'
import type { DisputeState } from '../rules/dispute.ts'

/** How a dispute stands, as a pill says it. */
export const disputeStateWords = {
  raised: ['information', 'Not taken up yet'],
  waiting: ['information', 'Waiting for an answer'],
  postponed: ['information', 'Put off for information'],
  overdue: ['bad', 'Overdue'],
  returned: ['warning', 'Back at the board'],
  settled: ['good', 'Settled'],
} as const satisfies Readonly<Record<DisputeState, readonly [string, string]>>

/** How a dispute ended. */
export const settledHowLabels = {
  '': '',
  answered: 'By the answer that came down',
  agreed: 'The board agreed',
  withdrawn: 'It was withdrawn',
} as const

/** Who may read a dispute. */
export const disputeSightLabels: Readonly<Record<'members' | 'public', string>> = {
  members: 'Members and clerks of this board and of those it is taken to',
  public: 'Everybody',
}

/** What those to whom it was taken can say. */
export const stepOutcomeLabels: Readonly<Record<'settled' | 'returned', string>> = {
  settled: 'This settles it',
  returned: 'The board decides again, with this answer',
}

/** A step of the ladder: 'The partnership, within 30 days'. */
export function ladderStepWords({ who, days }: { readonly who: string; readonly days: number | null }): string {
  return days === null ? who : `${who}, within ${days === 1 ? '1 day' : `${days} days`}`
}

/** Until when: 'by 3 March 2026'; says so where the terms name no days. */
export function dueWords(dueOn: Temporal.PlainDate | undefined): string {
  return dueOn === undefined ? 'The terms name no number of days' : `By ${dayInWords(dueOn)}`
}

/** Sentences for what the rules of disputes refuse. */
export const disputeProblems: Readonly<Record<string, () => string>> = {
  'dispute-known': () => 'The same words were recorded for that day already',
  'dispute-settled': () => 'This was settled already',
  'ladder-none': () => 'The terms of that day name no steps for a dispute. The board agrees on its terms first, or settles it itself',
  'step-unknown': () => 'The ladder of the terms knows no such step',
  'step-out-of-order': () => 'A dispute goes up step by step. Somebody may have taken it further a moment ago: look at its page',
  'step-too-early': () => 'This cannot be before the step before it',
  'step-answered': () => 'This step was answered or left already',
  'step-none': () => 'It was not taken to any step yet',
  'not-to-both': () => 'Choose a board or a person, not both',
  'until-later': () => 'Choose a later day: it is put off until then',
  'body-not-public': () => 'This board does not meet in public by its rules. Choose members and clerks',
  'before-raised': () => 'This cannot be before the day on which it was raised',
}
