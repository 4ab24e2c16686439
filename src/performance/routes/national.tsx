import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { tieNational } from '../commands/tie-national.ts'
import { tableCsv } from '../figures-csv.ts'
import { parseTie } from '../forms/national.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { AuthorityPage, type AuthorityView, NationalPage } from '../pages/national-pages.tsx'
import { measurePaths } from '../paths.ts'
import { guardedReading } from '../permission.ts'
import {
  authorityOf,
  findBeside,
  findNationalEdition,
  findNationalLines,
  findTie,
  listNationalMeasures,
  listNeighbourEditions,
  listPlaces,
  listTopics,
} from '../queries/national.ts'
import { findNationalBeside } from '../queries/national-beside.ts'
import { findReport } from '../queries/national-readings.ts'
import { latestDefinition } from '../rules/measure.ts'
import { nationalCsv, nationalRow } from '../words/national.ts'
import { nationalBesideChart } from '../words/national-beside.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedMeasure, begin, measureGate, part } from './gates.ts'
import { measureCrumbs } from './measure-shapes.ts'
import { nationalReadingRoutes } from './national-reading.tsx'

interface AskedPlace {
  readonly reader: Reader
  readonly visit: Visit
  readonly authority: string
  readonly topic: string
  readonly neighbours: string
}

const formAt = formsWith(problemWords)

/** Published figures are for everybody; row-level security says the same. */
const anybody: Gate<AskedPlace> = async (reader, c) => ({
  ...{ reader, visit: c.get('visit'), authority: part(c, 'authority') },
  ...{ topic: c.req.query('topic') ?? '', neighbours: c.req.query('neighbours') ?? '' },
})

/** Published figures of places of the country: everybody's to read (I3). */
export function nationalRoutes(needs: PerformanceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/national', begin, async ({ reader, visit, may }) => {
    const [edition, places, report] = await Promise.all([findNationalEdition(reader), listPlaces(reader), findReport(reader)])
    return <NationalPage {...{ visit, edition, places, report }} mayRead={may(guardedReading, 'begin')} />
  })
  nationalReadingRoutes(app, needs)
  pageAt(app, needs, '/national/:authority', anybody, async (asked) => <AuthorityPage visit={asked.visit} view={await viewOf(asked)} />)
  app.get('/national/:authority/scorecard.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => {
      const { rows, beside } = await viewOf(await anybody(reader, c))
      return csvOf(nationalCsv(rows, beside))
    })
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="scorecard.csv"' })
  })
  formAt(app, needs, '/measures/:measure/national', measureGate('keep'), async (asked) =>
    form(await tieShape(asked), parseTie, async (doer, input) =>
      leadTo(await tieNational(needs, doer, asked.measure.id, input), () => measurePaths.measure(asked.measure.id)),
    ),
  )
  app.get('/measures/:measure/national.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => {
      const { measure } = await measureGate('read')(reader, c)
      const found = await findNationalBeside(reader, measure.id)
      if (found === undefined || found === 'gone') throw new NotFound('This measure is shown beside no published figures.')
      return csvOf(tableCsv(nationalBesideChart(found, '').words.table))
    })
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="beside-others.csv"',
    })
  })
  return app
}

async function tieShape(asked: AskedMeasure): Promise<FormShape> {
  const { reader, measure } = asked
  const [measures, places, tie] = await Promise.all([listNationalMeasures(reader), listPlaces(reader), findTie(reader, measure.id)])
  const authorities = places.filter(({ kind, endsOn }) => kind === 'authority' && endsOn === null)
  return {
    title: 'Show it beside published figures',
    caption: latestDefinition(measure).title,
    lead: 'The page of the measure then shows England, the region and the statistical neighbours as well. Choose only what means the same.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        heading: 'Beside what',
        fields: [
          {
            ...{ kind: 'select', name: 'code', label: 'Published measure', none: 'None' },
            options: measures.map(({ code, title, topic }) => ({ value: code, text: `${topic}: ${title}` })),
          },
          {
            ...{ kind: 'select', name: 'area', label: 'Place that stands for the partnership', none: 'None' },
            options: authorities.map(({ number, name }) => ({ value: String(number), text: name })),
          },
        ],
      },
    ],
    submit: 'Save',
    first: tie ? { code: tie.code, area: String(tie.area) } : {},
    cancel: measurePaths.measure(measure.id),
  }
}

async function viewOf({ reader, authority: written, topic, neighbours }: AskedPlace): Promise<AuthorityView> {
  const [edition, places, editions, topics] = await Promise.all([
    findNationalEdition(reader),
    listPlaces(reader),
    listNeighbourEditions(reader),
    listTopics(reader),
  ])
  if (edition === undefined) throw new NotFound('No published figures have been read in.')
  const authority = authorityOf(places, written)
  const asked = editions.find((one) => one.toString().slice(0, 7) === neighbours) ?? null
  const beside = await findBeside(reader, places, authority, asked)
  const known = topics.includes(topic) ? topic : ''
  const measures = await listNationalMeasures(reader, known === '' ? {} : { topic: known })
  const lines = await findNationalLines(reader, authority.number, beside, measures)
  return {
    ...{ edition, authority, beside, editions, topics, topic: known },
    successors: places.filter(({ number }) => authority.followedBy.includes(number)),
    rows: lines.map((line) => nationalRow(line, beside)),
  }
}
