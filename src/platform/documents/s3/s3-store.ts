import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotFound } from '#platform/refusals.ts'
import { DocumentDamaged, isDocumentName, type StoredDocument, type WholeStore } from '../store.ts'
import { makeWorkingFolder } from '../working-folder.ts'
import { copyObject, deleteObject, getObject, headObject, listObjects, putObject, reachBucket } from './objects.ts'
import { type S3Client, type S3Place, s3Client } from './requests.ts'

/** A bucket of an S3-compatible store and how it is spoken to. */
interface Bucket {
  readonly place: S3Place
  readonly client: S3Client
}

/** A store in a bucket. Names of objects are those of files below the folder of a store on disk. */
export function s3Store(place: S3Place): WholeStore {
  const client = s3Client(place)
  const bucket = { place, client }
  return {
    put: (bytes, mediaType) => put(bucket, bytes, mediaType),
    putFile: (path, mediaType) => putFile(bucket, path, mediaType),
    open: (sha256) => read(bucket, sha256),
    stream: (sha256) => readStream(bucket, sha256),
    size: async (sha256) => (await find(bucket, sha256))?.size ?? 0,
    olderThan: (before) => olderThan(bucket, before),
    remove: (sha256, before, stillWanted) => remove(bucket, sha256, before, stillWanted),
    reach: () => reachBucket(client),
    has: async (sha256) => (await find(bucket, sha256)) !== undefined,
    bring: (sha256, content) => bring(bucket, sha256, content),
    drop: (sha256) => drop(bucket, sha256),
    keepOnly: (wanted) => keepOnly(bucket, wanted),
  }
}

const keyOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`
/** Where a document lies for a day before it is deleted for ever. */
const asideOf = (sha256: string): string => `set-aside/${sha256}`

/** Which document an object is; undefined for what is none of ours, which is never touched. */
function documentOf(key: string): string | undefined {
  const sha256 = key.slice(key.indexOf('/') + 1)
  return isDocumentName(sha256) && (key === keyOf(sha256) || key === asideOf(sha256)) ? sha256 : undefined
}

async function put({ client }: Bucket, bytes: Uint8Array, mediaType: string): Promise<StoredDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  // Always put anew, even where it is there: that renews its age, so that the sweep leaves it to its new holder.
  await putObject(client, keyOf(sha256), new Blob([new Uint8Array(bytes)]), sha256)
  return { sha256, size: bytes.byteLength, mediaType }
}

async function putFile({ client }: Bucket, path: string, mediaType: string): Promise<StoredDocument> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const sha256 = hash.digest('hex')
  const body = await openAsBlob(path) // read from the disk while it is sent
  await putObject(client, keyOf(sha256), body, sha256)
  return { sha256, size: body.size, mediaType }
}

/** Hands the bytes to `take` as they come, and to nobody unless they are what their name says. */
async function fetchChecked<T>({ client }: Bucket, sha256: string, take: (content: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
  if (!isDocumentName(sha256)) throw new NotFound('No such document.')
  const checked = async (content: AsyncIterable<Uint8Array>): Promise<{ readonly taken: T }> => {
    const hash = createHash('sha256')
    const taken = await take(hashed(content, hash))
    if (hash.digest('hex') !== sha256) throw new DocumentDamaged(`The document ${sha256} is damaged in the document store.`)
    return { taken }
  }
  const found = (await getObject(client, keyOf(sha256), checked)) ?? (await getObject(client, asideOf(sha256), checked))
  if (found === undefined) throw new NotFound('No such document.')
  return found.taken
}

async function* hashed(content: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncIterable<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk)
    yield chunk
  }
}

function read(bucket: Bucket, sha256: string): Promise<Uint8Array> {
  return fetchChecked(bucket, sha256, async (content) => Buffer.concat(await Array.fromAsync(content)))
}

/** By way of a file: only when all of it has come is it known to be whole. The file has no name any more when its first byte leaves. */
async function readStream(bucket: Bucket, sha256: string): Promise<ReadableStream<Uint8Array>> {
  const folder = await makeWorkingFolder('document')
  try {
    const path = join(folder, 'document')
    await fetchChecked(bucket, sha256, (content) => pipeline(content, createWriteStream(path, { mode: 0o600 })))
    const file = await open(path)
    return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function find({ client }: Bucket, sha256: string): Promise<{ readonly size: number } | undefined> {
  if (!isDocumentName(sha256)) return undefined
  return (await headObject(client, keyOf(sha256))) ?? (await headObject(client, asideOf(sha256)))
}

async function* olderThan({ client }: Bucket, before: Temporal.Instant): AsyncIterable<string> {
  for await (const { key, changed } of listObjects(client)) {
    const sha256 = documentOf(key)
    if (sha256 !== undefined && Temporal.Instant.compare(changed, before) < 0) yield sha256
  }
}

/**
 * An object cannot be taken out of the reach of those who put it at this moment, as a file can be renamed. So it is copied aside first, where it
 * can still be read, and deleted for ever when a sweep a day later still finds no holder: by then whoever put it has said that they hold it.
 */
async function remove(
  { client, place }: Bucket,
  sha256: string,
  before: Temporal.Instant,
  stillWanted: () => Promise<boolean>,
): Promise<boolean> {
  const isOld = ({ changed }: { changed: Temporal.Instant }): boolean => Temporal.Instant.compare(changed, before) < 0
  const aside = await headObject(client, asideOf(sha256))
  if (aside !== undefined) {
    if (!isOld(aside) || (await stillWanted())) return false
    await deleteObject(client, asideOf(sha256))
    return (await headObject(client, keyOf(sha256))) === undefined
  }
  const found = await headObject(client, keyOf(sha256))
  if (found === undefined || !isOld(found) || (await stillWanted())) return false
  await copyObject(client, place, keyOf(sha256), asideOf(sha256))
  await deleteObject(client, keyOf(sha256))
  return false
}

/** By way of a file: what is not what its name says never reaches the bucket. */
async function bring({ client }: Bucket, sha256: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const folder = await makeWorkingFolder('document')
  try {
    const path = join(folder, 'document')
    const hash = createHash('sha256')
    await pipeline(hashed(content, hash), createWriteStream(path, { mode: 0o600 }))
    if (hash.digest('hex') !== sha256) throw new DocumentDamaged(`The document ${sha256} is not what its name says.`)
    await putObject(client, keyOf(sha256), await openAsBlob(path), sha256)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function drop({ client }: Bucket, sha256: string): Promise<void> {
  await deleteObject(client, keyOf(sha256))
  await deleteObject(client, asideOf(sha256))
}

async function keepOnly({ client }: Bucket, wanted: ReadonlySet<string>): Promise<void> {
  for await (const { key } of listObjects(client)) {
    const sha256 = documentOf(key)
    if (sha256 !== undefined && !wanted.has(sha256)) await deleteObject(client, key)
  }
}
