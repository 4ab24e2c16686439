import pg from 'pg'

/** The role that owns every table and runs migrations, backup and restore. Never serves a request. */
export const OWNER = 'goldenthread_owner'

/** The role that serves requests: no superuser, no BYPASSRLS, owner of nothing. */
export const APP = 'goldenthread_app'

/** The role that alone reads schema identity; nobody signs in as it, the serving role takes it with SET ROLE. */
export const IDENTITY = 'goldenthread_identity'

/** The role that alone reads schema casework; a pool of its own takes it, and no other part of the house. */
export const CASEWORK = 'goldenthread_casework'

/** The role that alone counts families and writes what may be published of them. Nobody signs in as it and nobody serving a request takes it; it owns a function. */
export const FIGURES = 'goldenthread_figures'

/** The serving role could walk past row-level security; the message says how and what to do. */
export class RoleRefused extends Error {}

/** What to run as a superuser on a server of one's own before the first start; shown where the roles are missing. */
export const ROLES_SQL = `create role ${OWNER} login nosuperuser nobypassrls nocreatedb nocreaterole password '...';
create role ${APP} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password '...';
create role ${IDENTITY} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
create role ${CASEWORK} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
create role ${FIGURES} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
grant ${IDENTITY}, ${CASEWORK} to ${APP};
grant ${FIGURES} to ${OWNER};
create database goldenthread owner ${OWNER} template template0 encoding 'UTF8';
revoke all on database goldenthread from public;
grant connect on database goldenthread to ${APP};`

/** Runs `work` on one plain connection and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the query that was running rejects by itself
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the roles and the database where they are missing. `adminUrl` is a superuser's, of the embedded server. */
export async function prepareDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      [OWNER, APP, IDENTITY, CASEWORK, FIGURES],
    ])
    const known = new Set(rows.map((row) => row.rolname))
    const plain = 'nosuperuser nobypassrls nocreatedb nocreaterole'
    if (!known.has(OWNER)) await admin.query(`create role ${OWNER} login ${plain}`)
    if (!known.has(APP)) await admin.query(`create role ${APP} login ${plain} noinherit`)
    for (const role of [IDENTITY, CASEWORK].filter((one) => !known.has(one)))
      await admin.query(`create role ${role} nologin ${plain}; grant ${role} to ${APP}`)
    if (!known.has(FIGURES)) await admin.query(`create role ${FIGURES} nologin ${plain}; grant ${FIGURES} to ${OWNER}`)
    const name = pg.escapeIdentifier(database)
    const found = await admin.query('select from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await admin.query(`create database ${name} owner ${OWNER} template template0`)
    await admin.query(`revoke all on database ${name} from public; grant connect on database ${name} to ${APP}`)
  })
}

const FAULTS = `
  select 'it is, or may become, the superuser ' || rolname as fault from pg_roles where rolsuper and pg_has_role(session_user, oid, 'member')
  union all select 'it has, or may take, BYPASSRLS through ' || rolname from pg_roles
    where rolbypassrls and not rolsuper and pg_has_role(session_user, oid, 'member')
  union all select 'it may create roles' from pg_roles where rolname = session_user and rolcreaterole
  union all select 'it inherits rights: make it NOINHERIT' from pg_roles where rolname = session_user and rolinherit
  union all select 'it owns, or may become the owner of, ' || oid::regclass from pg_class
    where relkind in ('r', 'p', 'v', 'm') and relnamespace::regnamespace::text not like 'pg\\_%' and pg_has_role(session_user, relowner, 'member')
  union all select 'it may create objects in schema ' || nspname from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema' and has_schema_privilege(session_user, oid, 'create')
  union all select 'table ' || oid::regclass || ' has policies that do not bind its owner' from pg_class where relrowsecurity and not relforcerowsecurity`

/**
 * Refuses a serving role that row-level security would not bind. Run at every start, on the serving connection.
 * @throws RoleRefused naming every fault found.
 */
export async function refuseMightyRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ fault: string }>(FAULTS)
  if (rows.length === 0) return
  const faults = rows.slice(0, 5).map((row) => row.fault)
  throw new RoleRefused(
    `Goldenthread does not start with this database role: ${faults.join('; ')}. ` +
      `Give DATABASE_URL the role ${APP}, and the owner's only to DATABASE_OWNER_URL.`,
  )
}

/**
 * Looks whether a server of one's own is new enough and has the roles.
 * @throws RoleRefused with the SQL that makes them.
 */
export async function refuseUnpreparedServer(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: number; roles: number }>(
      "select current_setting('server_version_num')::int as version, (select count(*)::int from pg_roles where rolname = any($1)) as roles",
      [[OWNER, APP, IDENTITY, CASEWORK, FIGURES]],
    )
    const { version = 0, roles = 0 } = rows[0] ?? {}
    if (version < 150_000)
      throw new RoleRefused('Goldenthread needs PostgreSQL 15 or newer; the server behind DATABASE_OWNER_URL is older.')
    if (roles === 5) return
    throw new RoleRefused(
      `The database server lacks Goldenthread's roles. Run this on it as a superuser, with passwords of your own:\n\n${ROLES_SQL}`,
    )
  })
}
