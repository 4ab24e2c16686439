import { Hono } from 'hono'
import type { Database } from '#platform/database/session.ts'
import type { DocumentStore } from '#platform/documents/store.ts'
import { NotFound } from '#platform/refusals.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { findLogo, logoAddress } from './partnership-logo.ts'

/** The partnership's own mark, for headers: only the one that is set is served. */
export function partnershipRoutes({ db, documents }: { readonly db: Database; readonly documents: DocumentStore }): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/partnership/:file', async (c) => {
    const logo = await findLogo(db)
    if (!logo || logoAddress(logo) !== c.req.path) throw new NotFound('No such picture.')
    const bytes = await documents.open(logo.document)
    return c.body(new Uint8Array(bytes), 200, { 'content-type': logo.mediaType, 'cache-control': 'public, max-age=31536000, immutable' })
  })
  return routes
}
