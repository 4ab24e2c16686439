import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Database } from './database/session.ts'
import type { DocumentStore } from './documents/store.ts'
import type { Log } from './log.ts'

/** What must answer for the product to be ready. */
export interface HealthNeeds {
  readonly db: Database
  readonly documents: Pick<DocumentStore, 'reach'>
  readonly log: Log
}

/** Milliseconds for which a look at the document store counts: whoever asks often must not make it busy. */
const LOOKED = 5_000

/**
 * `/healthz`: the process answers. `/readyz`: and so do the database and the document store; 503 where one does not. Neither reveals anything else;
 * the log says why.
 */
export function healthRoutes(needs: HealthNeeds): Hono {
  const routes = new Hono()
  const reach = documentsTeller(needs)
  routes.get('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }))
  routes.get('/readyz', async (c) => {
    const database = await sql`select 1`.execute(needs.db).then(
      () => true,
      () => false,
    )
    const silent = !database ? 'the database' : (await reach()) ? undefined : 'the document store'
    return c.text(silent === undefined ? 'ready\n' : `${silent} does not answer\n`, silent === undefined ? 200 : 503, {
      'Cache-Control': 'no-store',
    })
  })
  return routes
}

/** Looks once for all who ask in the same few seconds. */
function documentsTeller({ documents, log }: HealthNeeds): () => Promise<boolean> {
  let looked: { readonly at: number; readonly answer: Promise<boolean> } | undefined
  return () => {
    const now = performance.now()
    if (looked === undefined || now - looked.at > LOOKED) {
      const answer = documents.reach().then(
        () => true,
        (error: unknown) => {
          log.error({ err: error }, 'documents cannot be reached')
          return false
        },
      )
      looked = { at: now, answer }
    }
    return looked.answer
  }
}
