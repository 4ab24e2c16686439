import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PlansNeeds } from './needs.ts'
import { communicationRoutes } from './routes/communications.tsx'
import { comparingRoutes } from './routes/comparing.tsx'
import { consentRoutes } from './routes/consent.tsx'
import { dutyRoutes } from './routes/duties.tsx'
import { equalityRoutes } from './routes/equality.tsx'
import { exceptionRoutes } from './routes/exceptions.tsx'
import { needsRoutes } from './routes/needs.tsx'
import { procedureRoutes } from './routes/procedures.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { reportRoutes } from './routes/reports.tsx'
import { reviewRoutes } from './routes/reviews.tsx'
import { riskScaleRoutes } from './routes/risk-scales.ts'
import { riskRoutes } from './routes/risks.tsx'
import { submissionRoutes } from './routes/submissions.tsx'
import { progressRoutes, writingRoutes } from './routes/writing.tsx'

/** Every address of plans. */
export function plansRoutes(needs: PlansNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  writingRoutes(app, needs)
  progressRoutes(app, needs)
  consentRoutes(app, needs)
  reviewRoutes(app, needs)
  comparingRoutes(app, needs)
  needsRoutes(app, needs)
  riskRoutes(app, needs)
  riskScaleRoutes(app, needs)
  equalityRoutes(app, needs)
  reportRoutes(app, needs)
  dutyRoutes(app, needs)
  exceptionRoutes(app, needs)
  procedureRoutes(app, needs)
  communicationRoutes(app, needs)
  submissionRoutes(app, needs)
  readingRoutes(app, needs)
  return app
}
