import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../../needs.ts'
import { livePage, livePartsNamed } from './draw.tsx'
import { enterTheRoom } from './room.ts'
import { drawRoom } from './room-parts.tsx'
import { liveStream } from './stream.ts'

/** The meeting in the room: its page, the parts of it, the stream that says when they have changed, and what is entered (M8). */
export function liveRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  drawRoom()
  app.get('/meetings/:id/live', (c) => livePage(needs, c)) // read meeting
  app.get('/meetings/:id/live/parts/:part', (c) => livePartsNamed(needs, c, c.req.param('part'))) // read meeting; parts but 'public': attend meeting
  app.get('/meetings/:id/live/stream', (c) => liveStream(needs, c)) // read meeting
  enterTheRoom(app, needs)
  return app
}
