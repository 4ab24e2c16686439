import { Hono } from 'hono'
import type { Acting } from '#platform/database/session.ts'
import { wordsOf } from '../errors.tsx'
import type { AppEnv, Visit } from '../visit.ts'

/** An answer without its socket. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** The same as it came, for files. */
  readonly bytes: Uint8Array
  /** Where a redirect leads; '' without one. */
  readonly location: string
  readonly headers: Headers
}

/** A file as a browser sends it. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Asks pages of the house as somebody, or as a visitor, without a frame and without signing in. */
export interface RoomClient {
  get(path: string): Promise<Answer>
  post(path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>
  /** Posts a form with a file named `file` in it. */
  send(path: string, fields: Readonly<Record<string, string>>, file: SentFile): Promise<Answer>
  /** Posts a form with files under these names. */
  bring(path: string, files: Readonly<Record<string, SentFile>>): Promise<Answer>
}

/** A visit as the frame would give it. */
export function visitAs({ actor, now, today }: Acting, path: string, name = 'Somebody'): Visit {
  const account = actor === undefined ? undefined : { id: actor, name, email: 'somebody@example.org' }
  return { requestId: 'test', account, actor, now, today, csrfToken: 'token', navigation: [], partnership: 'Northbrook', path }
}

/** Some of the house's routes, asked as somebody; refusals are their message under their status. */
export function roomClient(routes: Hono<AppEnv>, acting: Acting, name?: string): RoomClient {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('client', { address: '', userAgent: '' })
    c.set('visit', visitAs(acting, new URL(c.req.url).pathname, name))
    await next()
  })
  app.route('/', routes)
  app.onError((error, c) => {
    const { status, fault } = wordsOf(error)
    if (fault) throw error
    return c.text(error.message, status)
  })
  const ask = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await app.request(path, init)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const { status, headers } = response
    return { status, text: new TextDecoder().decode(bytes), bytes, location: headers.get('location') ?? '', headers }
  }
  const bring: RoomClient['bring'] = (path, files) => {
    const body = new FormData()
    for (const [field, { name, bytes }] of Object.entries(files)) body.append(field, new Blob([new Uint8Array(bytes)]), name)
    return ask(path, { method: 'POST', body })
  }
  return {
    bring,
    get: (path) => ask(path),
    post: (path, fields = {}) => {
      const body = new URLSearchParams()
      for (const [field, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(field, one)
      return ask(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: body.toString() })
    },
    send: (path, fields, file) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
      return ask(path, { method: 'POST', body })
    },
  }
}
