import { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { groupsAddress } from '#platform/thread/group.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import { fundPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { type HubLine, HubPage } from '../pages/hub-page.tsx'
import { agreementPaths, commissioningPaths, servicePaths, strategyPaths } from '../paths.ts'
import { packagePaths, paymentModelPaths } from '../payment-paths.ts'
import { pipelinePaths } from '../pipeline-paths.ts'
import { listAgreements } from '../queries/agreements.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { listContracts } from '../queries/contracts.ts'
import { findFundTotals, listFunds } from '../queries/funds.ts'
import { findPaidContracts } from '../queries/packages.ts'
import { listModels } from '../queries/payment-models.ts'
import { listPipelines } from '../queries/pipelines.ts'
import { listProviders } from '../queries/providers.ts'
import { findServiceGroups } from '../queries/service-groups.ts'
import { listStrategies } from '../queries/strategies.ts'
import { bindingStates } from '../rules/contract.ts'
import { totalOf } from '../rules/split.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { pounds } from '../words/pence.ts'
import { intentionsLine, ledLines } from './framework-hub.ts'
import { boardGate } from './gates.ts'

/** Every register of the hub by what one comes for, in its order: each says how it stands in a sentence. A new one adds its line here. */
const parts: readonly (readonly [title: string, lines: readonly ((asked: AskedBoard) => Promise<HubLine>)[]])[] = [
  [
    'What is needed, and what we intend',
    [strategiesLine, intentionsLine, groupsLine, ...ledLines('market', 'scenario', 'framework'), rulesLine],
  ],
  ['What children and families can get', [servicesLine, ...ledLines('pathway', 'decommissioning')]],
  ['Whose money it is', [fundsLine, agreementsLine, ...ledLines('delegated')]],
  ['Who provides it, and how they are paid', [contractsLine, providersLine, pipelinesLine, paymentModelsLine, packagesLine]],
]

/** The door to what a board commissions. */
export function hubRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/commissioning', boardGate(), async (asked) => (
    <HubPage
      visit={asked.visit}
      board={asked.body}
      parts={
        await Promise.all(parts.map(async ([title, lines]) => ({ title, lines: await Promise.all(lines.map((line) => line(asked))) })))
      }
    />
  ))
  return app
}

async function strategiesLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const strategies = await listStrategies(reader, body.id, visit.today)
  const without = strategies.filter(({ needs }) => needs.length === 0).length
  const decided = strategies.filter(({ decision }) => decision !== undefined).length
  return {
    ...{ text: 'Commissioning strategies', href: strategyPaths.ofBoard(body.slug) },
    stands:
      strategies.length === 0
        ? 'None recorded'
        : `${strategies.length}, of which ${decided} decided${without === 0 ? '' : `, ${without} without a need behind it`}`,
  }
}

/** The rule book: how it stands is what it holds. */
async function rulesLine({ body }: AskedBoard): Promise<HubLine> {
  return {
    ...{ text: 'Rules of commissioning', href: commissioningPaths.rules(body.slug) },
    stands: 'Limits, thresholds and steps that hold today, with their sources',
  }
}

async function servicesLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const services = await listServices(reader, body.id, visit.today)
  const live = services.filter(({ status }) => status === 'live').length
  return {
    ...{ text: 'Services', href: servicePaths.ofBoard(body.slug) },
    stands: services.length === 0 ? 'None recorded' : `${services.length}, of which ${live} live`,
  }
}

async function groupsLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const groups = await findServiceGroups(reader, body.id, visit.today)
  return {
    ...{ text: 'Cost, performance, activity and views by client group', href: groupsAddress(body.slug) },
    stands: groups.length === 0 ? 'No service names a group' : `${groups.length} ${groups.length === 1 ? 'group' : 'groups'}`,
  }
}

async function agreementsLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const agreements = await listAgreements(reader, body.id, visit.today)
  const inForce = agreements.filter(({ state }) => state === 'in-force').length
  const unsigned = agreements.filter(({ state }) => state === 'unsigned').length
  return {
    ...{ text: 'Agreements', href: agreementPaths.ofBoard(body.slug) },
    stands:
      agreements.length === 0
        ? 'None recorded'
        : `${agreements.length}, of which ${inForce} in force${unsigned === 0 ? '' : `, ${unsigned} begun without every signature`}`,
  }
}

async function fundsLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const funds = await listFunds(reader, body.id, visit.today)
  const pooled = funds.filter(({ kind }) => kind === 'pooled').length
  const year = yearOf(visit.today)
  const totals = await findFundTotals(
    reader,
    funds.map(({ id }) => id),
    year,
  )
  const given = totalOf([...totals.values()].map((one) => one.given ?? 0n))
  const planned = given === 0n ? '' : `, with ${pounds(given)} planned for ${yearInWords(year)}`
  return {
    ...{ text: 'Funds', href: fundPaths.ofBoard(body.slug) },
    stands: funds.length === 0 ? 'None recorded' : `${funds.length}, of which ${pooled} pooled${planned}`,
  }
}

async function paymentModelsLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const models = await listModels(reader, body.id, visit.today)
  const chosen = models.filter((model) => model.chosen !== undefined).length
  return {
    ...{ text: 'Models of payment', href: paymentModelPaths.ofBoard(body.slug) },
    stands: models.length === 0 ? 'None recorded' : `${models.length}, of which ${chosen} settled`,
  }
}

async function packagesLine({ reader, body }: AskedBoard): Promise<HubLine> {
  const paid = await findPaidContracts(reader, body.id)
  const stands =
    paid.length === 0 ? 'Nothing that you may see' : `${paid.length} ${paid.length === 1 ? 'contract' : 'contracts'} paid by a mechanism`
  return { text: 'Payment for packages', href: packagePaths.ofBoard(body.slug), stands }
}

async function contractsLine({ reader, visit, body }: AskedBoard): Promise<HubLine> {
  const contracts = await listContracts(reader, body.id, visit.today)
  const live = contracts.filter(({ state }) => bindingStates.has(state))
  const soon = visit.today.add({ months: 6 })
  const ending = live.filter(({ runsUntil }) => runsUntil !== undefined && Temporal.PlainDate.compare(runsUntil, soon) <= 0).length
  return {
    ...{ text: 'Contracts', href: contractPaths.ofBoard(body.slug) },
    stands:
      contracts.length === 0
        ? 'None recorded'
        : `${contracts.length}, of which ${live.length} in force${ending === 0 ? '' : `, ${ending} ${ending === 1 ? 'ends' : 'end'} within six months`}`,
  }
}

async function providersLine({ reader, body }: AskedBoard): Promise<HubLine> {
  const providers = await listProviders(reader)
  return {
    text: 'Providers',
    href: providerPaths.ofBoard(body.slug),
    stands: providers.length === 0 ? 'None recorded' : `${providers.length}`,
  }
}

async function pipelinesLine({ reader, body }: AskedBoard): Promise<HubLine> {
  const pipelines = await listPipelines(reader, body.id)
  return {
    text: 'Pipelines',
    href: pipelinePaths.ofBoard(body.slug),
    stands: pipelines.length === 0 ? 'None recorded' : `${pipelines.length}`,
  }
}
