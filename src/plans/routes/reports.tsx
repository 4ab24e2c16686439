import type { Hono } from 'hono'
import type { Guarded } from '#governance/public.ts'
import type { Asked, AskedBoard, BodySummary } from '#governance/public-data.ts'
import { findDecisionsOfMatters } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { beginReport, draftAgain, dropReport, placeReport, publishReport, reviseReport, writeSection } from '../commands/reports.ts'
import { parsePublish, parseReport, parseRevise, parseSection } from '../forms/report.ts'
import type { PlansNeeds } from '../needs.ts'
import { ReportPage, type ReportView } from '../pages/report-page.tsx'
import { ReportsPage } from '../pages/reports-page.tsx'
import { reportPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { boardOf } from '../queries/plans.ts'
import { findPlan } from '../queries/references.ts'
import { findReport, findSections, guardedReport, listReports, type Report } from '../queries/reports.ts'
import { reportDocument } from '../report-document.ts'
import { reportProblemWords } from '../words/report.ts'
import { begin, ofBoard } from './gates.ts'
import { beginShape, publishReportShape, reviseReportShape, sectionShape } from './report-shapes.tsx'

/** A request about a report. */
export type AskedReport = Asked & { readonly report: Report; readonly board: BodySummary; readonly mayChange: boolean }

const formAt = formsWith(reportProblemWords)
const actAt = actsWith(reportProblemWords)
const guardedReports = (body: string): Guarded => ({ record: 'plan-reports', state: 'any', ties: { body } })
const boardGate =
  (verb: 'read' | 'make'): Gate<AskedBoard> =>
  (reader, c) =>
    ofBoard(reader, c, guardedReports, verb)

/** A report; row-level security let it through, so that reading is settled. */
const reportGate: Gate<AskedReport> = async (reader, c) => {
  const asked = await begin(reader, c)
  const report = await findReport(reader, asked.part('report'))
  const board = await boardOf(reader, report.body, asked.visit.today)
  return { ...asked, report, board, mayChange: asked.may(guardedReport(report), 'change') }
}

/** A report in one of its states, for whoever may change it. */
function changeGate(state: Report['state']): Gate<AskedReport> {
  return async (reader, c) => {
    const asked = await reportGate(reader, c)
    demandOf(asked.standing, asked.visit, guardedReport(asked.report), 'change')
    if (asked.report.state !== state) throw new NotFound('This report is not as far as that, or further.')
    return asked
  }
}

/** Reports: drafted from the record and edited by the clerk of their board, read as far as their sight goes (P10). */
export function reportRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/plan-reports/new', boardGate('make'), async (asked) =>
    form(await beginShape(asked), parseReport, async (doer, input) =>
      leadTo(await beginReport(needs, doer, asked.body.id, input), ({ id }) => reportPaths.report(id)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/plan-reports', boardGate('read'), async ({ reader, visit, body, may }) => (
    <ReportsPage
      visit={visit}
      board={body}
      reports={await listReports(reader, { body: body.id })}
      mayMake={may(guardedReports(body.id), 'make')}
    />
  ))
  writingReports(app, needs)
  app.get('/plan-reports/:report/report.pdf', async (c) => {
    const view = await readAs(needs.db, c.get('visit'), async (reader) => reportView(await reportGate(reader, c)))
    const { partnership, now } = c.get('visit')
    const pdf = await setInTurn(reportDocument(view, partnership), now)
    if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
    const headers = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="report.pdf"' }
    return c.body(new Uint8Array(pdf), 200, headers)
  })
  pageAt(app, needs, '/plan-reports/:report', reportGate, async (asked) => (
    <ReportPage visit={asked.visit} view={await reportView(asked)} mayChange={asked.mayChange} />
  ))
}

function writingReports(app: Hono<AppEnv>, needs: PlansNeeds): void {
  const draft = changeGate('draft')
  formAt(app, needs, '/plan-reports/:report/sections/:section', draft, async (asked) => {
    const { reader, report } = asked
    const section = (await findSections(reader, report.id)).find(({ code }) => code === asked.part('section'))
    if (!section) throw new NotFound('No such section.')
    return form(sectionShape(asked, section), parseSection, async (doer, input) =>
      leadTo(await writeSection(needs, doer, report.id, section.code, input), () => `${reportPaths.report(report.id)}#${section.code}`),
    )
  })
  formAt(app, needs, '/plan-reports/:report/publish', draft, async (asked) =>
    form(publishReportShape(asked, await findSections(asked.reader, asked.report.id)), parsePublish, async (doer, input) =>
      leadTo(await publishReport(needs, doer, asked.report.id, input), () => reportPaths.report(asked.report.id)),
    ),
  )
  formAt(app, needs, '/plan-reports/:report/revise', changeGate('published'), async (asked) =>
    form(reviseReportShape(asked), parseRevise, async (doer, input) =>
      leadTo(await reviseReport(needs, doer, asked.report, input), ({ id }) => reportPaths.report(id)),
    ),
  )
  const back = ({ report }: AskedReport): string => reportPaths.report(report.id)
  actAt(
    app,
    needs,
    '/plan-reports/:report/draft',
    draft,
    async (asked, doer) => leadTo(await draftAgain(needs, doer, asked.report), () => back(asked)),
    back,
  )
  actAt(
    app,
    needs,
    '/plan-reports/:report/place',
    draft,
    async (asked, doer) => leadTo(await placeReport(needs, doer, asked.report.id), () => back(asked)),
    back,
  )
  actAt(
    app,
    needs,
    '/plan-reports/:report/drop',
    draft,
    async ({ report, board }, doer) => leadTo(await dropReport(needs, doer, report.id), () => reportPaths.ofBoard(board.slug)),
    back,
  )
}

async function reportView({ reader, report, board }: AskedReport): Promise<ReportView> {
  const [plan, sections, versions, { items, decisions }] = await Promise.all([
    report.plan === null ? undefined : findPlan(reader, report.plan),
    findSections(reader, report.id),
    listReports(reader, { series: report.series }),
    findDecisionsOfMatters(reader, report.planItem === null ? [] : [report.planItem]),
  ])
  return { report, board, plan, sections, versions, items, decisions: decisions.filter(({ ofBody }) => ofBody === report.body) }
}
