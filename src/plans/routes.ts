import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PlansNeeds } from './needs.ts'
import { readingRoutes } from './routes/reading.tsx'
import { progressRoutes, writingRoutes } from './routes/writing.tsx'

/** Every address of plans. */
export function plansRoutes(needs: PlansNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  writingRoutes(app, needs)
  progressRoutes(app, needs)
  readingRoutes(app, needs)
  return app
}
