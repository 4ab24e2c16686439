import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from './needs.ts'
import { actionRoutes } from './routes/actions.tsx'
import { agendaRoutes } from './routes/agenda.tsx'
import { arrangementComplianceRoutes } from './routes/arrangement-compliance.tsx'
import { attendanceRoutes } from './routes/attendance.tsx'
import { boardActionRoutes } from './routes/board-actions.tsx'
import { calendarRoutes } from './routes/calendar.tsx'
import { compareRoutes } from './routes/compare.tsx'
import { complianceRoutes } from './routes/compliance.tsx'
import { decisionRoutes } from './routes/decisions.tsx'
import { electionRoutes } from './routes/elections.tsx'
import { exemptCopyRoutes } from './routes/exempt-copies.tsx'
import { exemptMatterRoutes } from './routes/exempt-matter.tsx'
import { filedFileRoutes } from './routes/filed-files.tsx'
import { keyQuestionRoutes } from './routes/key-questions.tsx'
import { listRoutes } from './routes/lists.tsx'
import { liveInterestRoutes } from './routes/live/interests.tsx'
import { liveRoutes } from './routes/live/live.ts'
import { liveMotionRoutes } from './routes/live/motions.tsx'
import { matchedWordsRoutes } from './routes/matched-words.tsx'
import { meetingRoutes } from './routes/meetings.tsx'
import { minutesRoutes } from './routes/minutes.tsx'
import { missesRoutes } from './routes/misses.tsx'
import { officerDecisionRoutes } from './routes/officer-decisions.tsx'
import { paperRoutes } from './routes/papers.tsx'
import { planRoutes } from './routes/plan.tsx'
import { publicExclusionRoutes } from './routes/public-exclusions.tsx'
import { publishingRoutes } from './routes/publishing.tsx'
import { ratificationRoutes } from './routes/ratifications.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { retentionRoutes } from './routes/retention.tsx'
import { submissionRoutes } from './routes/submissions.tsx'
import { termsPreviewRoutes } from './routes/terms-preview.tsx'
import { termsProposalRoutes } from './routes/terms-proposals.tsx'
import { toldRoutes } from './routes/told.tsx'
import { topicRoutes } from './routes/topics.tsx'
import { typedRoutes } from './routes/typed.tsx'
import { yearRoutes } from './routes/year.tsx'
import { yearPlanRoutes } from './routes/year-plan.tsx'

const rooms = [
  meetingRoutes,
  planRoutes,
  yearRoutes,
  yearPlanRoutes,
  calendarRoutes,
  agendaRoutes,
  paperRoutes,
  keyQuestionRoutes,
  readingRoutes,
  publishingRoutes,
  matchedWordsRoutes,
  listRoutes,
  toldRoutes,
  attendanceRoutes,
  liveRoutes,
  liveInterestRoutes,
  liveMotionRoutes,
  publicExclusionRoutes,
  exemptMatterRoutes,
  exemptCopyRoutes,
  retentionRoutes,
  decisionRoutes,
  officerDecisionRoutes,
  ratificationRoutes,
  actionRoutes,
  boardActionRoutes,
  minutesRoutes,
  filedFileRoutes,
  complianceRoutes,
  termsPreviewRoutes,
  termsProposalRoutes,
  arrangementComplianceRoutes,
  submissionRoutes,
  missesRoutes,
  electionRoutes,
  topicRoutes,
  typedRoutes,
  compareRoutes,
] as const

/** Everything that meetings show and take, from the forward plan to the published minutes. */
export function meetingsRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const room of rooms) app.route('/', room(needs))
  return app
}
