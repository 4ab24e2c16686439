import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { EarlyHelpNeeds } from './needs.ts'
import { assessmentRoutes } from './routes/assessment.tsx'
import { caseloadRoutes } from './routes/caseloads.tsx'
import { claimCorrectionRoutes } from './routes/claim-correction.tsx'
import { claimRoutes } from './routes/claims.tsx'
import { closedRightRoutes } from './routes/closed-right.tsx'
import { contributionRoutes } from './routes/contribution.tsx'
import { diaryRoutes } from './routes/diary.tsx'
import { disagreementRoutes } from './routes/disagreement.ts'
import { driftRoutes } from './routes/drift.tsx'
import { emergencyRoutes } from './routes/emergencies.tsx'
import { familyRoutes } from './routes/families.tsx'
import { figureRoutes } from './routes/figures.tsx'
import { formRoutes } from './routes/forms.tsx'
import { guardRoutes } from './routes/guard.tsx'
import { interchangeRoutes } from './routes/interchange.ts'
import { keepTyped } from './routes/keep-typed.tsx'
import { movementRoutes } from './routes/movement.tsx'
import { outsideRoutes } from './routes/outside.tsx'
import { peopleRoutes } from './routes/people.tsx'
import { planRoutes } from './routes/plan.tsx'
import { planReviewRoutes } from './routes/plan-review.tsx'
import { puttingRightRoutes } from './routes/putting-right.tsx'
import { qualityRoutes } from './routes/quality.tsx'
import { requestRoutes } from './routes/requests.tsx'
import { retentionRoutes } from './routes/retention.tsx'
import { settledRoutes } from './routes/settled.tsx'
import { supervisionRoutes } from './routes/supervision.tsx'
import { teamMeetingRoutes } from './routes/team-meeting.tsx'
import { trainingRoutes } from './routes/training.tsx'
import { familyVoiceRoutes } from './routes/voice.tsx'

/** Every address of early help. */
export function earlyHelpRoutes(needs: EarlyHelpNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use('/families/:episode/*', keepTyped)
  trainingRoutes(app, needs)
  emergencyRoutes(app, needs)
  supervisionRoutes(app, needs)
  caseloadRoutes(app, needs)
  movementRoutes(app, needs)
  outsideRoutes(app, needs)
  // Before the pages of one family, whose address begins alike.
  formRoutes(app, needs)
  contributionRoutes(app, needs)
  qualityRoutes(app, needs)
  figureRoutes(app, needs)
  claimRoutes(app, needs)
  claimCorrectionRoutes(app, needs)
  diaryRoutes(app, needs)
  driftRoutes(app, needs)
  settledRoutes(app, needs)
  familyVoiceRoutes(app, needs)
  peopleRoutes(app, needs)
  guardRoutes(app, needs)
  retentionRoutes(app, needs)
  requestRoutes(app, needs)
  closedRightRoutes(app, needs)
  familyRoutes(app, needs)
  disagreementRoutes(app, needs)
  puttingRightRoutes(app, needs)
  planRoutes(app, needs)
  interchangeRoutes(app, needs)
  assessmentRoutes(app, needs)
  planReviewRoutes(app, needs)
  teamMeetingRoutes(app, needs)
  return app
}
