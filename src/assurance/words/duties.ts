import type { ChallengeState } from '../rules/challenge.ts'
import type { RecommendationState } from '../rules/recommendation.ts'

/** What a recommendation asks of whoever answers it; undefined where nothing waits for them. */
export function recommendationDutyWords({
  state,
  reference,
  source,
}: {
  readonly state: RecommendationState
  readonly reference: string
  readonly source: string
}): string | undefined {
  const name = `recommendation ${reference} of ${source}`
  switch (state) {
    case 'awaiting-response':
    case 'response-overdue':
      return `Respond to ${name}`
    case 'unplanned':
      return `Say what is done about ${name}`
    case 'action-overdue':
      return `Say how an action goes: ${name}`
    case 'impact-due':
      return `Show the impact of ${name}`
    default:
      return undefined
  }
}

/** What a challenge asks of the clerk. */
export function challengeDutyWords({
  state,
  number,
  title,
}: {
  readonly state: ChallengeState
  readonly number: number
  readonly title: string
}): string {
  return state === 'letter-drafted'
    ? `Send the letter on challenge ${number}: ${title}`
    : `Take the next step on challenge ${number}: ${title}`
}
