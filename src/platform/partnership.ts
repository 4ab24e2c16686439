import { sql } from 'kysely'
import type { Database } from '#platform/database/session.ts'
import type { Clock } from '#platform/time/clock.ts'

/** Makes a function that tells the partnership's name; asked of the database at most once a minute. Before a name is set: 'Partnership'. */
export function partnershipTeller(db: Database, clock: Clock): () => Promise<string> | string {
  let known: { readonly name: string; readonly until: number } | undefined
  return () => {
    const now = clock.now().epochMilliseconds
    if (known && now < known.until) return known.name
    return readName(db).then((name) => {
      known = { name, until: now + 60_000 }
      return name
    })
  }
}

async function readName(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select platform.partnership() as name`.execute(db)
  return rows[0]?.name ?? 'Partnership'
}
