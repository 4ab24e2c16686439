import { createHash, type Hash } from 'node:crypto'
import { type Entry, type EntryName, readEntries, readSmall } from './entries.ts'
import { BackupRefused, type Manifest, readManifest } from './manifest.ts'

/** Longest manifest and longest file of the data folder: in bytes. */
const LIMITS = { manifest: 64 * 1024 * 1024, file: 1024 * 1024 } as const

interface Seen {
  readonly tables: { readonly hash: Hash; bytes: number; parts: number }[]
  readonly files: Map<string, { readonly sha256: string; readonly bytes: number }>
  readonly documents: { readonly names: Hash; count: number; bytes: number; last: string }
}

/**
 * Reads a backup to its end and compares every sum, length and count with the manifest; changes nothing.
 * @throws BackupRefused where anything is not as the manifest says, or stands in it twice.
 */
export async function checkBackup(file: string, signal?: AbortSignal, progress?: (bytes: number) => void): Promise<Manifest> {
  const seen: Seen = { tables: [], files: new Map(), documents: { names: createHash('sha256'), count: 0, bytes: 0, last: '' } }
  let manifest: Manifest | undefined
  let read = 0
  for await (const entry of readEntries(file, signal)) {
    if (manifest !== undefined) throw damaged(file, 'something follows its manifest')
    if (entry.name.kind === 'manifest') manifest = readManifest((await readSmall(entry, LIMITS.manifest)).toString())
    else await look(file, entry, entry.name, seen)
    read += entry.size
    progress?.(read)
  }
  if (manifest === undefined) throw new BackupRefused(`The backup ${file} is cut short: it has no manifest.`)
  compare(file, manifest, seen)
  return manifest
}

function damaged(file: string, how: string): BackupRefused {
  return new BackupRefused(`The backup ${file} is damaged: ${how}.`)
}

async function look(file: string, entry: Entry, name: EntryName, seen: Seen): Promise<void> {
  if (name.kind === 'table') return lookAtPart(file, entry, name, seen)
  if (name.kind === 'document') return lookAtDocument(file, entry, name.sha256, seen)
  if (name.kind !== 'file') return
  if (seen.files.has(name.name)) throw damaged(file, `${name.name} stands in it twice`)
  const content = await readSmall(entry, LIMITS.file)
  seen.files.set(name.name, { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length })
}

async function lookAtPart(file: string, entry: Entry, name: EntryName & { kind: 'table' }, seen: Seen): Promise<void> {
  while (seen.tables.length <= name.table) seen.tables.push({ hash: createHash('sha256'), bytes: 0, parts: 0 })
  const table = seen.tables[name.table]
  if (table === undefined || name.table !== seen.tables.length - 1 || name.part !== table.parts)
    throw damaged(file, 'its rows are out of order')
  table.parts += 1
  for await (const chunk of entry.content) {
    table.hash.update(chunk)
    table.bytes += chunk.length
  }
}

async function lookAtDocument(file: string, entry: Entry, sha256: string, { documents }: Seen): Promise<void> {
  if (sha256 <= documents.last) throw damaged(file, 'its documents are out of order')
  const hash = createHash('sha256')
  for await (const chunk of entry.content) hash.update(chunk)
  if (hash.digest('hex') !== sha256) throw damaged(file, `the document ${sha256} is not what its name says`)
  documents.names.update(`${sha256}\n`)
  documents.last = sha256
  documents.count += 1
  documents.bytes += entry.size
}

function compare(file: string, manifest: Manifest, seen: Seen): void {
  if (seen.tables.length > manifest.tables.length) throw damaged(file, 'it holds rows of a table that its manifest does not name')
  for (const [at, { name, bytes, sha256 }] of manifest.tables.entries()) {
    const table = seen.tables[at] ?? { hash: createHash('sha256'), bytes: 0 }
    if (table.bytes !== bytes || table.hash.digest('hex') !== sha256) throw damaged(file, `the rows of ${name} do not match their sum`)
  }
  const { count, bytes, sha256 } = manifest.documents
  if (seen.documents.count !== count || seen.documents.bytes !== bytes || seen.documents.names.digest('hex') !== sha256)
    throw damaged(file, 'its documents are not those of its manifest')
  if (manifest.files.length !== seen.files.size) throw damaged(file, 'its files are not those of its manifest')
  for (const { name, sha256: wanted } of manifest.files)
    if (seen.files.get(name)?.sha256 !== wanted) throw damaged(file, `${name} does not match its sum`)
}
