import { dayInWords } from '#platform/time/words.ts'
import type { RegisterStanding } from '../rules/register-review.ts'

/** How a register stands, as a pill says it. */
export const registerStateWords = {
  confirmed: ['good', 'Looked through'],
  due: ['warning', 'Asked for'],
  overdue: ['bad', 'Overdue'],
} as const satisfies Readonly<Record<RegisterStanding['state'], readonly [string, string]>>

/** What everybody reads of it: 'Jo Marsh. Reviewed on 6 October 2026'. */
export function reviewedHeading(name: string, reviewedOn: Temporal.PlainDate | undefined): string {
  return `${name}. ${reviewedOn ? `Reviewed on ${dayInWords(reviewedOn)}` : 'Not yet reviewed'}`
}

/** What follows from the state for its owner, in a sentence. */
export function registerSentence({ state, dueOn }: RegisterStanding, reviewedOn: Temporal.PlainDate | undefined): string {
  const last = reviewedOn ? `You last looked it through on ${dayInWords(reviewedOn)}.` : 'You have not looked it through yet.'
  const day = dayInWords(dueOn)
  if (state === 'overdue') return `${last} The last day for the next look was ${day}.`
  return state === 'due' ? `${last} Please look it through by ${day}.` : `${last} You are asked again before ${day}.`
}
