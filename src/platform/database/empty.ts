import type pg from 'pg'
import { withClient } from './roles.ts'

/** Deletes every schema of the house and all it holds, as the owner; migrations then begin anew. There is no way back. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("set client_min_messages = 'warning'")
    await dropHouse(client)
  })
}

/**
 * The same on a connection that may have a transaction open, so that it can still be taken back. Each object of the house is locked at once.
 * @throws Error with a sentence where the server has no room for so many locks
 */
export async function dropHouse(client: pg.ClientBase): Promise<void> {
  await client.query(DROP).catch((error: Error & { code?: string }) => {
    if (error.code !== '53200') throw error
    throw new Error(
      'Nothing was deleted: the database server has no room for as many locks as that takes. Set max_locks_per_transaction to 512 there, restart it, and try again.',
      { cause: error },
    )
  })
}

const DROP = `do $$ declare name text; begin
      for name in select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') and pg_has_role(nspowner, 'member') loop
        execute format('drop schema %I cascade', name);
      end loop;
      for name in select extname from pg_extension where extowner = (select oid from pg_roles where rolname = current_user) loop
        execute format('drop extension %I cascade', name);
      end loop;
    end $$`
