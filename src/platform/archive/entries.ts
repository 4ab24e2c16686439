import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'
import { ArchiveRefused } from './format.ts'

/** What an entry of an archive is, by its name; nothing else may stand in one. */
export type ArchiveEntryName =
  | { readonly is: 'records'; readonly kind: string }
  | { readonly is: 'document'; readonly sha256: string }
  | { readonly is: 'manifest' }

/** Name of the last entry. */
export const MANIFEST_ENTRY = 'manifest.json'

/** Name of the entry of one kind. */
export function recordsEntry(kind: string): string {
  return `records/${kind}.jsonl`
}

/** Name of a document's entry. */
export function archivedDocument(sha256: string): string {
  return `documents/${sha256.slice(0, 2)}/${sha256}`
}

/** Reads the name of an entry. @throws ArchiveRefused for every other name, and so for every path that leads elsewhere. */
export function readArchiveEntry(name: string): ArchiveEntryName {
  if (name === MANIFEST_ENTRY) return { is: 'manifest' }
  const [, kind] = /^records\/([a-z][a-z0-9-]{0,80})\.jsonl$/.exec(name) ?? []
  if (kind !== undefined) return { is: 'records', kind }
  const [, folder, sha256] = /^documents\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(name) ?? []
  if (sha256 !== undefined && folder === sha256.slice(0, 2)) return { is: 'document', sha256 }
  throw new ArchiveRefused(`This is no archive of Goldenthread, or a damaged one: it holds ${JSON.stringify(name.slice(0, 100))}.`)
}

/** One entry, read once from front to back before the next comes. */
export interface ArchiveEntry {
  readonly name: ArchiveEntryName
  /** In bytes. */
  readonly size: number
  readonly content: AsyncIterable<Buffer>
}

/** So much may come out of so little: texts shrink to a tenth, documents hardly at all, and what grows beyond this is made to fill memory or disk. */
const GROWTH = { free: 64 * 1024 * 1024, times: 100 } as const

/**
 * Reads an archive from front to back with little memory.
 * @throws ArchiveRefused where the file is damaged, cut short, grows beyond measure, or is something else.
 */
export async function* readArchive(file: string, signal?: AbortSignal): AsyncIterable<ArchiveEntry> {
  const extract = tar.extract()
  const source = createReadStream(file)
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      grown += chunk.length
      const bound = GROWTH.free + GROWTH.times * source.bytesRead
      if (grown > bound) done(new ArchiveRefused(`The archive ${file} grows beyond measure when it is unpacked: it was made to do harm.`))
      else done(null, chunk)
    },
  })
  let grown = 0
  const fed = pipeline(source, createGunzip(), measured, extract, signal === undefined ? {} : { signal })
  fed.catch((error: Error) => extract.destroy(error))
  try {
    for await (const entry of extract) {
      const { name, size = 0, type } = entry.header
      if (type !== 'file') throw new ArchiveRefused(`This is no archive of Goldenthread: it holds a ${type}.`)
      yield { name: readArchiveEntry(name), size, content: worded(file, entry as unknown as AsyncIterable<Buffer>, signal) }
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
  if (error instanceof ArchiveRefused) return error
  signal?.throwIfAborted()
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EISDIR') return new ArchiveRefused(`There is no archive ${file}.`)
  if (code === 'EACCES') return new ArchiveRefused(`The file ${file} may not be read by this user.`)
  return new ArchiveRefused(`The archive ${file} is damaged, cut short, or no archive at all.`, { cause: error })
}

/** The longest line and the longest manifest that are read, in bytes. */
export const LONGEST = 32 * 1024 * 1024

/** The lines of an entry, without their ends. @throws ArchiveRefused where one is longer than `LONGEST`, or the last has no end. */
export async function* readLines({ content }: ArchiveEntry): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for await (const chunk of content) {
      const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = pieces.pop() ?? ''
      if (rest.length > LONGEST) throw new ArchiveRefused('The archive holds a record that is far too long.')
      yield* pieces
    }
  } catch (error) {
    if (error instanceof TypeError) throw new ArchiveRefused('The archive holds records that are not written in UTF-8.', { cause: error })
    throw error
  }
  if (rest !== '') throw new ArchiveRefused('The archive holds records that are cut short.')
}

/** All of the manifest. */
export async function readWhole(entry: ArchiveEntry): Promise<string> {
  if (entry.size > LONGEST) throw new ArchiveRefused('The archive is damaged: its manifest is far too long.')
  const chunks: Buffer[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
