import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import type { ActorId, Writer } from '#platform/database/session.ts'
import { Forbidden } from '#platform/refusals.ts'

/**
 * Makes an account the first administrator of the partnership; the database makes one only while there is none.
 * Once more for the same account changes nothing.
 * @throws Forbidden where somebody else administers already
 */
export async function makeFirstAdministrator(tx: Writer, account: ActorId, name: string, today: Temporal.PlainDate): Promise<void> {
  const made = await sql<{
    made: boolean
  }>`select governance.make_first_administrator(${newId()}, ${name}, ${account}, ${today}) as made`.execute(tx)
  if (made.rows[0]?.made) return
  const same = await tx
    .selectFrom('governance.administrator as a')
    .innerJoin('governance.person as p', 'p.id', 'a.person')
    .select('p.id')
    .where('p.account', '=', account)
    .executeTakeFirst()
  if (same === undefined) throw new Forbidden('Somebody administers this partnership already; ask them for an invitation.')
}
