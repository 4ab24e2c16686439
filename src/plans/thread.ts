import type { ThreadPart } from '#platform/thread/part.ts'
import { communicationPaths, equalityPaths, needsPaths, planPaths, procedurePaths, riskPaths } from './paths.ts'

/** How plans appear on the golden thread; rows come from two views (migrations 0116 and 0138). */
export const plansOnThread: ThreadPart = {
  schema: 'plans',
  kinds: {
    plan: { noun: 'plan', plural: 'plans', address: planPaths.plan },
    priority: { noun: 'priority', plural: 'priorities', address: planPaths.priority },
    outcome: { noun: 'outcome', plural: 'outcomes', address: planPaths.outcome },
    need: { noun: 'priority need', plural: 'priority needs', address: needsPaths.row },
    finding: { noun: 'finding', plural: 'findings', address: needsPaths.row },
    risk: { noun: 'risk', plural: 'risks', address: riskPaths.risk },
    'equality-assessment': { noun: 'equality impact assessment', plural: 'equality impact assessments', address: equalityPaths.assessment },
    procedure: { noun: 'procedure or guidance', plural: 'procedures and guidance', address: procedurePaths.procedure },
    communication: { noun: 'communication plan', plural: 'communication plans', address: communicationPaths.communication },
    'plan-action': { noun: 'action of a plan', plural: 'actions of plans', address: planPaths.action },
  },
}
