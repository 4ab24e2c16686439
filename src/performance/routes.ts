import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PerformanceNeeds } from './needs.ts'
import { chartRoutes } from './routes/charts.ts'
import { countedRoutes } from './routes/counted.tsx'
import { curveRoutes } from './routes/curve.tsx'
import { familyFigureRoutes } from './routes/family-figures.tsx'
import { figureRoutes } from './routes/figures.tsx'
import { measuredRowRoutes } from './routes/measured-rows.ts'
import { measureRoutes } from './routes/measures.tsx'
import { nationalRoutes } from './routes/national.tsx'
import { programRoutes } from './routes/programs.tsx'
import { returnRoutes } from './routes/returns.tsx'
import { scorecardRoutes } from './routes/scorecards.tsx'
import { uploadRoutes } from './routes/uploads.tsx'

/** Every page of measures, returns and what is made of them. */
export function performanceRoutes(needs: PerformanceNeeds): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  countedRoutes(routes, needs)
  measureRoutes(routes, needs)
  familyFigureRoutes(routes, needs)
  programRoutes(routes, needs)
  measuredRowRoutes(routes, needs)
  chartRoutes(routes, needs)
  uploadRoutes(routes, needs)
  returnRoutes(routes, needs)
  routes.route('/', figureRoutes(needs))
  routes.route('/', curveRoutes(needs))
  routes.route('/', nationalRoutes(needs))
  routes.route('/', scorecardRoutes(needs))
  return routes
}
