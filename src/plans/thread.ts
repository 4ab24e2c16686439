import type { ThreadPart } from '#platform/thread/part.ts'
import { planPaths } from './paths.ts'

/** How plans appear on the golden thread; rows come from the two views of migration 0116. */
export const plansOnThread: ThreadPart = {
  schema: 'plans',
  kinds: {
    plan: { noun: 'plan', plural: 'plans', address: planPaths.plan },
    priority: { noun: 'priority', plural: 'priorities', address: planPaths.priority },
    outcome: { noun: 'outcome', plural: 'outcomes', address: planPaths.outcome },
    'plan-action': { noun: 'action of a plan', plural: 'actions of plans', address: planPaths.action },
  },
}
