import type pg from 'pg'
import { BackupRefused } from './manifest.ts'

/** A table that holds rows of ours. */
export interface HouseTable {
  readonly oid: number
  /** Qualified and quoted. */
  readonly name: string
  readonly forced: boolean
  /** Its key, quoted, where its rows lie in partitions: PostgreSQL places those anew with every load, and the same rows are to make the same backup. */
  readonly ordered: string | null
}

/**
 * Tables whose rows stay behind. Whoever is signed in, or half signed in, is not carried: a backup must not open anybody's session, and after a
 * restore people sign in once. The figures of the job queue have a partition for each day.
 */
export const LEFT_OUT: readonly string[] = ['identity.session', 'identity.challenge', 'pgboss.queue_stats']

/** Makes names qualified and values readable by every version; takes away the limits that serve people. */
export const PORTABLE = `set search_path = ''; set datestyle = ISO; set intervalstyle = iso_8601; set timezone = UTC; set extra_float_digits = 3;
  set bytea_output = hex; set client_encoding = UTF8; set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0;
  set synchronize_seqscans = off; set client_min_messages = warning`

const TABLES = `select c.oid, c.oid::regclass::text as name, c.relforcerowsecurity as forced,
  case when c.relkind = 'p' then (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.at)
    from pg_index i cross join unnest(i.indkey::smallint[]) with ordinality k (number, at) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
    where i.indrelid = c.oid and i.indisprimary) end as ordered from pg_class c
  where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't' and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.oid::regclass::text collate "C"`

/** Every table of the house: roots of partitions, without what extensions own. Needs `PORTABLE`. */
export async function houseTables(client: pg.ClientBase): Promise<readonly HouseTable[]> {
  return (await client.query<HouseTable>(TABLES)).rows
}

/** The columns that a backup carries, quoted: xid8 belongs to its cluster, and what is generated makes itself. */
export async function columnsOf(client: pg.ClientBase, table: HouseTable): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1 and attnum > 0 and not attisdropped and attgenerated = '' and atttypid <> 'xid8'::regtype order by attnum`,
    [table.oid],
  )
  return rows.map(({ name }) => name)
}

/** Names of the sequences of the house. */
export async function houseSequences(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'S' and relnamespace::regnamespace::text !~ '^(pg_|information_schema$)' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Of these tables, by their numbers, those of which the role does not see every row. */
export const HIDDEN = `select c.oid::regclass::text as name from pg_class c, pg_roles r
  where c.oid = any($1) and r.rolname = current_user and c.relrowsecurity and not (r.rolsuper or r.rolbypassrls)
  and not (c.relowner = r.oid and not c.relforcerowsecurity)
  and (not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
         and (r.oid = any(p.polroles) or 0 = any(p.polroles)) and pg_get_expr(p.polqual, p.polrelid) = 'true')
    or exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd in ('*', 'r')
         and (r.oid = any(p.polroles) or 0 = any(p.polroles))))`

/**
 * Every table with row-level security must let this role see every row, by BYPASSRLS or by a plain policy that is true for it: an owner whom
 * FORCE binds would otherwise back up nothing, and nobody would notice.
 * @throws BackupRefused naming the tables.
 */
export async function refuseHiddenRows(client: pg.ClientBase, tables: readonly HouseTable[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(HIDDEN, [tables.map(({ oid }) => oid)])
  if (rows.length > 0) {
    const names = rows.map(({ name }) => name).join(', ')
    throw new BackupRefused(
      `The backup would miss rows of ${names}, which this role may not see whole. Protect tables with platform.protect(), and back up as their owner.`,
    )
  }
  const large = await client.query('select from pg_largeobject_metadata limit 1')
  if (large.rowCount !== 0) throw new BackupRefused('The database holds large objects, which a backup does not carry.')
}
