import type { VisitedPage } from './pages.ts'

const retention = '/families/retention'
const requests = '/families/requests'
const keeper = 'author'
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]
const request = [requests, 'Wren’s mother']

/** How long records of families are kept, and what is held of somebody. */
export const retentionPages: readonly VisitedPage[] = [
  { path: retention, as: keeper, screenshot: 'retention' },
  { path: retention, as: 'deputy' },
  ...form({ path: `${retention}/rules/new`, as: keeper }),
  ...form({ path: `${retention}/give-back`, as: keeper, screenshot: 'give-back' }),
  ...form({ path: `${retention}/:record/review`, as: keeper, via: [retention, '/families/retention/:record/review'] }),
  ...form({ path: `${retention}/:record/hold`, as: keeper, via: [retention, '/families/retention/:record/hold'] }),
  ...form({ path: `${retention}/:record/lift`, as: keeper, via: [retention, '/families/retention/:record/lift'] }),
  ...form({ path: `${retention}/:record/destroy`, as: keeper, via: [retention, '/families/retention/:record/destroy'] }),
  { path: `${retention}/certificates/:certificate`, as: keeper, via: [retention, '/families/retention/certificates/:certificate'] },
  { path: requests, as: keeper },
  { path: requests, as: 'deputy', status: 403 },
  ...form({ path: `${requests}/new`, as: keeper }),
  { path: `${requests}/:request`, as: keeper, via: request, screenshot: 'access-request' },
  { path: `${requests}/:request/answer`, as: keeper, via: [...request, '+/answer'] },
  ...form({ path: `${requests}/:request/longer`, as: keeper, via: [...request, '+/longer'] }),
  ...form({ path: `${requests}/:request/end`, as: keeper, via: [...request, '+/end'] }),
  ...form({
    path: `${requests}/:request/entries/:source/:record`,
    as: keeper,
    via: [...request, '/families/requests/:request/entries/:source/:record'],
  }),
]
