import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import tar from 'tar-stream'
import { fileEntry, readEntries, tableEntry } from '#platform/backup/entries.ts'
import { documentEntry, MANIFEST } from '#platform/packed-file.ts'

/** An entry of a tar file as a forger would write it. */
export interface ForgedEntry {
  readonly name: string
  readonly content: string | Buffer
  /** A file when left out. */
  readonly type?: 'file' | 'symlink' | 'directory'
}

/** Every entry of a backup, to be changed and written anew. */
export async function takeApart(file: string): Promise<ForgedEntry[]> {
  const entries: ForgedEntry[] = []
  for await (const { name, content } of readEntries(file)) {
    const chunks: Buffer[] = []
    for await (const chunk of content) chunks.push(chunk)
    const path =
      name.kind === 'table'
        ? tableEntry(name.table, name.part)
        : name.kind === 'document'
          ? documentEntry(name.sha256)
          : name.kind === 'file'
            ? fileEntry(name.name)
            : MANIFEST
    entries.push({ name: path, content: Buffer.concat(chunks) })
  }
  return entries
}

/** Writes entries as a gzipped tar file, whatever they are. */
export async function forge(file: string, entries: readonly ForgedEntry[]): Promise<void> {
  const pack = tar.pack()
  const written = pipeline(pack, createGzip({ level: 1 }), createWriteStream(file))
  for (const { name, content, type = 'file' } of entries) {
    if (type === 'file') pack.entry({ name }, content)
    else pack.entry({ name, type, linkname: '/etc/passwd' })
  }
  pack.finalize()
  await written
}

/** The same entries with another manifest. */
export function withManifest(entries: readonly ForgedEntry[], change: (manifest: Record<string, unknown>) => unknown): ForgedEntry[] {
  return entries.map((entry) => {
    if (entry.name !== MANIFEST) return entry
    const manifest = JSON.parse(entry.content.toString()) as Record<string, unknown>
    return { ...entry, content: JSON.stringify({ ...manifest, ...(change(manifest) as object) }) }
  })
}
