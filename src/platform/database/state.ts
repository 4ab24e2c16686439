import { sql } from 'kysely'
import type { Reader } from './session.ts'

/**
 * Names what a reader sees of the whole database: as long as nothing that anybody wrote has been committed since, the name is the same, and what was read
 * under it need not be read again (PostgreSQL, 9.27 'Snapshot information': which transactions are visible). One short statement that touches no table.
 */
export async function nameState(reader: Reader): Promise<string> {
  const { state } = await reader.selectNoFrom(sql<string>`pg_current_snapshot()::text`.as('state')).executeTakeFirstOrThrow()
  return state
}
