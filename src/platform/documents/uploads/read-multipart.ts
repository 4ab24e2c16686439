import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { makeWorkingFolder } from '../working-folder.ts'
import { largestFile, type UploadedFile } from './uploaded-file.ts'

/** A form with files as it was read. Call `discard` once the request is answered. */
export interface ReadParts {
  readonly entries: readonly (readonly [string, string | UploadedFile])[]
  /** Removes what was kept on disk. */
  discard(): Promise<void>
}

/** What one form may bring. */
export interface PartLimits {
  /** Bytes of one file; a larger one is read to its end and thrown away, so that the browser gets to the answer. */
  readonly file: number
  /** Bytes of all fields together. */
  readonly fields: number
  /** Fields, counted. */
  readonly names: number
  /** Bytes of the whole body: whoever sends more is not read to the end. */
  readonly body: number
}

/** How much of a body is read, to be thrown away, before the connection is cut: enough for a film from a phone. */
export const drained = 1024 * 1024 * 1024

/** The limits of every form of the house. */
export const partLimits: PartLimits = { file: largestFile, fields: 4 * 1024 * 1024, names: 3000, body: drained }

/** Why a form with files could not be read. */
export class PartsRefused extends Error {
  readonly reason: 'unreadable' | 'too-large'

  constructor(reason: 'unreadable' | 'too-large', detail: string) {
    super(detail)
    this.name = 'PartsRefused'
    this.reason = reason
  }
}

const mostFiles = 5

/**
 * Reads a multipart body as it comes: fields into memory, files to disk in a folder that only this user can enter. What is above a limit is read
 * and thrown away rather than cut off, because a browser shows an answer only when its whole form has left.
 * @param declared - `Content-Length`, undefined where the body does not say its length
 * @throws PartsRefused
 */
export async function readMultipart(
  body: ReadableStream<Uint8Array> | null,
  contentType: string,
  declared: number | undefined,
  limits: PartLimits = partLimits,
): Promise<ReadParts> {
  if (body === null) throw new PartsRefused('unreadable', 'The body is empty.')
  // Known to be too large before it begins: then nothing is written at all.
  const keep = declared === undefined || declared <= limits.file + limits.fields
  const folder = keep ? await makeWorkingFolder('upload') : ''
  const desk = openDesk(limits, folder)
  try {
    const boy = openBusboy(contentType, limits)
    desk.listen(boy)
    await feed(Readable.fromWeb(body as unknown as WebStream), boy, limits)
    return { entries: await desk.entries(), discard: desk.discard }
  } catch (error) {
    await desk.discard()
    throw error instanceof PartsRefused ? error : new PartsRefused('unreadable', String(error))
  }
}

function openBusboy(contentType: string, limits: PartLimits): BusboyInstance {
  return new Busboy({
    headers: { 'content-type': contentType } as BusboyHeaders,
    limits: {
      fieldNameSize: 200,
      fieldSize: limits.fields,
      fields: limits.names,
      files: mostFiles,
      fileSize: limits.file + 1,
      parts: limits.names + mostFiles,
      headerPairs: 20,
      headerSize: 16 * 1024,
    },
  })
}

/** Pours the body into the reader; a body that ends in the middle of a part never finishes it, so its end is waited for with patience. */
async function feed(source: Readable, boy: BusboyInstance, limits: PartLimits): Promise<void> {
  let poured = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      poured += chunk.length
      if (poured > limits.body) done(new PartsRefused('too-large', `The body has more than ${limits.body} bytes.`))
      else done(null, chunk)
    },
  })
  const finished = new Promise<void>((resolve, reject) => {
    boy.once('finish', () => resolve())
    boy.on('error', (error) => reject(error as Error)) // stays: an error that nobody hears ends the process
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
      boy.once(limit, () => reject(new PartsRefused('unreadable', `The form passes the ${limit}.`)))
  })
  const ended = new Promise<never>((_, reject) => {
    counted.once('end', () => setTimeout(() => reject(new PartsRefused('unreadable', 'The body ends too early.')), 2000).unref())
  })
  finished.catch(() => {})
  ended.catch(() => {})
  counted.pipe(boy)
  await Promise.race([Promise.all([pipeline(source, counted), finished]), ended])
}

interface Desk {
  listen(boy: BusboyInstance): void
  entries(): Promise<ReadParts['entries']>
  discard(): Promise<void>
}

/** Where the parts are laid down; `folder` is '' where files are thrown away. */
function openDesk(limits: PartLimits, folder: string): Desk {
  const entries: Promise<readonly [string, string | UploadedFile]>[] = []
  const givenUp = new AbortController()
  let fieldBytes = 0
  const listen = (boy: BusboyInstance): void => {
    boy.on('field', (name, value, _nameCut, cut) => {
      fieldBytes += value.length
      if (cut || fieldBytes > limits.fields) boy.emit('error', new PartsRefused('too-large', 'The fields are too long.'))
      else entries.push(Promise.resolve([name, value]))
    })
    boy.on('file', (name, stream, fileName) => {
      const path = folder && join(folder, String(entries.length))
      const laid = layDown(stream, (fileName ?? '').slice(0, 300), path, limits, givenUp.signal).then((file) => [name, file] as const)
      laid.catch((error: unknown) => boy.emit('error', error))
      entries.push(laid)
    })
  }
  const discard = async (): Promise<void> => {
    // What is still being written belongs to a body that was given up.
    givenUp.abort()
    await Promise.allSettled(entries)
    if (folder) await rm(folder, { recursive: true, force: true })
  }
  return { listen, entries: () => Promise.all(entries), discard }
}

async function layDown(
  stream: BusboyFileStream,
  name: string,
  path: string,
  limits: PartLimits,
  signal: AbortSignal,
): Promise<UploadedFile> {
  // Heard from the first moment: a body that is cut off ends the part with an error.
  const target =
    path === '' ? new Writable({ write: (_chunk, _encoding, done) => done() }) : createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await pipeline(stream, target, { signal })
  const size = stream.bytesRead
  if (size === 0 || (path !== '' && size <= limits.file && !stream.truncated)) return { name, size, path, tooLarge: false }
  if (path !== '') await rm(path, { force: true })
  return { name, size: limits.file + 1, path: '', tooLarge: true }
}
