import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import { networkOf } from '#platform/web/client-address.ts'
import type { Client } from '#platform/web/visit.ts'
import { findByEmail } from '../accounts.ts'
import { callAuth } from '../call-auth.ts'
import { actingSystem, type IdentityContext } from '../context.ts'
import { perAccount, perAddress } from '../rules/throttle.ts'
import { attemptSucceeded, countAttempt, type Throttled } from '../throttle.ts'
import { normalEmail } from './accounts.ts'

/** Cookies to be set, as values of `Set-Cookie`. */
export interface CookiesToSet {
  readonly cookies: readonly string[]
}

/** The first step as typed. */
export interface PasswordStep {
  readonly email: string
  readonly password: string
  readonly client: Client
}

/**
 * The first step of signing in. An unknown address, one that has no password yet and a wrong password get the same answer after the same
 * work. On success a cookie holds the sign-in for its second step; nobody is signed in yet.
 */
export async function checkPassword(context: IdentityContext, step: PasswordStep): Promise<Result<CookiesToSet, 'sign-in-wrong'>> {
  const account = accountThrottle(step.email)
  const address = addressThrottle(step.client)
  const attempt = await countAttempt(context, [account, address])
  await context.sleep(attempt.wait)
  const body = { email: normalEmail(step.email), password: step.password }
  const answer = await callAuth(context.auth, context.publicUrl, '/sign-in/email', { client: step.client, cookie: '', body })
  const cookies = answer.cookies.filter((cookie) => cookie.startsWith(`${context.cookieNames.challenge}=`))
  if (!answer.ok || answer.body.twoFactorRedirect !== true || cookies.length === 0) {
    await recordFailure(context, step.email)
    return fail('sign-in-wrong')
  }
  await attemptSucceeded(context, [account], [address])
  return succeed({ cookies })
}

/** Tries for one account. */
export function accountThrottle(email: string): Throttled {
  return { what: `account:${normalEmail(email)}`, policy: perAccount }
}

/** Tries from one network. */
export function addressThrottle(client: Client): Throttled {
  return { what: `address:${networkOf(client.address)}`, policy: perAddress }
}

/** Unknown addresses are recorded too, against the system, so that both take the same time. */
async function recordFailure(context: IdentityContext, email: string): Promise<void> {
  await writeAs(context.db, actingSystem(context), async (tx) => {
    const subject: ActorId = (await findByEmail(tx, email))?.id ?? SYSTEM_ACTOR
    await appendAudit(tx, { actor: SYSTEM_ACTOR, act: 'account.sign-in-failed', subjectType: 'account', subject, content: 'password' })
  })
}
