import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId, Writer } from '#platform/database/session.ts'
import type { Outbox } from '#platform/jobs/outbox.ts'
import { sendLater } from '#platform/mail/mail.ts'
import { asIdentity } from '../as-identity.ts'
import { makeLink } from '../links.ts'
import { invitationMail, partnershipName } from '../mails.ts'
import { hashedPassword, newRecoveryCodes, sealedFactor } from '../secrets.ts'

/** Somebody to be given an account. */
export interface Invitation {
  readonly email: string
  readonly name: string
  /** Who invites: the actor of the transaction. */
  readonly invitedBy: ActorId
  readonly now: Temporal.Instant
}

/** What an invitation came to: 'active' when the person had an account with a password already, who then gets no mail. */
export interface Invited {
  readonly accountId: ActorId
  readonly state: 'invited' | 'active'
}

/** What inviting needs besides the transaction. */
export interface InvitingNeeds {
  readonly publicUrl: string
}

/**
 * Makes an account without a password and mails a link that holds for 7 days, all in the caller's transaction.
 * Somebody invited before gets a new link, and the old one ends.
 */
export async function inviteAccount(needs: InvitingNeeds, tx: Writer, outbox: Outbox, invitation: Invitation): Promise<Invited> {
  const account = await findOrMake(tx, invitation.email, invitation.name)
  if (account.active) return { accountId: account.id, state: 'active' }
  await mailInvitation(needs, tx, outbox, { ...invitation, accountId: account.id })
  return { accountId: account.id, state: 'invited' }
}

/**
 * Mails a new invitation to an account, for somebody who lost both phone and recovery codes: accepting it sets password and second step anew
 * and signs all devices out. Until then nothing changes.
 */
export async function inviteAgain(
  needs: InvitingNeeds,
  tx: Writer,
  outbox: Outbox,
  again: { readonly accountId: ActorId; readonly invitedBy: ActorId; readonly now: Temporal.Instant },
): Promise<void> {
  const account = await asIdentity(tx, () =>
    tx.selectFrom('identity.user_account').select(['name', 'email']).where('id', '=', again.accountId).executeTakeFirstOrThrow(),
  )
  await mailInvitation(needs, tx, outbox, { ...account, ...again })
}

/** An account that is ready to sign in, for the sample. */
export interface ReadyAccount {
  readonly email: string
  readonly name: string
  readonly password: string
  /** The authenticator's seed in base 32, for example 32 letters. */
  readonly totpSecret: string
}

/** Makes an account that can sign in at once, with its second step set up. Returns its recovery codes, which are never shown again. */
export async function createAccountWithPassword(
  needs: { readonly secret: string },
  tx: Writer,
  ready: ReadyAccount,
): Promise<{ readonly accountId: ActorId; readonly recoveryCodes: readonly string[] }> {
  const { id: accountId, active } = await findOrMake(tx, ready.email, ready.name)
  if (active) throw new Error(`There is an account for ${ready.email} already.`)
  const recoveryCodes = newRecoveryCodes()
  const factor = await sealedFactor(needs.secret, ready.totpSecret, recoveryCodes)
  await activate(tx, accountId, await hashedPassword(ready.password), factor)
  return { accountId, recoveryCodes }
}

/** Gives an account its password (hashed) and its second step, in place of what it had. */
export async function activate(
  tx: Writer,
  accountId: ActorId,
  password: string,
  factor: { readonly secret: string; readonly backup_codes: string },
): Promise<void> {
  await asIdentity(tx, async () => {
    await tx.deleteFrom('identity.second_factor').where('user_id', '=', accountId).execute()
    await tx
      .insertInto('identity.second_factor')
      .values({ id: newId(), user_id: accountId, ...factor })
      .execute()
    await tx
      .insertInto('identity.credential')
      .values({ id: newId(), user_id: accountId, provider_id: 'credential', account_id: accountId, password })
      .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password }))
      .execute()
    await tx
      .updateTable('identity.user_account')
      .set({ two_factor_enabled: true, email_verified: true })
      .where('id', '=', accountId)
      .execute()
  })
}

/** Finds the account of an address, or makes one without a password. */
export async function findOrMake(
  tx: Writer,
  givenEmail: string,
  name: string,
): Promise<{ readonly id: ActorId; readonly active: boolean }> {
  const email = normalEmail(givenEmail)
  return asIdentity(tx, async () => {
    await tx
      .insertInto('identity.user_account')
      .values({ id: newId(), email, name })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .execute()
    const row = await tx
      .selectFrom('identity.user_account as account')
      .leftJoin('identity.credential as credential', 'credential.user_id', 'account.id')
      .select(['account.id', 'credential.id as credential'])
      .where('account.email', '=', email)
      .executeTakeFirstOrThrow()
    return { id: row.id as ActorId, active: row.credential !== null }
  })
}

async function mailInvitation(
  needs: InvitingNeeds,
  tx: Writer,
  outbox: Outbox,
  invitation: Invitation & { readonly accountId: ActorId },
): Promise<void> {
  const { accountId, name, email, now } = invitation
  const token = await makeLink(tx, { accountId, purpose: 'invitation', now })
  const mail = invitationMail({ name, partnership: await partnershipName(tx), publicUrl: needs.publicUrl, token })
  await sendLater(outbox, tx, { to: normalEmail(email), ...mail }) // without `about`: who was invited is nobody else's to see
  const entry = { actor: invitation.invitedBy, subjectType: 'account', subject: accountId }
  await appendAudit(tx, { ...entry, act: 'account.invited', content: `${name} <${normalEmail(email)}>` })
}

/** An address as accounts are found by: without spaces around it, in small letters. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
