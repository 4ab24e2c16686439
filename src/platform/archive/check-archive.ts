import { createHash } from 'node:crypto'
import { type ArchiveEntry, readArchive, readManifestText } from './entries.ts'
import { type ArchiveManifest, ArchiveRefused, readArchiveManifest } from './format.ts'

interface SeenKind {
  readonly records: number
  readonly bytes: number
  readonly sha256: string
}

/**
 * Reads an archive to its end and compares every sum, length and count with the manifest; changes nothing and keeps nothing.
 * @throws ArchiveRefused where anything is not as the manifest says, or stands in it twice.
 */
export async function checkArchive(file: string, signal?: AbortSignal, progress?: (bytes: number) => void): Promise<ArchiveManifest> {
  const kinds = new Map<string, SeenKind>()
  const documents = { names: createHash('sha256'), count: 0, bytes: 0, last: '' }
  let manifest: ArchiveManifest | undefined
  let read = 0
  for await (const entry of readArchive(file, signal)) {
    const { name } = entry
    if (manifest !== undefined) throw damaged(file, 'something follows its manifest')
    if (name.is === 'manifest') manifest = readArchiveManifest(await readManifestText(entry))
    else if (name.is === 'records') {
      if (kinds.has(name.kind)) throw damaged(file, `${name.kind} stands in it twice`)
      kinds.set(name.kind, await lookAtRecords(entry))
    } else {
      if (name.sha256 <= documents.last) throw damaged(file, 'its documents are out of order')
      await lookAtDocument(file, entry, name.sha256)
      documents.names.update(`${name.sha256}\n`)
      documents.last = name.sha256
      documents.count += 1
      documents.bytes += entry.size
    }
    read += entry.size
    progress?.(read)
  }
  if (manifest === undefined) throw new ArchiveRefused(`The archive ${file} is cut short: it has no manifest.`)
  compareKinds(file, manifest, kinds)
  const { count, bytes, sha256 } = manifest.documents
  if (documents.count !== count || documents.bytes !== bytes || documents.names.digest('hex') !== sha256)
    throw damaged(file, 'its documents are not those of its manifest')
  return manifest
}

function damaged(file: string, how: string): ArchiveRefused {
  return new ArchiveRefused(`The archive ${file} is damaged: ${how}.`)
}

async function lookAtRecords({ content }: ArchiveEntry): Promise<SeenKind> {
  const hash = createHash('sha256')
  let [records, bytes] = [0, 0]
  for await (const chunk of content) {
    hash.update(chunk)
    bytes += chunk.length
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) records += 1
  }
  return { records, bytes, sha256: hash.digest('hex') }
}

async function lookAtDocument(file: string, { content }: ArchiveEntry, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  if (hash.digest('hex') !== sha256) throw damaged(file, `the document ${sha256} is not what its name says`)
}

function compareKinds(file: string, manifest: ArchiveManifest, seen: ReadonlyMap<string, SeenKind>): void {
  const named = new Set(manifest.kinds.map(({ kind }) => kind))
  if (named.size !== manifest.kinds.length) throw damaged(file, 'its manifest names a kind twice')
  const stranger = [...seen.keys()].find((kind) => !named.has(kind))
  if (stranger !== undefined) throw damaged(file, `it holds records of ${stranger}, which its manifest does not name`)
  for (const { kind, records, bytes, sha256 } of manifest.kinds) {
    const found = seen.get(kind)
    if (found?.bytes !== bytes || found.records !== records || found.sha256 !== sha256)
      throw damaged(file, `the records of ${kind} do not match their sum`)
  }
}
