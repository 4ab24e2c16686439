import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Client } from '#platform/web/visit.ts'
import { findById } from '../accounts.ts'
import { asIdentity } from '../as-identity.ts'
import { type AuthAnswer, callAuth } from '../call-auth.ts'
import { actingAs, actingSystem, type IdentityContext } from '../context.ts'
import { onlyCookies, readCookies, unsignedValue } from '../cookies.ts'
import { wrongCodesMail } from '../mails.ts'
import { readCode } from '../rules/codes.ts'
import { perCode } from '../rules/throttle.ts'
import { keyedDigest } from '../secrets.ts'
import { attemptSucceeded, countAttempt, type Throttled } from '../throttle.ts'
import type { CookiesToSet } from './sign-in.ts'

/** Why the second step was not passed; 'sign-in-expired' leads back to the first. */
export type CodeProblem = 'code-missing' | 'code-wrong' | 'code-used' | 'code-busy' | 'sign-in-expired'

/** The second step as typed. */
export interface CodeStep {
  /** Of the request; only the cookie of the first step is used. */
  readonly headers: Headers
  readonly typed: string
  readonly client: Client
}

/** After so many wrong codes in a row the owner gets a mail: somebody else seems to know the password. */
const WARN_AFTER = 5

/** The account whose first step this browser has passed, while its ten minutes last. */
export async function waitingAccount(context: IdentityContext, headers: Headers): Promise<ActorId | undefined> {
  const cookie = readCookies(headers).get(context.cookieNames.challenge)
  const identifier = cookie === undefined ? '' : unsignedValue(cookie)
  if (identifier === '') return undefined
  const { internalAdapter } = await context.auth.$context
  const challenge = await internalAdapter.findVerificationValue(identifier)
  return challenge && challenge.expiresAt.getTime() > Temporal.Now.instant().epochMilliseconds ? (challenge.value as ActorId) : undefined
}

/** The second step of signing in: a code of the authenticator app, or a recovery code. On success the session's cookie is set. */
export async function checkCode(context: IdentityContext, step: CodeStep): Promise<Result<CookiesToSet, CodeProblem>> {
  const accountId = await waitingAccount(context, step.headers)
  if (accountId === undefined) return fail('sign-in-expired')
  const taken = await takeCode(context, { ...step, cookie: context.cookieNames.challenge }, accountId)
  if (!taken.ok) return taken
  const { cookies, kind } = taken.value
  await endFormerSession(context, step)
  await writeAs(context.db, actingAs(context, accountId), (tx) =>
    appendAudit(tx, { actor: accountId, act: 'account.signed-in', subjectType: 'account', subject: accountId, content: kind }),
  )
  return succeed({ cookies })
}

/**
 * Asks somebody who is signed in for a code again, before something that must not be done from a screen left open. Wrong codes count as at sign-in.
 */
export async function confirmCode(
  context: IdentityContext,
  accountId: ActorId,
  step: CodeStep,
): Promise<Result<undefined, Exclude<CodeProblem, 'sign-in-expired'>>> {
  const taken = await takeCode(context, { ...step, cookie: context.cookieNames.session }, accountId)
  if (taken.ok) return succeed(undefined)
  const [problem] = taken.problems
  return fail(problem === 'sign-in-expired' ? 'code-wrong' : problem)
}

/** Tries a code as typed, one at a time for an account; wrong ones are counted and recorded. */
async function takeCode(
  context: IdentityContext,
  step: CodeStep & { readonly cookie: string },
  accountId: ActorId,
): Promise<Result<CookiesToSet & { readonly kind: 'totp' | 'recovery' }, CodeProblem>> {
  if (step.typed.trim() === '') return fail('code-missing')
  const code = readCode(step.typed)
  if (code === undefined) return fail('code-wrong')
  const throttled: Throttled = { what: `code:${accountId}`, policy: perCode, inTurn: true }
  const attempt = await countAttempt(context, [throttled])
  if (attempt.busy) return fail('code-busy')
  await context.sleep(attempt.wait)
  const answer = await tryCode(context, step, accountId, code)
  if (!answer?.ok) {
    await recordWrongCode(context, accountId, attempt.failures + 1)
    if (answer === undefined) return fail('code-used')
    return fail(endsChallenge(answer) ? 'sign-in-expired' : 'code-wrong')
  }
  await attemptSucceeded(context, [throttled], [])
  return succeed({ cookies: answer.cookies, kind: code.kind })
}

/** Hands the code to better-auth; undefined for an app's code that was taken before, which must not be taken twice (RFC 6238, 5.2). */
async function tryCode(
  context: IdentityContext,
  step: CodeStep & { readonly cookie: string },
  accountId: ActorId,
  { kind, code }: { readonly kind: 'totp' | 'recovery'; readonly code: string },
): Promise<AuthAnswer | undefined> {
  const cookie = onlyCookies(step.headers, [step.cookie])
  const request = { client: step.client, cookie, body: { code } }
  if (kind === 'recovery') return callAuth(context.auth, context.publicUrl, '/two-factor/verify-backup-code', request)
  const digest = keyedDigest(context.secret, 'code', `${accountId}${code}`)
  if (!(await holdCode(context, accountId, digest))) return undefined
  const answer = await callAuth(context.auth, context.publicUrl, '/two-factor/verify-totp', request)
  if (!answer.ok) await releaseCode(context, accountId, digest)
  return answer
}

/** Codes are right for a minute and a half at most; after three they are forgotten. */
const CODE_KEPT = Temporal.Duration.from({ minutes: 3 })

async function holdCode(context: IdentityContext, accountId: ActorId, digest: string): Promise<boolean> {
  const at = Temporal.Now.instant() // codes follow the machine's clock, as phones do
  return writeAs(context.db, actingSystem(context), (tx) =>
    asIdentity(tx, async () => {
      await tx.deleteFrom('identity.used_code').where('user_id', '=', accountId).where('at', '<', at.subtract(CODE_KEPT)).execute()
      const { numInsertedOrUpdatedRows } = await tx
        .insertInto('identity.used_code')
        .values({ user_id: accountId, code_digest: digest, at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    }),
  )
}

async function releaseCode(context: IdentityContext, accountId: ActorId, digest: string): Promise<void> {
  await writeAs(context.db, actingSystem(context), (tx) =>
    asIdentity(tx, () => tx.deleteFrom('identity.used_code').where('user_id', '=', accountId).where('code_digest', '=', digest).execute()),
  )
}

/** better-auth ends a challenge after five wrong codes; the password is then asked again. */
function endsChallenge(answer: AuthAnswer): boolean {
  return ['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'].includes(String(answer.body.code))
}

async function recordWrongCode(context: IdentityContext, accountId: ActorId, failures: number): Promise<void> {
  await writeAs(context.db, actingSystem(context), async (tx) => {
    const entry = { actor: SYSTEM_ACTOR, act: 'account.sign-in-failed', subjectType: 'account', subject: accountId }
    await appendAudit(tx, { ...entry, content: 'code' })
    const account = failures === WARN_AFTER ? await findById(tx, accountId) : undefined
    if (account)
      await sendLater(context.outbox, tx, { to: account.email, ...wrongCodesMail({ name: account.name, publicUrl: context.publicUrl }) })
  })
}

/** A session that lay in this browser ends when somebody signs in anew: nobody goes on as two people, and no planted session survives. */
async function endFormerSession(context: IdentityContext, step: CodeStep): Promise<void> {
  const cookie = onlyCookies(step.headers, [context.cookieNames.session])
  if (cookie === '') return
  await callAuth(context.auth, context.publicUrl, '/sign-out', { client: step.client, cookie, body: {} })
}
