import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'

/** The names of some budget lines that one may see, with their years, by year. */
export async function findLineTitles(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('commissioning.budget_line')
    .select(['id', 'title', 'year'])
    .where(among('id', ids))
    .orderBy('year')
    .orderBy('title')
    .execute()
  return rows.map(({ id, title, year }) => ({ id, title: `${title}, ${year} to ${year + 1}` }))
}
