import type { Standing } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import { feedbackPaths } from '../paths.ts'
import { feedbackDutyWords } from '../words/feedback.ts'
import { listFeedback } from './feedback.ts'

/** A complaint that somebody has to look at or to answer. */
export interface FeedbackDuty {
  readonly text: string
  readonly href: string
  readonly body: string
  /** The last day; undefined where it waits without one. */
  readonly dueOn: Temporal.PlainDate | undefined
}

/** What waits for one: as a clerk what was sent and what nobody else answers, as whoever answers the complaints that are open (S3). */
export async function findFeedbackDuties(reader: Reader, standing: Standing, today: Temporal.PlainDate): Promise<readonly FeedbackDuty[]> {
  const person = standing.person?.id
  const clerking = await Promise.all([...standing.clerkOf].map((body) => listFeedback(reader, { body, open: true }, today)))
  const own = person === undefined ? [] : await listFeedback(reader, { owner: person }, today)
  return [...clerking.flat().filter(({ owner }) => owner === null), ...own].flatMap((one) => {
    const text = feedbackDutyWords(one.standing, one)
    const dueOn = one.standing === 'acknowledge' ? (one.acknowledgeBy ?? undefined) : (one.dueOn ?? undefined)
    return text === undefined ? [] : [{ text, href: feedbackPaths.one(one.id), body: one.body, dueOn }]
  })
}
