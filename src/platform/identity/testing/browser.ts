import { Secret, TOTP } from 'otpauth'
import { identityPaths } from '../paths.ts'
import type { ANN, IdentityHouse } from './signed-out-house.ts'

/** A browser without JavaScript: it keeps cookies and posts forms. */
export interface Browser {
  readonly cookies: Map<string, string>
  /** `Set-Cookie` lines as they came. */
  readonly seen: string[]
  get(path: string): Promise<Page>
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Page>
}

/** An answer. */
export interface Page {
  readonly status: number
  readonly text: string
  /** Where a redirect leads; '' without one. */
  readonly location: string
  readonly headers: Headers
}

/** Opens a browser at a network address. */
export function openBrowser({ app }: Pick<IdentityHouse, 'app'>, address = '192.0.2.10'): Browser {
  const cookies = new Map<string, string>()
  const seen: string[] = []
  const env = { incoming: { socket: { remoteAddress: address } } }
  const request = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = new Headers(init.headers)
    headers.set('user-agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(path, { ...init, headers }, env)
    for (const line of response.headers.getSetCookie()) {
      seen.push(line)
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location') ?? '',
      headers: response.headers,
    }
  }
  return {
    cookies,
    seen,
    get: (path) => request(path, {}),
    post: (path, fields) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return request(path, { method: 'POST', headers, body: new URLSearchParams({ csrf: 'test', ...fields }).toString() })
    },
  }
}

/** What the person's app shows; `steps` of 30 seconds from now. */
export function codeOf(person: Pick<typeof ANN, 'totpSecret'>, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(person.totpSecret) }).generate({ timestamp: Date.now() + steps * 30_000 })
}

/** Signs a person in, both steps; `steps` picks another code, since none is taken twice. */
export async function signIn(browser: Browser, person: typeof ANN, steps = 0): Promise<Page> {
  await browser.post(identityPaths.signIn, { email: person.email, password: person.password })
  return browser.post(identityPaths.signInCode, { code: codeOf(person, steps) })
}
