import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { EarlyHelpNeeds } from './needs.ts'
import { familyRoutes } from './routes/families.tsx'
import { trainingRoutes } from './routes/training.tsx'
import { planRoutes } from './routes/plan.tsx'

/** Every address of early help. */
export function earlyHelpRoutes(needs: EarlyHelpNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  trainingRoutes(app, needs)
  familyRoutes(app, needs)
  planRoutes(app, needs)
  return app
}
