import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
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
import { typedPence } from '../forms/pence.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { CarePackagePage } from '../pages/care-package-page.tsx'
import { PaidContractsPage, PayPage } from '../pages/pay-page.tsx'
import { PaymentRunPage, StatementPage } from '../pages/payment-run-page.tsx'
import { packagePaths } from '../payment-paths.ts'
import { listContracts } from '../queries/contracts.ts'
import { findDeliveries, findMechanisms, findPackageOutcomes, findPackages, findPaidContracts, guardedPay } from '../queries/packages.ts'
import { findPackageLines, findRunLines, findRunSums, findRuns, findStatements } from '../queries/payment-runs.ts'
import { isReplayed } from '../rules/package-payment.ts'
import { reasonWords, typedRate } from '../words/payment.ts'
import { formAt } from './endpoint.ts'
import { boardGate } from './gates.ts'
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
  app.get('/payment-runs/:run/statements/:provider/statement.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => statementCsv(await runGate('read')(reader, c)))
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="statement.csv"' })
  })
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
  const [mechanisms, packages, runs, sums] = await Promise.all([
    findMechanisms(reader, contract.id),
    findPackages(reader, contract.id),
    findRuns(reader, contract.id),
    findRunSums(reader, contract.id),
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
      may={mayPay}
      seesRuns={may(guardedPay('payment-run', contract.body, insiders, 'prepared'), 'read')}
    />
  )
}

async function carePackagePage({ reader, visit, body, contract, carePackage, mayPay, mayReport }: AskedPackage) {
  const of = { package: carePackage.id }
  const [deliveries, outcomes, lines] = await Promise.all([
    findDeliveries(reader, of),
    findPackageOutcomes(reader, of),
    findPackageLines(reader, carePackage.id),
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
      may={{ change: mayPay.packages, report: mayReport }}
    />
  )
}

const namesOf = ({ contract }: AskedPay): ReadonlyMap<string, string> =>
  new Map(contract.providers.map(({ provider, name }) => [provider, name]))

async function runPage(asked: AskedRun) {
  const { reader, visit, body, contract, run, mayPay } = asked
  const [statements, lines] = await Promise.all([findStatements(reader, run.id), findRunLines(reader, run.id)])
  const isPrepared = run.approvedOn === null
  return (
    <PaymentRunPage
      visit={visit}
      board={body}
      contract={contract}
      run={run}
      names={namesOf(asked)}
      statements={statements}
      may={{ drop: mayPay.packages && isPrepared, approve: mayPay.approve && isPrepared && run.madeBy !== visit.actor }}
      replayed={lines.length === 0 ? undefined : { matches: lines.every(isReplayed) }}
    />
  )
}

async function statementOf(asked: AskedRun) {
  const { reader, run, contract } = asked
  const provider = asked.part('provider')
  const [statements, packages] = await Promise.all([findStatements(reader, run.id), findPackages(reader, contract.id)])
  const statement = statements.find((one) => one.provider === provider)
  if (!statement) throw new NotFound('No such statement.')
  const references = new Map(packages.map(({ id, reference }) => [id, reference]))
  return { statement, references, lines: await findRunLines(reader, run.id, provider) }
}

async function statementPage(asked: AskedRun) {
  const { visit, body, contract, run } = asked
  return <StatementPage visit={visit} board={body} contract={contract} run={run} names={namesOf(asked)} {...(await statementOf(asked))} />
}

async function statementCsv(asked: AskedRun): Promise<string> {
  const { lines, references } = await statementOf(asked)
  const rows = lines.map((line) => [
    ...[references.get(line.package) ?? '', String(line.week), reasonWords[line.reason], line.reverses === null ? '' : 'reversed'],
    ...[line.minutes === null ? '' : String(line.minutes), line.rate === null ? '' : typedRate(line.rate), typedPence(line.pence)],
  ])
  return csvOf([['Package', 'Week', 'Why', 'Reversed', 'Minutes', 'Pounds an hour', 'Pounds'], ...rows])
}
