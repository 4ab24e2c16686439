import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { agreementChangeRoutes } from './agreement-change.tsx'
import { decommissionRoutes } from './decommission.tsx'
import { delegatedRoutes } from './delegated.tsx'
import { stagesRoutes } from './framework.tsx'
import { marketRoutes } from './markets.tsx'
import { pathwayRoutes } from './pathways.tsx'
import { scenarioRoutes } from './scenarios.tsx'
import { strategyWorkRoutes } from './strategy-work.tsx'

/** The framework, what follows on agreements and strategies, pathways, endings (C1 to C4, C13). */
export function frameworkRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const room of [
    agreementChangeRoutes,
    pathwayRoutes,
    marketRoutes,
    delegatedRoutes,
    decommissionRoutes,
    scenarioRoutes,
    stagesRoutes,
    strategyWorkRoutes,
  ])
    app.route('/', room(needs))
  return app
}
