import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip, type Gzip, type ZlibParams } from 'node:zlib'
import tar from 'tar-stream'
import type { ArchiveOut } from './save-records.ts'

/** An archive that goes out piece by piece, as fast as it is taken; nothing of it lies on disk. */
export interface StreamedArchive {
  readonly out: ArchiveOut
  readonly stream: ReadableStream<Uint8Array>
  /** Ends it well. */
  finish(): void
  /** Cuts it short: whoever takes it sees that it did not come to its end. */
  fail(error: Error): void
}

/** Opens it. `signal` is told when the one who takes it goes away. */
export function openStreamedArchive(gone: () => void): StreamedArchive {
  const pack = tar.pack()
  const gzip = createGzip({ level: 1 }) as Gzip & ZlibParams // deflate's own, which the types forget
  const packed = pipeline(pack, gzip)
  packed.catch((error: Error) => {
    pack.destroy(error) // whoever writes an entry is told
    gone()
  })
  gzip.once('close', () => {
    if (!gzip.readableEnded) gone()
  })
  const refuse = (): void => {
    if (pack.destroyed || gzip.destroyed) throw new Error('whoever took the archive has gone')
  }
  const addStream: ArchiveOut['addStream'] = async (name, size, content, look) => {
    refuse()
    const seen = async function* (source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
      for await (const chunk of source) {
        look(chunk)
        yield chunk
      }
    }
    await Promise.race([pipeline(content, seen, pack.entry({ name, size, mode: 0o600 })), packed])
  }
  return {
    out: {
      add: (name, content) => addStream(name, content.length, Readable.from([content]), () => {}),
      addStream,
      stopCompressing: async () => {
        refuse()
        await Promise.race([new Promise<void>((done) => gzip.params(0, constants.Z_DEFAULT_STRATEGY, done)), packed])
      },
      written: () => gzip.bytesWritten,
    },
    stream: Readable.toWeb(gzip) as ReadableStream<Uint8Array>,
    finish: () => pack.finalize(),
    fail: (error) => gzip.destroy(error),
  }
}
