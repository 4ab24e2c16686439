import type { VisitedPage } from './pages.ts'

const board = '/boards/joint-commissioning-board'
const keeper = 'other-clerk'
const settled = [`${board}/payment-models`, 'Home care: a year']
const prepared = [`${board}/payment-models`, 'Home care, if fewer']
const step = (name: string, as = keeper): VisitedPage => ({ path: `/payment-models/:model/${name}`, as, via: [...prepared, `+/${name}`] })
const sent = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

/** Models of payment. */
export const paymentPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/payment-models', via: [`+${board}/payment-models`] },
  ...sent({ path: '/boards/:slug/payment-models/new', as: keeper, via: [`+${board}/payment-models/new`] }),
  { path: '/payment-models/:model', via: settled, screenshot: 'payment-model' },
  { path: '/payment-models/:model', as: keeper, via: prepared },
  step('edit'),
  ...sent(step('cohorts')),
  { path: '/payment-models/:model/cohorts/:cohort', as: keeper, via: [...prepared, '/payment-models/:model/cohorts/:cohort'] },
  ...sent(step('options')),
  { path: '/payment-models/:model/options/:option', as: keeper, via: [...prepared, '/payment-models/:model/options/:option'] },
  step('payers'),
  ...sent(step('choose')),
  step('show'),
]
