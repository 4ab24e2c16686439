import { Hono } from 'hono'
import { type AskedBoard, findBodySettings, findCalendar } from '#governance/public-data.ts'
import { recordPaths } from '#meetings/paths.ts'
import { findDecision } from '#meetings/public-data.ts'
import { definitionOn } from '#performance/public.ts'
import { findMeasures } from '#performance/public-data.ts'
import { planPaths } from '#plans/paths.ts'
import { listOutcomes } from '#plans/public-data.ts'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { ContractPage } from '../pages/contract-page.tsx'
import { ContractsPage } from '../pages/contracts-page.tsx'
import { RenewalsPage } from '../pages/renewals-page.tsx'
import { agreementPaths, servicePaths } from '../paths.ts'
import { findAgreements } from '../queries/agreements.ts'
import { findAwardOfContract } from '../queries/awards.ts'
import { findServices } from '../queries/commissioned-services.ts'
import { findKpis, findResults } from '../queries/contract-kpis.ts'
import { findContractMoney } from '../queries/contract-money.ts'
import {
  findAssessments,
  findContractTies,
  findDoneSteps,
  findExtensions,
  findInside,
  findLots,
  findNoticesAndClauses,
} from '../queries/contract-parts.ts'
import { findOcidOf, findOrigin } from '../queries/contract-releases.ts'
import { findRegimeDuties, findRenewalRules } from '../queries/contract-rules.ts'
import { type Contract, guardedContract, listContracts } from '../queries/contracts.ts'
import { findLineTitles } from '../queries/line-titles.ts'
import { findOfficers } from '../queries/officers.ts'
import { findProviders } from '../queries/providers.ts'
import { findRegisterLines } from '../queries/register-files.ts'
import { findOwnVisits } from '../queries/visits.ts'
import { registerTable } from '../register-csv.ts'
import { dutiesOf } from '../rules/contract-duty.ts'
import { renewalsOf } from '../rules/renewal.ts'
import { type AskedContract, contractGate, contractsGate, contractsOf, noticesOf, registersOf } from './contract-gates.ts'

/** Reading contracts: anybody, each by the sight of its records; a provider besides its own. */
export function contractReadingRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/contracts', contractsGate(), async ({ reader, visit, body, may }) => {
    const contracts = await listContracts(reader, body.id, visit.today)
    const { services } = await findContractTies(reader, idsOf(contracts))
    return (
      <ContractsPage
        visit={visit}
        board={body}
        contracts={contracts}
        withoutService={new Set(idsOf(contracts).filter((id) => !services.has(id)))}
        mayAdd={may(contractsOf(body.id), 'add')}
        mayBring={may(noticesOf(body.id), 'bring')}
        mayImport={may(registersOf(body.id), 'bring')}
      />
    )
  })
  pageAt(app, needs, '/boards/:slug/contracts/calendar', contractsGate(), calendarPage)
  pageAt(app, needs, '/contracts/:contract', contractGate('read'), contractPage)
  app.get('/boards/:slug/contracts.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => {
      const { visit, body } = await contractsGate()(reader, c)
      const contracts = await listContracts(reader, body.id, visit.today)
      const ids = new Set(contracts.flatMap(({ providers }) => providers.map(({ provider }) => provider)))
      return csvOf(registerTable(contracts, await findProviders(reader, [...ids])))
    })
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="contracts.csv"',
    })
  })
  return app
}

const idsOf = (contracts: readonly Contract[]): readonly string[] => contracts.map(({ id }) => id)
async function calendarPage({ reader, visit, body }: AskedBoard) {
  const contracts = (await listContracts(reader, body.id, visit.today)).filter(({ state }) => state !== 'ended' && state !== 'terminated')
  const [rules, options, done] = await Promise.all([
    findRenewalRules(reader, visit.today),
    findExtensions(reader, idsOf(contracts)),
    findDoneSteps(reader, idsOf(contracts)),
  ])
  const lines = contracts.map((contract) => {
    const open = (options.get(contract.id) ?? []).filter(({ takenOn, declinedOn }) => !takenOn && !declinedOn)
    return {
      contract,
      openMonths: open.reduce((sum, { months }) => sum + months, 0),
      steps: renewalsOf(rules, contract, open[0], done.get(contract.id) ?? new Map(), visit.today),
    }
  })
  const end = (contract: Contract) => contract.runsUntil?.toString() ?? '9999'
  return (
    <RenewalsPage
      visit={visit}
      board={body}
      contracts={lines.toSorted((one, other) => end(one.contract).localeCompare(end(other.contract)))}
    />
  )
}

async function contractPage(asked: AskedContract) {
  const { reader, visit, body, contract, may } = asked
  const [lots, extensions, kpis, results, assessments, papers, inside, done, rules, renewals, settings] = await Promise.all([
    findLots(reader, contract.id),
    findExtensions(reader, [contract.id]),
    findKpis(reader, [contract.id]),
    findResults(reader, [contract.id]),
    findAssessments(reader, contract.id),
    findNoticesAndClauses(reader, contract.id),
    findInside(reader, contract.id),
    findDoneSteps(reader, [contract.id]),
    findRegimeDuties(reader, contract.regime, contract.notifiedOn ?? contract.signedOn ?? visit.today),
    findRenewalRules(reader, visit.today),
    findBodySettings(reader, contract.body, visit.today),
  ])
  const [calendar, measures, ties, money] = await Promise.all([
    findCalendar(reader, settings?.holidayDivision ?? 'england-and-wales'),
    findMeasures(
      reader,
      kpis.flatMap(({ measure }) => measure ?? []),
    ),
    tiesOf(asked),
    findContractMoney(reader, { contract: contract.id }),
  ])
  const [origin, ocid, registers, award] = await Promise.all([
    findOrigin(reader, contract.id),
    findOcidOf(reader, contract.id),
    findRegisterLines(reader, contract.id),
    findAwardOfContract(reader, contract.id),
  ])
  const options = extensions.get(contract.id) ?? []
  const open = options.find(({ takenOn, declinedOn }) => !takenOn && !declinedOn)
  const facts = { ...contract, notices: papers.notices, kpis: kpis.length, assessments }
  const isInside = may({ ...guardedContract(contract), record: 'contract-inside' }, 'read')
  const mine = await providesUnder(asked)
  const own = contract.state === 'live' || contract.state === 'extended' || contract.state === 'ended'
  return (
    <ContractPage
      {...{ visit, board: body, contract, lots, options, kpis, results, assessments, ...papers, ties, money }}
      duties={dutiesOf(rules, facts, calendar, visit.today)}
      steps={isInside ? renewalsOf(renewals, contract, open, done.get(contract.id) ?? new Map(), visit.today) : []}
      measures={new Map(measures.map((measure) => [measure.id, definitionOn(measure, visit.today).title]))}
      inside={isInside ? inside : undefined}
      visits={await findOwnVisits(reader, [contract], mine)}
      {...{ origin, ocid, registers, award }}
      may={
        new Set([
          ...(['change', 'show', 'clear'] as const).filter((verb) => may(guardedContract(contract), verb)),
          ...(own && kpis.length > 0 && mine.length > 0 ? (['report'] as const) : []),
        ])
      }
    />
  )
}

/** Those who provide under the contract for whom one is the contact. */
async function providesUnder({ reader, visit, standing, contract }: AskedContract): Promise<readonly string[]> {
  const { person } = standing
  if (person === undefined) return []
  const officers = await findOfficers(
    reader,
    contract.providers.map(({ provider }) => provider),
    'provider',
    visit.today,
  )
  return [...officers].filter(([, people]) => people.includes(person.id)).map(([provider]) => provider)
}

async function tiesOf({ reader, visit, contract }: AskedContract) {
  const ties = await findContractTies(reader, [contract.id])
  const of = (kind: keyof typeof ties): readonly string[] => ties[kind].get(contract.id) ?? []
  const [services, outcomes, lines, agreements, decision] = await Promise.all([
    findServices(reader, of('services'), visit.today),
    listOutcomes(reader),
    findLineTitles(reader, of('lines')),
    findAgreements(reader, contract.agreement === undefined ? [] : [contract.agreement], visit.today),
    contract.decision === undefined ? undefined : findDecision(reader, contract.decision),
  ])
  return [
    { label: 'Services', links: services.map(({ id, title }) => ({ text: title, href: servicePaths.service(id) })) },
    {
      label: 'Outcomes',
      links: outcomes
        .filter(({ id }) => of('outcomes').includes(id))
        .map(({ id, title }) => ({ text: title, href: planPaths.outcome(id) })),
    },
    { label: 'Budget lines', links: lines.map(({ id, title }) => ({ text: title, href: moneyPaths.line(id) })) },
    { label: 'Agreement', links: agreements.map(({ id, title }) => ({ text: title, href: agreementPaths.agreement(id) })) },
    { label: 'Decision', links: decision ? [{ text: decision.text.slice(0, 120), href: recordPaths.decision(decision.id) }] : [] },
  ]
}
