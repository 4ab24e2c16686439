import type { VisitedPage } from './pages.ts'

const board = '/boards/joint-commissioning-board'
const keeper = 'other-clerk'
const settled = [`${board}/payment-models`, 'Home care: a year']
const prepared = [`${board}/payment-models`, 'Home care, if fewer']
const step = (name: string, as = keeper): VisitedPage => ({ path: `/payment-models/:model/${name}`, as, via: [...prepared, `+/${name}`] })
const sent = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

const broker = 'author'
const payer = 'deputy'
const paid = [`${board}/package-payments`, 'Care at home, first year']
const ofPaid = (name: string, as: string): VisitedPage => ({ path: `/package-payments/:contract/${name}`, as, via: [...paid, `+/${name}`] })
const carePackage = [...paid, 'HC-1049']
const ofPackage = (name: string): VisitedPage => ({
  path: `/care-packages/:package/${name}`,
  as: broker,
  via: [...carePackage, `/care-packages/:package/${name}`],
})
const run = [...paid, 'Run 3']
const statement = [...paid, 'Run 2', '/payment-runs/:run/statements/:provider']

/** Models of payment, and payment for packages. */
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
  { path: '/boards/:slug/package-payments', as: keeper, via: [`+${board}/package-payments`] },
  { path: '/package-payments/:contract', as: keeper, via: paid, screenshot: 'package-payments' },
  { path: '/package-payments/:contract', as: broker, via: paid },
  ...sent(ofPaid('terms', keeper)),
  ...sent(ofPaid('packages', broker)),
  ofPaid('runs', broker),
  { path: '/care-packages/:package', as: broker, via: carePackage },
  ...sent(ofPackage('deliveries')),
  ...sent(ofPackage('outcomes')),
  { path: '/care-packages/:package/outcomes/:outcome', as: broker, via: [...carePackage, '/care-packages/:package/outcomes/:outcome'] },
  ofPackage('end'),
  ...sent(ofPackage('payers')),
  {
    ...{ path: '/care-packages/:package/payers/:day', as: broker },
    via: [...paid, 'HC-1042', '/care-packages/:package/payers/:day'],
  },
  ofPaid('reviews', broker),
  ...sent({
    ...{ path: '/care-packages/:package/reviews/:week', as: broker },
    via: [...paid, '/package-payments/:contract/reviews', '/care-packages/:package/reviews/:week'],
  }),
  { path: '/package-payments/:contract/statement', as: broker, via: [...paid, '/package-payments/:contract/statement'] },
  { path: '/payment-runs/:run', as: broker, via: [...paid, 'Run 2'] },
  { path: '/payment-runs/:run', as: payer, via: run },
  // A run waits for approval in the sample, so that nothing is taken back meanwhile: the address alone leads there.
  { path: '/payment-runs/:run/take-back', as: broker, via: [...paid, 'Run 2', '+/take-back'] },
  // Every run of the sample stands in a ledger: the address alone leads there.
  { path: '/payment-runs/:run/post', as: payer, via: [...paid, 'Run 2', '+/post'] },
  { path: '/payment-runs/:run/approve', as: payer, via: [...run, '/payment-runs/:run/approve'] },
  { path: '/payment-runs/:run/drop', as: broker, via: [...run, '/payment-runs/:run/drop'] },
  { path: '/payment-runs/:run/statements/:provider', as: broker, via: statement },
]
