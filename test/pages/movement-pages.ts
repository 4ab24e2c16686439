import type { VisitedPage } from './pages.ts'

const practitioner = 'signed-in'
const rowan = ['/families', 'Rowan', '/families/:episode/movement']

/** The form as it opens, and what it says when it is sent empty. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const step = (name: string): VisitedPage => ({
  path: `/families/:episode/movement/${name}`,
  as: practitioner,
  via: [...rowan, `+/${name}`],
})
const move = (name: string): VisitedPage => ({
  ...{ path: `/movements/:transition/${name}`, as: practitioner, via: [...rowan, '/movements/:transition', `+/${name}`] },
})

/** Early help: how families move, and who answers. */
export const movementPages: readonly VisitedPage[] = [
  { path: '/families/:episode/movement', as: practitioner, via: rowan, screenshot: 'movement' },
  { path: '/families/:episode/movement', as: 'deputy', via: ['/families', 'Amber', '/families/:episode/movement'] },
  ...['new', 'tier', 'level', 'pause', 'grown'].flatMap((name) => form(step(name))),
  { path: '/families/:episode/movement/reopen', as: 'deputy', via: ['/families', 'Birch', '/families/:episode/movement', 'comes back'] },
  { path: '/movements/:transition', as: practitioner, via: [...rowan, '/movements/:transition'], screenshot: 'transition' },
  { path: '/movements/:transition', as: 'deputy', via: ['/families', 'Amber', '/families/:episode/movement', '/movements/:transition'] },
  ...['send', 'answer', 'dispute', 'settle'].flatMap((name) => form(move(name))),
  { path: '/families/movements', as: practitioner },
  { path: '/families/movements', as: 'deputy' },
  { path: '/families/outcomes/:outcome', as: practitioner, via: [...rowan, '/families/outcomes/:outcome'] },
  { path: '/families/advice', as: 'deputy' },
  ...form({ path: '/families/advice/new', as: practitioner }),
  { path: '/families/emergencies', as: practitioner, screenshot: 'emergencies' },
  ...form({ path: '/families/emergency', as: practitioner }),
  { path: '/answer/a-link-that-is-not-there' },
]
