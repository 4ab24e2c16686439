import { type CompiledQuery, type DatabaseConnection, type Kysely, QueryCreator, type QueryResult, type Transaction } from 'kysely'
import type { Tables } from './generated/tables.ts'

/** Answers of more rows than this are not kept for whoever asks the same again: what a page needs twice is short, and an export reads everything once. */
const MOST_ROWS = 200
/** How many different statements of one transaction are kept. */
const MOST_STATEMENTS = 500

/**
 * Reads of one transaction that are sent without waiting for each other: those begun together cost one way to the database and back. They run in its
 * order, one after the other, and see what the transaction sees. What was asked before in the same transaction, word for word, is answered without asking
 * again: the parts of a page need the same board, its terms and the same holidays. Only for reading: nothing says in which order two of them are sent.
 */
export async function sideBySide(tx: Transaction<Tables>): Promise<Pick<Kysely<Tables>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'with'>> {
  const queued = tx.getExecutor()
  const connection = await queued.provideConnection(async (one) => one)
  const once = askingOnce(connection)
  const executor = queued.withConnectionProvider({ provideConnection: (consumer) => consumer(once) })
  return Object.assign(new QueryCreator<Tables>({ executor }), { fn: tx.fn })
}

/** The same connection, which hands out again what it was asked before. Each who asks gets a list of their own. */
function askingOnce(connection: DatabaseConnection): DatabaseConnection {
  const kept = new Map<string, Promise<QueryResult<unknown>>>()
  const ask = (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    const key = keyOf(query)
    const known = kept.get(key)
    if (known) return known
    const asked = connection.executeQuery<unknown>(query)
    if (kept.size < MOST_STATEMENTS) kept.set(key, asked)
    const forget = (): void => void kept.delete(key)
    asked.then(({ rows }) => rows.length > MOST_ROWS && forget(), forget)
    return asked
  }
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = (await ask(query)) as QueryResult<Row>
      return { ...result, rows: [...result.rows] }
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  }
}

/** A statement with its values: two of the same key are the same question. */
function keyOf({ sql, parameters }: CompiledQuery): string {
  return JSON.stringify([sql, parameters], (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}
