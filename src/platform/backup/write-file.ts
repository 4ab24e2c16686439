import { createWriteStream, existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip, type Gzip, type ZlibParams } from 'node:zlib'
import tar from 'tar-stream'
import { BackupRefused } from './manifest.ts'

/** A backup that is being written, under a temporary name. */
export interface BackupFile {
  /** Adds an entry; resolves when the disk has taken what came before, so that memory stays flat. */
  add(name: string, content: Buffer): Promise<void>
  /** Adds an entry of a known size; the chunks pass through `look`. */
  addStream(name: string, size: number, content: Readable, look: (chunk: Buffer) => void): Promise<void>
  /** From here on nothing is compressed: documents are already, and squeezing them again would only take time. */
  stopCompressing(): Promise<void>
  /** Bytes that have reached the file. */
  written(): number
  /** Ends the file and gives it its name, once every byte is on disk. */
  finish(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

/**
 * Opens `file` for a backup, readable by us alone.
 * @param signal breaks the next write off.
 * @throws BackupRefused where it, or its unfinished twin, is there already, or cannot be made.
 */
export async function openBackupFile(file: string, signal?: AbortSignal): Promise<BackupFile> {
  const partial = `${file}.partial`
  if (existsSync(file)) throw new BackupRefused(`The file ${file} exists already and is left as it is: name another.`)
  const handle = await open(partial, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw cannotOpen(partial, error)
  })
  const pack = tar.pack()
  const gzip = createGzip({ level: 1 }) as Gzip & ZlibParams // deflate's own, which the types forget
  let fault: Error | undefined
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const written = pipeline(pack, gzip, counted, createWriteStream(partial, { fd: handle.fd, autoClose: false }))
  written.catch((error: Error) => {
    fault = error
    pack.destroy(error) // a full disk must end the copying, too
  })
  const refuse = (): void => {
    signal?.throwIfAborted()
    if (fault !== undefined || pack.destroyed) throw inWords(partial, fault)
  }
  return {
    add: async (name, content) => {
      refuse()
      // Through the entry's stream: a buffer handed over at once would not wait for the disk.
      const entry = pack.entry({ name, size: content.length, mode: 0o600 })
      await Promise.race([ended(entry, content), written]).catch((error: Error) => {
        throw inWords(partial, fault ?? error)
      })
    },
    addStream: async (name, size, content, look) => {
      refuse()
      const entry = pack.entry({ name, size, mode: 0o600 })
      const seen = async function* (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
        for await (const chunk of source) {
          look(chunk)
          yield chunk
        }
      }
      await Promise.race([pipeline(content, seen, entry), written]).catch((error: Error) => {
        throw inWords(partial, fault ?? error)
      })
    },
    stopCompressing: async () => {
      refuse()
      const changed = new Promise<void>((done) => gzip.params(0, constants.Z_DEFAULT_STRATEGY, done))
      await Promise.race([changed, written])
    },
    written: () => bytes,
    finish: async () => {
      pack.finalize()
      await written.catch((error: Error) => {
        throw inWords(partial, error)
      })
      await handle.sync()
      await handle.close()
      await name(partial, file)
    },
    discard: async () => {
      pack.destroy()
      await written.catch(() => {})
      await handle.close().catch(() => {})
      await rm(partial, { force: true })
    },
  }
}

function ended(entry: NodeJS.WritableStream, content: Buffer): Promise<void> {
  return new Promise((done, fail) => {
    entry.once('error', fail).once('finish', () => done())
    entry.end(content)
  })
}

/** Gives the file its name without ever replacing another; on disks without hard links by looking first. */
async function name(partial: string, file: string): Promise<void> {
  try {
    await link(partial, file)
    await rm(partial)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || existsSync(file))
      throw new BackupRefused(`The file ${file} has come into being meanwhile and is left as it is.`, { cause: error })
    await rename(partial, file)
  }
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}

function cannotOpen(partial: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EEXIST') {
    return new BackupRefused(
      `${partial} is there: another backup is being written, or one was cut short. If none is running, delete it and begin again.`,
    )
  }
  if (error.code === 'ENOENT') return new BackupRefused(`The folder ${dirname(partial)} does not exist.`)
  return new BackupRefused(`The file ${partial} cannot be made: ${error.message}.`, { cause: error })
}

function inWords(partial: string, error: Error | undefined): Error {
  if (error instanceof BackupRefused || error?.name === 'AbortError') return error
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException
  const reason = code === 'ENOSPC' ? 'the disk is full' : (error?.message ?? 'it was closed')
  return new BackupRefused(`The backup could not be written to ${partial}: ${reason}.`, { cause: error })
}
