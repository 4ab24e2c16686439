import type { ThreadPart } from '#platform/thread/part.ts'
import { assurancePaths, auditPaths, challengePaths } from './paths.ts'

/** How recommendations, challenges, audit rounds and reviews appear on the golden thread (T1). */
export const assuranceThread: ThreadPart = {
  schema: 'assurance',
  kinds: {
    recommendation: { noun: 'recommendation', plural: 'recommendations', address: assurancePaths.recommendation },
    challenge: { noun: 'challenge', plural: 'challenges', address: challengePaths.challenge },
    'audit-round': { noun: 'audit round', plural: 'audit rounds', address: auditPaths.round },
    review: { noun: 'review', plural: 'reviews', address: assurancePaths.review },
  },
}
