import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const delivery = '/boards/women-and-childrens-delivery-board'

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

/** The year ahead: boards side by side, the year of one board, consultations, holidays of schools. */
export const yearPages: readonly VisitedPage[] = [
  { path: '/calendar' },
  { path: '/calendar?months=12&show=programmes', as: 'other-clerk' },
  { path: '/calendar?from=3000-01&board=nowhere', status: 422 },
  ...form({ path: '/boards/:slug/consultations/new', as: 'clerk', via: [`+${board}/consultations/new`] }),
  { path: '/consultations', screenshot: 'consultations' },
  { path: '/consultations', house: 'empty' },
  { path: '/boards/:slug/consultations', via: [`+${board}/consultations`] },
  { path: `${board}/consultations`, as: 'clerk' },
  { path: '/boards/:slug/consultations/:consultation', via: [`${board}/consultations`, 'What families need'] },
  { path: '/boards/:slug/consultations/:consultation', as: 'clerk', via: [`${board}/consultations`, 'Places to go'] },
  ...form({
    path: '/boards/:slug/consultations/:consultation/edit',
    as: 'clerk',
    via: [`${board}/consultations`, 'Safe ways', '/boards/:slug/consultations/:consultation/edit'],
  }),
  ...form({
    path: '/boards/:slug/consultations/:consultation/outcome',
    as: 'clerk',
    via: [`${board}/consultations`, 'Places to go', '/boards/:slug/consultations/:consultation/outcome'],
  }),
  ...form({
    path: '/boards/:slug/consultations/:consultation/withdraw',
    as: 'clerk',
    via: [`${board}/consultations`, 'What families need', '/boards/:slug/consultations/:consultation/withdraw'],
  }),
  { path: '/boards/:slug/year', as: 'clerk', via: [`+${board}/year`] },
  { path: '/boards/:slug/year', as: 'other-clerk', via: [`+${delivery}/year?from=2027-01&weekday=2&week=2&by=terms&times=&room=6`] },
  { path: '/school-holidays' },
  { path: '/school-holidays', as: 'clerk' },
  ...form({ path: '/school-holidays/new', as: 'clerk', via: ['+/school-holidays/new'] }),
  { path: '/school-holidays/:holiday/edit', as: 'clerk', via: ['/school-holidays', 'Christmas holidays'] },
]
