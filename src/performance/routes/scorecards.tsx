import { type Context, Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { setInTurn } from '#platform/documents/pdf/set-in-turn.ts'
import { monthName } from '#platform/time/words.ts'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { freezeScorecard } from '../commands/freeze-scorecard.ts'
import { parseFreeze } from '../forms/freeze.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { ReportPage } from '../pages/report-page.tsx'
import { FrozenPage, ScorecardPage } from '../pages/scorecard-page.tsx'
import { SincePage } from '../pages/since-page.tsx'
import { type ScorecardFile, scorecardPaths } from '../paths.ts'
import { guardedScorecard } from '../permission.ts'
import { findFrozen, findSince, listFrozen } from '../queries/frozen.ts'
import { findBoardScorecard, findPriorityScorecard, untilOf } from '../queries/scorecard-view.ts'
import { scorecardCsv, scorecardDocument, scorecardXlsx } from '../scorecard-files.ts'
import { problemWords } from '../words/problems.ts'
import type { ScorecardView } from '../words/scorecard-view.ts'
import { freezeShape } from './freeze-shape.ts'
import { boardGate, part } from './gates.ts'
import { findReports, reportRoutes } from './reports.tsx'

const formAt = formsWith(problemWords)

/** Scorecards of boards, live and as shown to meetings, their reports and files (I4). */
export function scorecardRoutes(needs: PerformanceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const liveOf = ({ reader, body, visit, query }: AskedBoard) =>
    findBoardScorecard(reader, body, visit.today, untilOf(query('to'), visit.today))

  pageAt(app, needs, '/boards/:slug/scorecard', boardGate(), async ({ reader, body, visit, may }) => {
    const of = { body: body.id }
    const [{ view }, frozen] = await Promise.all([findBoardScorecard(reader, body, visit.today), listFrozen(reader, of)])
    const [reports, mayFreeze] = [await findReports(reader, of, visit.today), may(guardedScorecard(body.id), 'freeze')]
    return <ScorecardPage visit={visit} board={body} view={view} frozen={frozen} reports={reports} mayFreeze={mayFreeze} />
  })
  pageAt(app, needs, '/boards/:slug/scorecard/report', boardGate(), async (asked) => {
    const month = untilOf(asked.query('to'), asked.visit.today) === null ? '' : asked.query('to')
    return <ReportPage visit={asked.visit} scorecard={await liveOf(asked)} month={month} months={monthsBefore(asked.visit.today)} />
  })
  formAt(app, needs, '/boards/:slug/scorecard/freeze', boardGate(guardedScorecard, 'freeze'), async (asked) =>
    form(await freezeShape(asked), parseFreeze, async (doer, input) =>
      leadTo(await freezeScorecard(needs, doer, { body: asked.body.id }, input, asked.visit.account?.name ?? ''), scorecardPaths.frozen),
    ),
  )
  frozenRoutes(app, needs)
  reportRoutes(app, needs)
  fileRoutes(app, needs, liveOf)
  return app
}

function frozenRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  app.get('/scorecards/:scorecard', async (c) => {
    const visit = c.get('visit')
    const frozen = await readAs(needs.db, visit, (reader) => findFrozen(reader, part(c, 'scorecard'), visit.today))
    return c.html(<FrozenPage visit={visit} frozen={frozen} />)
  })
  app.get('/scorecards/:scorecard/since', async (c) => {
    const visit = c.get('visit')
    return readAs(needs.db, visit, async (reader) => {
      const frozen = await findFrozen(reader, part(c, 'scorecard'), visit.today)
      return c.html(<SincePage visit={visit} frozen={frozen} since={await findSince(reader, frozen, visit.today)} />)
    })
  })
}

function fileRoutes(
  app: Hono<AppEnv>,
  needs: PerformanceNeeds,
  liveOf: (asked: AskedBoard) => ReturnType<typeof findBoardScorecard>,
): void {
  for (const kind of ['csv', 'xlsx', 'pdf'] as const) {
    app.get(`/boards/:slug/scorecard/report.${kind}`, async (c) => {
      const { view } = await readAs(needs.db, c.get('visit'), async (reader) => liveOf(await boardGate()(reader, c)))
      return fileOf(c, view, kind)
    })
    app.get(`/priorities/:priority/scorecard.${kind}`, async (c) => {
      const visit = c.get('visit')
      const { view } = await readAs(needs.db, visit, (reader) => findPriorityScorecard(reader, part(c, 'priority'), visit.today))
      return fileOf(c, view, kind)
    })
    app.get(`/scorecards/:scorecard/scorecard.${kind}`, async (c) => {
      const visit = c.get('visit')
      const { view } = await readAs(needs.db, visit, (reader) => findFrozen(reader, part(c, 'scorecard'), visit.today))
      return fileOf(c, view, kind)
    })
  }
}

async function fileOf(c: Context<AppEnv, string>, view: ScorecardView, kind: ScorecardFile): Promise<Response> {
  const headers = (type: string) => ({ 'content-type': type, 'content-disposition': `attachment; filename="scorecard.${kind}"` })
  if (kind === 'csv') return c.body(scorecardCsv(view), 200, headers('text/csv; charset=utf-8'))
  if (kind === 'xlsx') {
    const book = await scorecardXlsx(view)
    return c.body(new Uint8Array(book), 200, headers('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'))
  }
  const { partnership, now } = c.get('visit')
  const pdf = await setInTurn(scorecardDocument(view, partnership), now)
  if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
  return c.body(new Uint8Array(pdf), 200, headers('application/pdf'))
}

/** The last 24 months that are over, the latest first. */
function monthsBefore(today: Temporal.PlainDate): readonly { readonly value: string; readonly text: string }[] {
  return Array.from({ length: 24 }, (_, index) => {
    const month = today.with({ day: 1 }).subtract({ months: index + 1 })
    return { value: month.toString().slice(0, 7), text: `${monthName(month)} ${month.year}` }
  })
}
