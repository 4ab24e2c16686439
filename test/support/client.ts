import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { makeAccessToken, type TokenScope } from '#platform/access-token.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import type { ActorId } from '#platform/database/session.ts'
import { writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { TestHouse } from './house.ts'

/** An answer without its socket. */
export interface Answer {
  readonly status: number
  readonly text: string
  /** Where a redirect leads; '' without one. */
  readonly location: string
  readonly headers: Headers
}

/** A browser without JavaScript: keeps cookies, finds the token of forms, posts. */
export interface Client {
  get(path: string): Promise<Answer>
  /** Posts a form with the token that a page of this client would carry. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Answer>
  /** Sends a file with a form. */
  upload(path: string, name: string, file: File): Promise<Answer>
}

/** Somebody who can sign in. */
export interface SignInDetails {
  readonly email: string
  readonly password: string
  readonly totp: string
}

/** Makes an account that is ready to sign in. */
export async function addAccount(house: TestHouse, name: string): Promise<SignInDetails & { readonly account: ActorId }> {
  const details = {
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${randomBytes(3).toString('hex')}@example.org`,
    password: `${randomBytes(9).toString('base64url')} harbour`,
    totp: new Secret({ size: 20 }).base32,
  }
  const now = house.clock.now()
  const made = await writeAs(house.needs.db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, (tx) =>
    house.needs.identity.createAccountWithPassword(tx, { ...details, name, totpSecret: details.totp }),
  )
  return { ...details, account: made.accountId }
}

/** The code of the next half minute, which is taken, too: that of this one signed in. */
export function nextCode({ totp }: Pick<SignInDetails, 'totp'>): string {
  return new TOTP({ secret: Secret.fromBase32(totp) }).generate({ timestamp: Temporal.Now.instant().epochMilliseconds + 30_000 })
}

/** An access token of somebody, made without the page that asks for a code. */
export async function accessTokenOf(
  house: Pick<TestHouse, 'needs' | 'clock'>,
  account: ActorId,
  days: 7 | 30 = 30,
  scope: TokenScope = { may: 'read' },
): Promise<string> {
  const now = house.clock.now()
  const own = { actor: account, now, today: dayOf(now) }
  return (await writeAs(house.needs.db, own, (tx) => makeAccessToken(tx, own, { name: 'Reading list', days, scope }))) ?? ''
}

/** Opens a client; signed in where somebody is given. */
export async function openClient(house: TestHouse, person?: SignInDetails): Promise<Client> {
  const cookies = new Map<string, string>()
  const ask = (path: string, init: RequestInit = {}): Promise<Answer> => request(house, cookies, path, init)
  const tokenOn = async (path: string): Promise<string> => /name="csrf" value="([^"]+)"/.exec((await ask(path)).text)?.[1] ?? ''
  let token = ''
  const post: Client['post'] = async (path, fields) => {
    if (token === '') token = await tokenOn(person === undefined ? '/sign-in' : '/account')
    const body = new URLSearchParams({ csrf: token })
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return ask(path, { method: 'POST', body: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  }
  if (person !== undefined) {
    token = await tokenOn('/sign-in')
    await post('/sign-in', { email: person.email, password: person.password })
    const code = new TOTP({ secret: Secret.fromBase32(person.totp) }).generate()
    const answer = await post('/sign-in/code', { code })
    if (answer.status !== 303) throw new Error(`Signing in as ${person.email} failed with ${answer.status}.`)
    token = ''
  }
  const upload: Client['upload'] = async (path, name, file) => {
    if (token === '') token = await tokenOn('/account')
    const body = new FormData()
    body.append('csrf', token)
    body.append(name, file)
    return ask(path, { method: 'POST', body })
  }
  return { get: (path) => ask(path), post, upload }
}

async function request(house: TestHouse, cookies: Map<string, string>, path: string, init: RequestInit): Promise<Answer> {
  const headers = new Headers(init.headers)
  headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')
  if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
  const response = await house.app.request(path, { ...init, headers }, { incoming: { socket: { remoteAddress: '192.0.2.10' } } })
  for (const line of response.headers.getSetCookie()) {
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
