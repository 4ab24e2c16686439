import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'

/** Ends offers of places in training whose time is over, and offers them to whoever waits next (E9). Returns how many are offered anew. */
export async function settleOffers({ db }: { readonly db: Database }, now: Temporal.Instant): Promise<number> {
  return writeAs(db, { actor: SYSTEM_ACTOR, now, today: dayOf(now) }, async (tx) => {
    const { rows } = await sql<{ booking: string; session: string }>`select booking, session from casework.settle_offers()`.execute(tx)
    for (const { booking, session } of rows)
      await appendAudit(tx, {
        ...{ actor: SYSTEM_ACTOR, act: 'training-booking.offered', subjectType: 'training-booking', subject: booking, content: session },
      })
    return rows.length
  })
}
