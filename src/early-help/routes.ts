import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { EarlyHelpNeeds } from './needs.ts'
import { familyRoutes } from './routes/families.tsx'
import { movementRoutes } from './routes/movement.tsx'
import { outsideRoutes } from './routes/outside.tsx'
import { interchangeRoutes } from './routes/interchange.ts'
import { planRoutes } from './routes/plan.tsx'
import { trainingRoutes } from './routes/training.tsx'

/** Every address of early help. */
export function earlyHelpRoutes(needs: EarlyHelpNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  trainingRoutes(app, needs)
  movementRoutes(app, needs)
  outsideRoutes(app, needs)
  familyRoutes(app, needs)
  planRoutes(app, needs)
  interchangeRoutes(app, needs)
  return app
}
