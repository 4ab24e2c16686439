import type { VisitedPage } from './pages.ts'

const board = '/boards/joint-commissioning-board'
const keeper = 'other-clerk'
const contract = [`${board}/contracts`, 'Family support at home']
const lots = [`${board}/contracts`, 'Home care in seven districts']
const pipeline = [`${board}/pipelines`, 'Communities that run']
const drafted = [`${board}/pipelines`, 'Supported lodgings']
const provider = [...contract, 'Families First Northbrook']

/** The form as it opens, and what it says when it is sent empty. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const step = (name: string): VisitedPage => ({ path: `/contracts/:contract/${name}`, as: keeper, via: [...contract, `+/${name}`] })
const ofProvider = (name: string): VisitedPage => ({ path: `/providers/:provider/${name}`, as: keeper, via: [...provider, `+/${name}`] })

/** Contracts and providers. */
export const contractPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/contracts', via: [`+${board}/contracts`], screenshot: 'contracts' },
  { path: `${board}/contracts`, as: keeper },
  { path: '/boards/:slug/contracts/calendar', via: [`${board}/contracts`, 'Calendar of renewals'], screenshot: 'contract-calendar' },
  ...form({ path: '/boards/:slug/contracts/notices', as: keeper, via: [`${board}/contracts`, 'Notices of buying'], screenshot: 'notices' }),
  ...form({
    path: '/boards/:slug/contracts/notices/buyers',
    as: keeper,
    via: [`${board}/contracts/notices`, '/boards/:slug/contracts/notices/buyers'],
  }),
  {
    ...{ path: '/boards/:slug/contracts/notices/waiting', as: keeper, screenshot: 'notices-waiting' },
    via: [`${board}/contracts/notices`, 'Notices to complete'],
  },
  {
    ...{ path: '/boards/:slug/contracts/foreseen', as: keeper, screenshot: 'foreseen' },
    via: [`${board}/contracts`, 'What is foreseen, as open data'],
  },
  ...form({
    ...{ path: '/boards/:slug/contracts/foreseen/:foreseen/settle', as: keeper, screenshot: 'foreseen-settle' },
    via: [`${board}/contracts/foreseen`, 'Look at its words'],
  }),
  {
    ...{ path: '/boards/:slug/contracts/foreseen/:foreseen/contract', as: keeper, screenshot: 'foreseen-contract' },
    via: [`${board}/contracts/foreseen`, '/contract'],
  },
  ...form({
    ...{ path: '/notice-releases/:release/complete', as: keeper, screenshot: 'notice-complete' },
    via: [`${board}/contracts/notices/waiting`, 'Mentors for care leavers'],
  }),
  {
    ...{ path: '/notice-files/:file', as: keeper, screenshot: 'notice-file' },
    via: [`${board}/contracts/notices`, 'Notices of the council, summer.json'],
  },
  ...form({
    ...{ path: '/boards/:slug/contracts/register', as: keeper, screenshot: 'register-files' },
    via: [`${board}/contracts`, 'Bring a register'],
  }),
  {
    ...{ path: '/register-files/:file', as: keeper, screenshot: 'register-file' },
    via: [`${board}/contracts/register`, 'Contracts of the council.csv'],
  },
  {
    ...{ path: '/register-files/:file', as: keeper, screenshot: 'register-file-wrong' },
    via: [`${board}/contracts/register`, 'Contracts of the health board.csv'],
  },
  ...form({ path: '/boards/:slug/contracts/new', as: keeper, via: [`+${board}/contracts/new`] }),
  { path: '/contracts/:contract', via: contract, screenshot: 'contract' },
  { path: '/contracts/:contract', as: keeper, via: lots, screenshot: 'contract-lots' },
  ...['edit', 'facts', 'ties', 'providers', 'lots', 'notices', 'visits', 'poor-performance', 'steps', 'clear', 'end'].map(step),
  ...['options', 'kpis', 'clauses', 'assessments', 'failure-plan'].flatMap((name) => form(step(name))),
  {
    ...{ path: '/contracts/:contract/show', as: keeper },
    via: [`${board}/contracts`, 'Bespoke placement, north', '+/show'],
  },
  { path: '/contracts/:contract/lots/:lot', as: keeper, via: [...lots, '/contracts/:contract/lots/:lot'] },
  { path: '/contracts/:contract/options/:option', as: keeper, via: [...lots, '/contracts/:contract/options/:option'] },
  { path: '/contracts/:contract/visits/:visit/held', as: keeper, via: [...contract, '/contracts/:contract/visits/:visit/held'] },
  { path: '/contracts/:contract/visits/:visit/actions', as: keeper, via: [...contract, '/contracts/:contract/visits/:visit/actions'] },
  ...form({
    path: '/contracts/:contract/visit-actions/:action',
    as: keeper,
    via: [...contract, '/contracts/:contract/visit-actions/:action'],
  }),
  ...form({ path: '/performance-notices/:notice/close', as: keeper, via: [...contract, '/performance-notices/:notice/close'] }),
  { path: '/contracts/:contract', as: keeper, via: contract, screenshot: 'contract-keeper' },
  {
    path: '/boards/:slug/providers/rates',
    as: keeper,
    via: [`${board}/providers`, '/boards/:slug/providers/rates'],
    screenshot: 'provider-rates',
  },
  { path: '/providers/:provider/sign-in/:signin', as: keeper, via: [...provider, '/providers/:provider/sign-in/:signin'] },
  { path: '/boards/:slug/providers', via: [`+${board}/providers`], screenshot: 'providers' },
  { path: `${board}/providers?page=2`, as: keeper },
  ...form({ path: '/boards/:slug/providers/new', as: keeper, via: [`+${board}/providers/new`] }),
  { path: '/providers/:provider', via: provider },
  { path: '/providers/:provider', as: keeper, via: provider, screenshot: 'provider' },
  ...['edit', 'identifiers', 'relations', 'sign-in'].map(ofProvider),
  ...['contacts', 'rates', 'letters'].map(
    (name): VisitedPage => ({
      ...{ path: `/provider-relations/:relation/${name}`, as: keeper },
      via: [...provider, `/provider-relations/:relation/${name}`],
    }),
  ),
  { path: '/provider-letters/:letter', as: 'lead', via: ['/my-contracts', '/provider-letters/:letter'] },
  { path: '/my-contracts', as: 'lead', screenshot: 'my-contracts' },
  { path: '/contracts/:contract', as: 'lead', via: contract, screenshot: 'contract-provider' },
  { path: '/my-contracts', as: 'clerk' },
  ...form({ path: '/contracts/:contract/report', as: 'lead', via: ['/my-contracts', '/contracts/:contract/report'] }),
  ...form({
    path: '/contracts/:contract/visit-actions/:action/report',
    as: 'lead',
    via: [...contract, '/contracts/:contract/visit-actions/:action/report'],
    screenshot: 'action-report',
  }),
  ...form({
    path: '/contracts/:contract/action-reports/:report',
    as: keeper,
    via: [...contract, '/contracts/:contract/action-reports/:report'],
    screenshot: 'action-answer',
  }),
  ...form({ path: '/performance-notices/:notice/answer', as: 'lead', via: ['/my-contracts', '/performance-notices/:notice/answer'] }),
  ...form({ path: '/market-asks/:ask', as: 'lead', via: ['/my-contracts', '/market-asks/:ask'], screenshot: 'market-ask' }),
  { path: '/boards/:slug/pipelines', via: [`+${board}/pipelines`] },
  { path: '/pipelines/:pipeline', via: pipeline, screenshot: 'pipeline' },
  { path: '/pipeline-cases/:case', via: [...pipeline, 'Ashbrook'] },
  { path: '/pipeline-cases/:case', as: keeper, via: [...pipeline, 'Ashbrook'] },
  { path: '/pipelines/:pipeline', as: keeper, via: pipeline, screenshot: 'pipeline-keeper' },
  ...form({ path: '/boards/:slug/pipelines/new', as: keeper, via: [`+${board}/pipelines/new`] }),
  ...['edit', 'rounds', 'cases'].flatMap((name) =>
    form({ path: `/pipelines/:pipeline/${name}`, as: keeper, via: [...pipeline, `/pipelines/:pipeline/${name}`] }),
  ),
  ...['show', 'stages', 'stages/:stage'].map(
    (name): VisitedPage => ({ path: `/pipelines/:pipeline/${name}`, as: keeper, via: [...drafted, `/pipelines/:pipeline/${name}`] }),
  ),
  ...form({
    path: '/pipeline-cases/:case/criteria/:criterion/tick',
    as: keeper,
    via: [...pipeline, 'Ashfield', '/pipeline-cases/:case/criteria/:criterion/tick'],
  }),
  { path: '/pipeline-cases/:case', as: keeper, via: [...pipeline, 'Ashfield'], screenshot: 'pipeline-case' },
  ...form({
    path: '/pipeline-cases/:case/criteria/:criterion/waive',
    as: 'chair',
    via: [
      ...['/boards/northbrook-childrens-partnership/pipelines', 'Schools that join', 'Millbrook Primary'],
      '/pipeline-cases/:case/criteria/:criterion/waive',
    ],
  }),
  { path: '/bid-calls/:call', via: [...pipeline, 'A kitchen and a play room'] },
  { path: '/bid-calls/:call', as: keeper, via: [...pipeline, 'Advice for communities'], screenshot: 'bid-call' },
  { path: '/bid-calls/:call', as: keeper, via: [...pipeline, 'Books and play boxes'], screenshot: 'bid-call-decided' },
  {
    path: '/bid-calls/:call/bids',
    as: keeper,
    via: [...pipeline, 'Books and play boxes', '/bid-calls/:call/bids'],
    screenshot: 'bids-read',
  },
  ...form({ path: '/bid-calls/:call/criteria', as: keeper, via: [...pipeline, 'A kitchen and a play room', '/bid-calls/:call/criteria'] }),
  ...form({
    path: '/bid-calls/:call/evaluators',
    as: keeper,
    via: [...pipeline, 'A kitchen and a play room', '/bid-calls/:call/evaluators'],
  }),
  ...form({
    path: '/bid-calls/:call/evaluators/:evaluator',
    as: keeper,
    via: [...pipeline, 'A kitchen and a play room', '/bid-calls/:call/evaluators/:evaluator'],
  }),
  ...form({
    path: '/bid-calls/:call/evaluation/interest',
    as: keeper,
    via: [...pipeline, 'A kitchen and a play room', '/bid-calls/:call/evaluation/interest'],
  }),
  {
    path: '/bid-calls/:call/evaluation',
    as: keeper,
    via: [...pipeline, 'Books and play boxes', '/bid-calls/:call/evaluation'],
    screenshot: 'bid-evaluation',
  },
  { path: '/bid-calls/:call/evaluation', as: keeper, via: [...pipeline, 'Paint and tools', '/bid-calls/:call/evaluation'] },
  ...form({
    path: '/bid-calls/:call/evaluation/:bid/own',
    as: keeper,
    via: [...pipeline, 'Paint and tools', '/bid-calls/:call/evaluation', '/bid-calls/:call/evaluation/:bid/own'],
  }),
  ...form({ path: '/bid-calls/:call/withdraw', as: keeper, via: [...pipeline, 'A kitchen and a play room', '/bid-calls/:call/withdraw'] }),
  ...form({ path: '/bid-calls/:call/decided', as: keeper, via: [...pipeline, 'Paint and tools', '/bid-calls/:call/decided'] }),
  { path: '/bid-calls/:call', as: 'lead', via: ['/my-contracts', 'A kitchen and a play room'], screenshot: 'bid-with-files' },
  ...form({
    path: '/bid-calls/:call/files',
    as: 'lead',
    via: ['/my-contracts', 'A kitchen and a play room', '/bid-calls/:call/files'],
  }),
  {
    path: '/bid-calls/:call/files/:file/withdraw',
    as: 'lead',
    via: ['/my-contracts', 'A kitchen and a play room', '/bid-calls/:call/files/:file/withdraw'],
  },
  ...['', '/link', '/:link/undo'].flatMap((step) =>
    form({
      path: `/bid-calls/:call/contract${step}`,
      as: keeper,
      via: [...pipeline, 'Books and play boxes', `/bid-calls/:call/contract${step}`],
    }),
  ),
  {
    path: '/contracts/:contract',
    as: keeper,
    via: [...pipeline, 'Books and play boxes', 'Play boxes for libraries'],
    screenshot: 'contract-of-an-award',
  },
  { path: '/bid-calls/:call', as: 'lead', via: ['/my-contracts', 'Advice for communities'], screenshot: 'bid-call-own' },
  ...form({ path: '/pipelines/:pipeline/bid-calls', as: keeper, via: [...pipeline, '/pipelines/:pipeline/bid-calls'] }),
  ...form({ path: '/bid-calls/:call/bid', as: 'lead', via: ['/my-contracts', 'A kitchen and a play room', '/bid-calls/:call/bid'] }),
  ...['stages/:stage/criteria', 'criteria/:criterion/end'].map(
    (name): VisitedPage => ({ path: `/pipelines/:pipeline/${name}`, as: keeper, via: [...pipeline, `/pipelines/:pipeline/${name}`] }),
  ),
  ...['events', 'dates', 'edit'].flatMap((name) =>
    form({ path: `/pipeline-cases/:case/${name}`, as: keeper, via: [...pipeline, 'Ashbrook', `/pipeline-cases/:case/${name}`] }),
  ),
]
