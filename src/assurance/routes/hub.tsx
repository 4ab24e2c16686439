import { Hono } from 'hono'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { HubPage } from '../pages/hub-page.tsx'
import { listRounds } from '../queries/audits.ts'
import { listChallenges } from '../queries/challenges.ts'
import { listRecommendations } from '../queries/recommendations.ts'
import { listReviews } from '../queries/reviews.ts'
import { boardGate, registerOf } from './gates.ts'

/** The door to a board's assurance. */
export function hubRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/assurance', boardGate(), async ({ reader, visit, body, may }) => {
    const challenges = await listChallenges(reader, body.id, visit.today)
    const rounds = await listRounds(reader, body.id, visit.today)
    const closed = challenges.filter(({ closedOn }) => closedOn !== undefined).length
    return (
      <HubPage
        visit={visit}
        board={body}
        recommendations={await listRecommendations(reader, { body: body.id }, visit.today)}
        reviews={await listReviews(reader, body.id, visit.today)}
        challenges={{ closed, open: challenges.length - closed, due: challenges.filter(({ state }) => state === 'step-due').length }}
        rounds={{
          running: rounds.filter(({ state }) => state !== 'reported').length,
          reported: rounds.filter(({ state }) => state === 'reported').length,
        }}
        mayAdd={may(registerOf(body.id), 'add')}
      />
    )
  })
  return app
}
