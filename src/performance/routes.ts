import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PerformanceNeeds } from './needs.ts'
import { figureRoutes } from './routes/figures.tsx'
import { measureRoutes } from './routes/measures.tsx'
import { returnRoutes } from './routes/returns.tsx'

/** Every page of measures, returns and what is made of them. */
export function performanceRoutes(needs: PerformanceNeeds): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  measureRoutes(routes, needs)
  returnRoutes(routes, needs)
  routes.route('/', figureRoutes(needs))
  return routes
}
