import { Hono } from 'hono'
import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { wordsOf } from '#platform/web/errors.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingsRoutes } from '../routes.ts'

/** An answer without its socket. */
export interface RecordAnswer {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** Asks the pages of the record as somebody, or as a visitor, at an instant. */
export interface RecordClient {
  get(path: string): Promise<RecordAnswer>
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<RecordAnswer>
}

/** The routes of meetings alone, with a visit as the frame would give it; `read`: the later instant at which a request that waited is read. */
export function recordClient(needs: MeetingsNeeds, account: ActorId | undefined, instant: string, read = instant): RecordClient {
  const now = Temporal.Instant.from(instant)
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    const who = account === undefined ? undefined : { id: account, name: 'Somebody', email: 'somebody@example.org' }
    const frame = { requestId: 'test', csrfToken: 'token', navigation: [], partnership: 'Northbrook', path: new URL(c.req.url).pathname }
    c.set('client', { address: '', userAgent: '' })
    c.set('visit', { account: who, actor: account, now, today: dayOf(now), ...frame })
    await next()
  })
  app.route('/', meetingsRoutes({ ...needs, clock: { now: () => Temporal.Instant.from(read) } }))
  app.onError((error, c) => {
    const { status, fault } = wordsOf(error)
    if (fault) throw error
    return c.text(error.message, status)
  })
  const ask = async (path: string, init?: RequestInit): Promise<RecordAnswer> => {
    const response = await app.request(path, init)
    return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' }
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    get: (path) => ask(path),
    post: (path, fields = {}) => ask(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() }),
  }
}
