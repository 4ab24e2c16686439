import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { HonoRequest } from 'hono'
import { postedText } from './fields.ts'
import { readForm } from './form-body.ts'

/** A form did not come from a page of ours, or the page is too old; answered with 403. */
export class ForgedForm extends Error {}

/** A form of somebody whose session ended while they typed; answered with 401 and what they typed. */
export class SessionEnded extends Error {}

/** The token of one request and the cookie that must go with it. */
export interface CsrfToken {
  /** For the hidden field; the first use makes the cookie necessary. */
  token(): string
  /** The `Set-Cookie` to send; undefined when no page asked for the token, or the browser holds the cookie already. */
  cookie(): string | undefined
}

/** Guards forms against other sites: a signed token in the form, its seed in a cookie, and where the request says it came from. */
export interface CsrfGuard {
  tokenFor(headers: Headers, account: string | undefined): CsrfToken
  /**
   * Lets reading pass and checks everything else; it fails closed.
   * @throws ForgedForm, SessionEnded
   */
  check(c: { readonly req: HonoRequest }, account: string | undefined): Promise<void>
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const seedPattern = /^[\w-]{22}$/
const tokenPattern = /^[\w-]{43}$/

/**
 * Makes the guard; `publicUrl` decides the origin and whether cookies are for https only.
 * @param openForms - paths of forms that act for nobody who is signed in, and so need no token: they are refused from other sites only
 * @param tokenRoots - beginnings of addresses that look at no cookie: who acts there sends an access token, which no other site has
 */
export function createCsrfGuard(
  secret: string,
  publicUrl: string,
  openForms: readonly string[] = [],
  tokenRoots: readonly string[] = [],
): CsrfGuard {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-goldenthread.form' : 'goldenthread.form'
  const { origin } = new URL(publicUrl)
  // Bound to the account: a token from before signing in, or of another person at the same screen, does not count.
  const sign = (seed: string, account: string | undefined) =>
    createHmac('sha256', secret)
      .update(`form\u0000${seed}\u0000${account ?? ''}`)
      .digest('base64url')
  return {
    tokenFor: (headers, account) => lazyToken(seedIn(headers, name), (seed) => sign(seed, account), name, secure),
    async check(c, account) {
      if (readingMethods.has(c.req.method)) return
      if (tokenRoots.some((root) => c.req.path.startsWith(root))) return
      checkSender(c.req.raw.headers, origin)
      if (openForms.includes(c.req.path)) return
      const seed = seedIn(c.req.raw.headers, name)
      if (!seed) throw new ForgedForm('The cookie of the form is missing.')
      const posted = postedText((await readForm(c)).csrf)
      if (isEqual(posted, sign(seed, account))) return
      // A token of somebody, from nobody: theirs again once they sign in, and nobody else's.
      if (account === undefined && tokenPattern.test(posted)) throw new SessionEnded('Whoever sent this form is signed out.')
      throw new ForgedForm('The token of the form is missing or wrong.')
    },
  }
}

/** Browsers say where a form comes from, and a page cannot make them lie. What says nothing must still have the token. */
function checkSender(headers: Headers, origin: string): void {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new ForgedForm(`The form was sent from a page of another site (${site}).`)
  const from = headers.get('origin')
  if (from !== null && from !== origin && site !== 'same-origin') throw new ForgedForm('The form was sent from another origin.')
}

function lazyToken(known: string | undefined, sign: (seed: string) => string, name: string, secure: boolean): CsrfToken {
  let seed = known
  let token: string | undefined
  return {
    token: () => {
      seed ??= randomBytes(16).toString('base64url')
      token ??= sign(seed)
      return token
    },
    cookie: () => (seed && !known ? `${name}=${seed}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}` : undefined),
  }
}

/** Whether a browser holds the cookie that goes with our forms. */
export const hasFormCookie = (headers: Headers): boolean => headers.get('cookie')?.includes('goldenthread.form=') ?? false

function seedIn(headers: Headers, name: string): string | undefined {
  const cookies = headers.get('cookie')
  if (!cookies?.includes(name)) return undefined
  const pair = cookies.split(';').find((part) => part.trim().startsWith(`${name}=`))
  const seed = pair?.slice(pair.indexOf('=') + 1).trim()
  return seed && seedPattern.test(seed) ? seed : undefined
}

function isEqual(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
