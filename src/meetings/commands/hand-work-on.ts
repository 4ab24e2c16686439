import { sql } from 'kysely'
import type { Writer } from '#platform/database/session.ts'

/** Hands on the open actions and the items of the plan that a handover takes (G2), inside the transaction that recorded it. */
export async function handWorkOn(tx: Writer, handover: string): Promise<void> {
  await tx.selectNoFrom(sql`meetings.hand_work_on(${handover}::uuid)`.as('moved')).execute()
}
