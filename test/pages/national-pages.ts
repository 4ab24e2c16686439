import type { VisitedPage } from './pages.ts'

const measures = '/boards/safeguarding-children-partnership/measures'
const own = '/boards/northbrook-childrens-partnership/measures'

/** Published figures of places of the country, and a measure beside them. */
export const nationalPages: readonly VisitedPage[] = [
  { path: '/national', via: [measures, 'Places of the country'] },
  { path: '/national', house: 'empty' },
  { path: '/national/read-in', as: 'administrator', via: ['/national', '/national/read-in'] },
  { path: '/national/read-in', as: 'administrator', via: ['/national', '/national/read-in'], send: 'Read them in', status: 422 },
  { path: '/national/readings/:reading', as: 'administrator', via: ['/national/read-in', '/national/readings/:reading'] },
  { path: '/national/:authority', via: ['/national', 'Northbrook'], screenshot: 'published-figures' },
  { path: '/national/:authority', via: ['+/national/1'], status: 404 },
  { path: '/measures/:measure/national', as: 'clerk', via: [own, 'Plans checked', '+/national'] },
]
