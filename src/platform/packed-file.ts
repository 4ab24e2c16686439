import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'

/** One kind of packed file (tar in gzip), as backups and archives are: how it is called, what may stand in it, and how it is refused. */
export interface PackedKind<Name> {
  readonly noun: string
  readonly Refused: new (words: string, options?: ErrorOptions) => Error
  /** Reads the name of an entry; undefined for every other name, and so for every path that leads elsewhere. */
  readonly nameOf: (name: string) => Name | undefined
  /** So much may come out of so little: bytes that are free, and times of what was read. Without it there is no bound. */
  readonly growth?: { readonly free: number; readonly times: number } | undefined
}

/** One entry, read once from front to back before the next comes. */
export interface PackedEntry<Name> {
  readonly name: Name
  /** In bytes. */
  readonly size: number
  readonly content: AsyncIterable<Buffer>
}

/** Name of the last entry. */
export const MANIFEST = 'manifest.json'

/** Name of a document's entry. */
export function documentEntry(sha256: string): string {
  return `documents/${sha256.slice(0, 2)}/${sha256}`
}

/** The digest in the name of a document's entry; undefined for every other name. */
export function readDocumentEntry(name: string): string | undefined {
  const [, folder, sha256] = /^documents\/([0-9a-f]{2})\/([0-9a-f]{64})$/.exec(name) ?? []
  return sha256 !== undefined && folder === sha256.slice(0, 2) ? sha256 : undefined
}

/**
 * Reads a packed file from front to back with little memory.
 * @throws `kind.Refused` where the file is damaged, cut short, grows beyond measure, or is something else.
 */
export async function* readPacked<Name>(kind: PackedKind<Name>, file: string, signal?: AbortSignal): AsyncIterable<PackedEntry<Name>> {
  const { noun, Refused, nameOf } = kind
  const extract = tar.extract()
  const source = createReadStream(file)
  const measured = measuring(kind, file, () => source.bytesRead)
  const fed = pipeline(source, createGunzip(), measured, extract, signal === undefined ? {} : { signal })
  fed.catch((error: Error) => extract.destroy(error))
  try {
    for await (const entry of extract) {
      const { name: given, size = 0, type } = entry.header
      if (type !== 'file') throw new Refused(`This is no ${noun} of Goldenthread: it holds a ${type}.`)
      const name = nameOf(given)
      if (name === undefined)
        throw new Refused(`This is no ${noun} of Goldenthread, or a damaged one: it holds ${JSON.stringify(given.slice(0, 100))}.`)
      yield { name, size, content: worded(kind, file, entry as unknown as AsyncIterable<Buffer>, signal) }
    }
    await fed
  } catch (error) {
    throw inWords(kind, file, error, signal)
  } finally {
    extract.destroy()
    await fed.catch(() => {})
  }
}

/** All of an entry. @throws `Refused` with these words where it is longer than `limit` bytes. */
export async function readWhole(entry: PackedEntry<unknown>, limit: number, tooLong: () => Error): Promise<Buffer> {
  if (entry.size > limit) throw tooLong()
  const chunks: Buffer[] = []
  for await (const chunk of entry.content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Lets through what has grown within measure. */
function measuring({ noun, Refused, growth }: PackedKind<unknown>, file: string, bytesRead: () => number): Transform {
  let grown = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      grown += chunk.length
      if (growth !== undefined && grown > growth.free + growth.times * bytesRead())
        done(new Refused(`The ${noun} ${file} grows beyond measure when it is unpacked: it was made to do harm.`))
      else done(null, chunk)
    },
  })
}

/** Damage shows while somebody reads an entry: they, too, are told in words. */
async function* worded(
  kind: PackedKind<unknown>,
  file: string,
  content: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
): AsyncIterable<Buffer> {
  try {
    for await (const chunk of content) {
      signal?.throwIfAborted()
      yield chunk
    }
  } catch (error) {
    throw inWords(kind, file, error, signal)
  }
}

function inWords({ noun, Refused }: PackedKind<unknown>, file: string, error: unknown, signal: AbortSignal | undefined): Error {
  if (error instanceof Refused) return error
  signal?.throwIfAborted()
  const { code = '' } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'EISDIR') return new Refused(`There is no ${noun} file ${file}.`)
  if (code === 'EACCES') return new Refused(`The file ${file} may not be read by this user.`)
  return new Refused(`The ${noun} ${file} is damaged, cut short, or no ${noun} at all.`, { cause: error })
}
