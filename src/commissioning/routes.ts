import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/visit.ts'
import type { CommissioningNeeds, MailingNeeds } from './needs.ts'
import { actionReportRoutes } from './routes/action-reports.ts'
import { awardRoutes } from './routes/awards.ts'
import { bidFileRoutes } from './routes/bid-files.ts'
import { bidRoutes } from './routes/bids.tsx'
import { contractReadingRoutes } from './routes/contract-reading.tsx'
import { contractRoutes } from './routes/contracts.tsx'
import { evaluationRoutes } from './routes/evaluations.tsx'
import { frameworkRoutes } from './routes/framework-rooms.ts'
import { fundRoutes } from './routes/funds.tsx'
import { hubRoutes } from './routes/hub.tsx'
import { ledgerRoutes } from './routes/ledger.tsx'
import { marketAskRoutes } from './routes/market-asks.ts'
import { moneyFlowRoutes } from './routes/money-flow.tsx'
import { moneyRiskRoutes } from './routes/money-risk.tsx'
import { noticeRoutes } from './routes/notices.tsx'
import { ocidPrefixRoutes } from './routes/ocid-prefix.ts'
import { offerRoutes } from './routes/offer.tsx'
import { ownContractRoutes } from './routes/own-contracts.tsx'
import { packageSettleRoutes } from './routes/package-settle.tsx'
import { packageRoutes } from './routes/packages.tsx'
import { paperMoneyRoutes } from './routes/paper-money.tsx'
import { paymentModelRoutes } from './routes/payment-models.tsx'
import { pipelineCriteriaRoutes } from './routes/pipeline-criteria.ts'
import { pipelineKeepingRoutes } from './routes/pipeline-keeping.ts'
import { pipelineRoutes } from './routes/pipelines.tsx'
import { providerRoutes } from './routes/providers.tsx'
import { readingRoutes } from './routes/reading.tsx'
import { registerRoutes } from './routes/registers.tsx'
import { ruleBookRoutes } from './routes/rule-book.tsx'
import { savingRoutes } from './routes/savings.tsx'
import { strategyRoutes } from './routes/strategies.tsx'
import { writingRoutes } from './routes/writing.tsx'

/** Every address of joint commissioning. */
export function commissioningRoutes(needs: CommissioningNeeds & MailingNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  for (const room of [
    hubRoutes,
    ruleBookRoutes,
    offerRoutes,
    strategyRoutes,
    fundRoutes,
    moneyFlowRoutes,
    paperMoneyRoutes,
    ledgerRoutes,
    moneyRiskRoutes,
    savingRoutes,
    paymentModelRoutes,
    packageRoutes,
    packageSettleRoutes,
    frameworkRoutes,
    writingRoutes,
    readingRoutes,
    noticeRoutes,
    ocidPrefixRoutes,
    registerRoutes,
    contractRoutes,
    contractReadingRoutes,
    providerRoutes,
    marketAskRoutes,
    ownContractRoutes,
    actionReportRoutes,
    pipelineRoutes,
    pipelineKeepingRoutes,
    pipelineCriteriaRoutes,
    bidRoutes,
    awardRoutes,
    bidFileRoutes,
    evaluationRoutes,
  ])
    app.route('/', room(needs))
  return app
}
