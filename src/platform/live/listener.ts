import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#platform/log.ts'

/** What is needed to hear a channel of the database. */
export interface ListenerNeeds {
  readonly url: string
  /** As `pg_notify` names it. */
  readonly channel: string
  readonly log: Log
  heard(payload: string): void
  /** The line is there again after a break: whatever was told meanwhile was not heard. */
  restored(): void
}

/** One connection that listens. */
export interface Listener {
  close(): Promise<void>
}

/** Time between two tries to get the line back, in milliseconds: from the first to the longest. */
const patience = { first: 100, longest: 5_000 } as const

/** How often the line is tried while nothing is heard, in milliseconds; a line that was cut in silence is noticed by it. */
const probeEvery = 15_000

/** Listens on a channel for as long as it is not closed; a broken line is opened again by itself. */
export function openListener(needs: ListenerNeeds): Listener {
  const closing = new AbortController()
  const done = listen(needs, closing.signal).catch((error: unknown) => needs.log.error({ err: error }, 'listening ended'))
  return {
    close: async () => {
      closing.abort()
      await done
    },
  }
}

async function listen(needs: ListenerNeeds, signal: AbortSignal): Promise<void> {
  let wait: number = patience.first
  let isFirst = true
  while (!signal.aborted) {
    try {
      await hold(needs, signal, () => {
        wait = patience.first
        if (!isFirst) needs.restored()
        isFirst = false
      })
    } catch (error) {
      // A try that failed counts as a break: what was told meanwhile is read when the line is there.
      isFirst = false
      if (!signal.aborted) needs.log.warn({ err: error, channel: needs.channel }, 'the line to the database broke; trying again')
    }
    if (signal.aborted) return
    await sleep(wait, undefined, { signal }).catch(() => {})
    wait = Math.min(wait * 2, patience.longest)
  }
}

/** Holds one connection until it breaks or is to be closed. */
async function hold({ url, channel, heard }: ListenerNeeds, signal: AbortSignal, ready: () => void): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000, keepAlive: true })
  const broken = Promise.withResolvers<void>()
  broken.promise.catch(() => {})
  client.on('error', (error) => broken.reject(error))
  client.on('end', () => broken.reject(new Error('The database ended the connection.')))
  client.on('notification', ({ payload }) => heard(payload ?? ''))
  const stop = (): void => broken.resolve()
  signal.addEventListener('abort', stop, { once: true })
  let probe: NodeJS.Timeout | undefined
  try {
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
    ready()
    probe = setInterval(() => void client.query('select 1').catch((error: unknown) => broken.reject(error)), probeEvery)
    if (!signal.aborted) await broken.promise
  } finally {
    clearInterval(probe)
    signal.removeEventListener('abort', stop)
    await client.end().catch(() => {})
  }
}
