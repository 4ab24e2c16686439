import type { VisitedPage } from './pages.ts'

const root = '/families/quality'
const keeper = 'deputy'
const draw = [root, '/families/quality/draws/:draw']
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

/** Quality assurance of early help. */
export const qualityPages: readonly VisitedPage[] = [
  { path: '/families/drift', as: 'signed-in', screenshot: 'drift' },
  { path: '/families/drift', as: keeper },
  { path: '/families/drift', as: 'member', status: 403 },
  { path: root, as: keeper, screenshot: 'quality' },
  { path: `${root}/draws/:draw`, as: keeper, via: draw },
  ...form({ path: `${root}/draws/:draw/:item/assign`, as: keeper, via: [...draw, '/families/quality/draws/:draw/:item/assign'] }),
  ...form({ path: `${root}/draws/:draw/:item/replace`, as: keeper, via: [...draw, '/families/quality/draws/:draw/:item/replace'] }),
  { path: `${root}/report`, as: keeper },
  { path: '/families/figures', as: keeper, screenshot: 'figures-before' },
  { path: '/families/figures', as: 'Dr Ngozi Eze' },
  ...form({ path: '/families/figures/settings/new', as: 'Dr Ngozi Eze' }),
  { path: '/families/:episode/quality', as: keeper, via: ['/families', 'Amber', '+/quality'] },
  ...form({ path: '/families/:episode/quality/review', as: keeper, via: ['/families', 'Hazel', '+/quality/review'] }),
  ...form({ path: '/families/:episode/quality/moderate', as: keeper, via: ['/families', 'Amber', '+/quality/moderate'] }),
]
