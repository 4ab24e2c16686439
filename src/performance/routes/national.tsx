import { Hono } from 'hono'
import { csvOf } from '#platform/csv.ts'
import { type Database, type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { AuthorityPage, type AuthorityView, NationalPage } from '../pages/national-pages.tsx'
import {
  authorityOf,
  findBeside,
  findNationalEdition,
  findNationalLines,
  listNationalMeasures,
  listNeighbourEditions,
  listPlaces,
  listTopics,
} from '../queries/national.ts'
import { nationalCsv, nationalRow } from '../words/national.ts'
import { part } from './gates.ts'

interface AskedPlace {
  readonly reader: Reader
  readonly visit: Visit
  readonly authority: string
  readonly topic: string
  readonly neighbours: string
}

/** Published figures are for everybody; row-level security says the same. */
const anybody: Gate<AskedPlace> = async (reader, c) => ({
  ...{ reader, visit: c.get('visit'), authority: part(c, 'authority') },
  ...{ topic: c.req.query('topic') ?? '', neighbours: c.req.query('neighbours') ?? '' },
})

/** Published figures of places of the country: everybody's to read (I3). */
export function nationalRoutes(needs: { readonly db: Database }): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/national', anybody, async ({ reader, visit }) => {
    const [edition, places] = await Promise.all([findNationalEdition(reader), listPlaces(reader)])
    return <NationalPage visit={visit} edition={edition} places={places} />
  })
  pageAt(app, needs, '/national/:authority', anybody, async (asked) => <AuthorityPage visit={asked.visit} view={await viewOf(asked)} />)
  app.get('/national/:authority/scorecard.csv', async (c) => {
    const csv = await readAs(needs.db, c.get('visit'), async (reader) => {
      const { rows, beside } = await viewOf(await anybody(reader, c))
      return csvOf(nationalCsv(rows, beside))
    })
    return c.body(csv, 200, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="scorecard.csv"' })
  })
  return app
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
