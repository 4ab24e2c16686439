import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type pg from 'pg'
import { DocumentDamaged, type DocumentStore } from '../documents/store.ts'
import { documentEntry } from '../packed-file.ts'
import { NotFound } from '../refusals.ts'
import type { Manifest } from './manifest.ts'
import type { BackupFile } from './write-file.ts'

/** What became of the documents. */
export type SavedDocuments = Pick<Manifest, 'documents' | 'missing'>

/**
 * Copies every document that a record of the snapshot holds. They are written before their record and never changed, so copying them after the
 * snapshot is right; the sweep, which could take one away, waits for the backup's lock.
 */
export async function saveDocuments(
  client: pg.Client,
  file: BackupFile,
  store: DocumentStore,
  signal?: AbortSignal,
): Promise<SavedDocuments> {
  const { rows } = await client.query<{ sha256: string }>(
    'select distinct sha256 collate "C" as sha256 from platform.document_reference order by 1',
  )
  if (rows.length > 0) await file.stopCompressing()
  const names = createHash('sha256')
  const missing: string[] = []
  let [count, bytes] = [0, 0]
  for (const { sha256 } of rows) {
    signal?.throwIfAborted()
    const content = await openWhole(store, sha256)
    if (content === undefined) {
      missing.push(sha256)
      continue
    }
    const size = await store.size(sha256)
    await file.addStream(documentEntry(sha256), size, Readable.fromWeb(content as ReadableStream), () => {})
    names.update(`${sha256}\n`)
    count += 1
    bytes += size
  }
  return { documents: { count, bytes, sha256: names.digest('hex') }, missing }
}

/** A document that was damaged where it is kept would make the whole backup look damaged: it is named as missing instead. */
function openWhole(store: DocumentStore, sha256: string): Promise<globalThis.ReadableStream<Uint8Array> | undefined> {
  return store.stream(sha256).catch((error: unknown) => {
    if (error instanceof NotFound || error instanceof DocumentDamaged) return undefined
    throw error
  })
}
