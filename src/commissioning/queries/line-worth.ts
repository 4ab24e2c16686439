import { sql } from 'kysely'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { pounds } from '../words/pence.ts'

/** What budget lines come to together as their years were agreed, in words, of those that one may see; undefined where none states an amount. */
export async function sumOfLines(reader: Reader, ids: readonly string[]): Promise<string | undefined> {
  const row = await reader
    .selectFrom('commissioning.budget_line')
    .select([
      sql<string>`coalesce(sum(original), 0)::text`.as('sum'),
      sql<number>`count(original)::int`.as('stated'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where(among('id', ids))
    .executeTakeFirstOrThrow()
  if (row.stated === 0) return undefined
  const open = row.all - row.stated
  const rest = open === 0 ? '' : ` ${open} of them ${open === 1 ? 'states' : 'state'} no amount.`
  return `Together they come to ${pounds(BigInt(row.sum))} as agreed.${rest}`
}
