import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { sealAudit } from '../audit.ts'
import type { Database } from '../session.ts'

/**
 * Chains every entry and returns how many it chained. A transaction that writes anywhere in the cluster holds sealing back, and the files of a test
 * run share one cluster: so it tries again for half a minute.
 */
export async function sealAll(db: Database, batch?: number): Promise<number> {
  let total = 0
  for (const until = performance.now() + 30_000; performance.now() < until; await sleep(50)) {
    total += await sealAudit(db, batch)
    const { rows } = await sql<{ left: number }>`select count(*)::int as left from platform.audit_entry e
      where not exists (select from platform.audit_link l where l.entry = e.id)`.execute(db)
    if (rows[0]?.left === 0) break
  }
  return total
}
