import type { GroupsOf } from '#platform/thread/group.ts'
import type { ThreadPart } from '#platform/thread/part.ts'
import type { SaidInPeriod } from '#platform/thread/said.ts'
import type { SumInPeriod, WorthOf } from '#platform/thread/worth.ts'
import { contractPaths, providerPaths } from './contract-paths.ts'
import { ledPaths } from './framework-paths.ts'
import { fundPaths, moneyPaths } from './money-paths.ts'
import { agreementPaths, servicePaths, strategyPaths } from './paths.ts'
import { packagePaths } from './payment-paths.ts'
import { bidPaths, pipelinePaths } from './pipeline-paths.ts'
import { spentOnLines, sumOfLines, togetherOnLines } from './queries/line-worth.ts'
import { findServiceGroups } from './queries/service-groups.ts'

/** How commissioning appears on the golden thread (T1); rows come from two views (migrations 0251 and 0280). */
export const commissioningThread: ThreadPart = {
  schema: 'commissioning',
  kinds: {
    service: { noun: 'service', plural: 'services', address: (id) => servicePaths.service(id) },
    strategy: { noun: 'commissioning strategy', plural: 'commissioning strategies', address: (id) => strategyPaths.strategy(id) },
    agreement: { noun: 'agreement', plural: 'agreements', address: (id) => agreementPaths.agreement(id) },
    contract: { noun: 'contract', plural: 'contracts', address: (id) => contractPaths.contract(id) },
    'pipeline-case': { noun: 'case of a pipeline', plural: 'cases of pipelines', address: (id) => pipelinePaths.caseOf(id) },
    'bid-call': { noun: 'call for bids', plural: 'calls for bids', address: (id) => bidPaths.call(id) },
    'delegated-budget': { noun: 'delegated budget', plural: 'delegated budgets', address: (id) => ledPaths.record('delegated', id) },
    'cost-scenario': { noun: 'cost scenario', plural: 'cost scenarios', address: (id) => ledPaths.record('scenario', id) },
    market: { noun: 'market', plural: 'markets', address: (id) => ledPaths.record('market', id) },
    'payment-run': { noun: 'payment run', plural: 'payment runs', address: (id) => packagePaths.run(id) },
    provider: { noun: 'provider', plural: 'providers', address: (id) => providerPaths.provider(id) },
    pathway: { noun: 'pathway', plural: 'pathways', address: (id) => ledPaths.record('pathway', id) },
    ending: { noun: 'ending of a service', plural: 'endings of services', address: (id) => ledPaths.record('decommissioning', id) },
    framework: { noun: 'commissioning framework', plural: 'commissioning frameworks', address: (id) => ledPaths.record('framework', id) },
    fund: { noun: 'fund', plural: 'funds', address: (id) => fundPaths.fund(id) },
    'money-line': { noun: 'budget line', plural: 'budget lines', address: (id) => moneyPaths.line(id) },
  },
  relations: { ends: { serves: 'ends', served: 'is ended by' }, guides: { serves: 'guides', served: 'is guided by' } },
}

/** What budget lines come to together. */
export const linesWorth: WorthOf = sumOfLines

/** What budget lines may spend and have spent, by their ledger. */
export const linesSpent: SaidInPeriod = spentOnLines

/** What budget lines may spend and have spent together, year by year. */
export const linesTogether: SumInPeriod = togetherOnLines

/** For whom a board has services. */
export const clientGroups: GroupsOf = findServiceGroups
