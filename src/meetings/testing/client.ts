import { Hono } from 'hono'
import type { ActorId } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { wordsOf } from '#platform/web/errors.tsx'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingsRoutes } from '../routes.ts'

/** An answer without its socket. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** The same as it came, for files. */
  readonly bytes: Uint8Array
  readonly location: string
  readonly headers: Headers
}

/** Asks the pages of meetings as somebody, or as a visitor, at an instant. */
export interface MeetingsClient {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>
  /** Posts a form with a file named `file` in it. */
  send(path: string, fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Answer>
}

/** A visit as the frame would give it. */
export function visitOf(account: ActorId | undefined, instant: string, path: string, name = 'Somebody'): Visit {
  const now = Temporal.Instant.from(instant)
  const who = account === undefined ? undefined : { id: account, name, email: 'somebody@example.org' }
  return {
    requestId: 'test',
    account: who,
    actor: account,
    now,
    today: dayOf(now),
    csrfToken: 'token',
    navigation: [],
    partnership: 'Northbrook',
    path,
  }
}

/** All routes of meetings with a visit of one's own. */
export function meetingsClient(needs: MeetingsNeeds, account: ActorId | undefined, instant: string): MeetingsClient {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('visit', visitOf(account, instant, new URL(c.req.url).pathname))
    await next()
  })
  app.route('/', meetingsRoutes(needs))
  app.onError((error, c) => {
    const { status, fault } = wordsOf(error)
    if (fault) throw error
    return c.text(error.message, status)
  })
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await app.request(path, init)
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      status: response.status,
      text: new TextDecoder().decode(bytes),
      bytes,
      location: response.headers.get('location') ?? '',
      headers: response.headers,
    }
  }
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return {
    get: (path) => ask(path),
    send: (path, fields, { name, bytes }) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new Blob([new Uint8Array(bytes)]), name)
      return ask(path, { method: 'POST', body })
    },
    post: (path, fields = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
      return ask(path, { method: 'POST', headers, body: body.toString() })
    },
  }
}
