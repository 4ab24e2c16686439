import type { Client } from '#platform/web/visit.ts'
import { ADDRESS_HEADER, type Auth } from './better-auth.ts'

/** What better-auth answered. */
export interface AuthAnswer {
  readonly status: number
  readonly ok: boolean
  readonly body: Readonly<Record<string, unknown>>
  /** Values of `Set-Cookie`, to be handed on. */
  readonly cookies: readonly string[]
}

/**
 * Calls one of better-auth's own endpoints through its handler, with no more cookies than the step needs: a session that
 * happens to lie in the browser must not take part in signing in as somebody else.
 * @throws Error where better-auth itself failed.
 */
export async function callAuth(
  auth: Auth,
  publicUrl: string,
  path: string,
  request: { readonly client: Client; readonly cookie: string; readonly body: object },
): Promise<AuthAnswer> {
  const headers = new Headers({
    'content-type': 'application/json',
    origin: new URL(publicUrl).origin,
    'user-agent': request.client.userAgent,
  })
  if (request.cookie !== '') headers.set('cookie', request.cookie)
  if (request.client.address !== '') headers.set(ADDRESS_HEADER, request.client.address)
  const url = new URL(`/api/auth${path}`, publicUrl)
  const response = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(request.body) }))
  const text = await response.text()
  if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to ${path}: ${text.slice(0, 200)}`)
  const body: unknown = text === '' ? {} : JSON.parse(text)
  const record = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  return { status: response.status, ok: response.ok, body: record, cookies: response.headers.getSetCookie() }
}
