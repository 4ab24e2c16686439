import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { withClient } from './roles.ts'

/** One step: a plain SQL file that runs once, in one transaction. */
export interface Migration {
  /** File name without its ending, for example `0002-audit`. */
  readonly id: string
  readonly sql: string
  readonly sha256: string
}

/** What must not be done to the schema; the message is a sentence. */
export class MigrationRefused extends Error {}

/** Advisory lock: exclusive while migrating or restoring, shared while backing up. */
export const SCHEMA_LOCK = 7_305_517_032

/** Reads the migrations of every part of the house, in the order of their numbers. */
export function houseMigrations(): Migration[] {
  const src = fileURLToPath(new URL('../../', import.meta.url))
  return readMigrations(
    readdirSync(src)
      .map((part) => join(src, part, 'migrations'))
      .filter(existsSync),
  )
}

/** Reads `*.sql` of the given folders, in the order of their names; line ends do not count in the checksum. */
export function readMigrations(folders: readonly string[]): Migration[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => join(folder, name)),
  )
  const steps = files.map(readOne).sort((a, b) => (a.id < b.id ? -1 : 1))
  const twin = steps.find((step, at) => step.id.slice(0, 4) === steps[at + 1]?.id.slice(0, 4))
  if (twin) throw new MigrationRefused(`Two migrations have the number ${twin.id.slice(0, 4)}: give the newer one the next free number.`)
  return steps
}

function readOne(file: string): Migration {
  const id = basename(file, '.sql')
  if (!/^\d{4}-[a-z0-9-]+$/.test(id)) throw new MigrationRefused(`${file} is not called NNNN-name.sql.`)
  const sql = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
  return { id, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

/**
 * Brings the schema up to date as the owner; several processes may call it at once.
 * @returns the ids applied by this call.
 * @throws MigrationRefused where an applied step was changed, is missing, or a new one would slip in before it.
 */
export async function migrate(ownerUrl: string, steps: readonly Migration[]): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    // Nothing that is written later and waits for the disk can be kept without what was committed before it.
    await client.query("set client_min_messages = 'warning'; set synchronous_commit = off")
    await client.query('select pg_advisory_lock($1)', [SCHEMA_LOCK]) // leaves with the connection
    await makeMigrationTable(client)
    const applied = await client.query<Pick<Migration, 'id' | 'sha256'>>(
      'select id, sha256 from platform.migration order by id collate "C"',
    )
    refuseDrift(applied.rows, steps)
    const waiting = steps.slice(applied.rows.length)
    await applyAll(client, waiting)
    return waiting.map((step) => step.id)
  })
}

/** Where it is kept what was applied; a restore, which empties the house first, makes it within its own transaction. */
export async function makeMigrationTable(client: pg.ClientBase): Promise<void> {
  await client.query(`create schema if not exists platform;
    create table if not exists platform.migration (id text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
}

/** Applies one step inside the transaction that the client has open, as a restore does. */
export async function applyInside(client: pg.ClientBase, step: Migration): Promise<void> {
  const transaction = async (): Promise<unknown> =>
    (await client.query<{ id: string }>('select pg_current_xact_id()::text as id')).rows[0]?.id
  const before = await transaction()
  await client.query(step.sql)
  if (before !== (await transaction())) throw new Error('it ends the transaction itself')
  await client.query('insert into platform.migration (id, sha256) values ($1, $2)', [step.id, step.sha256])
}

/** Applied steps must be, unchanged, the first of the known ones. */
export function refuseDrift(applied: readonly Pick<Migration, 'id' | 'sha256'>[], steps: readonly Migration[]): void {
  for (const [at, { id, sha256 }] of applied.entries()) {
    const known = steps[at]
    if (!steps.some((step) => step.id === id)) {
      throw new MigrationRefused(`The database has migration ${id}, which this version does not know: it was made by a newer one.`)
    }
    if (known?.id !== id)
      throw new MigrationRefused(`Migration ${known?.id} would run before ${id}, which is applied already: rename it to come last.`)
    if (known.sha256 !== sha256) {
      throw new MigrationRefused(`Migration ${id} was changed after it had been applied: undo the change and write a new one.`)
    }
  }
}

/** Hands all steps over in one message, each a transaction of its own: the server stops at the first that fails, and nobody has to answer in between. */
async function applyAll(client: pg.Client, steps: readonly Migration[]): Promise<void> {
  try {
    await client.query(steps.map((step) => wholeStep(client, step)).join('\n'))
  } catch {
    await client.query('rollback')
    // What is left once more, one at a time, to say which of them fails and why.
    const { rows } = await client.query<Pick<Migration, 'id'>>('select id from platform.migration')
    const applied = new Set(rows.map(({ id }) => id))
    for (const step of steps.filter(({ id }) => !applied.has(id))) await applyOne(client, step)
  }
}

/** A step as one transaction; where it ends the transaction itself, it has no id to be noted under, and fails. */
function wholeStep(client: pg.Client, { id, sql, sha256 }: Migration): string {
  return `begin; select set_config('goldenthread.step', pg_current_xact_id()::text, true);
${sql}
; insert into platform.migration (id, sha256)
  select case current_setting('goldenthread.step', true) when pg_current_xact_id()::text then ${client.escapeLiteral(id)} end, ${client.escapeLiteral(sha256)};
commit;`
}

async function applyOne(client: pg.Client, step: Migration): Promise<void> {
  await client.query('begin')
  try {
    await applyInside(client, step)
    if ((await client.query('commit')).command !== 'COMMIT') throw new Error('the commit was refused')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationRefused(`Migration ${step.id} failed and left nothing: ${(error as Error).message}`, { cause: error })
  }
}
