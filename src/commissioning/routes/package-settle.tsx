import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import type { DocumentInput } from '#platform/documents/pdf/pack-input.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { commitForContract } from '../commands/contract-commitment.ts'
import { movePayer, settleReview, takePayerBack } from '../commands/package-settle.ts'
import { postRun, takeRunBack } from '../commands/payment-run.ts'
import { parseBack, parseCommitment, parsePayer, parseReview } from '../forms/package-settle.ts'
import { parseVersion } from '../forms/packages.ts'
import { moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { ContractStatementPage } from '../pages/contract-statement-page.tsx'
import { ReviewsPage } from '../pages/reviews-page.tsx'
import { packagePaths } from '../payment-paths.ts'
import {
  contractStatementCsv,
  contractStatementDocument,
  type PackageParts,
  packageStatementCsv,
  packageStatementDocument,
  runStatementCsv,
  runStatementDocument,
  type StatementNames,
} from '../payment-statement-files.ts'
import { findContractMoney } from '../queries/contract-money.ts'
import { findDeliveries, findPackageOutcomes, findPackages } from '../queries/packages.ts'
import { findPayers, findPayFacts, findReviews } from '../queries/pay-facts.ts'
import { findContractStatement, findPackageLines, findRunLines, findStatements } from '../queries/payment-runs.ts'
import { openReviews } from '../rules/package-due.ts'
import { formAt } from './endpoint.ts'
import { lineGate } from './fund-gates.ts'
import { commitmentShape, payerBackShape, payerShape, postShape, reviewShape, takeBackShape } from './package-settle-shapes.ts'
import { type AskedPackage, type AskedPay, type AskedRun, packageGate, payGate, runGate } from './payment-gates.ts'

/** What is settled between runs, money committed for contracts, and statements as files (C10). */
export function packageSettleRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  settling(app, needs)
  formAt(app, needs, '/payment-runs/:run/take-back', runGate('take-back'), async (asked) =>
    form(takeBackShape(asked), parseVersion, async (doer) => leadTo(await takeRunBack(needs, doer, asked.run.id), packagePaths.run)),
  )
  formAt(app, needs, '/payment-runs/:run/post', runGate('post'), async (asked) =>
    form(postShape(asked), parseVersion, async (doer, { version }) =>
      leadTo(await postRun(needs, doer, asked.run.id, version), packagePaths.run),
    ),
  )
  formAt(app, needs, '/budget-lines/:line/commitments', lineGate('keep'), async (asked) =>
    form(await commitmentShape(asked), parseCommitment, async (doer, input) =>
      leadTo(await commitForContract(needs, doer, asked.line, input), () => moneyPaths.line(asked.line.id)),
    ),
  )
  statements(app, needs)
  return app
}

function settling(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  pageAt(app, needs, '/package-payments/:contract/reviews', payGate('packages'), async ({ reader, visit, body, contract }) => {
    const facts = await findPayFacts(reader, contract.id)
    return (
      <ReviewsPage
        visit={visit}
        board={body}
        contract={contract}
        open={openReviews(facts, visit.today)}
        settled={await findReviews(reader, { contract: contract.id })}
        packages={new Map(facts.packages.map((one) => [one.id, one]))}
      />
    )
  })
  const at = '/care-packages/:package'
  formAt(app, needs, `${at}/reviews/:week`, packageGate('change'), async (asked) => {
    const { carePackage, contract, reader, visit } = asked
    const week = Number(asked.part('week'))
    const open = openReviews(await findPayFacts(reader, contract.id), visit.today)
    const found = open.find((one) => one.of.id === carePackage.id && one.week === week)
    if (!found) throw new NotFound('Nothing is to be looked at in that week.')
    return form(reviewShape(asked, week, found.pence), parseReview, async (doer, input) =>
      leadTo(await settleReview(needs, doer, carePackage.id, week, input), (id) => packagePaths.step(id, 'reviews')),
    )
  })
  formAt(app, needs, `${at}/payers`, packageGate('change'), async (asked) =>
    form(await payerShape(asked), parsePayer, async (doer, input) =>
      leadTo(await movePayer(needs, doer, asked.carePackage.id, input), packagePaths.package),
    ),
  )
  formAt(app, needs, `${at}/payers/:day`, packageGate('change'), async (asked) => {
    const known = await findPayers(asked.reader, { package: asked.carePackage.id })
    const last = known.findLast(({ startsOn }) => startsOn.toString() === asked.part('day'))
    if (!last || last.payer === null) throw new NotFound('Nobody else pays from that day.')
    return form(payerBackShape(asked, last.startsOn), parseBack, async (doer, { because }) =>
      leadTo(await takePayerBack(needs, doer, asked.carePackage.id, last.startsOn, because), packagePaths.package),
    )
  })
}

const headers = (type: string, name: string) => ({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })
const csvHeaders = headers('text/csv; charset=utf-8', 'statement.csv')

/** Sets a document; one that asks while too many do is told to come again. */
async function pdfOf(c: Context<AppEnv>, document: DocumentInput): Promise<Response> {
  const pdf = await setInTurn(document, c.get('visit').now)
  if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
  return c.body(new Uint8Array(pdf), 200, headers('application/pdf', 'statement.pdf'))
}

function statements(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const read = <Value,>(c: Context<AppEnv>, work: (reader: AskedPay['reader']) => Promise<Value>) => readAs(needs.db, c.get('visit'), work)
  const ofContract = '/package-payments/:contract/statement'
  pageAt(app, needs, ofContract, payGate('read'), async (asked) => {
    const { visit, body, contract } = asked
    return (
      <ContractStatementPage visit={visit} board={body} contract={contract} {...(await contractParts(asked))} names={providersOf(asked)} />
    )
  })
  app.get(`${ofContract}.csv`, async (c) => {
    const csv = await read(c, async (reader) => {
      const asked = await payGate('read')(reader, c)
      return contractStatementCsv((await contractParts(asked)).rows, providersOf(asked))
    })
    return c.body(csv, 200, csvHeaders)
  })
  app.get(`${ofContract}.pdf`, async (c) => {
    const document = await read(c, async (reader) => {
      const asked = await payGate('read')(reader, c)
      const { rows, money } = await contractParts(asked)
      return contractStatementDocument(rows, money, providersOf(asked), { ...namesOf(asked), today: asked.visit.today })
    })
    return pdfOf(c, document)
  })
  app.get('/care-packages/:package/statement.csv', async (c) => {
    const csv = await read(c, async (reader) => packageStatementCsv(await packageParts(await packageGate('read')(reader, c))))
    return c.body(csv, 200, csvHeaders)
  })
  app.get('/care-packages/:package/statement.pdf', async (c) => {
    const document = await read(c, async (reader) => {
      const asked = await packageGate('read')(reader, c)
      return packageStatementDocument(await packageParts(asked), { ...namesOf(asked), today: asked.visit.today })
    })
    return pdfOf(c, document)
  })
  const ofRun = '/payment-runs/:run/statements/:provider/statement'
  app.get(`${ofRun}.csv`, async (c) => {
    const csv = await read(c, async (reader) => {
      const { statement, lines, packages } = await runParts(await runGate('read')(reader, c))
      return runStatementCsv(statement, lines, packages)
    })
    return c.body(csv, 200, csvHeaders)
  })
  app.get(`${ofRun}.pdf`, async (c) => {
    const document = await read(c, async (reader) => {
      const asked = await runGate('read')(reader, c)
      return runStatementDocument({ run: asked.run, ...(await runParts(asked)) }, namesOf(asked))
    })
    return pdfOf(c, document)
  })
}

const providersOf = ({ contract }: AskedPay): ReadonlyMap<string, string> =>
  new Map(contract.providers.map(({ provider, name }) => [provider, name]))
const namesOf = ({ contract, body, visit }: AskedPay): StatementNames => ({
  ...{ contract: contract.title, board: body.name, partnership: visit.partnership },
})

async function contractParts({ reader, contract }: AskedPay) {
  const [rows, money] = await Promise.all([
    findContractStatement(reader, contract.id),
    findContractMoney(reader, { contract: contract.id }),
  ])
  return { rows, money }
}

async function packageParts({ reader, contract, carePackage }: AskedPackage): Promise<PackageParts> {
  const of = { package: carePackage.id }
  const [deliveries, outcomes, reviews, lines] = await Promise.all([
    findDeliveries(reader, of),
    findPackageOutcomes(reader, of),
    findReviews(reader, of),
    findPackageLines(reader, carePackage.id),
  ])
  const provider = contract.providers.find((one) => one.provider === carePackage.provider)?.name ?? 'A provider'
  return { carePackage, provider, deliveries, outcomes, reviews, lines }
}

/** What one provider is paid by a run, for its page and its files. @throws NotFound where one may not know of it */
export async function runParts(asked: AskedRun) {
  const { reader, run, contract } = asked
  const id = asked.part('provider')
  const [all, packages] = await Promise.all([findStatements(reader, run.id), findPackages(reader, contract.id)])
  const statement = all.find((one) => one.provider === id)
  if (!statement) throw new NotFound('No such statement.')
  const provider = providersOf(asked).get(id) ?? 'A provider'
  return { statement, provider, packages, lines: await findRunLines(reader, run.id, id) }
}
