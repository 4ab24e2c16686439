import { sql } from 'kysely'
import type { Database, Writer } from '#platform/database/session.ts'

/**
 * Runs `work` inside the caller's transaction as the one role that may read schema `identity`, then gives the role back.
 * Nothing but identity's own statements belongs in `work`: audit and outbox are written outside it.
 */
export async function asIdentity<T>(tx: Writer, work: (tx: Writer) => Promise<T>): Promise<T> {
  await sql`set local role goldenthread_identity`.execute(tx)
  let result: T
  try {
    result = await work(tx)
  } catch (error) {
    await sql`set local role none`.execute(tx).catch(() => {}) // a failed transaction takes no statement, and rolls the role back too
    throw error
  }
  await sql`set local role none`.execute(tx)
  return result
}

/** Runs `work` in a transaction of its own as that role; for what belongs to no command, such as counting attempts. */
export async function aloneAsIdentity<T>(db: Database, work: (tx: Writer) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => asIdentity(tx, work))
}
