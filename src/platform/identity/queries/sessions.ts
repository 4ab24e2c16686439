import { sql } from 'kysely'
import type { ActorId } from '#platform/database/session.ts'
import { aloneAsIdentity } from '../as-identity.ts'
import type { IdentityContext } from '../context.ts'
import { describeDevice } from '../rules/device.ts'
import { countSealedCodes } from '../secrets.ts'

/** A device that is signed in, as the account page lists it. */
export interface SessionLine {
  readonly device: string
  readonly address: string | undefined
  readonly signedInAt: Temporal.Instant
  /** To half an hour. */
  readonly lastUsedAt: Temporal.Instant
  readonly isThis: boolean
}

/** What the account page shows of its owner's security. */
export interface AccountState {
  /** This device first, then the one used last. */
  readonly sessions: readonly SessionLine[]
  readonly recoveryCodesLeft: number
}

/** Devices and recovery codes of one's own account; never a token. */
export async function findAccountState(
  context: IdentityContext,
  owner: { readonly id: ActorId; readonly sessionId: string },
): Promise<AccountState> {
  const { sessions, factor } = await aloneAsIdentity(context.db, async (tx) => ({
    sessions: await tx
      .selectFrom('identity.session')
      .select(['id', 'user_agent', 'ip_address', 'created_at', 'updated_at'])
      .where('user_id', '=', owner.id)
      .where('expires_at', '>', sql<Temporal.Instant>`now()`)
      .orderBy('updated_at', 'desc')
      .execute(),
    factor: await tx.selectFrom('identity.second_factor').select('backup_codes').where('user_id', '=', owner.id).executeTakeFirst(),
  }))
  const lines = sessions.map((row) => ({
    device: describeDevice(row.user_agent),
    address: row.ip_address ?? undefined,
    signedInAt: row.created_at,
    lastUsedAt: row.updated_at,
    isThis: row.id === owner.sessionId,
  }))
  lines.sort((one, other) => Number(other.isThis) - Number(one.isThis))
  return { sessions: lines, recoveryCodesLeft: factor ? await countSealedCodes(context.secret, factor.backup_codes) : 0 }
}
