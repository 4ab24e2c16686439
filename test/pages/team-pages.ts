import type { VisitedPage } from './pages.ts'

const practitioner = 'signed-in'
const root = '/families/:episode/plan'
const hazel = ['/families', 'Hazel', '+/plan']
const amber = ['/families', 'Amber', '+/plan']
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const at = (path: string, ...via: readonly string[]): VisitedPage => ({ path: `${root}${path}`, as: practitioner, via: [...hazel, ...via] })

/** Early help: the plan of a family and the team around its children. */
export const teamPages: readonly VisitedPage[] = [
  { ...at(''), via: amber, screenshot: 'family-plan' },
  at(''),
  { ...at(''), as: 'deputy', via: amber },
  ...form(at('/begin', '+/begin')),
  ...form(at('/words', '+/words')),
  ...form(at('/needs/new', '+/needs/new')),
  at('/needs/:need', `${root}/needs/:need`),
  ...form(at('/needs/:need/actions/new', `${root}/needs/:need/actions/new`)),
  ...form(at('/actions/:action/answer', `${root}/actions/:action/answer`)),
  at('/actions/:action/progress', `${root}/actions/:action/progress`),
  at('/actions/:action/change', `${root}/actions/:action/change`),
  ...form(at('/actions/:action/end', `${root}/actions/:action/end`)),
  ...form(at('/members/new', '+/members/new')),
  at('/members/:member/end', `${root}/members/:member/end`),
  at('/children/:kind/:record', `${root}/children/:kind/:record`),
  { path: '/families/diary', as: practitioner },
  ...form(at('/new-meeting', '+/new-meeting')),
  { ...at('/meetings/:meeting', `${root}/meetings/:meeting`), screenshot: 'family-meeting' },
  { ...at('/meetings/:meeting'), via: [...amber, `28 October 2026`] },
  ...['edit', 'people', 'items', 'start', 'cancel', 'actions', 'end', 'minutes'].map((part) =>
    at(`/meetings/:meeting/${part}`, `${root}/meetings/:meeting`, `+/${part}`),
  ),
  { ...at('/meetings/:meeting/items/:item/notes'), via: [...amber, '28 October 2026', `${root}/meetings/:meeting/items/:item/notes`] },
  { ...at('/reviews/new', '+/reviews/new') },
  { ...at('/reviews/:review'), via: [...amber, `${root}/reviews/:review`] },
  { ...at('/our-page'), via: [...amber, '+/our-page'], screenshot: 'family-own-page' },
  ...form(at('/print-for', '+/print-for')),
  { ...at('/prints/:print'), via: [...amber, `${root}/prints/:print`] },
  { ...at('/meetings/:meeting/notes/:note'), via: [...amber, '28 October 2026', `${root}/meetings/:meeting/notes/:note`] },
  at('/prints/:print/signed', `${root}/prints/:print`, '+/signed'),
  ...form(at('/prints/:print/pages/new', 'Rowan Hazel', '+/pages/new')),
]
