import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { S3Place } from '../s3/requests.ts'

/** A server on this machine that speaks the S3 API, with one empty bucket. */
export interface S3Server {
  readonly place: S3Place
  /** Ends the server, the documents with it. */
  stop(): Promise<void>
}

/** Starts one. It checks signatures, and knows one access key only. */
export async function startS3Server(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 's3-'))
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: 'house' }] })
  const { port } = await server.run()
  return {
    place: { endpoint: `http://127.0.0.1:${port}`, bucket: 'house', region: 'eu-west-2', accessKey: 'S3RVER', secretKey: 'S3RVER' },
    stop: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
