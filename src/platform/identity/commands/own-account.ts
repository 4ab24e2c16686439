import { appendAudit } from '#platform/database/audit.ts'
import { type ActorId, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Client } from '#platform/web/visit.ts'
import { asIdentity } from '../as-identity.ts'
import { type AuthAnswer, callAuth } from '../call-auth.ts'
import { actingAs, type IdentityContext } from '../context.ts'
import { onlyCookies } from '../cookies.ts'
import { passwordChangedMail } from '../mails.ts'
import { faultOfPassword, type PasswordFault } from '../rules/password.ts'
import { hashedPassword, newRecoveryCodes, sealedCodes } from '../secrets.ts'
import { attemptSucceeded, countAttempt } from '../throttle.ts'
import { endEverySession, personalWords } from './reset-password.ts'
import { accountThrottle, type CookiesToSet } from './sign-in.ts'

/** Whose account, and who asks. */
export interface Owner {
  readonly id: ActorId
  readonly name: string
  readonly email: string
  readonly sessionId: string
  /** Of the request. */
  readonly headers: Headers
  readonly client: Client
}

/** Changes one's own password and signs the other devices out. A wrong present password is throttled like a sign-in. */
export async function changePassword(
  context: IdentityContext,
  owner: Owner,
  change: { readonly present: string; readonly password: string },
): Promise<Result<undefined, PasswordFault | 'present-wrong'>> {
  const fault = faultOfPassword(change.password, personalWords(owner))
  if (fault) return fail(fault)
  if (!(await knowsPassword(context, owner, change.present))) return fail('present-wrong')
  const password = await hashedPassword(change.password)
  await writeAs(context.db, actingAs(context, owner.id), async (tx) => {
    await asIdentity(tx, () => tx.updateTable('identity.credential').set({ password }).where('user_id', '=', owner.id).execute())
    await endEverySession(tx, owner.id, owner.sessionId)
    await sendLater(context.outbox, tx, { to: owner.email, ...passwordChangedMail({ name: owner.name, publicUrl: context.publicUrl }) })
    const entry = { actor: owner.id, act: 'account.password-changed', subjectType: 'account', subject: owner.id }
    await appendAudit(tx, { ...entry, content: 'by its owner' })
  })
  return succeed(undefined)
}

/** Makes ten new recovery codes in place of the old ones; hands them back, to be shown once. */
export async function renewRecoveryCodes(
  context: IdentityContext,
  owner: Owner,
  present: string,
): Promise<Result<readonly string[], 'present-wrong'>> {
  if (!(await knowsPassword(context, owner, present))) return fail('present-wrong')
  const codes = newRecoveryCodes()
  const backup_codes = await sealedCodes(context.secret, codes)
  await writeAs(context.db, actingAs(context, owner.id), async (tx) => {
    await asIdentity(tx, () => tx.updateTable('identity.second_factor').set({ backup_codes }).where('user_id', '=', owner.id).execute())
    const entry = { actor: owner.id, act: 'account.recovery-codes-renewed', subjectType: 'account', subject: owner.id }
    await appendAudit(tx, { ...entry, content: String(codes.length) })
  })
  return succeed(codes)
}

/** Signs all other devices out; this one stays. */
export async function endOtherSessions(context: IdentityContext, owner: Owner): Promise<void> {
  await writeAs(context.db, actingAs(context, owner.id), async (tx) => {
    await endEverySession(tx, owner.id, owner.sessionId)
    const entry = { actor: owner.id, act: 'account.signed-out-elsewhere', subjectType: 'account', subject: owner.id }
    await appendAudit(tx, { ...entry, content: 'all other sessions' })
  })
}

/** Ends this browser's session; without one it only clears the cookies. */
export async function signOut(context: IdentityContext, headers: Headers, client: Client): Promise<CookiesToSet> {
  const cookie = onlyCookies(headers, [context.cookieNames.session])
  const answer = await callAuth(context.auth, context.publicUrl, '/sign-out', { client, cookie, body: {} })
  return { cookies: answer.cookies }
}

/** Whether this is the password of whoever is signed in; wrong ones are throttled like a sign-in. */
export async function knowsPassword(
  context: IdentityContext,
  owner: Pick<Owner, 'email' | 'headers' | 'client'>,
  password: string,
): Promise<boolean> {
  const throttled = accountThrottle(owner.email)
  const attempt = await countAttempt(context, [throttled])
  await context.sleep(attempt.wait)
  const isRight = (await verifyPassword(context, owner, password)).ok
  if (isRight) await attemptSucceeded(context, [throttled], [])
  return isRight
}

async function verifyPassword(context: IdentityContext, owner: Pick<Owner, 'headers' | 'client'>, password: string): Promise<AuthAnswer> {
  const cookie = onlyCookies(owner.headers, [context.cookieNames.session])
  return callAuth(context.auth, context.publicUrl, '/verify-password', { client: owner.client, cookie, body: { password } })
}
