import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { CommissioningNeeds } from './needs.ts'
import { frameworkRoutes } from './routes/framework-rooms.ts'
import { fundRoutes } from './routes/funds.tsx'
import { hubRoutes } from './routes/hub.tsx'
import { ledgerRoutes } from './routes/ledger.tsx'
import { moneyRiskRoutes } from './routes/money-risk.tsx'
import { offerRoutes } from './routes/offer.tsx'
import { packageRoutes } from './routes/packages.tsx'
import { paymentModelRoutes } from './routes/payment-models.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { savingRoutes } from './routes/savings.tsx'
import { strategyRoutes } from './routes/strategies.tsx'
import { writingRoutes } from './routes/writing.tsx'

/** Every address of joint commissioning. */
export function commissioningRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const room of [
    hubRoutes,
    offerRoutes,
    strategyRoutes,
    fundRoutes,
    ledgerRoutes,
    moneyRiskRoutes,
    savingRoutes,
    paymentModelRoutes,
    packageRoutes,
    frameworkRoutes,
    writingRoutes,
    readingRoutes,
  ])
    app.route('/', room(needs))
  return app
}
