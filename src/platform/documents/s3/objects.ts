import type { S3Client, S3Place } from './requests.ts'

/** Seconds that a document may take on its way. */
const ON_THE_WAY = 300

/** An object as the store lists it. */
export interface S3Object {
  readonly key: string
  /** By the store's clock, to the second at least. */
  readonly changed: Temporal.Instant
  /** In bytes. */
  readonly size: number
}

/** Puts an object, whole or not at all: the store refuses what does not have the sum (S3 API, PutObject). */
export async function putObject(client: S3Client, key: string, body: Blob, sha256: string): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream' }
  await client({ method: 'PUT', key, headers, content: { body, sha256 }, seconds: ON_THE_WAY }, done)
}

/** Length and age of an object; undefined where there is none. */
export function headObject(client: S3Client, key: string): Promise<S3Object | undefined> {
  return client({ method: 'HEAD', key }, async ({ headers }) => ({
    key,
    changed: Temporal.Instant.fromEpochMilliseconds(Date.parse(headers.get('last-modified') ?? '')),
    size: Number(headers.get('content-length')),
  }))
}

/** Hands the bytes of an object to `take`, once again from the start where the line fails; undefined where there is none. */
export function getObject<T>(
  client: S3Client,
  key: string,
  take: (content: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<T | undefined> {
  return client({ method: 'GET', key, seconds: ON_THE_WAY }, (answer) => take(answer.body ?? nothing()))
}

/** Deletes an object; one that is gone already is no error. */
export async function deleteObject(client: S3Client, key: string): Promise<void> {
  await client({ method: 'DELETE', key }, done)
}

/** Copies an object inside the bucket. */
export async function copyObject(client: S3Client, { bucket }: S3Place, from: string, to: string): Promise<void> {
  const headers = { 'x-amz-copy-source': `/${bucket}/${from}` }
  await client({ method: 'PUT', key: to, headers, seconds: ON_THE_WAY }, async (answer) => {
    // A copy that fails on its way still begins with 200 (S3 API, CopyObject).
    if (/<Error>/.test(await answer.text())) throw new TypeError('terminated', { cause: new Error('a copy was broken off') })
  })
}

/** Every object of the bucket, in the order of their names, `most` a page (S3 API, ListObjects in its first form, which every store has). */
export async function* listObjects(client: S3Client, most = 1000): AsyncIterable<S3Object> {
  for (let marker = ''; ; ) {
    const page = await client({ method: 'GET', key: '', query: { 'max-keys': String(most), ...(marker !== '' && { marker }) } }, (answer) =>
      answer.text(),
    )
    const objects = [...(page ?? '').matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => readObject(entry))
    yield* objects
    const last = objects.at(-1)
    if (last === undefined || last.key === marker || !/<IsTruncated>\s*true/.test(page ?? '')) return
    marker = last.key
  }
}

/** Asks for as little as shows that the bucket is there and open to us. */
export async function reachBucket(client: S3Client): Promise<void> {
  await client({ method: 'GET', key: '', query: { 'max-keys': '1' }, seconds: 5, tries: 1 }, done)
}

function readObject(entry: string): S3Object {
  const find = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(entry)?.[1]?.trim() ?? ''
  return { key: unescaped(find('Key')), changed: Temporal.Instant.from(find('LastModified')), size: Number(find('Size')) }
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')
}

async function done(answer: Response): Promise<void> {
  await answer.arrayBuffer() // so that the line is free for the next
}

async function* nothing(): AsyncIterable<Uint8Array> {}
