import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const next = [`${board}/meetings`, '8 December 2026']
/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
const form = (page: VisitedPage): readonly VisitedPage[] => [page, { ...page, send: true, status: 422 }]

const delegations = `${board}/delegations`

const delegationPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/delegations', via: [`+${delegations}`], screenshot: 'delegations' },
  { path: delegations, as: 'clerk' },
  { path: `${delegations}?on=2022-06-01` },
  { path: `${delegations}?on-day=32&on-month=1&on-year=2014` },
  { path: '/boards/safeguarding-children-partnership/delegations' },
  { path: '/boards/early-help-steering-group/delegations' },
  ...form({ path: '/boards/:slug/delegations/new', as: 'clerk', via: [`+${delegations}/new`] }),
  ...form({ path: '/boards/:slug/delegations/held-by-law', as: 'clerk', via: [`+${delegations}/held-by-law`] }),
  { path: '/boards/:slug/delegations/:delegation', via: [delegations, 'Director of Children'] },
  { path: '/boards/:slug/delegations/:delegation', as: 'clerk', via: [delegations, 'Director of Children'] },
  ...form({ path: '/boards/:slug/delegations/:delegation/hand-on', as: 'clerk', via: [delegations, 'Director of Children', '+/hand-on'] }),
  ...form({ path: '/boards/:slug/delegations/:delegation/revoke', as: 'clerk', via: [delegations, 'Director of Children', '+/revoke'] }),
]

const sharing = `${board}/sharing-agreements`
const early = 'Early help: who supports'

const sharingPages: readonly VisitedPage[] = [
  { path: '/sharing-agreements', screenshot: 'sharing-agreements' },
  { path: '/sharing-agreements', house: 'empty' },
  { path: '/boards/:slug/sharing-agreements', via: [`+${sharing}`] },
  { path: sharing, as: 'clerk' },
  { path: '/boards/early-help-steering-group/sharing-agreements' },
  ...form({ path: '/boards/:slug/sharing-agreements/new', as: 'clerk', via: [`+${sharing}/new`] }),
  { path: '/boards/:slug/sharing-agreements/:agreement', via: [sharing, early], screenshot: 'sharing-agreement' },
  { path: '/boards/:slug/sharing-agreements/:agreement', as: 'clerk', via: [sharing, 'Figures of the local'] },
  ...(['change', 'review', 'withdraw', 'paper'] as const).flatMap((step) =>
    form({ path: `/boards/:slug/sharing-agreements/:agreement/${step}`, as: 'clerk', via: [sharing, early, `+/${step}`] }),
  ),
  ...form({
    path: '/boards/:slug/sharing-agreements/:agreement/parties/:organisation/sign',
    as: 'clerk',
    via: [sharing, 'Figures of the local', '/sign'],
  }),
]

const decidedPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/key-questions', via: [`+${board}/key-questions`], screenshot: 'key-questions' },
  { path: `${board}/key-questions`, as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/key-questions' },
  ...form({ path: '/boards/:slug/key-questions/new', as: 'clerk', via: [`+${board}/key-questions/new`] }),
  ...form({ path: '/boards/:slug/key-questions/:set/end', as: 'clerk', via: [`+${board}/key-questions`, '/end'] }),
  {
    path: '/meetings/:id/items/:item/key-questions',
    as: 'clerk',
    via: [`${board}/meetings`, '8 December 2026', 'School readiness', '+/key-questions'],
  },
  { path: '/papers/:paper/key-questions', as: 'clerk', via: [...next, '+/prepare', 'School readiness', '+/key-questions'] },
  { path: '/boards/:slug/officer-decisions', via: [`+${board}/officer-decisions`], screenshot: 'officer-decisions' },
  { path: `${board}/officer-decisions`, as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/officer-decisions' },
  ...form({ path: '/boards/:slug/officer-decisions/new', as: 'clerk', via: [`+${board}/officer-decisions/new`] }),
  { path: '/boards/:slug/officer-decisions/new', as: 'member', via: [`+${board}/officer-decisions/new`] },
  { path: '/officer-decisions/:decision', via: [`${board}/officer-decisions`, '/officer-decisions/:decision'] },
  { path: '/officer-decisions/:decision', via: [`${board}/officer-decisions`, 'Childcare places'], screenshot: 'officer-decision' },
  { path: '/officer-decisions/:decision', as: 'member', via: [`${board}/officer-decisions`, 'Support for a provider'] },
  ...form({
    path: '/officer-decisions/:decision/correct',
    as: 'clerk',
    via: [`${board}/officer-decisions`, 'Childcare places', '+/correct'],
  }),
  ...form({
    path: '/officer-decisions/:decision/withdraw',
    as: 'clerk',
    via: [`${board}/officer-decisions`, 'Childcare places', '+/withdraw'],
  }),
]

/** Who may decide what, what officers decided, sharing agreements, and key questions. */
export const delegatedPages: readonly VisitedPage[] = [...delegationPages, ...sharingPages, ...decidedPages]
