import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { VoiceNeeds } from './needs.ts'
import { feedbackRoutes } from './routes/feedback.tsx'
import { linkingRoutes } from './routes/linking.ts'
import { readingRoutes } from './routes/reading.tsx'
import { writingRoutes } from './routes/writing.tsx'

/** Every address of what people said. */
export function voiceRoutes(needs: VoiceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  writingRoutes(app, needs)
  linkingRoutes(app, needs)
  readingRoutes(app, needs)
  feedbackRoutes(app, needs)
  return app
}
