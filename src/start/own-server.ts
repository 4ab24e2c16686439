import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { socketUrl } from '#platform/database/embedded/start.ts'
import { APP, OWNER, withClient } from '#platform/database/roles.ts'
import type { Config } from '../config.ts'
import { DATABASE, openServer } from './house-database.ts'

/**
 * Runs a tool's `work`, which is given the owner's address and the serving role's, on the running product's own server where there is one; else starts the server for as long as it takes.
 * @throws Error with a sentence where there is no database at all.
 */
export async function onServer<T>(config: Config, work: (ownerUrl: string, url: string) => Promise<T>): Promise<T> {
  const running = await runningFolder(config)
  if (running !== undefined) return work(socketUrl(running, DATABASE, OWNER), socketUrl(running, DATABASE, APP))
  if (config.database.kind === 'embedded' && !existsSync(join(config.data, 'data'))) {
    throw new Error(`There is no database in ${config.data}. GOLDENTHREAD_DATA says where it is.`)
  }
  const server = await openServer(config)
  try {
    return await work(server.ownerUrl, server.url)
  } finally {
    await server.stop()
  }
}

const PATIENCE = 5_000

/** After kill -9 of the product its socket is still in its place, and nobody answers; right after it the server says that it is leaving. */
async function runningFolder(config: Config): Promise<string | undefined> {
  const note = join(config.data, 'socket')
  if (config.database.kind === 'external' || !existsSync(note)) return undefined
  const folder = readFileSync(note, 'utf8').trim()
  const url = socketUrl(folder, DATABASE, OWNER)
  for (const until = performance.now() + PATIENCE; existsSync(join(folder, '.s.PGSQL.5432')); await sleep(50)) {
    const state = await withClient(url, async () => 'up' as const).catch(whyNot)
    if (state === 'up') return folder
    if (state === 'gone' || performance.now() > until) return undefined
  }
  return undefined
}

/** A server that leaves may take the call and hang up before a word is said: EPIPE and ECONNRESET are the same. */
const gone: ReadonlySet<string | undefined> = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE'])

function whyNot(error: NodeJS.ErrnoException): 'gone' | 'coming-or-going' {
  if (gone.has(error.code)) return 'gone'
  if (error.code === '57P03') return 'coming-or-going'
  throw error
}
