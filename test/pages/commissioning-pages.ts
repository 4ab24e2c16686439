import { contractPages } from './contract-pages.ts'
import { agreementChangePages } from './framework-pages.ts'
import type { VisitedPage } from './pages.ts'
import { paymentPages } from './payment-pages.ts'

const board = '/boards/joint-commissioning-board'

/** The form as it opens, and what it says when it is sent empty. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

const keeper = 'other-clerk'
const service = [`${board}/services`, 'Health visiting']
const agreement = [`${board}/agreements`, 'Joint commissioning of health']
const strategy = [`${board}/strategies`, 'Home care']
const ofStrategy = (name: string): VisitedPage => ({ path: `/strategies/:strategy/${name}`, as: keeper, via: [...strategy, `+/${name}`] })
const ofService = (name: string): VisitedPage => ({ path: `/services/:service/${name}`, as: keeper, via: [...service, `+/${name}`] })
const ofAgreement = (name: string): VisitedPage => ({
  path: `/agreements/:agreement/${name}`,
  as: keeper,
  via: [...agreement, `+/${name}`],
})

const pooled = [`${board}/funds`, 'Northbrook pooled fund']
const planned = [`${board}/funds`, 'Supporting families grant']
const aligned = [`${board}/funds`, 'Emotional health in schools']
const statement = [...pooled, '/funds/:fund/risk', '/settlements/:settlement']
const inForce = [...pooled, '/funds/:fund/risk', '/risk-rules/:rule']
const saving = [...pooled, '/funds/:fund/savings', 'One rota for health visitors']
const draft = [...aligned, '/funds/:fund/risk', '/risk-rules/:rule']
const line = [...pooled, 'Mental health of children and young people']

/** What a board commissions with its partners. */
export const commissioningPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/commissioning', via: [`+${board}/commissioning`], screenshot: 'commissioning' },
  { path: '/boards/:slug/commissioning/rules', via: [`+${board}/commissioning`, 'Rules of commissioning'] },
  { path: '/boards/:slug/services', via: [`+${board}/services`], screenshot: 'services' },
  { path: `${board}/services`, as: keeper },
  ...form({ path: '/boards/:slug/services/new', as: keeper, via: [`+${board}/services/new`] }),
  { path: '/services/:service', via: service, screenshot: 'service' },
  { path: '/services/:service', as: keeper, via: service },
  ...form(ofService('edit')),
  ofService('status'),
  ...form(ofService('outcomes')),
  ofService('show'),
  ofService('directory'),
  { path: '/early-help-offer', screenshot: 'early-help-offer' },
  { path: '/early-help-offer?q=worry&tier=targeted' },
  ...form({ path: '/services/:service/report', via: [...service, '+/report'] }),
  { path: '/boards/:slug/services/missing', via: [`+${board}/services/missing`] },
  { path: '/boards/:slug/services/reported', via: [`+${board}/services/reported`] },
  { path: '/boards/:slug/services/reports', as: keeper, via: [`+${board}/services/reports`] },
  ...form({ path: '/offer-reports/:report/settle', as: keeper, via: [`${board}/services/reports`, '/offer-reports/:report/settle'] }),
  { path: '/boards/:slug/strategies', via: [`+${board}/strategies`] },
  ...form({ path: '/boards/:slug/strategies/new', as: keeper, via: [`+${board}/strategies/new`] }),
  { path: '/strategies/:strategy', via: strategy, screenshot: 'strategy' },
  { path: '/strategies/:strategy', as: keeper, via: [`${board}/strategies`, 'Short breaks'] },
  ofStrategy('edit'),
  ...form(ofStrategy('criteria')),
  ...form(ofStrategy('options')),
  { path: '/strategies/:strategy/options/:option', as: keeper, via: [...strategy, '/strategies/:strategy/options/:option'] },
  ...form(ofStrategy('decide')),
  ofStrategy('show'),
  { path: '/boards/:slug/funds', via: [`+${board}/funds`], screenshot: 'funds' },
  { path: `${board}/funds`, as: keeper },
  ...form({ path: '/boards/:slug/funds/new', as: keeper, via: [`+${board}/funds/new`] }),
  { path: '/funds/:fund', via: pooled, screenshot: 'fund' },
  { path: '/funds/:fund', as: keeper, via: pooled },
  { path: '/funds/:fund/risk', via: [...pooled, '/funds/:fund/risk'], screenshot: 'fund-risk' },
  { path: '/funds/:fund/risk', as: keeper, via: [...pooled, '/funds/:fund/risk'] },
  ...form({ path: '/funds/:fund/risk/new', as: keeper, via: [...pooled, '/funds/:fund/risk', '/funds/:fund/risk/new'] }),
  { path: '/funds/:fund/simulator', via: [...pooled, '/funds/:fund/risk', '/funds/:fund/simulator'], screenshot: 'simulator' },
  { path: '/risk-rules/:rule', as: keeper, via: inForce, screenshot: 'risk-rule' },
  { path: '/risk-rules/:rule', as: keeper, via: draft },
  { path: '/risk-rules/:rule/steps', as: keeper, via: [...draft, '/risk-rules/:rule/steps'] },
  { path: '/risk-rules/:rule/force', as: keeper, via: [...draft, '/risk-rules/:rule/force'] },
  { path: '/risk-rules/:rule/drop', as: keeper, via: [...draft, '/risk-rules/:rule/drop'] },
  ...form({ path: '/risk-rules/:rule/end', as: keeper, via: [...inForce, '/risk-rules/:rule/end'] }),
  { path: '/settlements/:settlement', via: statement, screenshot: 'year-end-statement' },
  { path: '/settlements/:settlement', as: keeper, via: statement },
  ...form({ path: '/settlements/:settlement/reopen', as: keeper, via: [...statement, '/settlements/:settlement/reopen'] }),
  ...form({ path: '/funds/:fund/years/:year/variations', as: keeper, via: [...pooled, '/funds/:fund/years/:year/variations'] }),
  { path: '/funds/:fund/years/:year/settle', as: keeper, via: [...aligned, '2025-26', '/funds/:fund/years/:year/settle'] },
  { path: '/funds/:fund/savings', via: [...pooled, '/funds/:fund/savings'], screenshot: 'savings' },
  { path: '/funds/:fund/savings', as: keeper, via: [...pooled, '/funds/:fund/savings'] },
  ...form({ path: '/funds/:fund/savings/new', as: keeper, via: [...pooled, '/funds/:fund/savings', '/funds/:fund/savings/new'] }),
  { path: '/savings/:saving', via: saving, screenshot: 'saving' },
  { path: '/savings/:saving', as: keeper, via: saving },
  ...form({ path: '/savings/:saving/claim', as: keeper, via: [...saving, '/savings/:saving/claim'] }),
  { path: '/savings/:saving/forecast', as: keeper, via: [...saving, '/savings/:saving/forecast'] },
  ...form({ path: '/savings/:saving/take-back', as: keeper, via: [...saving, '/savings/:saving/take-back'] }),
  { path: '/funds/:fund/posts', via: [...pooled, '/funds/:fund/posts'], screenshot: 'joint-posts' },
  ...form({ path: '/funds/:fund/posts/new', as: keeper, via: [...pooled, '/funds/:fund/posts', '/funds/:fund/posts/new'] }),
  ...form({ path: '/joint-posts/:post/cost', as: keeper, via: [...pooled, '/funds/:fund/posts', '/joint-posts/:post/cost'] }),
  { path: '/funds/:fund/flow', via: [...pooled, '/funds/:fund/flow'], screenshot: 'money-flow' },
  { path: '/funds/:fund/flow', via: [...pooled, '/funds/:fund/flow', 'Partners as they are now'] },
  { path: '/boards/:slug/money-flow', via: [`${board}/funds`, '/boards/:slug/money-flow'], screenshot: 'money-flow-of-board' },
  {
    path: '/papers/:paper/own-budgets',
    as: keeper,
    via: [`${board}/meetings`, '2 February 2027', '+/agenda', '/papers/:paper', '/papers/:paper/own-budgets'],
  },
  {
    path: '/committed-money/:paper',
    as: keeper,
    via: [`${board}/meetings`, '2 February 2027', '+/agenda', '/papers/:paper', '/committed-money/:paper'],
  },
  { path: '/virements/:virement', via: [...pooled, '/virements/:virement'], screenshot: 'virement' },
  { path: '/budget-lines/:line', via: line, screenshot: 'budget-line' },
  { path: '/budget-lines/:line', as: keeper, via: line },
  ...form({ path: '/budget-lines/:line/edit', as: keeper, via: [...line, '/budget-lines/:line/edit'] }),
  ...form({ path: '/budget-lines/:line/entries', as: keeper, via: [...line, '/budget-lines/:line/entries'] }),
  { path: '/budget-lines/:line/commitments', as: keeper, via: [...line, '/budget-lines/:line/commitments'] },
  ...['edit', 'years', 'ring-fences', 'limits'].map(
    (step): VisitedPage => ({ path: `/funds/:fund/${step}`, as: keeper, via: [...pooled, `/funds/:fund/${step}`] }),
  ),
  { path: '/funds/:fund/show', as: keeper, via: [...pooled, '+/show'] },
  ...['edit', 'lines', 'virements', 'ledger'].map(
    (step): VisitedPage => ({ path: `/funds/:fund/years/:year/${step}`, as: keeper, via: [...pooled, `/funds/:fund/years/:year/${step}`] }),
  ),
  {
    path: '/funds/:fund/years/:year/place',
    as: keeper,
    via: [...pooled, '/funds/:fund/years/:year/ledger', '/funds/:fund/years/:year/place'],
  },
  ...['contributions', 'agree'].map(
    (step): VisitedPage => ({
      path: `/funds/:fund/years/:year/${step}`,
      as: keeper,
      via: [...planned, `/funds/:fund/years/:year/${step}`],
    }),
  ),
  { path: '/contributions/:contribution/edit', as: keeper, via: [...planned, '/contributions/:contribution/edit'] },
  { path: '/contributions/:contribution/paid', as: keeper, via: [...pooled, '/contributions/:contribution/paid'] },
  { path: '/ledger-files/:file', as: keeper, via: [...pooled, '/funds/:fund/years/:year/ledger', '/ledger-files/:file'] },
  ...paymentPages,
  ...contractPages,
  { path: '/boards/:slug/agreements', via: [`+${board}/agreements`] },
  ...form({ path: '/boards/:slug/agreements/new', as: keeper, via: [`+${board}/agreements/new`] }),
  { path: '/agreements/:agreement', via: agreement, screenshot: 'agreement' },
  { path: '/agreements/:agreement', as: keeper, via: [`${board}/agreements`, 'Youth clubs'] },
  ofAgreement('edit'),
  ofAgreement('words'),
  ...form(ofAgreement('parties')),
  { path: '/agreements/:agreement/parties/:party', as: keeper, via: [...agreement, '/agreements/:agreement/parties/:party'] },
  ...form(ofAgreement('chapters')),
  { path: '/agreements/:agreement/chapters/:chapter', as: keeper, via: [...agreement, '/agreements/:agreement/chapters/:chapter'] },
  ofAgreement('scope'),
  ofAgreement('end'),
  ofAgreement('show'),
  ...agreementChangePages,
]
