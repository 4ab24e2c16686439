import type { VisitedPage } from './pages.ts'

const board = '/boards/joint-commissioning-board'
const keeper = 'other-clerk'

/** The form as it opens, and what it says when it is sent empty. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

const agreement = [`${board}/agreements`, 'Joint commissioning of health']
const history = [...agreement, '/agreements/:agreement/history']
const grant = [`${board}/agreements`, 'Grant for a play bus']
const below = (page: string, via: readonly string[]): VisitedPage => ({
  path: `/agreements/:agreement/${page}`,
  as: keeper,
  via: [...via, `/agreements/:agreement/${page}`],
})

/** What becomes of an agreement after it is signed. */
export const agreementChangePages: readonly VisitedPage[] = [
  { path: '/agreements/:agreement/history', via: history, screenshot: 'agreement-history' },
  { path: '/agreements/:agreement/history', as: keeper, via: history },
  { path: '/agreements/:agreement/agreement.pdf', via: [...agreement, '/agreements/:agreement/agreement.pdf'] },
  ...form(below('variations', history)),
  ...form(below('variations/:variation', history)),
  ...form(below('contributions', history)),
  { path: '/agreements/:agreement', via: grant, screenshot: 'grant' },
  ...form(below('grant-years', grant)),
  ...form(below('claims', grant)),
  ...form(below('claims/:claim/settle', grant)),
  ...form(below('claims/:claim/claw-back', grant)),
  ...form(below('reports/:rule/:period', agreement)),
]
