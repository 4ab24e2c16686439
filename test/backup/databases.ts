import type { EmbeddedServer } from '#platform/database/embedded/start.ts'
import { APP, OWNER, withClient } from '#platform/database/roles.ts'
import { TEMPLATE } from '#platform/database/testing/cluster.ts'

/** URLs of a database on one of several servers, by role. */
export interface PlacedDatabase {
  readonly owner: string
  readonly app: string
}

let made = 0

/** Makes a database on that server: migrated, or with nothing in it. */
export async function placeDatabase(server: EmbeddedServer, from: 'template' | 'nothing' = 'nothing'): Promise<PlacedDatabase> {
  const name = `backup_${process.pid}_${made++}`
  await withClient(server.urlFor('postgres'), async (admin) => {
    await admin.query(`create database ${name} owner ${OWNER} template ${from === 'template' ? TEMPLATE : 'template0'}`)
    await admin.query(`revoke all on database ${name} from public; grant connect on database ${name} to ${APP}`)
  })
  return { owner: server.urlFor(name, OWNER), app: server.urlFor(name, APP) }
}

/** Constraints, indexes, policies, triggers and grants in words; what 17 and 18 added to catalogues is left out. */
export async function shapeOf(ownerUrl: string): Promise<readonly unknown[]> {
  const ours = `regnamespace::text in ('platform', 'identity', 'governance', 'meetings', 'casework', 'published', 'pgboss')`
  const query = `
    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as line from pg_constraint where contype <> 'n' and connamespace::${ours}
    union all select indexdef from pg_indexes where schemaname::${ours.replace('regnamespace::', '')}
    union all select tgrelid::regclass || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
    union all select polrelid::regclass || ' ' || polname from pg_policy
    union all select oid::regclass || ' ' || relrowsecurity::text || relforcerowsecurity::text || replace(coalesce(relacl::text, ''), 'arwdDxtm', 'arwdDxt') from pg_class
      where relnamespace::${ours} and relkind in ('r', 'p', 'S') and not relispartition order by 1`
  return withClient(ownerUrl, async (client) => (await client.query<{ line: string }>(query)).rows.map(({ line }) => line))
}
