import { sql } from 'kysely'
import type { Database, Reader, Writer } from '#platform/database/session.ts'
import type { DocumentStore } from './store.ts'

/** How long a document may lie without a holder: a command puts first and commits later. */
const GRACE = { hours: 24 } as const

/** Advisory lock: exclusive while documents are swept, shared while a backup copies them. */
export const DOCUMENTS_LOCK = 7_305_517_034

/** Says that a record holds a document; holding twice counts once. */
export async function hold(tx: Writer, sha256: string, holderType: string, holderId: string): Promise<void> {
  await tx
    .insertInto('platform.document_reference')
    .values({ sha256, holder_type: holderType, holder_id: holderId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Says that a record no longer holds a document; the file goes with its last holder, a day later. */
export async function release(tx: Writer, sha256: string, holderType: string, holderId: string): Promise<void> {
  await tx
    .deleteFrom('platform.document_reference')
    .where('sha256', '=', sha256)
    .where('holder_type', '=', holderType)
    .where('holder_id', '=', holderId)
    .execute()
}

/** How many records hold a document; 0 where none does. */
export async function countHolders(reader: Reader, sha256: string): Promise<number> {
  const row = await reader
    .selectFrom('platform.document_reference')
    .select((row) => row.fn.countAll<bigint>().as('holders'))
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  return Number(row.holders)
}

/**
 * Deletes every document that nobody has held for a day. Returns how many; none while a backup copies them, for tomorrow will do. To be run daily.
 */
export async function sweepDocuments(db: Database, store: DocumentStore, now: Temporal.Instant): Promise<number> {
  const before = now.subtract(GRACE)
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${DOCUMENTS_LOCK}) as free,
      set_config('idle_in_transaction_session_timeout', '0', true)`.execute(tx)
    let swept = 0
    if (!rows[0]?.free) return swept
    for await (const sha256 of store.olderThan(before)) {
      if ((await countHolders(tx, sha256)) > 0) continue
      if (await store.remove(sha256, before, async () => (await countHolders(tx, sha256)) > 0)) swept++
    }
    return swept
  })
}
