import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { DocumentsUnreachable } from '../store.ts'
import { sentenceFor } from './words.ts'

/** A bucket of an S3-compatible store, and the key that opens it. */
export interface S3Place {
  /** Where the store answers, for example 'https://s3.eu-west-2.amazonaws.com'; no path. */
  readonly endpoint: string
  /** Holds the documents of one house and nothing else; addressed by path, which every store understands. */
  readonly bucket: string
  /** For example 'eu-west-2'; whatever the store calls it. */
  readonly region: string
  readonly accessKey: string
  /** Signs requests and never leaves the process. */
  readonly secretKey: string
}

/** One request to the bucket. */
export interface S3Ask {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE'
  /** Name of the object; empty for the bucket itself. */
  readonly key: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** What is put, with its sum in lower-case hexadecimal: the store refuses anything else. */
  readonly content?: { readonly body: Blob; readonly sha256: string }
  /** After these the request is given up; 30 unless told. */
  readonly seconds?: number
  /** How often it is tried; 3 unless told. */
  readonly tries?: number
}

/**
 * Sends one signed request and hands the answer to `take`, which reads its body; both are done again where the line or the store fails, for every
 * request of ours may be repeated. Undefined where there is no such object to look at or delete.
 * @throws DocumentsUnreachable with a sentence.
 */
export type S3Client = <T>(ask: S3Ask, take: (answer: Response) => Promise<T>) => Promise<T | undefined>

const NOTHING = createHash('sha256').digest('hex')
const PAUSE = 200

/** Speaks to one bucket (Signature Version 4 of the S3 API). */
export function s3Client(place: S3Place): S3Client {
  const signer = new AwsClient({ accessKeyId: place.accessKey, secretAccessKey: place.secretKey, region: place.region, service: 's3' })
  return async (ask, take) => {
    for (let left = (ask.tries ?? 3) - 1; ; left--) {
      const tried = await tryOnce(place, signer, ask, take)
      if (!('fault' in tried)) return tried.taken
      if (left <= 0 || !tried.again) throw tried.fault
      await sleep(PAUSE * 4 ** (2 - Math.min(left, 2)))
    }
  }
}

type Tried<T> = { readonly taken: T | undefined } | { readonly fault: Error; readonly again: boolean }

async function tryOnce<T>(place: S3Place, signer: AwsClient, ask: S3Ask, take: (answer: Response) => Promise<T>): Promise<Tried<T>> {
  try {
    const answer = await send(place, signer, ask)
    if (answer.ok) return { taken: await take(answer) }
    const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? ''
    if (answer.status === 404 && mayLack(ask) && code !== 'NoSuchBucket') return { taken: undefined }
    const again = answer.status >= 500 || answer.status === 429 || code === 'RequestTimeout'
    return { fault: new DocumentsUnreachable(sentenceFor(place, answer.status, code)), again }
  } catch (error) {
    const line = lineFault(error)
    if (line === undefined) throw error
    const sentence = `The document store at ${place.endpoint} does not answer (${line}).`
    return { fault: new DocumentsUnreachable(sentence, { cause: error }), again: true }
  }
}

/** What is not there was looked for in vain, or is deleted already, which some stores call an error. */
const mayLack = ({ method, key }: S3Ask): boolean => method !== 'PUT' && key !== ''

async function send(place: S3Place, signer: AwsClient, ask: S3Ask): Promise<Response> {
  const url = new URL(`/${place.bucket}${ask.key && '/'}${ask.key}`, place.endpoint)
  for (const [name, value] of Object.entries(ask.query ?? {})) url.searchParams.set(name, value)
  const signed = await signer.sign(url.href, {
    method: ask.method,
    headers: { ...ask.headers, 'x-amz-content-sha256': ask.content?.sha256 ?? NOTHING },
    ...(ask.content && { body: ask.content.body }),
  })
  // A signed request cannot follow a redirect, and must not be led elsewhere.
  return fetch(signed, { redirect: 'manual', signal: AbortSignal.timeout((ask.seconds ?? 30) * 1000) })
}

/** What a failed line says of itself; undefined for any other error. */
function lineFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error.name === 'TimeoutError') return 'it took too long'
  if (!(error instanceof TypeError) || !/^(fetch failed|terminated)$/.test(error.message)) return undefined
  const { code, message } = (error.cause ?? {}) as NodeJS.ErrnoException
  return code ?? message ?? error.message
}
