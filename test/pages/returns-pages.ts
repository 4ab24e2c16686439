import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const measures = `${board}/measures`
const returns = `${board}/returns`
const first = [measures, 'Team Around the Child: families starting']
const due = [returns, 'October 2026']

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

/** Measures, what is aimed at, and how figures come in. */
export const returnsPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/measures', via: [`+${measures}`], screenshot: 'measures' },
  { path: measures, as: 'clerk' },
  { path: '/boards/east-local-area-group/measures' },
  ...form({ path: '/boards/:slug/measures/new', as: 'clerk', via: [`+${measures}/new`] }),
  ...form({ path: '/measures/:measure/define', as: 'clerk', via: [...first, '+/define'] }).slice(0, 1),
  { path: '/measures/:measure/show', as: 'clerk', via: [...first, '+/show'] },
  ...form({ path: '/measures/:measure/withdraw', as: 'clerk', via: [...first, '+/withdraw'] }),
  ...form({ path: '/measures/:measure/baseline', as: 'clerk', via: [...first, '+/baseline'] }),
  ...form({ path: '/measures/:measure/target', as: 'clerk', via: [...first, '+/target'] }),
  ...form({ path: '/measures/:measure/enter', as: 'clerk', via: [...first, '+/enter?period=2026-08'] }),
  ...form({ path: '/measures/:measure/comment/:from/:until', as: 'clerk', via: [...first, '+/comment/2026-09-01/2026-10-01'] }),
  ...form({ path: '/measures/:measure/targets/:target/withdraw', as: 'clerk', via: [...first, 'Take back the target'] }),
  { path: '/boards/:slug/returns', as: 'clerk', via: [`+${returns}`] },
  ...form({ path: '/boards/:slug/returns/new', as: 'clerk', via: [`+${returns}/new`] }),
  { path: '/boards/:slug/returns/:template/edit', as: 'clerk', via: [returns, 'Change Early help: families'] },
  { path: '/returns/:return', as: 'clerk', via: due },
  { path: '/returns/:return', via: due, findAs: 'clerk', status: 404 },
  ...form({ path: '/returns/:return/give', as: 'clerk', via: [...due, '+/give'] }),
  ...form({ path: '/returns/:return/excuse', as: 'clerk', via: [...due, '+/excuse'] }),
  ...form({ path: '/measures/:measure/measures', as: 'clerk', via: [...first, '+/measures'] }),
  { path: '/measures/:measure/measures/:row/end', as: 'clerk', via: [...first, '/measures/:measure/measures/:row/end'] },
  ...form({ path: '/boards/:slug/measures/upload', as: 'clerk', via: [`+${measures}/upload`] }),
  { path: '/uploads/:upload', as: 'clerk', via: [`${measures}/upload`, 'early-help-figures.csv'] },
]
