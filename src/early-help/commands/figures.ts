import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'

/** What publishing needs: the pool that has taken on the role of casework. */
export interface FigureNeeds {
  readonly db: Database
}

/** What became of the months that are over; no figure. */
export interface FiguresMade {
  readonly months: number
  readonly changed: number
}

/**
 * Publishes every month that is over, and publishes again those in which entries came in later (E10, handbook of early help 3.2 and 7.2); each in a transaction
 * of its own, with how far it has come kept in a row. The database counts, protects and inserts; no count reaches this process.
 * A run that fails is marked, and the next one goes on.
 */
export async function publishFigures({ db }: FigureNeeds, now: Temporal.Instant): Promise<FiguresMade> {
  const acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  const run = newId()
  const months = await writeAs(db, acting, async (tx) => {
    const due = await sql<{ month: string }>`select month::text from casework.months_due()`.execute(tx)
    await tx.insertInto('casework.figure_run').values({ id: run, started_at: now, months: due.rows.length }).execute()
    return due.rows.map(({ month }) => month)
  })
  let changed = 0
  try {
    for (const [at, month] of months.entries())
      await writeAs(db, acting, async (tx) => {
        const { rows } = await sql<{
          made: string
        }>`select casework.publish_month(${month}::date, ${changed > 0}) as made`.execute(tx)
        if (rows[0]?.made !== 'same') changed += 1
        await tx
          .updateTable('casework.figure_run')
          .set({ done: at + 1, changed })
          .where('id', '=', run)
          .execute()
      })
    await writeAs(db, acting, (tx) => tx.updateTable('casework.figure_run').set({ ended_at: now }).where('id', '=', run).execute())
  } catch (error) {
    await writeAs(db, acting, (tx) =>
      tx.updateTable('casework.figure_run').set({ ended_at: now, problem: 'failed' }).where('id', '=', run).execute(),
    )
    throw error
  }
  return { months: months.length, changed }
}
