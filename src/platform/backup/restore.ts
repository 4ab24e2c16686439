import type pg from 'pg'
import { dropHouse } from '../database/empty.ts'
import { applyInside, type Migration, makeMigrationTable, SCHEMA_LOCK } from '../database/migrate.ts'
import { APP, withClient } from '../database/roles.ts'
import { type LoadWays, loadRows } from './load-rows.ts'
import { BackupRefused, type Manifest } from './manifest.ts'
import { writeStamp } from './stamp.ts'
import { PORTABLE } from './tables.ts'

/** How a restore goes. */
export interface RestoreWays extends LoadWays {
  /** Kept in the database from the commit on: `readStamp` tells by it whether a restore came to its end; hexadecimal digits and hyphens. */
  readonly stamp?: string
}

/** What a database holds before a restore. */
export type Held = 'nothing' | 'untouched house' | 'used house' | 'something else'

/**
 * Looks what would be replaced. An untouched house is one that the first start made and in which nobody has done anything.
 */
export async function readHeld(ownerUrl: string): Promise<Held> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select nspname as name from pg_namespace n where nspname !~ '^pg_' and nspname <> 'information_schema'
       and (nspname <> 'public' or exists (select from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'S')
         and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')))`,
    )
    if (rows.length === 0) return 'nothing'
    const ours = await client.query<{ audit: string | null; people: string | null; migrations: string | null }>(
      `select to_regclass('platform.audit_entry') as audit, to_regclass('identity.user_account') as people, to_regclass('platform.migration') as migrations`,
    )
    const { audit, people, migrations } = ours.rows[0] ?? {}
    if (!migrations || rows.some(({ name }) => name === 'public')) return 'something else'
    if (!audit || !people) return 'untouched house'
    const done = await client.query('select from platform.audit_entry limit 1')
    const known = await client.query('select from identity.user_account limit 1')
    return done.rowCount === 0 && known.rowCount === 0 ? 'untouched house' : 'used house'
  })
}

/**
 * The steps that this version applies must begin with the backup's, unchanged.
 * @throws BackupRefused saying which of the two is the newer.
 */
export function refuseOtherSteps(manifest: Manifest, steps: readonly Migration[]): void {
  for (const [at, { id, sha256 }] of manifest.migrations.entries()) {
    if (!steps.some((step) => step.id === id))
      throw new BackupRefused(`The backup was made by a newer Goldenthread (its database has step ${id}): restore it with that version.`)
    if (steps[at]?.id !== id || steps[at]?.sha256 !== sha256)
      throw new BackupRefused(`The backup was made by another Goldenthread: its database took step ${id} in another form.`)
  }
}

/**
 * Replaces what the database holds by the rows of a checked backup, in one transaction: the schema by our own steps up to the backup's, the rows,
 * then the newer steps. Whatever happens before its commit leaves the database as it was.
 * @throws BackupRefused where somebody else works on the database, or the backup does not fit.
 */
export async function restoreRows(
  ownerUrl: string,
  file: string,
  manifest: Manifest,
  steps: readonly Migration[],
  ways: RestoreWays = {},
): Promise<void> {
  refuseOtherSteps(manifest, steps)
  await withClient(ownerUrl, async (client) => {
    await client.query(PORTABLE)
    await client.query('begin')
    try {
      await refuseCompany(client)
      await dropHouse(client)
      await makeMigrationTable(client)
      await applySteps(client, steps.slice(0, manifest.migrations.length), ways)
      await loadRows(client, file, manifest, ways)
      await applySteps(client, steps.slice(manifest.migrations.length), ways)
      await writeStamp(client, ways.stamp ?? '', manifest.madeAt)
      ways.signal?.throwIfAborted()
    } catch (error) {
      await client.query('rollback')
      throw error
    }
    if ((await client.query('commit')).command !== 'COMMIT')
      throw new BackupRefused('The database refused to commit: nothing was restored.')
    await client.query('analyze')
  })
}

/**
 * No migration, backup or product at work on it: an external server is not held by our own lock.
 * @throws BackupRefused where there is.
 */
export async function refuseCompany(client: pg.Client): Promise<void> {
  const lock = await client.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [SCHEMA_LOCK])
  if (!lock.rows[0]?.free) throw new BackupRefused('The database is being migrated, backed up or restored: try again when that is done.')
  const others = await client.query('select from pg_stat_activity where datname = current_database() and usename = $1 limit 1', [APP])
  if (others.rowCount !== 0) throw new BackupRefused('Goldenthread is running on this database: stop it first.')
}

/**
 * Applies steps inside the open transaction. Migrations name their schemas themselves, but an extension wants a place.
 * @throws BackupRefused where one fails on the rows that are there.
 */
export async function applySteps(
  client: pg.Client,
  steps: readonly Migration[],
  { signal, progress }: Pick<RestoreWays, 'signal' | 'progress'>,
): Promise<void> {
  await client.query('set search_path to default')
  for (const step of steps) {
    signal?.throwIfAborted()
    progress?.(`Step ${step.id}`)
    try {
      await applyInside(client, step)
      await client.query('set constraints all immediate; set constraints all deferred')
    } catch (error) {
      throw new BackupRefused(`Step ${step.id} failed on the backup's rows: ${(error as Error).message}. Nothing was changed.`, {
        cause: error,
      })
    }
  }
}
