import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Acting, ActorId } from '#platform/database/session.ts'
import { drained } from '#platform/documents/uploads/read-multipart.ts'
import type { Log } from '#platform/log.ts'
import type { PartnershipLogo } from '#platform/partnership-logo.ts'
import type { Clock } from '#platform/time/clock.ts'
import { dayOf } from '#platform/time/london.ts'
import { addressTeller } from './client-address.ts'
import { type CsrfGuard, type CsrfToken, createCsrfGuard, hasFormCookie } from './csrf.ts'
import { discardFiles, TooLarge } from './form-body.ts'
import { securityHeaders } from './security-headers.ts'
import type { AppEnv, Visit } from './visit.ts'

/** A signed-in person, as the frame of the page names them. */
export interface SignedIn {
  readonly id: ActorId
  readonly name: string
  readonly email: string
  /** Values of `Set-Cookie` that renew the session. */
  readonly cookies?: readonly string[]
}

/** What the frame around every request needs. */
export interface FrameNeeds {
  readonly publicUrl: string
  readonly trustedProxy: readonly string[]
  /** Signs the tokens of forms. */
  readonly formsSecret: string
  /** Paths of forms that act for nobody who is signed in, and so go without a token and its cookie; none where left out. */
  readonly openForms?: readonly string[]
  /** Beginnings of addresses at which programs act by an access token alone, '/api/v1/'; none where left out. */
  readonly tokenRoots?: readonly string[]
  readonly clock: Clock
  readonly log: Log
  /** Who is signed in; asked only when the request carries a session cookie. */
  findAccount(headers: Headers): Promise<SignedIn | undefined>
  /** The links of the navigation for this person. */
  navigationFor(acting: Acting): Promise<Visit['navigation']> | Visit['navigation']
  /** The partnership's name. */
  partnership(): Promise<string> | string
  /** The partnership's own mark; none where left out. */
  logo?(): Promise<PartnershipLogo | undefined> | PartnershipLogo | undefined
}

/**
 * Largest form without files, with files, of a visitor, who only signs in, and of somebody whose session ended over a long text: in bytes. Of a form with files each part has its own limit, and what
 * is above it is thrown away: the page can then say beside the field that the file is too large.
 */
const bodyLimits = { form: 4 * 1024 * 1024, multipart: drained, visitor: 64 * 1024, signedOut: 1024 * 1024 } as const

/** The environment inside the frame: what routes see, and the token of this request. */
interface FrameEnv {
  Variables: AppEnv['Variables'] & { csrf: CsrfToken }
}

/**
 * What every request passes, in this order: an id, security headers and one line in the log; who visits; the size of the body and
 * the guard against forged forms.
 */
export function requestFrame(needs: FrameNeeds): [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler] {
  const guard = createCsrfGuard(needs.formsSecret, needs.publicUrl, needs.openForms, needs.tokenRoots)
  return [openRequest(needs), knowVisitor(needs, guard), guardForms(guard)] as [MiddlewareHandler, MiddlewareHandler, MiddlewareHandler]
}

function openRequest(needs: FrameNeeds): MiddlewareHandler<FrameEnv> {
  const headers = securityHeaders(needs.publicUrl)
  const addressOf = addressTeller(needs.trustedProxy)
  return async (c, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    for (const [name, value] of headers) c.header(name, value)
    c.header('X-Request-Id', requestId)
    c.set('client', { address: addressOf(c.env), userAgent: (c.req.header('user-agent') ?? '').slice(0, 400) })
    // First a visitor, so that a page can be shown whatever fails next.
    c.set('visit', visitorOf(needs, c.req.path, requestId))
    await next()
    if (c.req.method === 'POST') await discardFiles(c)
    finish(c, headers)
    logRequest(c, needs, started)
  }
}

function knowVisitor(needs: FrameNeeds, guard: CsrfGuard): MiddlewareHandler<FrameEnv> {
  return async (c, next) => {
    const account = await accountOf(needs, c.req.raw.headers)
    const csrf = guard.tokenFor(c.req.raw.headers, account?.id)
    c.set('csrf', csrf)
    for (const cookie of account?.cookies ?? []) c.header('Set-Cookie', cookie, { append: true })
    c.set('visit', await visitOf(needs, c.get('visit'), account, csrf, c.req.header('x-part') !== undefined))
    await next()
  }
}

function guardForms(guard: CsrfGuard): MiddlewareHandler<FrameEnv> {
  return async (c, next) => {
    refuseTooLarge(c)
    await guard.check(c, c.get('visit').account?.id)
    await next()
  }
}

/** Somebody of whom nothing is known; for pages that stand outside the frame. */
function visitorOf(needs: FrameNeeds, path: string, requestId: string): Visit {
  const now = needs.clock.now()
  const name = needs.partnership()
  const partnership = typeof name === 'string' ? name : ''
  return { requestId, account: undefined, actor: undefined, now, today: dayOf(now), csrfToken: '', navigation: [], partnership, path }
}

async function accountOf(needs: FrameNeeds, headers: Headers): Promise<SignedIn | undefined> {
  return headers.get('cookie')?.includes('goldenthread.session_token=') ? needs.findAccount(headers) : undefined
}

/** The visit of this request once it is known who comes. What is asked for as a part of a page (`X-Part`) has no navigation around it. */
async function visitOf(needs: FrameNeeds, before: Visit, account: SignedIn | undefined, csrf: CsrfToken, isPart: boolean): Promise<Visit> {
  const { requestId, now, today, path } = before
  const actor = account?.id
  return {
    requestId,
    account,
    actor,
    now,
    today,
    navigation: isPart && actor !== undefined ? [] : await needs.navigationFor({ actor, now, today }),
    partnership: await needs.partnership(),
    logo: await needs.logo?.(),
    path,
    // Made when a page asks for it: a page without a form sets no cookie.
    get csrfToken() {
      return csrf.token()
    },
  }
}

/**
 * Refuses a body that says it is too large. One that does not say its length is refused, too, as browsers always say it; a form with files of
 * somebody who is signed in is counted while it is read.
 * @throws TooLarge
 */
function refuseTooLarge(c: Context<FrameEnv>): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  const isMultipart = (c.req.header('content-type') ?? '').toLowerCase().startsWith('multipart/')
  const isVisitor = c.get('visit').account === undefined
  if (c.req.header('transfer-encoding') !== undefined && (isVisitor || !isMultipart))
    throw new TooLarge('The body does not say its length.')
  const length = Number(c.req.header('content-length') ?? '0')
  const visitor = !isMultipart && hasFormCookie(c.req.raw.headers) ? bodyLimits.signedOut : bodyLimits.visitor
  const limit = isVisitor ? visitor : isMultipart ? bodyLimits.multipart : bodyLimits.form
  if (!(length <= limit)) throw new TooLarge(`The body has ${length} bytes.`)
}

function finish(c: Context<FrameEnv>, headers: readonly (readonly [string, string])[]): void {
  const answer = c.res.headers
  // An answer that a route made by hand has lost what was set before it.
  if (!answer.has('content-security-policy')) {
    for (const [name, value] of headers) answer.set(name, value)
  }
  // Only pages hold forms: a feed that copied the visit has no use for the cookie.
  const cookie = answer.get('content-type')?.startsWith('text/html') ? c.get('csrf')?.cookie() : undefined
  if (cookie) answer.append('Set-Cookie', cookie)
  if (!answer.has('cache-control')) answer.set('Cache-Control', c.get('visit').account || cookie ? 'no-store' : 'no-cache')
}

/** One line a request; never the query, which may hold what somebody searched for, nor any field of a form. */
function logRequest(c: Context<FrameEnv>, { log }: FrameNeeds, started: number): void {
  const { requestId, actor, path } = c.get('visit')
  log.info(
    {
      request: requestId,
      method: c.req.method,
      path,
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      actor,
    },
    'request',
  )
}
