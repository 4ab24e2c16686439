import type { Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { paperPdf } from '../assessment-paper.ts'
import { freezeQuality } from '../commands/quality-report.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { monthInWords } from '../pages/quality-page.tsx'
import { QualityReportPage, QualityReportsPage, qualityPaper } from '../pages/quality-report-page.tsx'
import { qualityPaths } from '../paths.ts'
import { listDraws } from '../queries/quality.ts'
import { findReport, listReports } from '../queries/quality-report.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { families } from './shapes.ts'

const root = '/families/quality/report'
const reports = caseworkGate('quality', 'report')

/** The report on quality for boards: months, frozen once, as pages and on paper (E7, I6). */
export function qualityReportRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, root, reports, async ({ reader, visit }) => {
    const frozen = await listReports(reader)
    const over = (await listDraws(reader)).filter(({ frame, month }) => frame === 'monthly' && isOver(month, visit.today))
    const waiting = over.map(({ month }) => month).filter((month) => !frozen.some((one) => one.month.equals(month)))
    return <QualityReportsPage visit={visit} reports={frozen} waiting={waiting} />
  })
  pageAt(app, needs, `${root}/:month`, reports, async (asked) => <QualityReportPage visit={asked.visit} report={await reportOf(asked)} />)
  app.get(`${root}/:month/report.pdf`, async (c) => {
    const visit = c.get('visit')
    const report = await readAs(needs.db, visit, async (reader) => reportOf(await reports(reader, c)))
    if (!report.frozen) throw new NotFound('Not frozen yet.')
    const edition = { partnership: visit.partnership, large: false, madeAt: visit.now }
    return c.body(await paperPdf(qualityPaper(report, edition), edition), 200, { 'Content-Type': 'application/pdf' })
  })
  formsWith(problemWords)(app, needs, `${root}/:month/freeze`, reports, async (asked) => {
    const { month, frozen } = await reportOf(asked)
    const shape = {
      title: 'Freeze the figures of a month',
      caption: monthInWords(month),
      breadcrumbs: [families, { text: 'Report on quality', href: qualityPaths.report() }],
      cancel: qualityPaths.reportOf(month),
      warning:
        'It is done once, in your name, and members of boards read it from then on. Reviews that are completed later are counted in the report of the month in which they are.',
      closed: frozen !== undefined,
      groups: [],
      ...{ submit: 'Freeze', first: {} },
    }
    return form(
      shape,
      () => succeed(undefined),
      async (doer) => leadTo(await freezeQuality(needs, doer, month), () => qualityPaths.reportOf(month)),
    )
  })
}

const isOver = (month: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(month.add({ months: 1 }), today) <= 0

async function reportOf({ reader, visit, part }: AskedCasework) {
  const month = /^\d{4}-\d{2}$/.test(part('month')) ? monthOf(part('month')) : undefined
  if (!month || !isOver(month, visit.today)) throw new NotFound('That month is not over.')
  return findReport(reader, month)
}

function monthOf(words: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(`${words}-01`)
  } catch {
    return undefined
  }
}
