import type { BlockList } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { clientOf } from '../client-address.ts'
import type { MakeAdministrator } from '../commands/first-administrator.ts'
import type { Owner } from '../commands/own-account.ts'
import type { Identity } from '../identity.ts'

/** What identity's routes need. */
export interface IdentityRouteNeeds {
  readonly identity: Identity
  readonly config: { readonly trustedProxy: readonly string[] }
  /** The code printed at the start; undefined where the first administrator is not made this way, as with the sample. */
  readonly firstAdministrator: { readonly code: string } | undefined
}

/** What a domain fills in when the house is composed. */
export interface IdentityPorts {
  readonly makeAdministrator: MakeAdministrator
}

/** The same for every group of routes. */
export interface Serving extends IdentityRouteNeeds, IdentityPorts {
  readonly proxies: BlockList
}

/** Permission of a route: anybody may ask. */
export const anybody: MiddlewareHandler<AppEnv> = async (_c, next) => next()

/** Permission of a route: the owner of an account, for their own account only. */
export const accountOwner: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.get('visit').account === undefined) throw new SignInNeeded()
  await next()
}

/** Nothing here is kept by browsers or proxies, and links with tokens are told to nobody. */
export const unseen: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
}

/** The signed-in owner, with the session in use. */
export async function ownerOf(c: Context<AppEnv>, serving: Serving): Promise<Owner> {
  const account = await serving.identity.findAccount(c.req.raw.headers)
  if (account === undefined) throw new SignInNeeded()
  const { id, name, email, sessionId } = account
  return { id, name, email, sessionId, headers: c.req.raw.headers, client: clientOf(c, serving.proxies) }
}

/** Hands cookies on to the browser. */
export function setCookies(c: Context<AppEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** Answers with a page; 422 where a form is shown again. */
export function answer(c: Context<AppEnv>, page: JSX.Element, status: 200 | 422 | 410 = 200): Response | Promise<Response> {
  return c.html(page, status)
}
