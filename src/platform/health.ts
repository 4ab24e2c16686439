import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Database } from './database/session.ts'

/** `/healthz`: the process answers. `/readyz`: and the database does, too; 503 where it does not. Neither reveals anything else. */
export function healthRoutes(db: Database): Hono {
  const routes = new Hono()
  routes.get('/healthz', (c) => c.text('ok\n', 200, { 'Cache-Control': 'no-store' }))
  routes.get('/readyz', async (c) => {
    const ready = await sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    return c.text(ready ? 'ready\n' : 'the database does not answer\n', ready ? 200 : 503, { 'Cache-Control': 'no-store' })
  })
  return routes
}
