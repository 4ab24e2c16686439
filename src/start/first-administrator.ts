import { sql } from 'kysely'
import type { Needs } from '../needs.ts'

/** Whether anybody has ever administered this partnership; until then the code printed at the start opens the door. */
export async function hasAdministrator({ db }: Pick<Needs, 'db'>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from governance.administrator) as has`.execute(db)
  return rows[0]?.has ?? false
}
