import { createHash } from 'node:crypto'
import type pg from 'pg'
import copy from 'pg-copy-streams'
import { tableEntry } from './entries.ts'
import type { Manifest, SavedTable } from './manifest.ts'
import { columnsOf, type HouseTable, houseSequences } from './tables.ts'
import type { BackupFile } from './write-file.ts'

/** tar wants an entry's size beforehand: a table goes as parts of so many bytes, and nothing waits on disk. */
const PART = 4 * 1024 * 1024

/** Copies one table as the client's snapshot has it. `at` is its place in the manifest. */
export async function saveTable(client: pg.Client, file: BackupFile, table: HouseTable, at: number): Promise<SavedTable> {
  const columns = await columnsOf(client, table)
  // As a SELECT: COPY of a table does not work under row-level security.
  const order = table.ordered === null ? '' : ` order by ${table.ordered}`
  const stream = client.query(copy.to(`copy (select ${columns.join(', ')} from ${table.name}${order}) to stdout`))
  const hash = createHash('sha256')
  let [bytes, part, held] = [0, 0, 0]
  let chunks: Buffer[] = []
  const flush = async (): Promise<void> => {
    await file.add(tableEntry(at, part++), Buffer.concat(chunks))
    chunks = []
    held = 0
  }
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk)
    chunks.push(chunk)
    bytes += chunk.length
    held += chunk.length
    if (held >= PART) await flush()
  }
  if (held > 0) await flush()
  return { name: table.name, columns: [...columns], rows: stream.rowCount, bytes, sha256: hash.digest('hex') }
}

/** Sequences do not obey snapshots: read after the rows, they can only be ahead of them. */
export async function readSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const read: Manifest['sequences'] = []
  for (const name of await houseSequences(client)) {
    const found = await client.query<{ last: string; called: boolean }>(`select last_value::text as last, is_called as called from ${name}`)
    if (found.rows[0]) read.push({ name, ...found.rows[0] })
  }
  return read
}
