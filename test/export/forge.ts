import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import tar from 'tar-stream'
import { readArchive, recordsEntry } from '#platform/archive/entries.ts'
import { documentEntry, MANIFEST } from '#platform/packed-file.ts'

/** An entry of an archive as a forger would write it. */
export interface ArchivedEntry {
  readonly name: string
  readonly content: Buffer
  /** A file when left out. */
  readonly type?: 'symlink'
}

/** Every entry of an archive, to be compared, or changed and written anew. */
export async function takeArchiveApart(file: string): Promise<readonly ArchivedEntry[]> {
  const entries: ArchivedEntry[] = []
  for await (const { name, content } of readArchive(file)) {
    const bytes = Buffer.concat(await Array.fromAsync(content))
    const path = name.is === 'records' ? recordsEntry(name.kind) : name.is === 'document' ? documentEntry(name.sha256) : MANIFEST
    entries.push({ name: path, content: bytes })
  }
  return entries
}

/** Writes entries as a gzipped tar file, whatever they are. */
export async function forgeArchive(file: string, entries: readonly ArchivedEntry[]): Promise<void> {
  const pack = tar.pack()
  const written = pipeline(pack, createGzip({ level: 9 }), createWriteStream(file))
  for (const { name, content, type } of entries) {
    if (type === undefined) pack.entry({ name }, content)
    else pack.entry({ name, type, linkname: '/etc/passwd' })
  }
  pack.finalize()
  await written
}

const sum = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

/** The same entries with a manifest whose sums are right for them: a forger can count, too. The manifest comes last. */
export function sealed(entries: readonly ArchivedEntry[], also: Readonly<Record<string, unknown>> = {}): readonly ArchivedEntry[] {
  const old = JSON.parse(entries.find(({ name }) => name === MANIFEST)?.content.toString() ?? '{}') as {
    kinds: readonly { readonly kind: string; readonly fields: readonly string[] }[]
  }
  const rest = entries.filter(({ name }) => name !== MANIFEST)
  const kinds = rest.flatMap(({ name, content }) => {
    const kind = /^records\/(.*)\.jsonl$/.exec(name)?.[1]
    if (kind === undefined) return []
    const fields = old.kinds.find((one) => one.kind === kind)?.fields ?? ['id']
    return [{ kind, fields, records: content.toString('latin1').split('\n').length - 1, bytes: content.length, sha256: sum(content) }]
  })
  const documents = rest.filter(({ name }) => name.startsWith('documents/'))
  const names = documents.map(({ name }) => `${name.slice(-64)}\n`).join('')
  const told = {
    count: documents.length,
    bytes: documents.reduce((all, { content }) => all + content.length, 0),
    sha256: sum(Buffer.from(names)),
  }
  return [...rest, { name: MANIFEST, content: Buffer.from(JSON.stringify({ ...old, kinds, documents: told, ...also })) }]
}
