import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { findBoardOverview, listBoardCards } from '#governance/public-data.ts'
import { findLatestPublications, findMeetingsForCalendar } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { atomOf, calendarOf } from './feeds.ts'
import { jsonAnswer } from './open/answers.ts'
import { csvRoutes } from './open/csv-routes.ts'
import { openDoor } from './open/door.ts'
import { oparlRoutes } from './open/oparl-routes.ts'
import { openApi } from './open/openapi.ts'
import { BoardPage } from './pages/board-page.tsx'
import { FrontPage } from './pages/front-page.tsx'
import { OpenPage } from './pages/open-page.tsx'
import { SearchPage } from './pages/search-page.tsx'
import { publicPaths, publicPatterns } from './paths.ts'
import { findBoard } from './queries/board.ts'
import { findFront } from './queries/front.ts'
import { findWords } from './queries/search.ts'

/** The published schema of the portable terms, as it lies in the house. */
const termsSchemaFile = readFileSync(new URL('../governance/reference/generated/terms.schema.json', import.meta.url), 'utf8')

/** What anybody may visit; each page shows what row-level security lets the visitor see. */
export function publicSiteRoutes(needs: Needs): Hono<AppEnv> {
  const { db, config } = needs
  const routes = new Hono<AppEnv>()

  routes.get(publicPaths.front, async (c) => {
    const visit = c.get('visit')
    const view = await readAs(db, visit, (reader) => findFront(reader, visit.today))
    return c.html(<FrontPage visit={visit} view={view} />)
  })

  routes.get(publicPatterns.board, async (c) => {
    const visit = c.get('visit')
    const view = await readAs(db, visit, (reader) => findBoard(reader, c.req.param('slug'), visit.today))
    if (view === undefined) throw new NotFound('There is no such board.')
    return c.html(<BoardPage visit={visit} view={view} />)
  })

  routes.get(publicPaths.search, async (c) => {
    const visit = c.get('visit')
    const asked = (c.req.query('q') ?? '')
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .trim()
      .slice(0, 200)
    const found = asked === '' ? undefined : await readAs(db, visit, (reader) => findWords(reader, asked, visit.today))
    return c.html(<SearchPage visit={visit} view={{ asked, found }} />)
  })

  // Feeds are for anybody, and so are read as a visitor whoever asks: a feed reader keeps what it fetches.
  routes.get(publicPatterns.feed, async (c) => {
    const visitor = { ...c.get('visit'), actor: undefined }
    const atom = await readAs(db, visitor, async (reader) => {
      const board = await findBoardOverview(reader, c.req.param('file').replace(/\.atom$/, ''), visitor.today)
      return (
        board && atomOf({ ...board, publicUrl: config.publicUrl }, await findLatestPublications(reader, { bodies: [board.id], limit: 50 }))
      )
    })
    if (atom === undefined) throw new NotFound('There is no such board.')
    return c.body(atom, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })

  routes.get(publicPatterns.calendar, async (c) => {
    const visitor = { ...c.get('visit'), actor: undefined }
    const calendar = await readAs(db, visitor, async (reader) => {
      const board = await findBoardOverview(reader, c.req.param('file').replace(/\.ics$/, ''), visitor.today)
      return (
        board && calendarOf({ ...board, publicUrl: config.publicUrl }, await findMeetingsForCalendar(reader, board.id, 200), visitor.now)
      )
    })
    if (calendar === undefined) throw new NotFound('There is no such board.')
    return c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })

  routes.get(publicPaths.open, async (c) => {
    const visit = c.get('visit')
    const boards = await readAs(db, visit, (reader) => listBoardCards(reader, visit.today))
    const own = boards.filter(({ status }) => status !== 'outside')
    return c.html(<OpenPage visit={visit} view={{ boards: own, publicUrl: config.publicUrl }} />)
  })

  routes.get(publicPaths.termsSchema, (c) => c.body(termsSchemaFile, 200, { 'content-type': 'application/schema+json; charset=utf-8' }))

  const described = JSON.stringify(openApi(config.publicUrl))
  routes.get(publicPaths.openApi, (c) => jsonAnswer(c, described))
  const door = openDoor(needs)
  routes.route('/', oparlRoutes(needs, door))
  routes.route('/', csvRoutes(needs, door))

  return routes
}
