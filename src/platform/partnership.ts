import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'
import type { Clock } from '#platform/time/clock.ts'
import { type Remembered, remember } from './remembered.ts'

/** Tells the partnership's name. Before a name is set: 'Partnership'. */
export function partnershipTeller(db: Database, clock: Clock): Remembered<string> {
  return remember(clock, () => readName(db))
}

async function readName(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select platform.partnership() as name`.execute(db)
  return rows[0]?.name ?? 'Partnership'
}
