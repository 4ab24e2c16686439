import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

/** Topics over all boards, and which of them a matter belongs to. */
export const topicPages: readonly VisitedPage[] = [
  { path: '/topics', via: ['+/topics'] },
  { path: '/topics', house: 'empty' },
  { path: '/topics', as: 'administrator' },
  { path: '/topics/:topic', via: ['/topics', 'Early help'], screenshot: 'topic' },
  { path: '/topics/:topic', via: ['/topics', 'Children’s trust arrangements'] },
  { path: '/topics/:topic', via: ['+/topics/nothing-of-that-name'], status: 404 },
  ...form({ path: '/topics/new', as: 'administrator' }),
  ...form({ path: '/topics/:topic/change', as: 'administrator', via: ['/topics', 'Early help', '+/change'] }).slice(0, 1),
  { path: '/meetings/:id/items/:item/topics', as: 'clerk', via: [`${board}/meetings`, '8 December 2026', 'School readiness', '+/topics'] },
  { path: '/boards/:slug/plan/:item/topics', as: 'clerk', via: [`${board}/plan`, 'Annual report', '+/topics'] },
  { path: '/decisions/:id/topics', as: 'clerk', via: [`${board}/decisions`, '/decisions/:id', '+/topics'] },
]
