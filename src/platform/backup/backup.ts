import { createHash } from 'node:crypto'
import type pg from 'pg'
import { SCHEMA_LOCK } from '../database/migrate.ts'
import { withClient } from '../database/roles.ts'
import { DOCUMENTS_LOCK } from '../documents/references.ts'
import type { DocumentStore } from '../documents/store.ts'
import { MANIFEST } from '../packed-file.ts'
import { fileEntry } from './entries.ts'
import { BackupRefused, FORMAT, type Manifest, type SavedTable } from './manifest.ts'
import { saveDocuments } from './save-documents.ts'
import { readSequences, saveTable } from './save-rows.ts'
import { houseTables, LEFT_OUT, PORTABLE, refuseHiddenRows } from './tables.ts'
import { type BackupFile, openBackupFile } from './write-file.ts'

/** A small file of the data folder that goes into a backup. */
export interface CarriedFile {
  /** Lower-case letters and hyphens, ending in `.json`. */
  readonly name: string
  readonly content: string
}

/** What a backup is made of. */
export interface BackupSource {
  /** Connection of the tables' owner. */
  readonly ownerUrl: string
  readonly documents: DocumentStore
  readonly files: readonly CarriedFile[]
}

/** How a backup goes. */
export interface BackupWays {
  /** Breaks the backup off and leaves nothing. */
  readonly signal?: AbortSignal
  /** Told what is being done, and how many bytes are written. */
  readonly progress?: (what: string, bytes: number) => void
  /** For tests: told the snapshot, while it can be taken over by others. */
  readonly observe?: (snapshot: string) => Promise<void>
}

/**
 * Writes every table as of one moment, the documents it holds and the given files into one gzipped tar file, while the product goes on.
 * @throws BackupRefused where rows would be hidden from the owner, the schema is being changed, or the file cannot be made.
 */
export async function backup(source: BackupSource, file: string, ways: BackupWays = {}): Promise<Manifest> {
  return withClient(source.ownerUrl, async (client) => {
    const tables = await beginSnapshot(client)
    await ways.observe?.((await one(client, 'select pg_export_snapshot()')).toString())
    const out = await openBackupFile(file, ways.signal)
    try {
      const saved: SavedTable[] = []
      for (const [at, table] of tables.entries()) {
        ways.progress?.(`Table ${at + 1} of ${tables.length}`, out.written())
        saved.push(await saveTable(client, out, table, at))
      }
      const told = setInterval(() => ways.progress?.('Documents', out.written()), 200)
      const documents = await saveDocuments(client, out, source.documents, ways.signal).finally(() => clearInterval(told))
      const manifest = await describe(client, saved, documents, await saveFiles(out, source.files))
      await out.add(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 1)))
      await client.query('commit')
      ways.signal?.throwIfAborted()
      await out.finish()
      return manifest
    } catch (error) {
      await out.discard()
      throw error
    }
  })
}

/** One snapshot for everything; no migration, restore or sweep of documents comes in between. */
async function beginSnapshot(client: pg.Client): ReturnType<typeof houseTables> {
  await client.query(PORTABLE)
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query<{ free: boolean }>(
    'select pg_try_advisory_xact_lock_shared($1) and pg_try_advisory_xact_lock_shared($2) as free',
    [SCHEMA_LOCK, DOCUMENTS_LOCK],
  )
  if (!rows[0]?.free)
    throw new BackupRefused('The database is being migrated or restored, or documents are being swept: back up when that is done.')
  const all = await houseTables(client)
  if (!all.some(({ name }) => name === 'platform.migration'))
    throw new BackupRefused('There is nothing to back up: this database holds no Goldenthread.')
  const tables = all.filter(({ name }) => !LEFT_OUT.includes(name))
  await refuseHiddenRows(client, tables)
  await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access share mode`)
  return tables
}

async function saveFiles(out: BackupFile, files: readonly CarriedFile[]): Promise<Manifest['files']> {
  const saved: Manifest['files'] = []
  for (const { name, content } of files) {
    const bytes = Buffer.from(content)
    await out.add(fileEntry(name), bytes)
    saved.push({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return saved
}

async function describe(
  client: pg.Client,
  tables: SavedTable[],
  documents: Pick<Manifest, 'documents' | 'missing'>,
  files: Manifest['files'],
): Promise<Manifest> {
  const applied = await client.query<{ id: string; sha256: string }>('select id, sha256 from platform.migration order by id collate "C"')
  return {
    format: FORMAT,
    madeAt: Temporal.Now.instant().toString(),
    server: (await one(client, 'show server_version')).split(' ')[0] ?? '',
    migrations: applied.rows,
    tables,
    leftOut: [...LEFT_OUT],
    sequences: await readSequences(client),
    ...documents,
    files,
  }
}

async function one(client: pg.Client, query: string): Promise<string> {
  return String(Object.values((await client.query<Record<string, unknown>>(query)).rows[0] ?? {})[0])
}
