import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
/** The board that commissions services. */
const buyer = '/boards/joint-commissioning-board'
const missing = '/thread/gaps/decision-serving-nothing?board=northbrook-childrens-partnership'

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
function form(page: VisitedPage, send: string | true): readonly VisitedPage[] {
  return [page, { ...page, send, status: 422 }]
}

/** The golden thread: of one record, of a board, what is missing, and links that people make. */
export const threadPages: readonly VisitedPage[] = [
  { path: '/thread' },
  { path: '/thread', house: 'empty' },
  { path: '/boards/:slug/thread', via: [`+${board}/thread`], screenshot: 'golden-thread-of-a-board' },
  { path: '/boards/:slug/thread/groups', via: [`${buyer}/thread`, '/boards/:slug/thread/groups'], screenshot: 'client-groups' },
  { path: '/boards/:slug/thread/groups/:group', via: [`${buyer}/thread/groups`, 'Children of school age'], screenshot: 'client-group' },
  { path: '/thread/rules' },
  { path: '/thread/:kind/:id', via: [`${board}/thread`, 'Safe at home'], screenshot: 'golden-thread' },
  { path: '/thread/:kind/:id', as: 'clerk', via: [`${board}/thread`, 'Safe at home'] },
  { path: '/thread/gaps/:rule', via: [`+${missing}`] },
  { path: '/thread/gaps/:rule', as: 'clerk', via: [`+${missing}`] },
  ...form({ path: '/thread/gaps/:rule/:kind/:id/assign', as: 'clerk', via: [missing, '/thread/gaps/:rule/:kind/:id/assign'] }, true),
  ...form({ path: '/thread/gaps/:rule/:kind/:id/accept', as: 'clerk', via: [missing, '/thread/gaps/:rule/:kind/:id/accept'] }, true),
  ...form({ path: '/thread/:kind/:id/link', as: 'clerk', via: [missing, '/thread/:kind/:id', '/thread/:kind/:id/link'] }, 'Link them'),
  ...form({ path: '/thread/links/:link/end', as: 'clerk', via: [`${board}/thread`, 'Safe at home', '/thread/links/:link/end'] }, true),
]
