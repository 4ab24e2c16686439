import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PerformanceNeeds } from './needs.ts'
import { measureRoutes } from './routes/measures.tsx'

/** Every page of measures, returns and what is made of them. */
export function performanceRoutes(needs: PerformanceNeeds): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  measureRoutes(routes, needs)
  return routes
}
