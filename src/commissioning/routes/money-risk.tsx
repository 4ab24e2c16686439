import { type Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { listOrganisations } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import type { FieldProblem } from '#platform/result.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { formState } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addRiskList, addStep, dropList, dropStep, endList, forceList } from '../commands/money-risk.ts'
import { varyContribution } from '../commands/money-variation.ts'
import { closeYear, reopenYear } from '../commands/money-year-end.ts'
import { parseEndOfList, parseReopen, parseRiskList, parseSettle, parseStep, parseVariation, parseVersion } from '../forms/money-risk.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import { statementCsv, statementDocument } from '../money-statement-files.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { RiskListPage, RiskPage } from '../pages/money-risk-page.tsx'
import { SimulatorPage } from '../pages/money-simulator-page.tsx'
import { StatementPage } from '../pages/money-statement-page.tsx'
import { findContributions } from '../queries/fund-money.ts'
import { findRiskList, findRiskLists } from '../queries/risk.ts'
import { findSettlement, findStatements, type YearStatement } from '../queries/settlements.ts'
import { findYearEnd } from '../queries/year-end.ts'
import { stepKinds } from '../rules/risk-list.ts'
import { tryOut } from '../rules/trial.ts'
import { readWrittenSum } from '../rules/written-sum.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { workYear } from '../rules/year-end.ts'
import { problemWords } from '../words/problems.ts'
import { actAt, formAt } from './endpoint.ts'
import { type AskedFund, fundGate, fundOf, yearGate } from './fund-gates.ts'
import { type AskedList, dropShape, endShape, forceShape, listShape, stepShape, variationShape } from './money-risk-shapes.ts'
import { reopenShape, settleShape, trialFields } from './money-year-end-shapes.tsx'

type AskedStatement = AskedFund & { readonly statement: YearStatement }

/** Who bears what is over: lists of steps, the simulator, closed years and their statements, and variations of agreed years (C5, C6). */
export function moneyRiskRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/funds/:fund/risk', fundGate('read'), riskPage)
  pageAt(app, needs, '/funds/:fund/simulator', fundGate('read'), simulatorPage)
  formAt(app, needs, '/funds/:fund/risk/new', fundGate('keep'), async (asked) =>
    form(listShape(asked), parseRiskList, async (doer, input) =>
      leadTo(await addRiskList(needs, doer, asked.fund.id, input), ({ id }) => moneyPaths.rule(id)),
    ),
  )
  listForms(app, needs)
  yearForms(app, needs)
  return app
}

function listForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const toList = ({ list }: AskedList): string => moneyPaths.rule(list.id)
  const idsOf = ({ partners }: AskedList) => partners.map(({ id }) => id)
  pageAt(app, needs, '/risk-rules/:rule', listGate('read'), async ({ reader, visit, body, fund, list, partners, mayKeep }) => (
    <RiskListPage
      visit={visit}
      board={body}
      fund={fund}
      list={list}
      nameOf={await namesOf(reader)}
      mayKeep={mayKeep}
      hasPartners={partners.length > 0}
    />
  ))
  formAt(app, needs, '/risk-rules/:rule/steps', listGate('keep'), async (asked) => {
    const kind = stepKinds.find((one) => one === asked.query('kind')) ?? 'share'
    return form(await stepShape(asked, kind), parseStep(kind, idsOf(asked)), async (doer, input) =>
      leadTo(await addStep(needs, doer, asked.list, idsOf(asked), input), () => toList(asked)),
    )
  })
  formAt(app, needs, '/risk-rules/:rule/force', listGate('keep'), async (asked) =>
    form(forceShape(asked), parseVersion, async (doer, { version }) =>
      leadTo(await forceList(needs, doer, asked.list, idsOf(asked), version), () => fundPaths.step(asked.fund.id, 'risk')),
    ),
  )
  formAt(app, needs, '/risk-rules/:rule/end', listGate('keep'), async (asked) =>
    form(endShape(asked), parseEndOfList, async (doer, input) =>
      leadTo(await endList(needs, doer, asked.list, input), () => toList(asked)),
    ),
  )
  const keep = listGate('keep')
  actAt(
    app,
    needs,
    '/risk-rules/:rule/drop-step',
    keep,
    async (asked, doer) => leadTo(await dropStep(needs, doer, asked.list), () => toList(asked)),
    toList,
  )
  formAt(app, needs, '/risk-rules/:rule/drop', keep, async (asked) =>
    form(dropShape(asked), parseVersion, async (doer, { version }) =>
      leadTo(await dropList(needs, doer, asked.list, version), () => fundPaths.step(asked.fund.id, 'risk')),
    ),
  )
}

function yearForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/funds/:fund/years/:year'
  formAt(app, needs, `${at}/variations`, yearGate('keep'), async (asked) =>
    form(await variationShape(asked), parseVariation, async (doer, input) =>
      leadTo(await varyContribution(needs, doer, asked.fund.id, asked.year.year, input), () =>
        fundPaths.fund(asked.fund.id, asked.year.year),
      ),
    ),
  )
  formAt(app, needs, `${at}/settle`, yearGate('keep'), async (asked) => {
    const { partners, ...shape } = await settleShape(asked)
    return form(shape, parseSettle(partners), async (doer, input) =>
      leadTo(await closeYear(needs, doer, asked.fund.id, asked.year.year, input), ({ id }) => moneyPaths.settlement(id)),
    )
  })
  pageAt(app, needs, '/settlements/:settlement', statementGate('read'), async ({ visit, body, fund, statement, mayKeep }) => {
    const mayReopen = mayKeep && statement.reverses === undefined && statement.reversedBy === undefined
    return <StatementPage visit={visit} board={body} fund={fund} statement={statement} mayReopen={mayReopen} />
  })
  formAt(app, needs, '/settlements/:settlement/reopen', statementGate('keep'), async (asked) =>
    form(await reopenShape(asked), parseReopen, async (doer, input) =>
      leadTo(await reopenYear(needs, doer, asked.statement, input), ({ id }) => moneyPaths.settlement(id)),
    ),
  )
  app.get('/settlements/:settlement/statement.csv', async (c) => {
    const { statement } = await readAs(needs.db, c.get('visit'), (reader) => statementGate('read')(reader, c))
    return c.body(statementCsv(statement), 200, fileHeaders('text/csv; charset=utf-8', 'statement.csv'))
  })
  app.get('/settlements/:settlement/statement.pdf', (c) => statementPdf(needs, c))
}

const fileHeaders = (type: string, name: string) => ({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })

async function statementPdf(needs: CommissioningNeeds, c: Context<AppEnv>): Promise<Response> {
  const { statement, fund, body } = await readAs(needs.db, c.get('visit'), (reader) => statementGate('read')(reader, c))
  const { partnership, now } = c.get('visit')
  const pdf = await setInTurn(statementDocument(statement, { fund: fund.title, board: body.name, partnership }), now)
  if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
  return c.body(new Uint8Array(pdf), 200, fileHeaders('application/pdf', `statement-${yearInWords(statement.year)}.pdf`))
}

const namesOf = async (reader: AskedFund['reader']) => new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))

/** A list of steps, with the partners that it may name: those who give in its first year, in the order in which they were entered. */
function listGate(verb: 'read' | 'keep'): Gate<AskedList> {
  return async (reader, c) => {
    const list = await findRiskList(reader, c.req.param('rule') ?? '', c.get('visit').today)
    const asked = await fundOf(reader, c, list.fund, verb)
    const given = await findContributions(reader, list.fund, list.firstYear)
    const inOrder = given.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const partners = [...new Map(inOrder.map(({ partner, partnerName }) => [partner, { id: partner, name: partnerName }])).values()]
    return { ...asked, list, partners }
  }
}

function statementGate(verb: 'read' | 'keep'): Gate<AskedStatement> {
  return async (reader, c) => {
    const statement = await findSettlement(reader, c.req.param('settlement') ?? '')
    return { ...(await fundOf(reader, c, statement.fund, verb)), statement }
  }
}

async function riskPage(asked: AskedFund): Promise<JSX.Element> {
  const { reader, visit, body, fund, years, mayKeep } = asked
  const [lists, statements, nameOf] = await Promise.all([
    findRiskLists(reader, fund.id, visit.today),
    findStatements(reader, fund.id),
    namesOf(reader),
  ])
  return (
    <RiskPage
      visit={visit}
      board={body}
      fund={fund}
      nameOf={nameOf}
      mayKeep={mayKeep}
      lists={mayKeep ? lists : lists.filter(({ inForceOn }) => inForceOn !== undefined)}
      statements={statements}
      hasYears={years.length > 0}
    />
  )
}

async function simulatorPage(asked: AskedFund): Promise<JSX.Element> {
  const { reader, visit, body, fund, years, query } = asked
  const wanted = Number(query('year'))
  const now = yearOf(visit.today)
  const year = years.find((one) => one.year === wanted) ?? years.find((one) => one.year === now) ?? years[0]
  if (year === undefined) return riskPage(asked)
  const end = await findYearEnd(reader, fund, year, visit.today)
  const lines = end.lines.map(({ line, columns }) => ({
    ...{
      id: line.id,
      title: line.title,
      managedBy: line.managedBy,
      fence: line.fence,
      budget: columns.revised ?? 0n,
      variance: columns.variance,
    },
  }))
  const { fields, more } = trialFields(lines)
  const names = [...fields, ...more].map(({ name }) => name)
  const typed = Object.fromEntries(names.map((name) => [name, query(name)]))
  const { trial, problems } = trialOf(typed)
  const { outturn, onPlan } = tryOut(lines, trial)
  const answer = problems.length > 0 ? undefined : workYear(outturn, end.held, end.facts, end.isAligned)
  return (
    <SimulatorPage
      visit={visit}
      board={body}
      fund={fund}
      year={year.year}
      years={years.map((one) => one.year)}
      fields={fields}
      more={more}
      form={formState(typed, problems, problemWords)}
      because={answer !== undefined && 'because' in answer ? problemWords({ field: '', code: answer.because.code }) : undefined}
      worked={answer === undefined || 'because' in answer ? undefined : answer}
      listTitle={end.list?.title ?? ''}
      onPlan={onPlan}
      nameOf={end.nameOf}
    />
  )
}

/** What was typed into the simulator, or what is wrong with it. */
function trialOf(typed: Readonly<Record<string, string>>) {
  const problems: FieldProblem[] = []
  const sumOf = (name: string): bigint | null => {
    const written = typed[name]?.trim() ?? ''
    if (written === '') return null
    const sum = readWrittenSum(written)
    if ('pence' in sum) return sum.pence
    problems.push({ field: name, code: sum.code })
    return null
  }
  const lines = new Map<string, bigint>()
  for (const place of [1, 2, 3, 4]) {
    const [line = '', sum] = [typed[`line${place}`], sumOf(`sum${place}`)]
    if (line !== '' && sum === null && !problems.some(({ field }) => field === `sum${place}`))
      problems.push({ field: `sum${place}`, code: 'amount-missing' })
    if (line === '' && sum !== null) problems.push({ field: `line${place}`, code: 'choice-missing' })
    if (line !== '' && sum !== null) lines.set(line, sum)
  }
  const whole = sumOf('whole')
  if (whole !== null && lines.size > 0) problems.push({ field: 'whole', code: 'whole-or-lines' })
  return { trial: { whole, lines }, problems }
}
