import { Hono } from 'hono'
import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { wordsOf } from '#platform/web/errors.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { performanceRoutes } from '../routes.ts'

/** An answer without its socket. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string
}

/** Asks the pages of performance as somebody, or as a visitor, at an instant. */
export interface PerformanceClient {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>
  /** Posts a form with a file named `file` in it. */
  send(path: string, fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Answer>
}

/** All routes of performance with a visit of one's own. */
export function performanceClient(needs: PerformanceNeeds, account: ActorId | undefined, instant: string): PerformanceClient {
  const now = Temporal.Instant.from(instant)
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    const who = account === undefined ? undefined : { id: account, name: 'Somebody', email: 'somebody@example.org' }
    const path = new URL(c.req.url).pathname
    const about = { requestId: 'test', csrfToken: 'token', navigation: [], partnership: 'Northbrook', path }
    c.set('visit', { ...about, account: who, actor: account, now, today: dayOf(now) })
    await next()
  })
  app.route('/', performanceRoutes(needs))
  app.onError((error, c) => {
    const { status, fault } = wordsOf(error)
    if (fault) throw error
    return c.text(error.message, status)
  })
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await app.request(path, init)
    return { status: response.status, text: await response.text(), location: response.headers.get('location') ?? '' }
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    get: (path) => ask(path),
    post: (path, fields = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return ask(path, { method: 'POST', headers, body: body.toString() })
    },
    send: (path, fields, { name, bytes }) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new Blob([new Uint8Array(bytes)]), name)
      return ask(path, { method: 'POST', body })
    },
  }
}
