import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { socketUrl } from '#platform/database/embedded/start.ts'
import { OWNER, withClient } from '#platform/database/roles.ts'
import type { Config } from '../config.ts'
import { DATABASE, openServer } from './house-database.ts'

/**
 * Runs a tool's `work`, as the owner, on the running product's own server where there is one; else starts the server for as long as it takes.
 * @throws Error with a sentence where there is no database at all.
 */
export async function onServer<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const running = await runningUrl(config)
  if (running !== undefined) return work(running)
  if (config.database.kind === 'embedded' && !existsSync(join(config.data, 'data'))) {
    throw new Error(`There is no database in ${config.data}. GOLDENTHREAD_DATA says where it is.`)
  }
  const server = await openServer(config)
  try {
    return await work(server.ownerUrl)
  } finally {
    await server.stop()
  }
}

/** After kill -9 of the product its socket is still in its place, and nobody answers. */
async function runningUrl(config: Config): Promise<string | undefined> {
  const note = join(config.data, 'socket')
  if (config.database.kind === 'external' || !existsSync(note)) return undefined
  const folder = readFileSync(note, 'utf8').trim()
  if (!existsSync(join(folder, '.s.PGSQL.5432'))) return undefined
  const url = socketUrl(folder, DATABASE, OWNER)
  return withClient(url, async () => url).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') return undefined
    throw error
  })
}
