import { timingSafeEqual } from 'node:crypto'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type ActorId, type Writer, writeAs } from '#platform/database/session.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Client } from '#platform/web/visit.ts'
import { aloneAsIdentity } from '../as-identity.ts'
import { actingSystem, type IdentityContext } from '../context.ts'
import { makeLink } from '../links.ts'
import { perCode } from '../rules/throttle.ts'
import { sha256Of } from '../secrets.ts'
import { attemptSucceeded, countAttempt, type Throttled } from '../throttle.ts'
import { findOrMake, normalEmail } from './accounts.ts'
import { addressThrottle } from './sign-in.ts'

/**
 * Makes an account the first administrator of the partnership, in the caller's transaction; once more for the same account changes nothing.
 * @throws Forbidden where somebody else is
 */
export type MakeAdministrator = (tx: Writer, accountId: ActorId, name: string, email: string) => Promise<void>

/** What was typed with the code printed at the start. */
export interface FirstAdministrator {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly client: Client
}

/** Whether nobody has an account with a password yet: only then the printed code opens anything. */
export async function isUnclaimed(context: IdentityContext): Promise<boolean> {
  const someone = await aloneAsIdentity(context.db, (tx) => tx.selectFrom('identity.credential').select('id').limit(1).executeTakeFirst())
  return someone === undefined
}

/** Makes the first account and its administrator's office. Who was interrupted goes on with the same address; hands back the token with which its owner goes on to choose a password. */
export async function claim(
  context: IdentityContext,
  printedCode: string,
  makeAdministrator: MakeAdministrator,
  first: FirstAdministrator,
): Promise<Result<string, 'first-code-wrong'>> {
  const throttled: Throttled = { what: 'first-administrator', policy: perCode }
  const attempt = await countAttempt(context, [throttled, addressThrottle(first.client)])
  await context.sleep(attempt.wait)
  if (!timingSafeEqual(sha256Of(first.code.trim()), sha256Of(printedCode))) return fail('first-code-wrong')
  await attemptSucceeded(context, [throttled], [addressThrottle(first.client)])
  const token = await writeAs(context.db, actingSystem(context), async (tx) => {
    const { id } = await findOrMake(tx, first.email, first.name)
    await makeAdministrator(tx, id, first.name, normalEmail(first.email))
    const entry = { actor: SYSTEM_ACTOR, act: 'account.first-administrator', subjectType: 'account', subject: id }
    await appendAudit(tx, { ...entry, content: `${first.name} <${normalEmail(first.email)}>` })
    return makeLink(tx, { accountId: id, purpose: 'invitation', now: context.clock.now() })
  })
  return succeed(token)
}
