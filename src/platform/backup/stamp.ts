import type pg from 'pg'
import { withClient } from '../database/roles.ts'

/** Leaves the stamp of a restore in the database, in its own transaction: it counts from the commit on. */
export async function writeStamp(client: pg.ClientBase, stamp: string, madeAt: string): Promise<void> {
  const words = JSON.stringify({ restored: stamp, madeAt })
  await client.query(`comment on schema platform is ${client.escapeLiteral(words)}`)
}

/** The stamp of the last restore into a database; undefined where there was none. */
export async function readStamp(ownerUrl: string): Promise<string | undefined> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ words: string | null }>(
      `select obj_description(oid, 'pg_namespace') as words from pg_namespace where nspname = 'platform'`,
    )
    return /"restored":"([0-9a-f-]+)"/.exec(rows[0]?.words ?? '')?.[1]
  })
}
