import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'
import { BackupRefused } from './manifest.ts'

/** What an entry of a backup is, by its name; nothing else may stand in one. */
export type EntryName =
  | { readonly kind: 'table'; readonly table: number; readonly part: number }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'document'; readonly sha256: string }
  | { readonly kind: 'manifest' }

/** Name of a part of a table, both counted from 0. */
export function tableEntry(table: number, part: number): string {
  return `tables/${String(table).padStart(4, '0')}/${String(part).padStart(6, '0')}.copy`
}

/** Name of a document's entry. */
export function documentEntry(sha256: string): string {
  return `documents/${sha256.slice(0, 2)}/${sha256}`
}

/** Name of the entry of a file of the data folder, for example `secrets.json`. */
export function fileEntry(name: string): string {
  return `data/${name}`
}

/** Name of the last entry. */
export const MANIFEST = 'manifest.json'

/** Reads the name of an entry. @throws BackupRefused for every other name, and so for every path that leads elsewhere. */
export function readEntryName(name: string): EntryName {
  if (name === MANIFEST) return { kind: 'manifest' }
  const [, table, part] = /^tables\/(\d{4})\/(\d{6})\.copy$/.exec(name) ?? []
  if (table !== undefined && part !== undefined) return { kind: 'table', table: Number(table), part: Number(part) }
  const [, folder, sha256] = /^documents\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(name) ?? []
  if (sha256 !== undefined && folder === sha256.slice(0, 2)) return { kind: 'document', sha256 }
  const [, file] = /^data\/([a-z][a-z-]*\.json)$/.exec(name) ?? []
  if (file !== undefined) return { kind: 'file', name: file }
  throw new BackupRefused(`This is no backup of Goldenthread, or a damaged one: it holds ${JSON.stringify(name.slice(0, 100))}.`)
}

/** One entry, read once from front to back before the next comes. */
export interface Entry {
  readonly name: EntryName
  /** In bytes. */
  readonly size: number
  readonly content: AsyncIterable<Buffer>
}

/**
 * Reads a backup from front to back with little memory.
 * @throws BackupRefused where the file is damaged, cut short or something else.
 */
export async function* readEntries(file: string, signal?: AbortSignal): AsyncIterable<Entry> {
  const extract = tar.extract()
  const fed = pipeline(createReadStream(file), createGunzip(), extract, signal === undefined ? {} : { signal })
  fed.catch((error: Error) => extract.destroy(error))
  try {
    for await (const entry of extract) {
      const { name, size = 0, type } = entry.header
      if (type !== 'file') throw new BackupRefused(`This is no backup of Goldenthread: it holds a ${type}.`)
      const content = worded(file, entry as unknown as AsyncIterable<Buffer>, signal)
      yield { name: readEntryName(name), size, content }
    }
    await fed
  } catch (error) {
    throw inWords(file, error, signal)
  } finally {
    extract.destroy()
    await fed.catch(() => {})
  }
}

/** Damage shows while somebody reads an entry: they, too, are told in words. */
async function* worded(file: string, content: AsyncIterable<Buffer>, signal: AbortSignal | undefined): AsyncIterable<Buffer> {
  try {
    for await (const chunk of content) {
      signal?.throwIfAborted()
      yield chunk
    }
  } catch (error) {
    throw inWords(file, error, signal)
  }
}

function inWords(file: string, error: unknown, signal: AbortSignal | undefined): Error {
  if (error instanceof BackupRefused) return error
  signal?.throwIfAborted()
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EISDIR') return new BackupRefused(`There is no backup file ${file}.`)
  if (code === 'EACCES') return new BackupRefused(`The file ${file} may not be read by this user.`)
  return new BackupRefused(`The backup ${file} is damaged, cut short, or no backup at all.`, { cause: error })
}

/** All of an entry that should be small. @throws BackupRefused where it is longer than `limit` bytes. */
export async function readSmall(entry: Entry, limit: number): Promise<Buffer> {
  if (entry.size > limit) throw new BackupRefused('This backup is damaged: an entry is far too long.')
  const chunks: Buffer[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks)
}
