import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { documentEntry } from './entries.ts'
import type { Manifest } from './manifest.ts'
import type { BackupFile } from './write-file.ts'

/** What became of the documents. */
export type SavedDocuments = Pick<Manifest, 'documents' | 'missing'>

/**
 * Copies every document that a record of the snapshot holds. They are written before their record and never changed, so copying them after the
 * snapshot is right; the sweep, which could take one away, waits for the backup's lock.
 */
export async function saveDocuments(client: pg.Client, file: BackupFile, folder: string, signal?: AbortSignal): Promise<SavedDocuments> {
  const { rows } = await client.query<{ sha256: string }>(
    'select distinct sha256 collate "C" as sha256 from platform.document_reference order by 1',
  )
  if (rows.length > 0) await file.stopCompressing()
  const names = createHash('sha256')
  const missing: string[] = []
  let [count, bytes] = [0, 0]
  for (const { sha256 } of rows) {
    signal?.throwIfAborted()
    const path = join(folder, sha256.slice(0, 2), sha256)
    const size = (await isWhole(path, sha256)) ? (await stat(path)).size : undefined
    if (size === undefined) {
      missing.push(sha256)
      continue
    }
    await file.addStream(documentEntry(sha256), size, createReadStream(path), () => {})
    names.update(`${sha256}\n`)
    count += 1
    bytes += size
  }
  return { documents: { count, bytes, sha256: names.digest('hex') }, missing }
}

/** A document that was damaged on disk would make the whole backup look damaged: it is named as missing instead. */
async function isWhole(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
  return hash.digest('hex') === sha256
}
