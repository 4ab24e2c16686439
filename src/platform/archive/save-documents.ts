import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { DocumentDamaged, type DocumentStore } from '../documents/store.ts'
import { documentEntry } from '../packed-file.ts'
import { NotFound } from '../refusals.ts'
import type { ArchiveManifest, Edition } from './format.ts'
import { type ArchiveOut, fieldsOf, quoted, recordsOf } from './save-records.ts'
import type { KindShape, Query } from './shapes.ts'

/** Writes every document that a record of this edition names, by the order of their names. */
export async function saveArchiveDocuments(
  query: Query,
  out: ArchiveOut,
  source: { readonly store: DocumentStore; readonly shapes: readonly KindShape[]; readonly edition: Edition },
  ways: { readonly signal?: AbortSignal | undefined; readonly progress?: ((what: string, bytes: number) => void) | undefined },
): Promise<Pick<ArchiveManifest, 'documents' | 'missing'>> {
  const names = createHash('sha256')
  const missing: string[] = []
  let [count, bytes] = [0, 0]
  const wanted = await documentsOf(query, source.shapes, source.edition)
  if (wanted.length > 0) await out.stopCompressing()
  for (const [at, sha256] of wanted.entries()) {
    ways.signal?.throwIfAborted()
    ways.progress?.(`Document ${at + 1} of ${wanted.length}`, out.written())
    const content = await openWhole(source.store, sha256)
    if (content === undefined) {
      missing.push(sha256)
      continue
    }
    const size = await source.store.size(sha256)
    await out.addStream(documentEntry(sha256), size, Readable.fromWeb(content as ReadableStream), () => {})
    names.update(`${sha256}\n`)
    count += 1
    bytes += size
  }
  return { documents: { count, bytes, sha256: names.digest('hex') }, missing }
}

/** Names of the documents that the records of an edition name, each once, in their order. */
export async function documentsOf(query: Query, shapes: readonly KindShape[], edition: Edition): Promise<readonly string[]> {
  const reads = shapes.flatMap((shape) => {
    const given = fieldsOf(shape, edition) ?? []
    const naming: readonly string[] = shape.kept.documents ?? []
    return naming
      .filter((field) => given.includes(field))
      .map((field) => `select r.${quoted(field)} as sha256 from ${recordsOf(shape, edition)}`)
  })
  if (reads.length === 0) return []
  const rows = await query<{ sha256: string }>(
    `select distinct sha256 collate "C" as sha256 from (${reads.join(' union all ')}) named where sha256 ~ '^[0-9a-f]{64}$' order by 1`,
  )
  return rows.map(({ sha256 }) => sha256)
}

/** A document that was damaged where it is kept is named as missing: the archive stays whole. */
function openWhole(store: DocumentStore, sha256: string): Promise<globalThis.ReadableStream<Uint8Array> | undefined> {
  return store.stream(sha256).catch((error: unknown) => {
    if (error instanceof NotFound || error instanceof DocumentDamaged) return undefined
    throw error
  })
}
