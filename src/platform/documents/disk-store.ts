import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, copyFile, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { newId } from '#platform/database/ids.ts'
import { NotFound } from '#platform/refusals.ts'
import { DocumentDamaged, DocumentsUnreachable, isDocumentName, type StoredDocument, type WholeStore } from './store.ts'

/** A store below one folder of the disk, which is made with mode 0700. */
export function diskStore(folder: string): WholeStore {
  return {
    put: (bytes, mediaType) => put(folder, bytes, mediaType),
    putFile: (path, mediaType) => putFile(folder, path, mediaType),
    open: (sha256) => read(folder, sha256),
    stream: (sha256) => readStream(folder, sha256),
    size: (sha256) => sizeOf(folder, sha256),
    olderThan: (before) => olderThan(folder, before),
    remove: (sha256, before, stillWanted) => remove(folder, sha256, before, stillWanted),
    reach: () => reach(folder),
    has: async (sha256) => isDocumentName(sha256) && (await stat(place(folder, sha256)).catch(() => undefined)) !== undefined,
    bring: (sha256, content) => bring(folder, sha256, content),
    drop: (sha256) => rm(place(folder, sha256), { force: true }),
    keepOnly: (wanted) => keepOnly(folder, wanted),
  }
}

const place = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256)

async function put(folder: string, bytes: Uint8Array, mediaType: string): Promise<StoredDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const target = place(folder, sha256)
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
  // Always written anew, even where it exists: that renews its age, so that the sweep leaves it to its new holder.
  const fresh = `${target}.${newId()}`
  const file = await open(fresh, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, target)
  return { sha256, size: bytes.byteLength, mediaType }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}

async function putFile(folder: string, path: string, mediaType: string): Promise<StoredDocument> {
  const sha256 = await digestOf(path)
  const target = place(folder, sha256)
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
  const fresh = `${target}.${newId()}`
  await copyFile(path, fresh)
  const file = await open(fresh, 'r+')
  try {
    await file.chmod(0o600)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, target)
  return { sha256, size: (await stat(target)).size, mediaType }
}

async function readStream(folder: string, sha256: string): Promise<ReadableStream<Uint8Array>> {
  if (!isDocumentName(sha256)) throw new NotFound('No such document.')
  const found = await digestOf(place(folder, sha256)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new NotFound('No such document.') : error
  })
  if (found !== sha256) throw new DocumentDamaged(`The document ${sha256} is damaged on disk.`)
  return Readable.toWeb(createReadStream(place(folder, sha256))) as ReadableStream<Uint8Array>
}

async function read(folder: string, sha256: string): Promise<Uint8Array> {
  if (!isDocumentName(sha256)) throw new NotFound('No such document.')
  const bytes = await readFile(place(folder, sha256)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new NotFound('No such document.') : error
  })
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new DocumentDamaged(`The document ${sha256} is damaged on disk.`)
  return bytes
}

async function sizeOf(folder: string, sha256: string): Promise<number> {
  if (!isDocumentName(sha256)) return 0
  return (await stat(place(folder, sha256)).catch(() => undefined))?.size ?? 0
}

async function* olderThan(folder: string, before: Temporal.Instant): AsyncIterable<string> {
  for (const part of await names(folder)) {
    for (const name of await names(join(folder, part))) {
      if (isDocumentName(name) && (await isOlder(join(folder, part, name), before))) yield name
      if (name.length > 64 && (await isOlder(join(folder, part, name), before))) await rm(join(folder, part, name)) // a write cut short
    }
  }
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

async function isOlder(file: string, before: Temporal.Instant): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  return found !== undefined && found.mtimeMs < before.epochMilliseconds
}

async function remove(folder: string, sha256: string, before: Temporal.Instant, stillWanted: () => Promise<boolean>): Promise<boolean> {
  const target = place(folder, sha256)
  const aside = `${target}.${newId()}`
  await rename(target, aside) // from here on a put makes a new file, which this does not touch
  if ((await isOlder(aside, before)) && !(await stillWanted())) {
    await rm(aside)
    return true
  }
  await rename(aside, target)
  return false
}

/** A read-only or vanished disk shows here, before somebody loses an upload to it. */
async function reach(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw new DocumentsUnreachable(`Documents cannot be kept in ${folder}: ${(error as Error).message}.`, { cause: error })
  }
}

async function bring(folder: string, sha256: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const target = place(folder, sha256)
  await mkdir(join(target, '..'), { recursive: true, mode: 0o700 })
  const fresh = `${target}.${newId()}` // as a put cut short is called: the sweep takes it
  const hash = createHash('sha256')
  const out = await open(fresh, 'wx', 0o600)
  try {
    for await (const chunk of content) {
      hash.update(chunk)
      await out.writeFile(chunk)
    }
    await out.sync()
    if (hash.digest('hex') !== sha256) throw new DocumentDamaged(`The document ${sha256} is not what its name says.`)
  } catch (error) {
    await out.close()
    await rm(fresh, { force: true })
    throw error
  }
  await out.close()
  await rename(fresh, target)
}

async function keepOnly(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  for (const part of await names(folder))
    for (const name of await names(join(folder, part))) if (!wanted.has(name)) await rm(join(folder, part, name), { force: true })
}
