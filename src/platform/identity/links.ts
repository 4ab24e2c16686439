import { newId } from '#platform/database/ids.ts'
import type { ActorId, Writer } from '#platform/database/session.ts'
import { asIdentity } from './as-identity.ts'
import { newToken, sha256Of } from './secrets.ts'

/** What a mailed link is for. */
export type LinkPurpose = 'invitation' | 'password-reset'

/** How long a link holds: a week to accept an invitation, an hour to choose a new password. */
export const LINK_LIFE: Readonly<Record<LinkPurpose, Temporal.Duration>> = {
  invitation: Temporal.Duration.from({ hours: 7 * 24 }),
  'password-reset': Temporal.Duration.from({ hours: 1 }),
}

/** A link that holds, with the account it was made for. */
export interface OpenLink {
  readonly id: string
  readonly accountId: ActorId
  readonly name: string
  readonly email: string
  /** An invitation's password, once it was chosen; hashed. */
  readonly password: string | undefined
}

/** Makes a link and ends earlier ones of the same purpose; only the token's digest is stored. Returns the token for the mail. */
export async function makeLink(
  tx: Writer,
  link: { readonly accountId: string; readonly purpose: LinkPurpose; readonly now: Temporal.Instant },
) {
  const { token, sha256 } = newToken()
  await asIdentity(tx, async () => {
    await tx
      .updateTable('identity.link')
      .set({ used_at: link.now })
      .where('user_id', '=', link.accountId)
      .where('purpose', '=', link.purpose)
      .where('used_at', 'is', null)
      .execute()
    await tx
      .insertInto('identity.link')
      .values({
        id: newId(),
        user_id: link.accountId,
        purpose: link.purpose,
        token_sha256: sha256,
        expires_at: link.now.add(LINK_LIFE[link.purpose]),
        created_at: link.now,
      })
      .execute()
  })
  return token
}

/** Finds and locks a link that holds; undefined when it is unknown, used, replaced or too old. Nobody is told which. */
export async function takeLink(tx: Writer, purpose: LinkPurpose, token: string, now: Temporal.Instant): Promise<OpenLink | undefined> {
  const found = await asIdentity(tx, () =>
    tx
      .selectFrom('identity.link as link')
      .innerJoin('identity.user_account as account', 'account.id', 'link.user_id')
      .select(['link.id', 'link.user_id', 'link.password', 'account.name', 'account.email'])
      .where('link.token_sha256', '=', sha256Of(token))
      .where('link.purpose', '=', purpose)
      .where('link.used_at', 'is', null)
      .where('link.expires_at', '>', now)
      .forUpdate('link')
      .executeTakeFirst(),
  )
  if (!found) return undefined
  return { id: found.id, accountId: found.user_id as ActorId, name: found.name, email: found.email, password: found.password ?? undefined }
}

/** Ends a link: it works once. The password that an invitation kept for its second step goes with it. */
export async function useUpLink(tx: Writer, id: string, now: Temporal.Instant): Promise<void> {
  await asIdentity(tx, () => tx.updateTable('identity.link').set({ used_at: now, password: null }).where('id', '=', id).execute())
}
