import { sql } from 'kysely'
import type { ActorId, Database, Writer } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import type { Clock } from '#platform/time/clock.ts'
import type { Client } from '#platform/web/visit.ts'
import { aloneAsIdentity } from './as-identity.ts'
import { openAuth } from './better-auth.ts'
import {
  createAccountWithPassword,
  type Invitation,
  type Invited,
  inviteAccount,
  inviteAgain,
  type ReadyAccount,
} from './commands/accounts.ts'
import { knowsPassword } from './commands/own-account.ts'
import { type CodeStep, confirmCode } from './commands/sign-in-code.ts'
import type { IdentityContext } from './context.ts'
import { cookieNames, onlyCookies } from './cookies.ts'

/** What identity needs; handed over by the start of the program. */
export interface IdentityNeeds {
  readonly db: Database
  /** The serving role's; identity opens four connections of its own that take the role goldenthread_identity. */
  readonly databaseUrl: string
  /** At least 32 random characters, kept in the data folder. Losing it signs everybody out and makes their second step unreadable. */
  readonly secret: string
  /** For example `https://board.example`. */
  readonly publicUrl: string
  readonly clock: Clock
  readonly outbox: Outbox
  /** Told what better-auth calls an error; default: nobody. */
  readonly report?: (message: string) => void
  /** Waits so many milliseconds; default: a timer. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** The account that a request is signed in as. */
export interface SignedIn {
  readonly id: ActorId
  readonly name: string
  readonly email: string
  /** Which of its sessions. */
  readonly sessionId: string
  /** Values of `Set-Cookie` that renew the session; to be added to the answer. Mostly empty. */
  readonly cookies: readonly string[]
}

/** Who is signed in, and who gets an account. Knows no domain. */
export interface Identity {
  /** Whether the request brings a session's cookie at all; without one nothing need be asked. */
  hasSessionCookie(headers: Headers): boolean
  /** The account that a request is signed in as; undefined for a visitor. */
  findAccount(headers: Headers): Promise<SignedIn | undefined>
  /** Makes an account without a password and mails a link that holds for 7 days, in the caller's transaction. */
  inviteAccount(tx: Writer, outbox: Outbox, invitation: Invitation): Promise<Invited>
  /** Mails a new invitation, for somebody who lost phone and recovery codes. */
  inviteAgain(tx: Writer, outbox: Outbox, again: { accountId: ActorId; invitedBy: ActorId; now: Temporal.Instant }): Promise<void>
  /** Makes an account that can sign in at once; for the sample. */
  createAccountWithPassword(tx: Writer, ready: ReadyAccount): Promise<{ accountId: ActorId; recoveryCodes: readonly string[] }>
  /** Asks an account that is signed in for its second step again; the problem's code where it is not passed. */
  confirmCode(account: ActorId, step: CodeStep): ReturnType<typeof confirmCode>
  /** Asks an account that is signed in for its password again; false where it is wrong. */
  confirmPassword(owner: { readonly email: string; readonly headers: Headers; readonly client: Client }, password: string): Promise<boolean>
  /** Removes ended sessions, used links and forgotten attempts; to be called once a day. */
  tidy(): Promise<void>
  /** Closes identity's own connections. */
  close(): Promise<void>
  /** For identity's own routes. */
  readonly context: IdentityContext
}

/** Opens identity. */
export function createIdentity(needs: IdentityNeeds): Identity {
  const { db, outbox, secret, publicUrl, clock } = needs
  const { auth, close } = openAuth({ databaseUrl: needs.databaseUrl, secret, publicUrl, report: needs.report ?? (() => {}) })
  const sleep = needs.sleep ?? defaultSleep
  const names = cookieNames(publicUrl)
  const context: IdentityContext = { db, outbox, auth, secret, publicUrl, clock, sleep, cookieNames: names }
  return {
    hasSessionCookie: (headers) => onlyCookies(headers, [names.session]) !== '',
    findAccount: (headers) => findAccount(context, headers),
    inviteAccount: (tx, box, invitation) => inviteAccount(context, tx, box, invitation),
    inviteAgain: (tx, box, again) => inviteAgain(context, tx, box, again),
    createAccountWithPassword: (tx, ready) => createAccountWithPassword(context, tx, ready),
    confirmCode: (account, step) => confirmCode(context, account, step),
    confirmPassword: (owner, password) => knowsPassword(context, owner, password),
    tidy: () => tidy(context),
    close,
    context,
  }
}

function defaultSleep(milliseconds: number): Promise<void> {
  return milliseconds <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function findAccount(context: IdentityContext, headers: Headers): Promise<SignedIn | undefined> {
  const cookie = onlyCookies(headers, [context.cookieNames.session])
  if (cookie === '') return undefined
  const answer = await context.auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
  if (!answer.response) return undefined
  const { user, session } = answer.response
  return { id: user.id as ActorId, name: user.name, email: user.email, sessionId: session.id, cookies: answer.headers.getSetCookie() }
}

async function tidy(context: IdentityContext): Promise<void> {
  await aloneAsIdentity(context.db, async (tx) => {
    await sql`delete from identity.session where expires_at < now()`.execute(tx)
    await sql`delete from identity.challenge where expires_at < now()`.execute(tx)
    await sql`delete from identity.link where expires_at < now() - interval '30 days'`.execute(tx)
    await sql`delete from identity.attempt where last_at < now() - interval '1 day'`.execute(tx)
    await sql`delete from identity.used_code where at < now() - interval '1 day'`.execute(tx)
  })
}
