import { type Context, Hono } from 'hono'
import { findBoardOverview, findBodiesById } from '#governance/public-data.ts'
import { topicPaths } from '#meetings/paths.ts'
import { findMeetingsForCalendar, findPublicEvents, findTopic } from '#meetings/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { Needs } from '#src/needs.ts'
import { atomOf, calendarOf } from './feeds.ts'
import { errorAnswer, nothingHere, openAnswer, openHeaders } from './open/answers.ts'
import { publicPaths, publicPatterns } from './paths.ts'
import { findCameOut } from './queries/coming-out.ts'
import { type AskedRange, readRange } from './rules/asked-range.ts'

type At = Context<AppEnv, string>
/** Entries where nobody says how many; calendars hold more, for a calendar forgets what is no longer in its feed. */
const USUAL = 50
const USUAL_OF_CALENDAR = 200

/** Feeds of boards and topics and calendars of boards (O2). For anybody, and so read as a visitor whoever asks: a feed reader keeps what it fetches. */
export function feedRoutes(needs: Needs): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const { publicUrl } = needs.config
  const feed = (
    c: At,
    usual: number,
    type: string,
    write: (reader: Reader, slug: string, asked: AskedRange) => Promise<string | undefined>,
  ) =>
    openAnswer(c, needs.log, async () => {
      const asked = readRange(new URL(c.req.url).searchParams, usual)
      if (!asked.ok) return errorAnswer(c, { status: 400, message: asked.problems[0] })
      const visitor = { ...c.get('visit'), actor: undefined }
      const slug = (c.req.param('file') ?? '').replace(/\.[a-z]+$/, '')
      const text = await readAs(needs.db, visitor, (reader) => write(reader, slug, asked.value))
      if (text === undefined) return errorAnswer(c, nothingHere)
      return c.body(text, 200, { ...openHeaders, 'content-type': `${type}; charset=utf-8` })
    })

  routes.get(publicPatterns.feed, (c) =>
    feed(c, USUAL, 'application/atom+xml', async (reader, slug, asked) => {
      const board = await findBoardOverview(reader, slug, c.get('visit').today)
      if (board === undefined) return undefined
      const scope = { ...asked, bodies: [board.id] }
      const [events, cameOut] = await Promise.all([findPublicEvents(reader, scope), findCameOut(reader, scope)])
      const of = { name: board.name, page: publicPaths.board(board.slug), feed: publicPaths.feed(board.slug), publicUrl }
      return atomOf({ ...of, limit: asked.limit }, events, cameOut)
    }),
  )

  routes.get(publicPatterns.topicFeed, (c) =>
    feed(c, USUAL, 'application/atom+xml', async (reader, slug, asked) => {
      const topic = await findTopic(reader, slug)
      if (topic === undefined) return undefined
      const scope = { ...asked, topics: [topic.id] }
      const [events, cameOut] = await Promise.all([findPublicEvents(reader, scope), findCameOut(reader, scope)])
      const bodies = await findBodiesById(reader, [...new Set([...events, ...cameOut].map(({ body }) => body))], c.get('visit').today)
      const boards = new Map(bodies.map(({ id, name }) => [id, name]))
      const of = { name: topic.name, page: topicPaths.topic(slug), feed: topicPaths.feed(slug), boards, publicUrl }
      return atomOf({ ...of, limit: asked.limit }, events, cameOut)
    }),
  )

  routes.get(publicPatterns.calendar, (c) =>
    feed(c, USUAL_OF_CALENDAR, 'text/calendar', async (reader, slug, { since, until, limit }) => {
      const board = await findBoardOverview(reader, slug, c.get('visit').today)
      if (board === undefined) return undefined
      const days = { since: since && dayOf(since), until: until && dayOf(until) }
      const meetings = await findMeetingsForCalendar(reader, board.id, limit, days)
      return calendarOf({ name: board.name, publicUrl }, meetings, c.get('visit').now)
    }),
  )
  return routes
}
