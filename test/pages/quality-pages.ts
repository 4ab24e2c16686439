import type { VisitedPage } from './pages.ts'

const root = '/families/quality'
const keeper = 'deputy'
const draw = [root, '/families/quality/draws/:draw']
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

const supervision = '/families/supervision'
const session = [supervision, `${supervision}/sessions/:session`]
/** Supervision of early help. */
export const supervisionPages: readonly VisitedPage[] = [
  { path: supervision, as: 'Esther Quist' },
  { path: supervision, as: keeper },
  { path: `${supervision}/agency`, as: 'Dr Aisha Rahman' },
  { path: `${supervision}/agency`, as: 'administrator' },
  { path: `${supervision}/agency`, as: 'signed-in', status: 403 },
  ...form({ path: `${supervision}/standards/new`, as: 'Dr Aisha Rahman' }),
  ...form({ path: '/families/posts/supervision', as: 'administrator' }),
  ...form({ path: `${supervision}/ties/:tie/end`, as: 'Dr Aisha Rahman', via: [`${supervision}/agency`, `${supervision}/ties/:tie/end`] }),
  ...form({ path: `${supervision}/ties/:tie/new`, as: keeper, via: [supervision, `${supervision}/ties/:tie/new`] }),
  { path: `${supervision}/sessions/:session`, as: keeper, via: session },
  ...form({ path: `${supervision}/sessions/:session/remark`, as: keeper, via: [...session, '+/remark'] }),
  ...form({ path: `${supervision}/sessions/:session/answer`, as: 'Esther Quist', via: [...session, '+/answer'] }),
  ...form({
    ...{ path: `${supervision}/sessions/:session/remarks/:note`, as: keeper },
    via: [...session, `${supervision}/sessions/:session/remarks/:note`],
  }),
  ...form({ path: `${supervision}/sessions/:session/correct`, as: keeper, via: [...session, '+/correct'] }),
  ...form({
    ...{ path: '/families/:episode/supervision/:decision/correct', as: keeper },
    via: [...session, '/families/:episode/supervision', '/families/:episode/supervision/:decision/correct'],
  }),
  ...form({
    ...{ path: `${supervision}/sessions/:session/families/:episode`, as: keeper },
    via: [...session, `${supervision}/sessions/:session/families/:episode`],
  }),
  { path: '/families/caseloads', as: 'Esther Quist' },
  { path: '/families/caseloads', as: keeper },
  ...form({ path: '/families/caseloads/limits/new', as: 'Dr Aisha Rahman' }),
  ...form({ path: '/families/caseloads/shares/new', as: 'Dr Aisha Rahman' }),
  ...form({ path: `${supervision}/absences/new`, as: 'signed-in' }),
  { path: `${supervision}/absences/:absence/back`, as: keeper, via: [supervision, `${supervision}/absences/:absence/back`] },
  { path: '/families/:episode/supervision', as: 'Esther Quist', via: ['/families', 'Amber', '+/supervision'] },
]

/** Quality assurance of early help. */
export const qualityPages: readonly VisitedPage[] = [
  { path: '/families/drift', as: 'signed-in', screenshot: 'drift' },
  { path: '/families/drift', as: keeper },
  { path: '/families/drift/rules', as: keeper },
  { path: '/families/drift/rules', as: 'administrator' },
  ...form({ path: '/families/drift/rules/new', as: 'administrator' }),
  { path: '/families/drift', as: 'member', status: 403 },
  { path: '/families/settled', as: 'signed-in' },
  { path: '/families/settled', as: 'administrator' },
  { path: '/families/settled', as: 'member', status: 403 },
  ...form({ path: '/families/settled/:settled/set', as: 'administrator', via: ['/families/settled', '/families/settled/:settled/set'] }),
  { path: '/families/settled/levels', as: 'signed-in', screenshot: 'levels-of-need' },
  { path: '/families/settled/levels', as: 'administrator' },
  ...form({ path: '/families/settled/levels/new', as: 'administrator', screenshot: 'levels-set' }),
  { path: '/families/settled/tiers', as: 'signed-in', screenshot: 'tiers' },
  { path: '/families/settled/tiers', as: 'administrator' },
  ...form({ path: '/families/settled/tiers/new', as: 'administrator', screenshot: 'tiers-set' }),
  { path: '/families/settled/closing', as: 'signed-in', screenshot: 'closing-words' },
  { path: '/families/settled/closing', as: 'administrator' },
  ...form({ path: '/families/settled/closing/new', as: 'administrator', screenshot: 'closing-words-set' }),
  { path: '/families/settled/audit', as: 'signed-in', screenshot: 'audit-tool' },
  { path: '/families/settled/audit', as: 'administrator' },
  ...form({ path: '/families/settled/audit/new', as: 'administrator', screenshot: 'audit-tool-set' }),
  { path: root, as: keeper, screenshot: 'quality' },
  { path: `${root}/rules`, as: keeper },
  { path: `${root}/rules`, as: 'administrator' },
  ...form({ path: `${root}/rules/new`, as: 'administrator' }),
  { path: `${root}/draws/:draw`, as: keeper, via: draw },
  ...form({ path: `${root}/draws/:draw/:item/assign`, as: keeper, via: [...draw, '/families/quality/draws/:draw/:item/assign'] }),
  ...form({ path: `${root}/draws/:draw/:item/replace`, as: keeper, via: [...draw, '/families/quality/draws/:draw/:item/replace'] }),
  { path: `${root}/report`, as: keeper },
  { path: `${root}/report/:month`, as: keeper, via: [`${root}/report`, `${root}/report/:month`] },
  { path: `${root}/report/:month/freeze`, as: keeper, via: [`${root}/report`, `${root}/report/:month`, '+/freeze'] },
  { path: '/early-help-figures/quality', as: 'member', screenshot: 'early-help-quality' },
  { path: '/early-help-figures/quality', as: 'signed-in', status: 403 },
  { path: '/families/claims', as: keeper, screenshot: 'claims' },
  { path: '/families/claims', as: 'Dr Ngozi Eze' },
  { path: '/families/claims', as: 'signed-in', status: 403 },
  ...form({ path: '/families/claims/new', as: keeper }),
  ...form({ path: '/families/claims/headings/new', as: 'Dr Ngozi Eze' }),
  ...form({ path: '/families/claims/headings/end', as: 'Dr Ngozi Eze' }),
  { path: '/families/claims/:claim', as: keeper, via: ['/families/claims', '1 July 2026'] },
  { path: '/families/claims/:claim/answer', as: 'Dr Ngozi Eze', via: ['/families/claims', '1 July 2026', '+/answer'] },
  { path: '/families/claims/:claim/families', as: keeper, via: ['/families/claims', '1 July 2026', '+/families'] },
  { path: '/families/claims/:claim', as: 'Dr Ngozi Eze', via: ['/families/claims', '1 July 2026'] },
  ...form({
    path: '/families/claims/:claim/corrections/:correction',
    as: 'Dr Ngozi Eze',
    via: ['/families/claims', '1 July 2026', '/families/claims/:claim/corrections/:correction'],
  }),
  { path: '/families/figures', as: keeper, screenshot: 'figures-before' },
  { path: '/families/figures', as: 'Dr Ngozi Eze' },
  ...form({ path: '/families/figures/settings/new', as: 'Dr Ngozi Eze' }),
  ...form({ path: '/families/figures/voice/new', as: 'Dr Ngozi Eze' }),
  { path: '/families/:episode/quality', as: keeper, via: ['/families', 'Amber', '+/quality'] },
  ...form({ path: '/families/:episode/quality/review', as: keeper, via: ['/families', 'Hazel', '+/quality/review'] }),
  ...form({ path: '/families/:episode/quality/moderate', as: keeper, via: ['/families', 'Amber', '+/quality/moderate'] }),
]
