import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type ActorId, type Writer, writeAs } from '#platform/database/session.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Client } from '#platform/web/visit.ts'
import { type Account, findByEmail } from '../accounts.ts'
import { asIdentity } from '../as-identity.ts'
import { actingSystem, type IdentityContext } from '../context.ts'
import { type LinkPurpose, makeLink, type OpenLink, takeLink, useUpLink } from '../links.ts'
import { invitationMail, partnershipName, passwordChangedMail, resetMail } from '../mails.ts'
import { faultOfPassword, type PasswordFault } from '../rules/password.ts'
import { hashedPassword } from '../secrets.ts'
import { attemptSucceeded, countAttempt, noSooner } from '../throttle.ts'
import { accountThrottle, addressThrottle } from './sign-in.ts'

/** The answer to a forgotten password comes after so many milliseconds, whether or not there is such an account. */
const ANSWER_AFTER = 400

/** An account gets at most so many links an hour: a stranger must not fill somebody's mailbox. */
const LINKS_AN_HOUR = 3

/** Mails a link to choose a new password, if there is such an account; the answer is the same if not. */
export async function requestReset(context: IdentityContext, email: string, client: Client): Promise<void> {
  const attempt = await countAttempt(context, [addressThrottle(client)])
  await context.sleep(attempt.wait)
  await noSooner(context, ANSWER_AFTER, () =>
    writeAs(context.db, actingSystem(context), async (tx) => {
      const account = await findByEmail(tx, email)
      if (account) await mailLink(context, tx, account)
    }),
  )
}

/** Somebody who never accepted the invitation gets that again. */
async function mailLink(context: IdentityContext, tx: Writer, account: Account): Promise<void> {
  const purpose: LinkPurpose = account.active ? 'password-reset' : 'invitation'
  const now = context.clock.now()
  if ((await linksSince(tx, account.id, now.subtract({ hours: 1 }))) >= LINKS_AN_HOUR) return
  const token = await makeLink(tx, { accountId: account.id, purpose, now })
  const about = { name: account.name, publicUrl: context.publicUrl, token }
  const mail = account.active ? resetMail(about) : invitationMail({ ...about, partnership: await partnershipName(tx) })
  await sendLater(context.outbox, tx, { to: account.email, ...mail })
  const entry = { actor: SYSTEM_ACTOR, subjectType: 'account', subject: account.id }
  await appendAudit(tx, { ...entry, act: 'account.reset-requested', content: purpose })
}

async function linksSince(tx: Writer, accountId: string, since: Temporal.Instant): Promise<number> {
  const { links } = await asIdentity(tx, () =>
    tx
      .selectFrom('identity.link')
      .select((row) => row.fn.countAll<bigint>().as('links'))
      .where('user_id', '=', accountId)
      .where('created_at', '>', since)
      .executeTakeFirstOrThrow(),
  )
  return Number(links)
}

/** Whose password a link may change; undefined when it does not hold. */
export async function findReset(context: IdentityContext, token: string): Promise<OpenLink | undefined> {
  return writeAs(context.db, actingSystem(context), (tx) => takeLink(tx, 'password-reset', token, context.clock.now()))
}

/** Sets a new password by a mailed link, once, and signs every device out. The second step stays as it is. */
export async function resetPassword(
  context: IdentityContext,
  reset: { readonly token: string; readonly password: string },
): Promise<Result<undefined, PasswordFault | 'link-ended'>> {
  const open = await findReset(context, reset.token)
  if (!open) return fail('link-ended')
  const fault = faultOfPassword(reset.password, personalWords(open))
  if (fault) return fail(fault)
  const hash = await hashedPassword(reset.password) // outside the transaction: it takes long
  const isDone = await writeAs(context.db, actingSystem(context), async (tx) => {
    const now = context.clock.now()
    const link = await takeLink(tx, 'password-reset', reset.token, now)
    if (!link) return false
    await useUpLink(tx, link.id, now)
    await asIdentity(tx, () =>
      tx.updateTable('identity.credential').set({ password: hash }).where('user_id', '=', link.accountId).execute(),
    )
    await endEverySession(tx, link.accountId)
    await sendLater(context.outbox, tx, { to: link.email, ...passwordChangedMail({ name: link.name, publicUrl: context.publicUrl }) })
    const entry = { actor: SYSTEM_ACTOR, act: 'account.password-changed', subjectType: 'account', subject: link.accountId }
    await appendAudit(tx, { ...entry, content: 'by link' })
    return true
  })
  if (!isDone) return fail('link-ended')
  await attemptSucceeded(context, [accountThrottle(open.email)], [])
  return succeed(undefined)
}

/** Words that must not make up the password. */
export function personalWords(account: { readonly name: string; readonly email: string }): readonly string[] {
  return [account.name, account.email, account.email.split('@')[0] ?? '', ...account.name.split(/\s+/)]
}

/** Signs every device out, sign-ins that wait for their second step included. */
export async function endEverySession(tx: Writer, accountId: ActorId, except?: string): Promise<void> {
  await asIdentity(tx, async () => {
    const sessions = tx.deleteFrom('identity.session').where('user_id', '=', accountId)
    await (except === undefined ? sessions : sessions.where('id', '<>', except)).execute()
    await tx.deleteFrom('identity.challenge').where('value', '=', accountId).execute()
  })
}
