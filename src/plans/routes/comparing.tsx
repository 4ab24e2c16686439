import type { Hono } from 'hono'
import { listBodies } from '#governance/public-data.ts'
import { pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import type { PlansNeeds } from '../needs.ts'
import { CheckPage } from '../pages/check-page.tsx'
import { ComparePage } from '../pages/compare-page.tsx'
import { checkPlan } from '../queries/check.ts'
import { comparedRows } from '../queries/compared.ts'
import { findPlanView } from '../queries/plan-view.ts'
import { findPlanVersion } from '../queries/plans.ts'
import { findRows } from '../queries/rows.ts'
import { compareRows } from '../rules/compare.ts'
import { planGate } from './gates.ts'

/** Two versions side by side, and what a version lacks: for whoever may read them. */
export function comparingRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  pageAt(app, needs, '/plans/:plan/compare', planGate('shown'), async ({ reader, visit, head, query }) => {
    const [before, after] = await Promise.all([
      findPlanVersion(reader, head.id, Number(query('from'))),
      findPlanVersion(reader, head.id, Number(query('to'))),
    ])
    const [bodies, old, now] = await Promise.all([
      listBodies(reader, visit.today),
      findRows(reader, before.version),
      findRows(reader, after.version),
    ])
    const names = new Map(bodies.map(({ id, name }) => [id, name]))
    const changes = compareRows(comparedRows(before, old, names), comparedRows(after, now, names))
    return <ComparePage visit={visit} before={before} after={after} changes={changes} />
  })
  pageAt(app, needs, '/plans/:plan/versions/:number/check', planGate('numbered'), async ({ reader, visit, head }) => {
    const view = await findPlanView(reader, head, visit.today)
    const outcomes = view.priorities.flatMap(({ outcomes: found }) => found.map(({ id }) => id))
    const measured = (await needs.outcomeMeasures?.(reader, outcomes)) ?? null
    return <CheckPage visit={visit} view={view} findings={checkPlan(view, measured)} />
  })
}
