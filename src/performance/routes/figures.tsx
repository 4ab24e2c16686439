import { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { csvOf } from '#platform/csv.ts'
import { readAs } from '#platform/database/session.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { CountNeeds } from '../commands/count-record.ts'
import { figuresCsv, tableCsv } from '../figures-csv.ts'
import { CountedCard } from '../pages/counted-card.tsx'
import { MeasurePage } from '../pages/measure-page.tsx'
import { NationalCard } from '../pages/national-card.tsx'
import { ProgramsCard } from '../pages/programs-card.tsx'
import { programPaths } from '../paths.ts'
import { findCounting } from '../queries/counting.ts'
import { findMeasureView } from '../queries/measure-page.ts'
import { findNationalBeside } from '../queries/national-beside.ts'
import { findProgramEnds, findPrograms, guardedPrograms } from '../queries/programs.ts'
import { definitionFor } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import { areasChart } from '../words/areas-chart.ts'
import { rolledFigure, rolledHow } from '../words/rolled.ts'
import { type AskedMeasure, measureGate } from './gates.ts'

/** The page of a measure and the files of its charts (I3, I7). */
export function figureRoutes(needs: CountNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const viewOf = ({ reader, measure, visit, query }: AskedMeasure) =>
    findMeasureView(reader, measure, visit.today, { on: true, off: false }[query('screening')] ?? null)

  pageAt(app, needs, '/measures/:measure', measureGate('read'), async (asked) => {
    const view = await viewOf(asked)
    const wanted = asked.query('chart')
    const choice = wanted === 'line' || wanted === 'process' ? wanted : view.reading.chart === 'process' ? 'process' : 'line'
    const acts = { keep: asked.may(asked.guarded, 'keep'), give: asked.may(asked.guarded, 'give') }
    const found = await findNationalBeside(asked.reader, asked.measure.id)
    const beside = <NationalCard measure={asked.measure.id} found={found} mayKeep={acts.keep} />
    const counting = await findCounting(asked.reader, asked.measure, needs.counted, asked.visit.today)
    const last = view.reading.now?.period ?? null
    const period = last !== null && definitionFor(asked.measure, last).countedBy !== '' ? last : null
    const counted = counting ? <CountedCard measure={asked.measure} counting={counting} period={period} mayGive={acts.give} /> : undefined
    const programs = asked.may(guardedPrograms(asked.measure, asked.visit.today), 'read') ? await programsCard(asked) : undefined
    return <MeasurePage {...{ visit: asked.visit, view, choice, acts, beside, counted, programs }} />
  })

  const file = (path: string, name: string, rows: (asked: AskedMeasure) => Promise<readonly (readonly string[])[]>) =>
    app.get(path, async (c) => {
      const csv = await readAs(needs.db, c.get('visit'), async (reader) => csvOf(await rows(await measureGate('read')(reader, c))))
      return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` })
    })
  file('/measures/:measure/figures.csv', 'figures.csv', async (asked) => figuresCsv(await viewOf(asked)))
  file('/measures/:measure/areas.csv', 'areas.csv', async (asked) => {
    const { areas, reading, body } = await viewOf(asked)
    return areas === null
      ? [['Area', 'Figure']]
      : tableCsv(areasChart(areas, reading.definition, body.shortName || body.name, '').words.table)
  })
  file('/measures/:measure/longer.csv', 'longer-periods.csv', async (asked) => {
    const { rolled, reading } = await viewOf(asked)
    const rows = rolled
      .flatMap(({ list }) => list)
      .map((one) => [periodWords(one.period), rolledFigure(one.outcome, reading.definition), rolledHow(one)])
    return [['Period', 'Figure', 'How it was made'], ...rows]
  })
  return app
}

/** The programs that can give figures of a measure, for whoever may end that. */
async function programsCard({ reader, visit, measure }: AskedMeasure): Promise<JSX.Element | undefined> {
  const [programs, ends] = [await findPrograms(reader, [measure.id], visit.now), await findProgramEnds(reader, [measure.id])]
  const link = { text: 'Programs of all your measures', href: programPaths.own }
  return <ProgramsCard measure={measure.id} title="Programs that can give its figures" programs={programs} ends={ends} link={link} />
}
