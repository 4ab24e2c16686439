import { createHash, type Hash } from 'node:crypto'
import type pg from 'pg'
import copy, { type CopyStreamQuery } from 'pg-copy-streams'
import { type Entry, readEntries } from './entries.ts'
import { BackupRefused, type Manifest, type SavedTable } from './manifest.ts'
import { columnsOf, type HouseTable, houseSequences, houseTables, PORTABLE } from './tables.ts'

/**
 * Fills the freshly migrated tables inside the client's open transaction. Foreign keys are dropped and made again, because a cycle has no right
 * order, and making them checks every row; policies do not bind and triggers do not fire meanwhile.
 * @throws BackupRefused where tables, columns, sums or counts are not the manifest's.
 */
export async function loadRows(client: pg.Client, file: string, manifest: Manifest, ways: LoadWays = {}): Promise<void> {
  await client.query(PORTABLE)
  const tables = await houseTables(client)
  await refuseOtherTables(client, tables, manifest)
  const keys = await foreignKeys(client)
  const forced = tables.filter((table) => table.forced)
  for (const key of keys) await client.query(key.drop)
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`)
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`) // what migrations wrote comes back from the backup
  await copyRows(client, file, manifest, ways)
  await setSequences(client, manifest)
  ways.progress?.('Checking that records belong together')
  for (const key of keys) await client.query(key.make)
  for (const { name } of forced) await client.query(`alter table ${name} force row level security`)
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  await client.query('set constraints all immediate')
}

/** How loading goes. */
export interface LoadWays {
  readonly signal?: AbortSignal
  readonly progress?: (what: string) => void
}

interface ForeignKey {
  readonly make: string
  readonly drop: string
}

async function foreignKeys(client: pg.Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
       format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text !~ '^pg_' order by oid`,
  )
  return rows
}

/** The names of a backup are never trusted: each must be one that the migrations made, with just its columns. */
async function refuseOtherTables(client: pg.Client, tables: readonly HouseTable[], manifest: Manifest): Promise<void> {
  const known = new Map(tables.map((table) => [table.name, table]))
  const seen = new Set(manifest.leftOut)
  for (const { name, columns } of manifest.tables) {
    const table = known.get(name)
    if (table === undefined || seen.has(name))
      throw new BackupRefused(`The backup holds the table ${name}, which the migrations do not make, or holds it twice.`)
    seen.add(name)
    const wanted = await columnsOf(client, table)
    if (wanted.join() !== columns.join()) throw new BackupRefused(`The backup's table ${name} has other columns than the migrations make.`)
  }
  const lacking = tables.find(({ name }) => !seen.has(name))
  if (lacking) throw new BackupRefused(`The backup lacks the table ${lacking.name}.`)
}

interface Filling {
  readonly at: number
  readonly table: SavedTable
  readonly into: CopyStreamQuery
  readonly hash: Hash
  readonly failed: Promise<never>
}

async function copyRows(client: pg.Client, file: string, manifest: Manifest, { signal, progress }: LoadWays): Promise<void> {
  let filling: Filling | undefined
  try {
    for await (const entry of readEntries(file, signal)) {
      if (entry.name.kind !== 'table') break // rows come first
      const at = entry.name.table
      if (filling?.at !== at) {
        await finish(filling)
        filling = undefined
        progress?.(`Table ${at + 1} of ${manifest.tables.length}`)
        filling = begin(client, at, manifest.tables[at])
      }
      await fill(filling, entry)
    }
    const last = filling
    filling = undefined
    await finish(last)
  } catch (error) {
    filling?.into.destroy(error as Error) // or the rollback waits behind it
    throw error
  }
}

function begin(client: pg.Client, at: number, table: SavedTable | undefined): Filling {
  if (table === undefined) throw new BackupRefused('The backup changed while it was being read.')
  const into = client.query(copy.from(`copy ${table.name} (${table.columns.join(', ')}) from stdin`))
  const failed = new Promise<never>((_done, fail) => into.once('error', fail))
  failed.catch(() => {})
  return { at, table, into, hash: createHash('sha256'), failed }
}

async function fill({ into, hash, failed }: Filling, entry: Entry): Promise<void> {
  for await (const chunk of entry.content) {
    hash.update(chunk)
    if (!into.write(chunk)) await Promise.race([new Promise<void>((drained) => into.once('drain', () => drained())), failed])
  }
}

/** The file was checked before; its sums are compared once more, in case it changed since. */
async function finish(filling: Filling | undefined): Promise<void> {
  if (filling === undefined) return
  const { table, into, hash, failed } = filling
  await Promise.race([new Promise<void>((done) => into.once('finish', () => done()).end()), failed])
  if (hash.digest('hex') !== table.sha256) throw new BackupRefused('The backup changed while it was being read.')
  if (into.rowCount !== table.rows) throw new BackupRefused(`${table.name} took ${into.rowCount} rows instead of ${table.rows}.`)
}

async function setSequences(client: pg.Client, manifest: Manifest): Promise<void> {
  const known = new Set(await houseSequences(client))
  for (const { name, last, called } of manifest.sequences) {
    if (!known.has(name)) throw new BackupRefused(`The backup holds the sequence ${name}, which the migrations do not make.`)
    await client.query('select setval($1::regclass, $2, $3)', [name, last, called])
  }
}
