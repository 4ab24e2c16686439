import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'

/** What people, agencies and localities are called, by id; all that this domain reads of any other. */
export async function findNames(reader: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await reader
    .selectFrom(sql<{ id: string; name: string }>`casework.called(${asked}::uuid[])`.as('called'))
    .select(['called.id', 'called.name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Agencies or localities of today, or people who sign in (for whoever gives posts), by name. */
export async function listChoices(reader: Reader, asked: 'agency' | 'locality' | 'person') {
  return reader
    .selectFrom(sql<{ id: string; name: string }>`casework.choices(${asked})`.as('chosen'))
    .select(['chosen.id', 'chosen.name'])
    .execute()
}
