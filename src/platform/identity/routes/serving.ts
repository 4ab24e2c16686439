import type { Context, MiddlewareHandler } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { SignInNeeded } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MakeAdministrator } from '../commands/first-administrator.ts'
import type { Owner } from '../commands/own-account.ts'
import type { Identity } from '../identity.ts'

/** What identity's routes need. */
export interface IdentityRouteNeeds {
  readonly identity: Identity
  /** The code printed at the start opens the door while nobody has an account. */
  readonly secrets: { readonly firstAdministratorCode: string }
}

/** What a domain fills in when the house is composed. */
export interface IdentityPorts {
  readonly makeAdministrator: MakeAdministrator
}

/** The same for every group of routes. */
export interface Serving extends IdentityRouteNeeds, IdentityPorts {}

/** Permission of a route: anybody may ask. */
export const anybody: MiddlewareHandler<AppEnv> = async (_c, next) => next()

/** Permission of a route: the owner of an account, for their own account only. */
export const accountOwner: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.get('visit').account === undefined) throw new SignInNeeded()
  await next()
}

/** Nothing here is kept by browsers or proxies. The frame's referrer policy keeps links with tokens from other sites. */
export const unkept: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}

/** The signed-in owner, with the session in use. */
export async function ownerOf(c: Context<AppEnv, string>, serving: Serving): Promise<Owner> {
  const account = await serving.identity.findAccount(c.req.raw.headers)
  if (account === undefined) throw new SignInNeeded()
  const { id, name, email, sessionId } = account
  return { id, name, email, sessionId, headers: c.req.raw.headers, client: c.get('client') }
}

/** Hands cookies on to the browser. */
export function setCookies(c: Context<AppEnv, string>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** Answers with a page; 422 where a form is shown again. */
export function answer(c: Context<AppEnv, string>, page: JSX.Element, status: 200 | 422 | 410 = 200): Response | Promise<Response> {
  return c.html(page, status)
}
