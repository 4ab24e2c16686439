import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { AssuranceNeeds } from './needs.ts'
import { auditRoutes } from './routes/audits.tsx'
import { caseAuditRoutes } from './routes/case-audits.tsx'
import { challengeRoutes } from './routes/challenges.tsx'
import { hubRoutes } from './routes/hub.tsx'
import { recommendationRoutes } from './routes/recommendations.tsx'
import { reviewRoutes } from './routes/reviews.tsx'

const rooms = [hubRoutes, recommendationRoutes, reviewRoutes, challengeRoutes, auditRoutes, caseAuditRoutes] as const

/** Everything that assurance shows and takes: recommendations, reviews, challenges, audits. */
export function assuranceRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const room of rooms) app.route('/', room(needs))
  return app
}
