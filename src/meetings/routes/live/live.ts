import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import { livePage, livePart } from './draw.tsx'

/** The meeting in the room: its page and the parts of it (M8). */
export function liveRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/meetings/:id/live', (c) => livePage(needs, c)) // read meeting
  app.get('/meetings/:id/live/parts/:part', (c) => livePart(needs, c, c.req.param('part'))) // read meeting; parts but 'public': attend meeting
  return app
}
