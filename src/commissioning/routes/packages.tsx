import { Hono } from 'hono'
import { listAreas, listOrganisations } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addMechanism, addPackage, endPackage, keepPackageOutcome, reportDelivery } from '../commands/packages.ts'
import { approveRun, dropRun, makeRun } from '../commands/payment-run.ts'
import {
  parseDelivery,
  parseEndPackage,
  parseMechanism,
  parsePackage,
  parsePackageOutcome,
  parseRun,
  parseVersion,
} from '../forms/packages.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { CarePackagePage, type NamedPayer } from '../pages/care-package-page.tsx'
import { PaidContractsPage, PayPage } from '../pages/pay-page.tsx'
import { PaymentRunPage, StatementPage } from '../pages/payment-run-page.tsx'
import { packagePaths } from '../payment-paths.ts'
import { findContractMoney, findPostings, findRunPayers } from '../queries/contract-money.ts'
import { listContracts } from '../queries/contracts.ts'
import { findLineTitles } from '../queries/line-titles.ts'
import { findDeliveries, findMechanisms, findPackageOutcomes, findPackages, findPaidContracts, guardedPay } from '../queries/packages.ts'
import { findPayers, findReviews } from '../queries/pay-facts.ts'
import { findPackageLines, findRunLines, findRunSums, findRuns, findStatements } from '../queries/payment-runs.ts'
import { spellsOf } from '../rules/package-payers.ts'
import { isReplayed } from '../rules/package-payment.ts'
import { formAt } from './endpoint.ts'
import { boardGate } from './gates.ts'
import { runParts } from './package-settle.tsx'
import * as shapes from './package-shapes.ts'
import { type AskedPackage, type AskedPay, type AskedRun, packageGate, payGate, runGate } from './payment-gates.ts'

/** Payment for packages: its terms, packages, what was delivered, outcomes, runs and statements (C10). */
export function packageRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/package-payments', boardGate(), async ({ reader, visit, body, may }) => {
    const [contracts, paid] = await Promise.all([listContracts(reader, body.id, visit.today), findPaidContracts(reader, body.id)])
    const shown = contracts.flatMap(({ id, title, commissioners }) => {
      const isPaid = paid.includes(id)
      return isPaid || may(guardedPay('payment-terms', body.id, commissioners), 'change') ? [{ id, title, isPaid }] : []
    })
    return <PaidContractsPage visit={visit} board={body} contracts={shown} />
  })
  pageAt(app, needs, '/package-payments/:contract', payGate('read'), payPage)
  pageAt(app, needs, '/care-packages/:package', packageGate('read'), carePackagePage)
  pageAt(app, needs, '/payment-runs/:run', runGate('read'), runPage)
  pageAt(app, needs, '/payment-runs/:run/statements/:provider', runGate('read'), statementPage)
  contractForms(app, needs)
  packageForms(app, needs)
  runForms(app, needs)
  return app
}

function contractForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/package-payments/:contract'
  formAt(app, needs, `${at}/terms`, payGate('terms'), async (asked) =>
    form(
      await shapes.mechanismShape(asked, (await findMechanisms(asked.reader, asked.contract.id))[0]),
      parseMechanism,
      async (doer, input) => leadTo(await addMechanism(needs, doer, asked.contract.id, input), packagePaths.contract),
    ),
  )
  formAt(app, needs, `${at}/packages`, payGate('packages'), async (asked) =>
    form(await shapes.packageShape(asked), parsePackage, async (doer, input) =>
      leadTo(await addPackage(needs, doer, asked.contract.id, input), packagePaths.package),
    ),
  )
  formAt(app, needs, `${at}/runs`, payGate('runs'), async (asked) =>
    form(shapes.runShape(asked), parseRun, async (doer, { untilDay }) =>
      leadTo(await makeRun(needs, doer, asked.contract.id, untilDay), packagePaths.run),
    ),
  )
}

function packageForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/care-packages/:package'
  const to = packagePaths.package
  formAt(app, needs, `${at}/deliveries`, packageGate('report'), async (asked) => {
    const known = await findDeliveries(asked.reader, { package: asked.carePackage.id })
    return form(shapes.deliveryShape(asked, (known.at(-1)?.week ?? 0) + 1), parseDelivery, async (doer, input) =>
      leadTo(await reportDelivery(needs, doer, asked.carePackage.id, input), to),
    )
  })
  formAt(app, needs, `${at}/end`, packageGate('change'), async (asked) =>
    form(shapes.endPackageShape(asked), parseEndPackage, async (doer, input) =>
      leadTo(await endPackage(needs, doer, asked.carePackage.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/outcomes`, packageGate('change'), async (asked) =>
    form(shapes.packageOutcomeShape(asked, undefined), parsePackageOutcome, async (doer, input) =>
      leadTo(await keepPackageOutcome(needs, doer, asked.carePackage.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/outcomes/:outcome`, packageGate('change'), async (asked) => {
    const known = await findPackageOutcomes(asked.reader, { package: asked.carePackage.id })
    const outcome = known.find(({ id }) => id === asked.part('outcome'))
    if (!outcome) throw new NotFound('No such outcome.')
    return form(shapes.packageOutcomeShape(asked, outcome), parsePackageOutcome, async (doer, input) =>
      leadTo(await keepPackageOutcome(needs, doer, asked.carePackage.id, outcome.id, input), to),
    )
  })
}

function runForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, '/payment-runs/:run/approve', runGate('approve'), async (asked) =>
    form(shapes.approveShape(asked), parseVersion, async (doer, { version }) =>
      leadTo(await approveRun(needs, doer, asked.run.id, version), packagePaths.run),
    ),
  )
  formAt(app, needs, '/payment-runs/:run/drop', runGate('change'), async (asked) =>
    form(shapes.dropShape(asked), parseVersion, async (doer, { version }) =>
      leadTo(await dropRun(needs, doer, asked.run.id, version), packagePaths.contract),
    ),
  )
}

async function payPage({ reader, visit, body, contract, people, mayPay, may }: AskedPay) {
  const [mechanisms, packages, runs, sums, money] = await Promise.all([
    findMechanisms(reader, contract.id),
    findPackages(reader, contract.id),
    findRuns(reader, contract.id),
    findRunSums(reader, contract.id),
    findContractMoney(reader, { contract: contract.id }),
  ])
  const insiders = [...people.brokers, ...people.payers, ...[...people.contacts.values()].flat()]
  return (
    <PayPage
      visit={visit}
      board={body}
      contract={contract}
      mechanisms={mechanisms}
      packages={packages}
      runs={runs}
      sums={sums}
      money={money}
      may={mayPay}
      seesRuns={may(guardedPay('payment-run', contract.body, insiders, 'prepared'), 'read')}
    />
  )
}

async function carePackagePage(asked: AskedPackage) {
  const { reader, visit, body, contract, carePackage, mayPay, mayReport } = asked
  const of = { package: carePackage.id }
  const [deliveries, outcomes, lines, reviews, payers] = await Promise.all([
    findDeliveries(reader, of),
    findPackageOutcomes(reader, of),
    findPackageLines(reader, carePackage.id),
    findReviews(reader, of),
    mayPay.packages ? payersOf(asked) : [],
  ])
  return (
    <CarePackagePage
      visit={visit}
      board={body}
      contract={contract}
      carePackage={carePackage}
      provider={contract.providers.find(({ provider }) => provider === carePackage.provider)?.name ?? 'Not known'}
      deliveries={deliveries}
      outcomes={outcomes}
      lines={lines}
      reviews={reviews}
      payers={payers}
      may={{ change: mayPay.packages, report: mayReport }}
    />
  )
}

/** Who pays for a package since when, named: the commissioner of its contract first. */
async function payersOf({ reader, visit, contract, carePackage }: AskedPackage): Promise<readonly NamedPayer[]> {
  const changes = await findPayers(reader, { package: carePackage.id })
  const first = { payer: contract.commissioner, line: carePackage.line ?? null, startsOn: carePackage.startsOn }
  const spells = spellsOf(first, changes)
  const [organisations, areas, lines] = await Promise.all([
    listOrganisations(reader),
    listAreas(reader, visit.today),
    findLineTitles(
      reader,
      spells.flatMap(({ line }) => line ?? []),
    ),
  ])
  return spells.map(({ payer, line, startsOn }, place) => {
    const change = place === 0 ? undefined : changes.findLast((one) => one.startsOn.equals(startsOn))
    return {
      ...{ startsOn, name: organisations.find(({ id }) => id === payer)?.name ?? 'A partner', because: change?.because ?? '' },
      line: lines.find(({ id }) => id === line)?.title ?? 'Not known',
      ...{ area: areas.find(({ id }) => id === change?.area)?.name ?? 'Not said', isMove: change !== undefined },
    }
  })
}

const namesOf = ({ contract }: AskedPay): ReadonlyMap<string, string> =>
  new Map(contract.providers.map(({ provider, name }) => [provider, name]))

async function runPage(asked: AskedRun) {
  const { reader, visit, body, contract, run, mayPay } = asked
  const [statements, lines, payers, postings, runs] = await Promise.all([
    findStatements(reader, run.id),
    findRunLines(reader, run.id),
    findRunPayers(reader, run.id),
    findPostings(reader, run.id),
    findRuns(reader, run.contract),
  ])
  const isPrepared = run.approvedOn === null
  // The same that the command asks: nothing waits for approval, and nobody has taken it back.
  // One that was approved before runs were posted stands in no ledger.
  const post = mayPay.post && !isPrepared && postings.length === 0
  const takeBack = mayPay.packages && !isPrepared && !runs.some((one) => one.takesBack === run.id || one.approvedOn === null)
  return (
    <PaymentRunPage
      visit={visit}
      board={body}
      contract={contract}
      run={run}
      names={namesOf(asked)}
      statements={statements}
      payers={payers}
      postings={postings}
      may={{ takeBack, post, drop: mayPay.packages && isPrepared, approve: mayPay.approve && isPrepared && run.madeBy !== visit.actor }}
      replayed={lines.length === 0 ? undefined : { matches: lines.every(isReplayed) }}
    />
  )
}

async function statementPage(asked: AskedRun) {
  const { visit, body, contract, run } = asked
  const { statement, lines, packages } = await runParts(asked)
  const known = new Map(packages.map((one) => [one.id, one]))
  return (
    <StatementPage
      visit={visit}
      board={body}
      contract={contract}
      run={run}
      names={namesOf(asked)}
      {...{ statement, lines }}
      packages={known}
    />
  )
}
