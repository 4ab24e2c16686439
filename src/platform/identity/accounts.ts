import type { ActorId, Writer } from '#platform/database/session.ts'
import { asIdentity } from './as-identity.ts'
import { normalEmail } from './commands/accounts.ts'

/** An account as commands see it. */
export interface Account {
  readonly id: ActorId
  readonly name: string
  readonly email: string
  /** It has a password: its invitation was accepted. */
  readonly active: boolean
}

/** Finds an account by the address somebody typed. */
export async function findByEmail(tx: Writer, email: string): Promise<Account | undefined> {
  return find(tx, 'email', normalEmail(email))
}

/** Finds an account by its id. */
export async function findById(tx: Writer, id: string): Promise<Account | undefined> {
  return find(tx, 'id', id)
}

async function find(tx: Writer, column: 'id' | 'email', value: string): Promise<Account | undefined> {
  const row = await asIdentity(tx, () =>
    tx
      .selectFrom('identity.user_account as account')
      .leftJoin('identity.credential as credential', 'credential.user_id', 'account.id')
      .select(['account.id', 'account.name', 'account.email', 'credential.id as credential'])
      .where(`account.${column}`, '=', value)
      .executeTakeFirst(),
  )
  return row && { id: row.id as ActorId, name: row.name, email: row.email, active: row.credential !== null }
}
