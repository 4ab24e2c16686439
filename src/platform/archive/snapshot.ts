import { CompiledQuery } from 'kysely'
import { actStatement } from '../database/ahead.ts'
import { SCHEMA_LOCK } from '../database/migrate.ts'
import type { Acting, Database } from '../database/session.ts'
import { DOCUMENTS_LOCK } from '../documents/references.ts'
import { ArchiveRefused } from './format.ts'
import type { Query } from './shapes.ts'

/** Values are written the same way by every server; whoever takes an archive slowly is waited for, and whoever stands still for ten minutes is not. */
const SETTINGS = `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('intervalstyle', 'iso_8601', true),
  set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '600000', true)`

/**
 * Reads with SQL as `acting`, all of one moment. Neither a migration nor a sweep of documents comes in between.
 * @throws ArchiveRefused where one is under way.
 */
export async function readSnapshot<T>(db: Database, acting: Acting, work: (query: Query) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const query: Query = async <Row>(text: string, values: readonly unknown[] = []) =>
        (await tx.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows
      await query(actStatement, [acting.actor ?? '', acting.today.toString(), acting.now.toString()])
      await query(SETTINGS)
      const [lock] = await query<{ free: boolean }>(
        'select pg_try_advisory_xact_lock_shared($1) and pg_try_advisory_xact_lock_shared($2) as free',
        [SCHEMA_LOCK, DOCUMENTS_LOCK],
      )
      if (!lock?.free)
        throw new ArchiveRefused('The database is being migrated or restored, or documents are being swept: export when that is done.')
      return work(query)
    })
}
