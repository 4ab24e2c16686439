import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const next = [`${board}/meetings`, '8 December 2026']
const prepared = ['/boards/women-and-childrens-delivery-board/meetings', '8 December 2026']
const lists = `${board}/lists`
const ownList = [lists, 'Schools and colleges']

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

/** Who is told, what came of it, and what a member reads and notes. */
export const readingPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/lists', as: 'clerk', via: [`+${lists}`] },
  { path: lists, as: 'member', status: 404 },
  ...form({ path: '/boards/:slug/lists/new', as: 'clerk', via: [`+${lists}/new`] }),
  { path: '/boards/:slug/lists/:list', as: 'clerk', via: ownList },
  { path: '/boards/:slug/lists/:list/edit', as: 'clerk', via: [...ownList, '+/edit'] },
  ...['add-person', 'add-post', 'add-board', 'add-outside'].flatMap((step) =>
    form({ path: `/boards/:slug/lists/:list/${step}`, as: 'clerk', via: [...ownList, `+/${step}`] }),
  ),
  { path: '/me/mail', as: 'member' },
  { path: '/mails/stop' },
  { path: '/mails/stop?key=spent', status: 404 },
  { path: '/mails/stopped' },
  { path: '/me/calendar', as: 'member' },
  { path: '/leave-list' },
  { path: '/leave-list?token=spent', status: 404 },
  {
    path: '/meetings/:id/items/:item/audience',
    as: 'other-clerk',
    via: [...prepared, '+/agenda', '/items/:item/edit', '/items/:item/audience'],
  },
  { path: '/meetings/:id/told', as: 'clerk', via: [...next, '+/told'], screenshot: 'told' },
  { path: '/meetings/:id/publications/:publication/proof', as: 'clerk', via: [...next, '/publications/:publication', '+/proof'] },
  { path: '/meetings/:id/reading', as: 'member', via: [...next, '+/reading'], screenshot: 'reading' },
  { path: '/meetings/:id/reading', as: 'observer', via: [...next, '+/reading'] },
  { path: '/meetings/:id/reading/notes', as: 'member', via: [...next, '+/reading/notes'] },
  { path: '/meetings/:id/items/:item/note', as: 'member', via: [...next, 'School readiness', '+/note'] },
]
