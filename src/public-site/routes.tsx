import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { findOcidPrefix, hasOpenGrants } from '#commissioning/public-data.ts'
import { listBoardCards } from '#governance/public-data.ts'
import { listTopics } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { SumByKind } from '#platform/thread/worth.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { feedRoutes } from './feed-routes.ts'
import { followRoutes } from './follow-routes.tsx'
import { aknRoutes } from './open/akn-routes.ts'
import { jsonAnswer } from './open/answers.ts'
import { apiRoutes } from './open/api-routes.ts'
import { csvRoutes } from './open/csv-routes.ts'
import { openDoor } from './open/door.ts'
import { ocdsRoutes } from './open/ocds-routes.tsx'
import { oparlRoutes } from './open/oparl-routes.ts'
import { openApi } from './open/openapi.ts'
import { popoloRoutes } from './open/popolo-routes.ts'
import { BoardPage } from './pages/board-page.tsx'
import { FrontPage } from './pages/front-page.tsx'
import { OpenPage } from './pages/open-page.tsx'
import { publicPaths, publicPatterns } from './paths.ts'
import { type FindToDo, findBoard } from './queries/board.ts'
import { findFront } from './queries/front.ts'
import { searchRoutes } from './search-routes.tsx'

/** The published schema of the portable terms, as it lies in the house. */
const termsSchemaFile = readFileSync(new URL('../governance/reference/generated/terms.schema.json', import.meta.url), 'utf8')

/** What anybody may visit; each page shows what row-level security lets the visitor see. `toDo` tells the people of a board what waits for them there. */
export function publicSiteRoutes(needs: Needs & { readonly toDo: FindToDo; readonly threadSums: SumByKind }): Hono<AppEnv> {
  const { db, config } = needs
  const routes = new Hono<AppEnv>()

  routes.get(publicPaths.front, async (c) => {
    const visit = c.get('visit')
    const view = await readAs(db, visit, (reader) => findFront(reader, visit.today))
    return c.html(<FrontPage visit={visit} view={view} />)
  })

  routes.get(publicPatterns.board, async (c) => {
    const visit = c.get('visit')
    const view = await readAs(db, visit, (reader) => findBoard(reader, c.req.param('slug'), visit, needs.toDo, needs.threadSums))
    if (view === undefined) throw new NotFound('There is no such board.')
    return c.html(<BoardPage visit={visit} view={view} />)
  })

  routes.route('/', searchRoutes(needs))
  routes.route('/', followRoutes(needs))

  routes.route('/', feedRoutes(needs))

  routes.get(publicPaths.open, async (c) => {
    const visit = c.get('visit')
    const [boards, topics, prefix, hasGrants] = await readAs(
      db,
      visit,
      async (reader) =>
        [
          await listBoardCards(reader, visit.today),
          await listTopics(reader),
          await findOcidPrefix(reader),
          await hasOpenGrants(reader, visit.today),
        ] as const,
    )
    const own = boards.filter(({ status }) => status !== 'outside')
    return c.html(
      <OpenPage
        visit={visit}
        view={{ boards: own, topics, publicUrl: config.publicUrl, hasOcidPrefix: prefix !== undefined, hasGrants }}
      />,
    )
  })

  routes.get(publicPaths.termsSchema, (c) => c.body(termsSchemaFile, 200, { 'content-type': 'application/schema+json; charset=utf-8' }))

  const described = JSON.stringify(openApi(config.publicUrl))
  routes.get(publicPaths.openApi, (c) => jsonAnswer(c, described))
  const door = openDoor(needs)
  routes.route('/', oparlRoutes(needs, door))
  routes.route('/', csvRoutes(needs, door))
  routes.route('/', ocdsRoutes(needs, door))
  routes.route('/', popoloRoutes(needs, door))
  routes.route('/', aknRoutes(needs))
  routes.route('/', apiRoutes(needs))

  return routes
}
