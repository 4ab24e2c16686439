import type { VisitedPage } from './pages.ts'

const board = '/boards/joint-commissioning-board'
const keeper = 'other-clerk'

/** The form as it opens, and what it says when it is sent empty. */
function form(page: VisitedPage): readonly VisitedPage[] {
  return [page, { ...page, send: true, status: 422 }]
}

const agreement = [`${board}/agreements`, 'Joint commissioning of health']
const history = [...agreement, '/agreements/:agreement/history']
const grant = [`${board}/agreements`, 'Grant for a play bus']
const below = (page: string, via: readonly string[]): VisitedPage => ({
  path: `/agreements/:agreement/${page}`,
  as: keeper,
  via: [...via, `/agreements/:agreement/${page}`],
})

const strategyWork = [`${board}/strategies`, 'Home care', '/strategies/:strategy/work']
const handed = [`${board}/delegated-budgets`, 'Early help money']
const person = [`${board}/individual-budgets`, 'IB-0201']
const market = [`${board}/markets`, 'Help at home']
const specification = [`${board}/services`, 'Health visiting', '/services/:service/specifications']

/** The list, the page and the forms of a kind of record that an organisation leads. */
function led(root: string, kind: string, title: string, steps: readonly string[]): readonly VisitedPage[] {
  const via = [`${board}/${root}`, title]
  return [
    { path: `/boards/:slug/${root}`, via: [`+${board}/${root}`] },
    ...form({ path: `/boards/:slug/${root}/new`, as: keeper, via: [`+${board}/${root}/new`] }),
    { path: `/${root}/:${kind}`, via, screenshot: kind },
    { path: `/${root}/:${kind}`, as: keeper, via },
    ...steps.map(
      (step): VisitedPage => ({
        path: `/${root}/:${kind}/${step}`,
        as: keeper,
        via: [...via, step === 'show' ? '+/show' : `/${root}/:${kind}/${step}`],
      }),
    ),
  ]
}

/** What becomes of an agreement after it is signed. */
export const agreementChangePages: readonly VisitedPage[] = [
  { path: '/agreements/:agreement/history', via: history, screenshot: 'agreement-history' },
  { path: '/agreements/:agreement/history', as: keeper, via: history },
  ...form(below('variations', history)),
  ...form(below('variations/:variation', history)),
  ...form(below('contributions', history)),
  { path: '/agreements/:agreement', via: grant, screenshot: 'grant' },
  ...form(below('grant-years', grant)),
  ...form(below('claims', grant)),
  ...form(below('grant-savings', grant)),
  ...form(below('claims/:claim/settle', grant)),
  ...form(below('claims/:claim/claw-back', grant)),
  ...form(below('reports/:rule/:period', agreement)),
  { path: '/services/:service/specifications', via: specification, screenshot: 'specification' },
  ...form({ path: '/services/:service/specifications/new', as: keeper, via: [...specification, '+/new'] }),
  { path: '/services/:service/specifications/compare', via: [...specification, '/services/:service/specifications/compare'] },
  ...form({
    path: '/services/:service/outcomes/:outcome/end',
    as: keeper,
    via: [`${board}/services`, 'Health visiting', '/services/:service/outcomes/:outcome/end'],
  }),
  ...led('commissioning-frameworks', 'framework', 'How we commission', ['edit', 'editions', 'cases', 'cases/:case', 'checks', 'show']),
  {
    path: '/commissioning-frameworks/:framework/stages',
    as: keeper,
    via: [`${board}/commissioning-frameworks`, 'How we commission', '+/stages'],
  },
  {
    path: '/commissioning-frameworks/:framework/standards',
    as: keeper,
    via: [`${board}/commissioning-frameworks`, 'How we commission', '+/standards'],
  },
  {
    path: '/commissioning-frameworks/:framework/adopt',
    as: keeper,
    via: [`${board}/commissioning-frameworks`, 'How we commission', '+/adopt'],
  },
  {
    path: '/commissioning-frameworks/:framework/cases/:case/sign',
    as: 'deputy',
    via: [`${board}/commissioning-frameworks`, 'How we commission', '/commissioning-frameworks/:framework/cases/:case/sign'],
    screenshot: 'gate-sign',
  },
  { path: '/strategies/:strategy/work', via: [...strategyWork], screenshot: 'strategy-work' },
  { path: '/strategies/:strategy/work', as: keeper, via: [...strategyWork] },
  ...['groups', 'work/new', 'work/:work', 'reviews', 'equality'].map(
    (step): VisitedPage => ({ path: `/strategies/:strategy/${step}`, as: keeper, via: [...strategyWork, `/strategies/:strategy/${step}`] }),
  ),
  { path: '/boards/:slug/commissioning-intentions', via: [`+${board}/commissioning-intentions`], screenshot: 'intentions' },
  { path: '/boards/:slug/commissioning-intentions', as: keeper, via: [`+${board}/commissioning-intentions`] },
  ...form({
    path: '/services/:service/intentions',
    as: keeper,
    via: [`${board}/commissioning-intentions`, '/services/:service/intentions'],
  }),
  ...led('pathways', 'pathway', 'From a first worry', ['edit', 'steps', 'steps/:step', 'show']),
  ...led('decommissionings', 'decommissioning', 'The end of single', ['edit', 'decide', 'measures', 'measures/:measure', 'money', 'show']),
  ...led('markets', 'market', 'Help at home', ['edit', 'areas/new', 'needs', 'returns', 'asks', 'divisions/new', 'lots']),
  ...['divisions', 'statement', 'areas/:area'].map(
    (part): VisitedPage => ({
      path: `/markets/:market/${part}`,
      via: [...market, `/markets/:market/${part}`],
      screenshot: `market-${part.slice(0, 5)}`,
    }),
  ),
  ...['edit', 'publish'].map(
    (step): VisitedPage => ({
      path: `/markets/:market/statement/${step}`,
      as: keeper,
      via: [...market, '/markets/:market/statement', `+/${step}`],
    }),
  ),
  {
    path: '/market-asks/:ask/take-back',
    as: keeper,
    via: [...market, '/market-asks/:ask/take-back'],
    screenshot: 'market-take-back',
  },
  {
    path: '/markets/:market/statement/draft',
    as: keeper,
    via: [`${board}/markets`, 'Overnight short breaks', '/markets/:market/statement', '+/draft'],
  },
  ...led('cost-scenarios', 'scenario', 'A family worker', ['edit', 'years', 'funding', 'funding/:funding/remove', 'show']),
  { path: '/markets/:market/show', as: keeper, via: [...market, '+/show'] },
  ...led('delegated-budgets', 'delegated', 'Early help money', ['edit', 'rules', 'show']),
  ...['rules/:rule/end', 'holders/:holder/purchases', 'holders/:holder/returns', 'entries/:entry/undo'].map(
    (step): VisitedPage => ({
      path: `/delegated-budgets/:delegated/${step}`,
      as: keeper,
      via: [...handed, `/delegated-budgets/:delegated/${step}`],
    }),
  ),
  ...['holders', 'factors', 'hand-over'].map(
    (step): VisitedPage => ({
      path: `/delegated-budgets/:delegated/${step}`,
      as: keeper,
      via: [`${board}/delegated-budgets`, 'Holiday activities', `+/${step}`],
    }),
  ),
  { path: '/boards/:slug/individual-budgets', as: 'author', via: [`+${board}/individual-budgets`], screenshot: 'individual-budgets' },
  { path: '/boards/:slug/individual-budgets', as: keeper, via: [`+${board}/individual-budgets`] },
  ...form({ path: '/boards/:slug/individual-budgets/new', as: 'author', via: [`+${board}/individual-budgets/new`] }),
  { path: '/individual-budgets/:individual', as: 'author', via: person, screenshot: 'individual-budget' },
  ...['readers', 'purchases', 'returns', 'entries/:entry/undo'].map(
    (step): VisitedPage => ({
      path: `/individual-budgets/:individual/${step}`,
      as: 'author',
      via: [...person, `/individual-budgets/:individual/${step}`],
    }),
  ),
]
