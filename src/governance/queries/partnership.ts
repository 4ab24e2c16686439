import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** The partnership's name; undefined while nobody has set it. */
export async function findPartnershipName(reader: Reader): Promise<string | undefined> {
  const row = await reader.selectNoFrom(sql<string | null>`platform.partnership()`.as('name')).executeTakeFirst()
  return row?.name ?? undefined
}
