import { type Kysely, QueryCreator, type Transaction } from 'kysely'
import type { Tables } from './generated/tables.ts'

/**
 * Reads of one transaction that are sent without waiting for each other: those begun together cost one way to the database and back. They run in its
 * order, one after the other, and see what the transaction sees. Only for reading: nothing says in which order two of them are sent.
 */
export async function sideBySide(tx: Transaction<Tables>): Promise<Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'with'>> {
  const queued = tx.getExecutor()
  const connection = await queued.provideConnection(async (one) => one)
  const executor = queued.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) })
  return Object.assign(new QueryCreator<Tables>({ executor }), { fn: tx.fn })
}
