import type { VisitedPage } from './pages.ts'

const practitioner = 'signed-in'
const family = ['/families', 'Hazel']
const held = ['/families', 'Rowan']

/** The form as it opens, and what it says when it is sent empty. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const step = (name: string): VisitedPage => ({ path: `/families/:episode/${name}`, as: practitioner, via: [...family, `+/${name}`] })

/** Early help: families, and who may see them. */
export const familyPages: readonly VisitedPage[] = [
  { path: '/families', as: practitioner, screenshot: 'families' },
  { path: '/families', as: 'member' },
  { path: '/families', as: 'deputy' },
  ...form({ path: '/families/new', as: practitioner }),
  ...form({ path: '/families/involved', as: practitioner }),
  { path: '/families/posts', as: 'administrator' },
  ...form({ path: '/families/posts/new', as: 'administrator' }),
  { path: '/families/posts/:post/end', as: 'administrator', via: ['/families/posts', '/families/posts/:post/end'] },
  { path: '/families/:episode', as: practitioner, via: family, screenshot: 'family' },
  { path: '/families/:episode', as: 'deputy', via: ['/families', 'Teal'] },
  { path: '/families/:episode', as: 'deputy', via: ['/families', 'Amber'] },
  { path: '/families/:episode', as: 'member', findAs: practitioner, via: family, status: 404 },
  ...['agreement', 'lead', 'team', 'sharing', 'close'].flatMap((name) => form(step(name))),
  ...form({ path: '/families/:episode/lead/answer', as: practitioner, via: [...family, 'Answer'] }),
  ...form({
    ...{ path: '/families/:episode/agreements/:agreement/withdraw', as: practitioner },
    via: [...family, '/families/:episode/agreements/:agreement/withdraw'],
  }),
  ...form(step('disagreement')),
  ...form(step('shield')),
  ...form(step('hold')),
  ...form({ path: '/families/:episode/hold/:restriction/lift', as: 'deputy', via: [...held, '/families/:episode/hold/:restriction/lift'] }),
  ...form({ path: '/families/:episode/shield/end', as: practitioner, via: ['/families', 'Heron', '+/shield/end'] }),
  ...form({ path: '/families/:episode/shield/ask', as: practitioner, via: ['/families', 'Heron', '+/shield/ask'] }),
  ...form({ path: '/families/withheld/:shield/ask', as: 'Dr Ngozi Eze', via: ['/families/withheld', '/families/withheld/:shield/ask'] }),
  { path: '/families/withheld', as: 'Dr Ngozi Eze', screenshot: 'withheld' },
  ...form({ path: '/families/withheld/:shield/end', as: 'Dr Ngozi Eze', via: ['/families/withheld', '/families/withheld/:shield/end'] }),
  step('agreement/renew'),
  {
    ...{ path: '/families/:episode/disagreements/:stand', as: 'deputy', screenshot: 'disagreement' },
    via: ['/families', 'Rowan', '/families/:episode/disagreements/:stand'],
  },
  ...form({
    ...{ path: '/families/:episode/disagreements/:stand/end', as: practitioner },
    via: ['/families', 'Rowan', '/families/:episode/disagreements/:stand/end'],
  }),
  step('looks'),
  { path: '/sharing-decisions/:decision', as: 'deputy', via: ['/families', 'Amber', '/sharing-decisions/:decision'] },
]
