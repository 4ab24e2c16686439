import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { isSentAhead, opensReading, opensTransaction } from './ahead.ts'
import type { Tables } from './generated/tables.ts'
import { preparedName } from './prepared.ts'
import { CASEWORK, refuseMightyRole, withClient } from './roles.ts'
import { toWire, typeParsers } from './values.ts'

/** Time limits in milliseconds. */
export interface Limits {
  /** One statement on the server. */
  readonly statement: number
  /** Between two statements of a transaction; the server then ends the connection. */
  readonly idleInTransaction: number
  /** Waiting for a lock. */
  readonly lock: number
  /** Our own patience where the server does not answer at all; more than `statement`. */
  readonly answer: number
}

/** The limits that serve people: nobody waits longer for a page. */
export const usualLimits: Limits = { statement: 15_000, idleInTransaction: 10_000, lock: 5_000, answer: 20_000 }

/** The database refused to commit, so nothing was written; pg resolves such a COMMIT as if all were well. */
export class CommitRefused extends Error {}

/**
 * Opens the serving pool of `size` connections.
 * @throws RoleRefused where the role could walk past row-level security.
 */
export async function openDatabase(url: string, limits: Limits = usualLimits, size = 10): Promise<Kysely<Tables>> {
  await withClient(url, refuseMightyRole)
  return openUnchecked(url, limits, size)
}

/** The pool of early help: the same sign-in, which takes on the one role that may read schema casework and nothing of any other domain (E6). */
export function openCasework(url: string, size = 5): Kysely<Tables> {
  return openUnchecked(url, usualLimits, size, CASEWORK)
}

/** The same pool for any role, the owner's included: for the sample, tests and tools, never for requests. */
export function openUnchecked(url: string, limits: Limits = usualLimits, size = 4, role?: string): Kysely<Tables> {
  return openPool(url, limits, size, role === undefined ? [] : [`role=${role}`])
}

/**
 * A pool that fills an empty house: its commits do not wait for the disk. After a crash the last of them may be missing, never a part of one, and nothing
 * that another pool has written after them.
 */
export function openForFilling(url: string, role?: string): Kysely<Tables> {
  return openPool(url, usualLimits, 4, ['synchronous_commit=off', ...(role === undefined ? [] : [`role=${role}`])])
}

function openPool(url: string, limits: Limits, size: number, further: readonly string[]): Kysely<Tables> {
  const settings = [
    ...['timezone=UTC', 'datestyle=ISO', `statement_timeout=${limits.statement}`, `lock_timeout=${limits.lock}`],
    ...[`idle_in_transaction_session_timeout=${limits.idleInTransaction}`, ...further],
  ].map((setting) => `-c ${setting}`)
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types: typeParsers,
    query_timeout: limits.answer,
    connectionTimeoutMillis: 5_000,
    pipeline: true, // statements that do not wait for each other cost one way to the server and back
    options: settings.join(' '),
  })
  pool.on('error', () => {}) // an idle connection was lost: the pool opens another
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: guarded(pool) }) })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Kysely<Tables>, pg.Pool>()

/** How many connections of a pool are used and idle, and how many requests wait for one. */
export function poolState(db: Kysely<Tables>): { readonly used: number; readonly idle: number; readonly waiting: number } {
  const { totalCount = 0, idleCount = 0, waitingCount = 0 } = pools.get(db) ?? {}
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
}

/** A pool whose connections are destroyed, not reused, once they have seen an error or a time-out. */
function guarded(pool: pg.Pool): PostgresPool {
  const connect = async (): Promise<PostgresPoolClient> => guardClient(await pool.connect())
  return { connect, end: () => pool.end(), options: pool.options }
}

function guardClient(client: pg.PoolClient): PostgresPoolClient {
  let failed: Error | undefined
  const fail = (error: Error): void => {
    failed ??= error
  }
  client.on('error', fail) // without a listener, a connection lost while in use ends the process
  const send = async (text: string, values: readonly unknown[]): Promise<pg.QueryResult> => {
    try {
      const name = preparedName(text)
      sendTogether(client)
      const result = await client.query({ text, values: values.map(toWire), ...(name === undefined ? {} : { name }) })
      if (text === 'commit' && result.command !== 'COMMIT') {
        throw new CommitRefused(`The database answered ${result.command} to COMMIT: nothing was written.`)
      }
      return result
    } catch (error) {
      fail(error as Error)
      throw error
    }
  }
  let ahead: readonly Promise<unknown>[] = []
  let isReading = false
  let isOver = false
  /** Sends without waiting; a failure ends the connection at the next step. */
  const sendAhead = (text: string, values: readonly unknown[] = []): pg.QueryResult => {
    if (opensTransaction(text)) [ahead, isReading, isOver] = [[], opensReading(text), false]
    const sent = send(text, values)
    sent.catch(() => {})
    ahead = [...ahead, sent]
    return answerOf('')
  }
  const query = async (text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    // Destroying the connection rolls back; a `rollback` sent now would queue behind the statement that hangs.
    if (failed && text === 'rollback') return answerOf('ROLLBACK')
    if (failed) throw failed
    if (isSentAhead(text)) return sendAhead(text, values)
    // What was still to be asked when its transaction ended is not asked outside it, in nobody's name.
    if (isOver) throw new Error('The transaction is over.')
    isOver = text === 'commit' || text === 'rollback'
    // Nothing is written before it is certain in whose name; what was read in nobody's name is not handed out.
    if (!isReading || text === 'commit') await Promise.all(ahead)
    if (isReading && text === 'commit') {
      sendAhead(text)
      return answerOf('COMMIT')
    }
    return send(text, values)
  }
  const release = (destroy?: boolean): void => {
    client.off('error', fail)
    client.release(destroy === true || failed !== undefined)
  }
  return { query, release } as unknown as PostgresPoolClient
}

/** What is asked in one turn of the event loop leaves in one write: many small ones cost more than all that is written in them. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = client.connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** An answer without rows, for what is not waited for. */
function answerOf(command: string): pg.QueryResult {
  return { command, rowCount: null, oid: 0, fields: [], rows: [] }
}
