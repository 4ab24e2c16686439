import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { diskStore } from '../disk-store.ts'
import type { S3Place } from '../s3/requests.ts'
import { s3Store } from '../s3/s3-store.ts'
import type { WholeStore } from '../store.ts'
import { startS3Server } from './s3-server.ts'

/** A store, and what a test does to it behind its back. */
export interface TrialStore {
  readonly name: string
  readonly store: WholeStore
  /** How many nights it takes until a document that nobody holds is gone. */
  readonly nights: number
  /** Replaces the content of a document. */
  damage(sha256: string, content: string): Promise<void>
  /** Makes what was put until now older than the instant it resolves to, and that older than whatever is put next. */
  grow(): Promise<Temporal.Instant>
  /** How many things the store keeps. */
  count(): Promise<number>
  /** Makes the store unreachable for good. */
  breakDown(): Promise<void>
  stop(): Promise<void>
}

/** One store of each kind; the bucket is kept by a server of its own that speaks S3. */
export async function trialStores(): Promise<readonly TrialStore[]> {
  return [trialDisk(), await trialBucket()]
}

/** A store on disk. */
export function trialDisk(): TrialStore {
  const root = mkdtempSync(join(tmpdir(), 'documents-'))
  const folder = join(root, 'documents')
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => join(found.parentPath, found.name))
  return {
    name: 'on disk',
    store: diskStore(folder),
    nights: 1,
    damage: async (sha256, content) => writeFileSync(join(folder, sha256.slice(0, 2), sha256), content),
    grow: async () => {
      for (const file of files()) utimesSync(file, 1, 1)
      return Temporal.Now.instant().subtract({ seconds: 10 })
    },
    count: async () => {
      for (const file of files()) if ((statSync(file).mode & 0o777) !== 0o600) throw new Error(`${file} can be read by others`)
      return files().length
    },
    breakDown: async () => {
      rmSync(folder, { recursive: true })
      chmodSync(root, 0o500)
      writeFileSync(folder, 'no folder', { flag: 'w' })
    },
    stop: async () => rmSync(root, { recursive: true, force: true }),
  }
}

/** A bucket, which others might use, too. */
export interface TrialBucket extends TrialStore {
  readonly place: S3Place
  /** Puts something that is none of our documents. */
  put(key: string, content: string): Promise<void>
}

/** A store in a bucket. */
export async function trialBucket(): Promise<TrialBucket> {
  const server = await startS3Server()
  const { endpoint, bucket, accessKey, secretKey, region } = server.place
  const client = new AwsClient({ accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3' })
  const put = async (key: string, content: string): Promise<void> => {
    await client.fetch(`${endpoint}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`, { method: 'PUT', body: content })
  }
  let running = true
  const stop = async (): Promise<void> => {
    if (running) await server.stop()
    running = false
  }
  return {
    name: 'in a bucket',
    place: server.place,
    store: s3Store(server.place),
    nights: 2,
    put,
    damage: (sha256, content) => put(`${sha256.slice(0, 2)}/${sha256}`, content),
    grow: async () => {
      await sleep(2_100) // objects know their age to the second
      return Temporal.Now.instant().subtract({ milliseconds: 1_050 })
    },
    count: async () => [...(await (await client.fetch(`${endpoint}/${bucket}`)).text()).matchAll(/<Contents>/g)].length,
    breakDown: stop,
    stop,
  }
}
