import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const underway = [`${board}/needs`, 'Emotional health in the teens'] as const
const screening = [`${board}/equality`, 'Screening: moving the family centre'] as const
const risk = [`${board}/risks`, 'Too few health visitors'] as const

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

/** What plans rest on, what may come between, and what they mean for equality: needs assessments, risks, equality impact assessments. */
export const needsPages: readonly VisitedPage[] = [
  { path: '/needs' },
  { path: '/boards/:slug/needs', via: [`${board}/plans`, '/boards/:slug/needs'], screenshot: 'needs-assessments' },
  { path: '/boards/:slug/needs', as: 'clerk', via: [`+${board}/needs`] },
  { path: '/needs/:assessment', via: [`${board}/needs`, 'what they need'], screenshot: 'needs-assessment' },
  { path: '/needs/:assessment', as: 'clerk', via: underway },
  { path: '/needs/:assessment', findAs: 'clerk', via: underway, status: 404 },
  ...form({ path: '/boards/:slug/needs/new', as: 'clerk', via: [`${board}/needs`, '/boards/:slug/needs/new'] }),
  ...form({ path: '/needs/:assessment/add/:kind', as: 'clerk', via: [...underway, 'Add evidence'] }),
  { path: '/needs/rows/:row/edit', as: 'clerk', via: [...underway, '/needs/rows/:row/edit'] },
  { path: '/needs/:assessment/edit', as: 'clerk', via: [...underway, '/needs/:assessment/edit'] },
  ...form({ path: '/needs/:assessment/publish', as: 'clerk', via: [...underway, '/needs/:assessment/publish'] }).slice(0, 1),
  { path: '/needs/:assessment/decline', as: 'clerk', via: [...underway, '/needs/:assessment/decline'] },
  { path: '/needs/:assessment/withdraw', as: 'clerk', via: [`${board}/needs`, 'what they need', '/needs/:assessment/withdraw'] },
  {
    path: '/priorities/:row/needs',
    as: 'clerk',
    via: [`${board}/plans`, 'Northbrook children and young people', '/priorities/:row', '+/needs'],
  },
  { path: '/boards/:slug/risks', via: [`${board}/plans`, '/boards/:slug/risks'], screenshot: 'register-of-risks' },
  { path: '/risks/:risk', via: risk, screenshot: 'risk' },
  { path: '/risks/:risk', as: 'clerk', via: risk },
  ...form({ path: '/boards/:slug/risks/new', as: 'clerk', via: [`${board}/risks`, '/boards/:slug/risks/new'] }),
  { path: '/risks/:risk/edit', as: 'clerk', via: [...risk, '/risks/:risk/edit'] },
  { path: '/risks/:risk/score', as: 'clerk', via: [...risk, '/risks/:risk/score'] },
  ...form({ path: '/risks/:risk/close', as: 'clerk', via: [...risk, '/risks/:risk/close'] }),
  { path: '/boards/:slug/equality', via: [`${board}/plans`, '/boards/:slug/equality'] },
  { path: '/equality/:eqia', via: [`${board}/equality`, 'children and young people'], screenshot: 'equality-impact-assessment' },
  { path: '/equality/:eqia', as: 'clerk', via: screening },
  { path: '/boards/:slug/equality/new', as: 'clerk', via: [`${board}/equality`, '/boards/:slug/equality/new'] },
  { path: '/equality/:eqia/edit', as: 'clerk', via: [...screening, '/equality/:eqia/edit'] },
  ...form({ path: '/equality/:eqia/of/:characteristic', as: 'clerk', via: [...screening, '/equality/:eqia/of/:characteristic'] }).slice(
    0,
    1,
  ),
  ...form({ path: '/equality/:eqia/finish', as: 'clerk', via: [...screening, '/equality/:eqia/finish'] }),
  { path: '/equality/:eqia/improve', as: 'clerk', via: [...screening, '/equality/:eqia/improve'] },
]
