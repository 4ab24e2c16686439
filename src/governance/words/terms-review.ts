import { dayInWords } from '#platform/time/words.ts'
import type { TermsReviewStanding, TermsReviewState } from '../rules/terms-review.ts'

/** How the review of terms stands, as a pill says it. */
export const termsReviewWords = {
  'not-stated': ['unknown', 'No interval is stated'],
  ahead: ['good', 'In time'],
  soon: ['warning', 'Due soon'],
  overdue: ['bad', 'Overdue'],
  amending: ['information', 'Being amended'],
} as const satisfies Readonly<Record<TermsReviewState, readonly [string, string]>>

/** When they are to be looked at, in a sentence. */
export function termsReviewSentence({ state, dueOn, isCustom }: TermsReviewStanding): string {
  const unsaid = 'The terms do not say how often they are looked at again.'
  if (dueOn === undefined) return unsaid
  return isCustom ? `${unsaid} By custom ${dated(state, dueOn).replace(/^They/, 'they')}` : dated(state, dueOn)
}

function dated(state: TermsReviewState, dueOn: Temporal.PlainDate): string {
  const day = dayInWords(dueOn)
  if (state === 'amending')
    return `They were looked at and are being amended. The last day was ${day}; it starts anew when the new version is adopted.`
  return state === 'overdue' ? `They were to be looked at again by ${day}.` : `They are to be looked at again by ${day}.`
}

/** What came of a review. */
export const termsOutcomeLabels: Readonly<Record<'kept' | 'amended', string>> = { kept: 'Kept as they are', amended: 'To be amended' }
