import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const plans = `${board}/plans`
const safeguarding = [plans, 'Safeguarding business plan']
const children = [plans, 'Northbrook children and young people’s plan']
const exception = [...children, 'The safe places in two towns are two months late']
const reports = `${board}/plan-reports`
const report = [reports, 'Annual report of the partnership']
const published = [reports, 'Children and young people’s plan: six months of progress']
const library = `${board}/procedures`
const disagreements = [library, 'Settling disagreements between agencies']
const contact = [library, 'First contact with a family']
const communications = `${board}/communications`
const telling = [communications, 'Telling families about the plan']
const desks = [communications, 'Bringing the new first contact to the front desks']
const submission = [...children, 'National early help programme']
const coming = [...safeguarding, 'National safeguarding board']
const work = [plans, 'Work plan of the partnership']

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

/** Plans: what was promised, how it goes, their versions, reviews and approvals. */
export const plansPages: readonly VisitedPage[] = [
  { path: '/plans', screenshot: 'plans' },
  { path: '/plans', house: 'empty' },
  { path: '/boards/:slug/plans', via: [`+${plans}`] },
  { path: plans, as: 'clerk' },
  ...form({ path: '/boards/:slug/plans/new', as: 'clerk', via: [`+${plans}/new`] }),
  { path: '/plans/:plan', via: safeguarding, screenshot: 'plan' },
  { path: '/plans/:plan', via: ['/boards/early-help-steering-group/plans', 'Developing the team'] },
  { path: '/plans/:plan/versions', via: [...safeguarding, 'All versions'] },
  { path: '/plans/:plan', as: 'clerk', via: work },
  { path: '/plans/:plan/versions/:number', as: 'other-clerk', findAs: 'clerk', via: [...children, 'Open version 2'] },
  { path: '/plans/:plan/versions/:number/check', via: [...safeguarding, 'Check this plan'] },
  { path: '/plans/:plan/compare', as: 'clerk', via: [...children, 'All versions', 'Compare 1 and 2'] },
  { path: '/priorities/:row', via: [...safeguarding, '/priorities/:row'] },
  { path: '/outcomes/:row', via: [...safeguarding, '/outcomes/:row'] },
  { path: '/plan-actions/:row', via: [...safeguarding, 'Train 540 people'], screenshot: 'plan-action' },
  { path: '/plan-actions/:row/say', as: 'clerk', via: [...safeguarding, 'Train 540 people', '/plan-actions/:row/say'] },
  ...form({ path: '/plan-actions/:row/rate', as: 'clerk', via: [...safeguarding, 'Train 540 people', '/plan-actions/:row/rate'] }),
  { path: '/plans/:plan/edit', as: 'clerk', via: [...work, '/plans/:plan/edit'] },
  ...form({ path: '/plans/:plan/draft/:kind/new', as: 'clerk', via: [...work, '/plans/:plan/draft/:kind/new'] }),
  { path: '/plans/:plan/draft/:kind/:row/edit', as: 'clerk', via: [...work, '/plans/:plan/draft/:kind/:row/edit'] },
  { path: '/plans/:plan/consult', as: 'clerk', via: [...work, '/plans/:plan/consult'] },
  { path: '/plans/:plan/publish', as: 'clerk', via: [...work, '/plans/:plan/publish'] },
  { path: '/plans/:plan/drop', as: 'clerk', via: [...work, '/plans/:plan/drop'] },
  ...form({ path: '/plans/:plan/revise', as: 'clerk', via: [...safeguarding, '/plans/:plan/revise'] }),
  { path: '/plans/:plan/close', as: 'clerk', via: [...safeguarding, '/plans/:plan/close'] },
  { path: '/plans/:plan/colours', as: 'clerk', via: [...safeguarding, '/plans/:plan/colours'] },
  { path: '/plans/:plan/approvals/new', as: 'clerk', via: [...work, '/plans/:plan/approvals/new'] },
  ...form({ path: '/plans/:plan/opinions/new', as: 'clerk', via: [...work, '/plans/:plan/opinions/new'] }),
  {
    path: '/plan-approvals/:approval/settle',
    as: 'clerk',
    via: [...children, 'Open version 2', '/plan-approvals/:approval/settle'],
  },
  { path: '/plans/:plan/reviews/new', as: 'clerk', via: [...children, '/plans/:plan/reviews/new'] },
  { path: '/plan-reviews/:round', as: 'clerk', via: [...safeguarding, '/plan-reviews/:round'], screenshot: 'plan-review' },
  { path: '/plan-reviews/:round', as: 'author', via: [...safeguarding, '/plan-reviews/:round'] },
  { path: '/plan-reviews/:round/close', as: 'clerk', via: [...safeguarding, '/plan-reviews/:round', '/plan-reviews/:round/close'] },
  { path: '/procedures', screenshot: 'procedures' },
  { path: '/procedures', house: 'empty' },
  { path: '/boards/:slug/procedures', as: 'clerk', via: [`+${library}`], screenshot: 'procedures-of-board' },
  ...form({ path: '/boards/:slug/procedures/new', as: 'clerk', via: [`+${library}/new`] }),
  { path: '/procedures/:procedure', via: disagreements, screenshot: 'procedure' },
  { path: '/procedures/:procedure', as: 'clerk', via: disagreements, screenshot: 'procedure-clerk' },
  { path: '/procedures/:procedure', as: 'clerk', via: contact, screenshot: 'procedure-draft' },
  { path: '/procedures/:procedure', as: 'member', via: disagreements },
  { path: '/procedures/:procedure/versions/:number', via: [...disagreements, '/procedures/:procedure/versions/:number'] },
  { path: '/procedures/:procedure/readers', as: 'clerk', via: [...disagreements, 'By name'], screenshot: 'procedure-readers' },
  ...form({ path: '/procedures/:procedure/feedback', as: 'member', via: [...disagreements, '/procedures/:procedure/feedback'] }),
  ...form({ path: '/procedure-feedback/:feedback', as: 'clerk', via: [...disagreements, '/procedure-feedback/:feedback'] }),
  ...form({ path: '/procedures/:procedure/edit', as: 'clerk', via: [...disagreements, '/procedures/:procedure/edit'] }).slice(0, 1),
  { path: '/procedures/:procedure/audience', as: 'clerk', via: [...disagreements, '/procedures/:procedure/audience'] },
  ...form({ path: '/procedures/:procedure/revise', as: 'clerk', via: [...disagreements, '/procedures/:procedure/revise'] }),
  { path: '/procedures/:procedure/review', as: 'clerk', via: [...disagreements, '/procedures/:procedure/review'] },
  { path: '/procedures/:procedure/withdraw', as: 'clerk', via: [...disagreements, '/procedures/:procedure/withdraw'] },
  { path: '/procedures/:procedure/write', as: 'clerk', via: [...contact, '/procedures/:procedure/write'], screenshot: 'procedure-write' },
  { path: '/procedures/:procedure/document', as: 'clerk', via: [...contact, '/procedures/:procedure/document'] },
  { path: '/procedures/:procedure/drop', as: 'clerk', via: [...contact, '/procedures/:procedure/drop'] },
  { path: '/procedures/:procedure/ask', as: 'clerk', via: [...contact, '/procedures/:procedure/ask'] },
  { path: '/procedures/:procedure/issue', as: 'clerk', via: [...contact, '/procedures/:procedure/issue'] },
  { path: '/procedure-opinions/:opinion', as: 'clerk', via: [...contact, '/procedure-opinions/:opinion'] },
  ...form({ path: '/plans/:plan/submissions/new', as: 'clerk', via: [...safeguarding, '/plans/:plan/submissions/new'] }),
  { path: '/plan-submissions/:submission', via: submission, screenshot: 'submission' },
  { path: '/plan-submissions/:submission', as: 'clerk', via: submission, screenshot: 'submission-clerk' },
  ...form({
    path: '/submission-conditions/:condition/edit',
    as: 'clerk',
    via: [...submission, '/submission-conditions/:condition/edit'],
  }).slice(0, 1),
  ...form({ path: '/submission-conditions/:condition/met', as: 'clerk', via: [...submission, '/submission-conditions/:condition/met'] }),
  ...form({
    path: '/plan-submissions/:submission/outcome',
    as: 'clerk',
    via: [...safeguarding, 'National training office', '/plan-submissions/:submission/outcome'],
  }),
  { path: '/plan-submissions/:submission/edit', as: 'clerk', via: [...coming, '/plan-submissions/:submission/edit'] },
  ...form({ path: '/plan-submissions/:submission/send', as: 'clerk', via: [...coming, '/plan-submissions/:submission/send'] }),
  { path: '/plan-submissions/:submission/query', as: 'clerk', via: [...coming, '/plan-submissions/:submission/query'] },
  { path: '/plan-submissions/:submission/withdraw', as: 'clerk', via: [...coming, '/plan-submissions/:submission/withdraw'] },
  ...form({ path: '/submission-queries/:query', as: 'clerk', via: [...coming, '/submission-queries/:query'] }),
  { path: '/communications', screenshot: 'communications' },
  { path: '/communications', house: 'empty' },
  { path: '/boards/:slug/communications', as: 'clerk', via: [`+${communications}`] },
  ...form({ path: '/boards/:slug/communications/new', as: 'clerk', via: [`+${communications}/new`], screenshot: 'communication-new' }),
  { path: '/communications/:communication', via: telling, screenshot: 'communication' },
  { path: '/communications/:communication', as: 'clerk', via: telling, screenshot: 'communication-clerk' },
  { path: '/communications/:communication/edit', as: 'clerk', via: [...telling, '/communications/:communication/edit'] },
  ...form({ path: '/communications/:communication/show', as: 'clerk', via: [...desks, '/communications/:communication/show'] }),
  { path: '/communications/:communication/close', as: 'clerk', via: [...telling, '/communications/:communication/close'] },
  ...form({
    path: '/communications/:communication/add',
    as: 'clerk',
    via: [...telling, '/communications/:communication/add'],
    screenshot: 'communication-add',
  }),
  { path: '/communication-items/:item/edit', as: 'clerk', via: [...telling, '/communication-items/:item/edit'] },
  ...form({
    path: '/communication-items/:item/report',
    as: 'clerk',
    via: [...telling, '/communication-items/:item/report'],
    screenshot: 'communication-report',
  }),
  { path: '/communication-items/:item/call-off', as: 'clerk', via: [...telling, '/communication-items/:item/call-off'] },
  { path: '/boards/:slug/plan-reports', as: 'clerk', via: [`+${reports}`] },
  ...form({ path: '/boards/:slug/plan-reports/new', as: 'clerk', via: [`+${reports}/new`] }),
  { path: '/plan-reports/:report', via: published, screenshot: 'plan-report' },
  { path: '/plan-reports/:report', as: 'clerk', via: report },
  { path: '/plan-reports/:report/sections/:section', as: 'clerk', via: [...report, 'Edit: in short'] },
  { path: '/plan-reports/:report/publish', as: 'clerk', via: [...report, '/plan-reports/:report/publish'] },
  { path: '/plans/:plan/exceptions/new', as: 'clerk', via: [...safeguarding, '/plans/:plan/exceptions/new'] },
  { path: '/plan-exceptions/:exception', as: 'clerk', via: exception },
  { path: '/plan-exceptions/:exception/answer', as: 'clerk', via: [...exception, '/plan-exceptions/:exception/answer'] },
  { path: '/plan-exceptions/:exception/close', as: 'clerk', via: [...exception, '/plan-exceptions/:exception/close'] },
  { path: '/boards/:slug/duties', as: 'clerk', via: [`+${board}/duties`] },
  { path: '/boards/:slug/duties/new', as: 'clerk', via: [`+${board}/duties/new`] },
  { path: '/plan-duties/:duty/:year', as: 'clerk', via: [`${board}/duties`, 'Record'] },
  { path: '/plan-duties/:duty/end', as: 'clerk', via: [`${board}/duties`, '/plan-duties/:duty/end'] },
  { path: '/plan-reports/:report/revise', as: 'clerk', via: [...published, '/plan-reports/:report/revise'] },
]
