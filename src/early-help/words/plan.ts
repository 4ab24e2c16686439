import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ActionStanding, ChildAnswer } from '../rules/plan.ts'

/** How an action of a plan stands. */
export const actionWords: Readonly<Record<ActionStanding, readonly [StatusMeaning, string]>> = {
  waits: ['warning', 'Waits for a yes'],
  'waits-overdue': ['bad', 'No yes yet, and past its day'],
  accepted: ['information', 'Accepted'],
  overdue: ['bad', 'Overdue'],
  declined: ['neutral', 'Declined'],
  done: ['good', 'Done'],
  ended: ['neutral', 'Ended'],
}

/** How a child takes part. */
export const childAnswerWords: Readonly<Record<ChildAnswer, string>> = {
  comes: 'Takes part in person',
  'told-before': 'Told somebody beforehand what to say',
  'wrote-or-drew': 'Wrote or drew something',
  'speaks-through': 'Somebody speaks for them',
  'did-not-want': 'Was asked, and did not want to',
  'not-asked': 'Not asked',
}

/** How a meeting of a team stands. */
export const meetingWords: Readonly<Record<string, readonly [StatusMeaning, string]>> = {
  planned: ['information', 'Planned'],
  live: ['warning', 'Under way'],
  ended: ['warning', 'Minutes not approved'],
  approved: ['good', 'Minutes approved'],
  cancelled: ['neutral', 'Cancelled'],
}

/** Who came to a meeting, and who did not. */
export const presenceWords = { invited: 'Invited', attended: 'Came', apologies: 'Sent apologies', absent: 'Did not come' } as const

/** What a review says of a need. */
export const progressWords = { reached: 'Reached', better: 'Better', same: 'The same', worse: 'Worse' } as const
/** What becomes of it. */
export const verdictWords = { keep: 'Keep', change: 'Change', end: 'End' } as const
/** What the family says of going on. */
export const renewalWords = {
  renews: 'They agree to go on',
  'does-not': 'They do not agree to go on',
  'not-asked': 'They were not asked',
} as const
/** How a plan is printed. */
export const editionWords = { plain: 'Ordinary print', large: 'Large print', child: 'For a child, in short words and large print' } as const
