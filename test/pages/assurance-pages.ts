import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'

/** A form: as it opens, and as it comes back when it is sent with nothing in it. Forms of the same make are sent once. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

const recommendation = [`${board}/recommendations`, 'C: That a child']
const step = (name: string) => ({ path: `/recommendations/:id/${name}`, as: 'clerk', via: [...recommendation, `+/${name}`] })

const recommendations: readonly VisitedPage[] = [
  { path: '/boards/:slug/assurance', via: [`+${board}/assurance`], screenshot: 'assurance' },
  { path: `${board}/assurance`, as: 'clerk' },
  { path: '/recommendations?state=response-overdue' },
  { path: '/boards/:slug/recommendations', via: [`+${board}/recommendations`], screenshot: 'recommendations' },
  ...form({ path: '/boards/:slug/recommendations/new', as: 'clerk', via: [`+${board}/recommendations/new`] }),
  { path: '/recommendations/:id', via: recommendation },
  { path: '/recommendations/:id', as: 'member', via: [`${board}/recommendations`, 'E: That training'] },
  step('edit'),
  ...form(step('respond')),
  step('actions'),
  { path: '/recommendations/:id/actions/:action', as: 'clerk', via: [...recommendation, '/recommendations/:id/actions/:action'] },
  ...form(step('notes')),
  step('milestone'),
  step('close'),
  step('reopen'),
  { path: '/recommendations/:id/show', as: 'clerk', via: [`${board}/recommendations`, '1: That one page', '+/show'] },
  step('take-back'),
]

const scrutiny = [`${board}/reviews`, 'Help that comes early']
const learning = [`${board}/reviews`, 'when a family moves']
const ofLearning = (name: string) => ({ path: `/reviews/:id/${name}`, as: 'clerk', via: [...learning, `+/${name}`] })
const reviews: readonly VisitedPage[] = [
  { path: '/boards/:slug/reviews', via: [`+${board}/reviews`] },
  ...form({ path: '/boards/:slug/reviews/new', as: 'clerk', via: [`+${board}/reviews/new`] }),
  { path: '/reviews/:id', via: scrutiny, screenshot: 'scrutiny-review' },
  { path: '/reviews/:id', as: 'clerk', via: [`${board}/reviews`, 'Joint inspection'] },
  { path: '/reviews/:id', findAs: 'clerk', via: learning, status: 404 },
  ...form({ path: '/reviews/:id/parts/:kind', as: 'clerk', via: [...learning, '+/parts/lesson'] }),
  ofLearning('recommendations'),
  ofLearning('edit'),
  ofLearning('report'),
  ofLearning('refer'),
  ofLearning('close'),
  ofLearning('show'),
  { path: '/reviews/:id/take-back', as: 'clerk', via: [...scrutiny, '+/take-back'] },
  { path: '/reviews/:id/evidence', as: 'clerk', via: [`${board}/reviews`, 'Joint inspection', '+/evidence'] },
]

const police = [`${board}/challenges`, 'Police reports']
const due = [`${board}/challenges`, 'No date for']
const ofPolice = (name: string) => ({ path: `/challenges/:id/${name}`, as: 'clerk', via: [...police, `+/${name}`] })
const letter = [...police, '+/letters/1']
const challenges: readonly VisitedPage[] = [
  { path: '/boards/:slug/challenges', via: [`+${board}/challenges`] },
  { path: `${board}/challenges`, as: 'clerk' },
  { path: '/boards/:slug/challenges/new', as: 'clerk', via: [`+${board}/challenges/new`] },
  { path: '/boards/:slug/challenges/ladder', via: [`+${board}/challenges/ladder`] },
  { path: `${board}/challenges/ladder`, as: 'clerk' },
  { path: '/challenges/:id', via: [`${board}/challenges`, 'Too few seats'] },
  { path: '/challenges/:id', as: 'clerk', via: due },
  ofPolice('edit'),
  ofPolice('respond'),
  ...form(ofPolice('impact')),
  ofPolice('milestone'),
  ofPolice('close'),
  { path: '/challenges/:id/show', as: 'clerk', via: [...police, '+/show'] },
  { path: '/challenges/:id/take-back', as: 'clerk', via: [`${board}/challenges`, 'Free travel', '+/take-back'] },
  { path: '/challenges/:id/letters/:position', as: 'member', via: letter },
  { path: '/challenges/:id/letters/:position/edit', as: 'clerk', via: [...letter, '+/edit'] },
  ...form({ path: '/challenges/:id/letters/:position/sent', as: 'clerk', via: [...letter, '+/sent'] }),
  { path: '/challenges/:id/letters/:position/answer', as: 'clerk', via: [...letter, '+/answer'] },
]

const first = [`${board}/audits`, 'first round']
const second = [`${board}/audits`, 'second round']
const ofFirst = (name: string) => ({ path: `/audit-rounds/:id/${name}`, as: 'clerk', via: [...first, `+/${name}`] })
const audits: readonly VisitedPage[] = [
  { path: '/boards/:slug/audits', via: [`+${board}/audits`] },
  { path: `${board}/audits`, as: 'clerk' },
  ...form({ path: '/boards/:slug/audits/toolkits/new', as: 'clerk', via: [`+${board}/audits/toolkits/new`] }),
  { path: '/boards/:slug/audits/new', as: 'clerk', via: [`+${board}/audits/new`] },
  { path: '/audit-rounds/:id', via: first, screenshot: 'audit-round' },
  { path: '/audit-rounds/:id', as: 'clerk', via: second },
  { path: '/audit-rounds/:id/agencies', as: 'clerk', via: [...second, '+/agencies'] },
  ofFirst('report'),
  { path: '/audit-rounds/:id/show', as: 'clerk', via: [...first, '+/show'] },
  ofFirst('take-back'),
  { path: '/audit-rounds/:id/agencies/:organisation', via: [...first, 'Hospitals Trust'] },
  { path: '/audit-rounds/:id/agencies/:organisation', as: 'member', via: [...second, 'County Council'] },
  { path: '/audit-rounds/:id/agencies/:organisation/people', as: 'clerk', via: [...second, 'County Council', '+/people'] },
  { path: '/audit-rounds/:id/agencies/:organisation/answer', as: 'member', via: [...second, 'County Council', '+/answer'] },
  { path: '/audit-rounds/:id/agencies/:organisation/moderate', as: 'member', via: [...second, 'Hospitals Trust', '+/moderate'] },
  { path: '/audit-rounds/:id/actions/:action', as: 'clerk', via: [...first, '/audit-rounds/:id/actions/:action'] },
  ...form({ path: '/boards/:slug/case-audits/new', as: 'clerk', via: [`+${board}/case-audits/new`] }),
  { path: '/case-audits/:id', as: 'member', via: [`${board}/audits`, 'Neglect seen early'] },
  { path: '/case-audits/:id/learning', as: 'clerk', via: [`${board}/audits`, 'Neglect seen early', '+/learning'] },
]

/** Recommendations, reviews, challenges and audits. */
export const assurancePages: readonly VisitedPage[] = [...recommendations, ...reviews, ...challenges, ...audits]
