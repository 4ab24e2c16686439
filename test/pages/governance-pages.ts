import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const members = `${board}/members`

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
function form(page: VisitedPage, send: string | true = true): readonly VisitedPage[] {
  return [page, { ...page, send, status: 422 }]
}

const boards: readonly VisitedPage[] = [
  { path: '/boards' },
  { path: '/boards', house: 'empty' },
  { path: '/boards', as: 'administrator' },
  { path: '/arrangement', screenshot: 'arrangement' },
  { path: '/arrangement', house: 'empty' },
  { path: '/arrangement?on=2012-06-01' },
  { path: '/arrangement?body=joint-commissioning-board&kind=accountable-to' },
  { path: '/arrangement?on-day=32&on-month=1&on-year=2014' },
  ...form({ path: '/boards/new', as: 'administrator' }),
  { path: '/boards/new', as: 'member', status: 403 },
  { path: '/boards/:slug', via: [`+${board}`], screenshot: 'board' },
  { path: board, as: 'clerk' },
  { path: board, as: 'administrator' },
  { path: '/boards/east-local-area-group' },
  { path: '/boards/women-and-childrens-delivery-board' },
  { path: '/boards/no-such-board', status: 404 },
  ...form({ path: '/boards/:slug/status', as: 'administrator', via: [`+${board}/status`] }),
  ...form({ path: '/boards/:slug/kind', as: 'administrator', via: [`+${board}/kind`] }),
  { path: '/boards/:slug/relationships', via: [`+${board}/relationships`] },
  { path: `${board}/relationships`, as: 'administrator' },
  { path: '/boards/safeguarding-children-partnership/relationships' },
  ...form({ path: '/boards/:slug/relationships/new', as: 'administrator', via: [`+${board}/relationships/new`] }),
  ...form({ path: '/boards/:slug/relationships/:relation/end', as: 'administrator', via: [`${board}/relationships`, '/end'] }),
]

const requests = `${board}/requests`
const concern = 'Waiting times for first contact with early help'

const betweenBoards: readonly VisitedPage[] = [
  { path: '/boards/:slug/requests', via: [`+${requests}`] },
  { path: requests, as: 'clerk', screenshot: 'requests' },
  { path: '/boards/east-local-area-group/requests' },
  ...form({ path: '/boards/:slug/requests/new', as: 'clerk', via: [`+${requests}/new`] }),
  { path: '/boards/:slug/requests/:request', via: [requests, concern] },
  { path: '/boards/:slug/requests/:request', as: 'clerk', via: [requests, concern] },
  ...form({ path: '/boards/:slug/requests/:request/answer', as: 'clerk', via: [requests, concern, '+/answer'] }),
  ...form({ path: '/boards/:slug/requests/:request/withdraw', as: 'clerk', via: [requests, concern, '+/withdraw'] }),
]

const protocols = `${board}/protocols`
const protocol = 'How the partnership and the safeguarding partnership work together'

const protocolPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/protocols', via: [`+${protocols}`], screenshot: 'protocols' },
  { path: protocols, as: 'clerk' },
  { path: protocols, as: 'administrator' },
  { path: '/boards/proactive-care-delivery-board/protocols' },
  ...form({ path: '/boards/:slug/protocols/:duty/:year', as: 'clerk', via: [protocols, '/protocols/:duty/:year'] }),
  ...form({ path: '/boards/:slug/reports/:relation/new', as: 'clerk', via: [protocols, '/reports/:relation/new'] }),
  ...form({ path: '/protocols/new', as: 'administrator' }),
  { path: '/protocols/:protocol', via: [protocols, protocol], screenshot: 'protocol' },
  { path: '/protocols/:protocol', as: 'administrator', via: [protocols, 'How scrutiny'] },
  ...form({ path: '/protocols/:protocol/change', as: 'administrator', via: [protocols, protocol, '+/change'] }),
  ...form({ path: '/protocols/:protocol/parties/:party/sign', as: 'administrator', via: [protocols, 'How scrutiny', '/sign'] }),
  ...form({ path: '/protocols/:protocol/duties/new', as: 'administrator', via: [protocols, protocol, '+/duties/new'] }),
  ...form({ path: '/protocols/:protocol/duties/:duty/end', as: 'administrator', via: [protocols, protocol, '/duties/:duty/end'] }),
]

const memberPages: readonly VisitedPage[] = [
  { path: '/boards/:slug/members', via: [`+${members}`] },
  { path: members, as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/members' },
  { path: '/boards/:slug/members/history', via: [`+${members}/history`] },
  { path: '/boards/:slug/members/:appointment', via: [members, '/members/:appointment'] },
  { path: '/boards/:slug/members/:appointment', as: 'clerk', via: [members, 'Helen Marsh'] },
  ...form({ path: '/boards/:slug/members/:appointment/end', as: 'clerk', via: [members, 'Helen Marsh', '+/end'] }),
  ...form({ path: '/boards/:slug/members/:appointment/deputies/new', as: 'clerk', via: [members, 'Helen Marsh', '+/deputies/new'] }),
  ...form({ path: '/boards/:slug/members/deputies/:deputy/end', as: 'clerk', via: [members, 'Helen Marsh', '/deputies/:deputy/end'] }),
  ...form({ path: '/boards/:slug/members/seats/new', as: 'clerk', via: [`+${members}/seats/new`] }),
  ...form({ path: '/boards/:slug/members/seats/:seat/change', as: 'clerk', via: [members, '/seats/:seat/change'] }),
  ...form({ path: '/boards/:slug/members/seats/:seat/end', as: 'clerk', via: [members, '/seats/:seat/end'] }),
  ...form({ path: '/boards/:slug/members/seats/:seat/appoint', as: 'clerk', via: [members, '/seats/:seat/appoint'] }),
  ...form({ path: '/boards/:slug/members/offices/new', as: 'clerk', via: [`+${members}/offices/new`] }),
  ...form({ path: '/boards/:slug/members/offices/:office/end', as: 'clerk', via: [members, '/offices/:office/end'] }),
  ...form({ path: '/boards/:slug/members/import', as: 'clerk', via: [`+${members}/import`] }),
  { path: `${members}/import`, as: 'other-clerk', status: 403 },
]

const terms: readonly VisitedPage[] = [
  { path: '/boards/:slug/terms', via: [`+${board}/terms`], screenshot: 'terms' },
  { path: `${board}/terms`, as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/terms' },
  { path: '/boards/:slug/terms/:number', via: [`+${board}/terms/1`] },
  ...form({ path: '/boards/:slug/terms/import', as: 'clerk', via: [`+${board}/terms/import`] }),
  ...form({ path: '/boards/:slug/terms/:number/review', as: 'clerk', via: [`+${board}/terms/1/review`] }),
  ...form({ path: '/boards/:slug/terms/:number/adopt', as: 'clerk', via: [`+${board}/terms/2/adopt`] }),
  { path: '/boards/:slug/terms/:number/guide', as: 'clerk', via: [`+${board}/terms/2/guide`], screenshot: 'terms-guide' },
  { path: '/boards/:slug/terms/:number/guide/seats', as: 'clerk', via: [`+${board}/terms/2/guide/seats`] },
  ...form({ path: '/boards/:slug/terms/:number/guide/seats/:seat', as: 'clerk', via: [`+${board}/terms/2/guide/seats/new-seat`] }),
  ...form({ path: '/boards/:slug/terms/:number/guide/:section', as: 'clerk', via: [`+${board}/terms/2/guide/quorum`] }),
  { path: '/boards/:slug/terms/:number/preview', as: 'clerk', via: [`+${board}/terms/2/preview`], screenshot: 'terms-preview' },
  ...form({ path: '/boards/:slug/terms/:number/propose', as: 'clerk', via: [`+${board}/terms/2/propose`] }),
  { path: '/boards/:slug/terms/:number/changes', as: 'clerk', via: [`+${board}/terms/2/changes`] },
]

const disputes = '/boards/east-local-area-group/disputes'
const transport = [disputes, 'Who pays for transport']
const disagreements: readonly VisitedPage[] = [
  ...form({ path: '/boards/:slug/handover/new', as: 'clerk', via: ['+/boards/northbrook-childrens-partnership/handover/new'] }),
  { path: '/boards/childrens-trust-board/relationships' },
  { path: '/boards/:slug/disputes', via: [`+${disputes}`] },
  { path: disputes, as: 'clerk' },
  { path: '/boards/northbrook-childrens-partnership/disputes', as: 'clerk' },
  { path: '/boards/:slug/disputes/:dispute', via: transport },
  {
    path: '/boards/:slug/disputes/:dispute',
    as: 'clerk',
    via: ['/boards/northbrook-childrens-partnership/disputes', 'Who pays for transport'],
  },
  { path: '/boards/:slug/disputes/:dispute', via: [disputes, 'Whether the youth club'] },
  ...form({ path: '/boards/:slug/disputes/new', as: 'clerk', via: ['+/boards/northbrook-childrens-partnership/disputes/new'] }),
  ...form({
    path: '/boards/:slug/disputes/:dispute/answer',
    as: 'clerk',
    via: ['/boards/northbrook-childrens-partnership/disputes', 'Who pays for transport', '+/answer'],
  }),
  ...(['up', 'postpone', 'settle'] as const).flatMap((act) =>
    form({ path: `/boards/:slug/disputes/:dispute/${act}`, as: 'clerk', via: [...transport, `+/${act}`] }),
  ),
]

const council = ['/organisations', 'Northbrook County Council']
const records: readonly VisitedPage[] = [
  { path: '/organisations' },
  { path: '/organisations', as: 'administrator' },
  ...form({ path: '/admin/name', as: 'administrator' }),
  { path: '/admin/contracting-prefix', as: 'administrator', screenshot: 'contracting-prefix' },
  { path: '/admin/open-data', as: 'administrator', screenshot: 'open-data-licence' },
  { path: '/admin/contracting-prefix', as: 'administrator', send: true, status: 422 },
  ...form({ path: '/admin/logo', as: 'administrator' }),
  ...form({ path: '/organisations/new', as: 'administrator' }),
  { path: '/organisations/:organisation', via: ['/organisations', '/organisations/:organisation'] },
  ...form({
    path: '/organisations/:organisation/change',
    as: 'administrator',
    via: ['/organisations', 'Northbrook County Council', '+/change'],
  }),
  { path: '/organisations/:organisation', as: 'administrator', via: ['/organisations', 'NHS England, Northbrook area team'] },
  { path: '/organisations/:organisation/succession', as: 'administrator', via: [...council, '+/succession'] },
  ...form({ path: '/organisations/:organisation/succession/:act', as: 'administrator', via: [...council, '+/succession/merge'] }),
  ...form({ path: '/organisations/:organisation/succession/:act', as: 'administrator', via: [...council, '+/succession/split'] }),
  ...form({
    path: '/organisations/:organisation/succession/:act/confirm',
    as: 'administrator',
    via: [...council, '+/succession/split/confirm?day=2027-04-01&new=North%20Northbrook&new=South%20Northbrook'],
  }),
  ...form({
    path: '/organisations/:organisation/succession/acts/:act/take-back',
    as: 'administrator',
    via: ['/organisations', 'NHS England, Northbrook area team', '/organisations/:organisation/succession/acts/:act/take-back'],
  }),
  { path: '/dated-rules', screenshot: 'dated-rules' },
  { path: '/dated-rules', as: 'administrator' },
  ...form({ path: '/dated-rules/:kind/new', as: 'administrator', via: ['+/dated-rules/notice/new'] }),
  ...form({ path: '/dated-rules/:kind/new', as: 'administrator', via: ['+/dated-rules/mile-rates/new'] }),
  ...form({ path: '/dated-rules/:kind/new', as: 'administrator', via: ['+/dated-rules/members/new'] }),
  ...form({ path: '/dated-rules/:kind/new', as: 'administrator', via: ['+/dated-rules/complaints/new'] }),
  ...form({ path: '/risk-scales/new', as: 'administrator', via: ['/dated-rules', '/risk-scales/new'] }),
  ...form({ path: '/risk-scales/new/:levels', as: 'administrator', via: ['+/risk-scales/new/5'] }),
  ...form({ path: '/dated-rules/:kind/:rule/end', as: 'administrator', via: ['/dated-rules', '/dated-rules/:kind/:rule/end'] }),
  ...form({ path: '/dated-rules/:kind/:rule/correct', as: 'administrator', via: ['/dated-rules', '/dated-rules/:kind/:rule/correct'] }),
  { path: '/areas', screenshot: 'areas' },
  { path: '/areas', house: 'empty' },
  { path: '/areas', as: 'administrator' },
  { path: '/areas?on=1990-01-01' },
  { path: '/areas?on-day=32&on-month=1&on-year=2014' },
  ...form({ path: '/areas/new', as: 'administrator' }),
  { path: '/areas/:area', via: ['/areas', 'Kelbrook'], screenshot: 'area' },
  { path: '/areas/:area', as: 'administrator', via: ['/areas', 'Northbrook East'] },
  ...form({ path: '/areas/:area/change', as: 'administrator', via: ['/areas', 'Kelbrook', '+/change'] }),
  ...form({ path: '/areas/:area/relations/new', as: 'administrator', via: ['/areas', 'Kelbrook', '+/relations/new'] }),
  ...form({ path: '/areas/:area/relations/:relation/end', as: 'administrator', via: ['/areas', 'Kelbrook', '/relations/:relation/end'] }),
  ...form({
    path: '/areas/:area/relations/:relation/take-back',
    as: 'administrator',
    via: ['/areas', 'Kelbrook', '/relations/:relation/take-back'],
  }),
  ...form({ path: '/boards/:slug/areas/new', as: 'administrator', via: [`+${board}/areas/new`] }),
  ...form({ path: '/boards/:slug/areas/:area/end', as: 'administrator', via: [`${board}/relationships`, '/boards/:slug/areas/:area/end'] }),
  { path: '/teams' },
  { path: '/teams', as: 'administrator' },
  ...form({ path: '/teams/new', as: 'administrator' }),
  { path: '/bank-holidays' },
  { path: '/bank-holidays', as: 'administrator' },
  ...form({ path: '/bank-holidays/new', as: 'administrator' }),
  ...form({ path: '/bank-holidays/announced', as: 'administrator' }),
  { path: '/bank-holidays/:division/:day/withdraw', as: 'administrator', via: ['/bank-holidays', '/withdraw'] },
  ...form({ path: '/bank-holidays/closures/new', as: 'administrator' }),
  { path: '/bank-holidays/closures/:closure/withdraw', as: 'administrator', via: ['/bank-holidays', '/closures/:closure/withdraw'] },
  { path: '/teams/:team', via: ['/teams', 'Partnership support team'] },
  { path: '/teams/:team', as: 'clerk', via: ['/teams', 'Virtual integrated'] },
  ...form({ path: '/teams/:team/change', as: 'administrator', via: ['/teams', 'Partnership support team', '+/change'] }),
  ...form({ path: '/teams/:team/members/new', as: 'administrator', via: ['/teams', 'Partnership support team', '+/members/new'] }),
  ...form({
    path: '/teams/:team/members/:member/end',
    as: 'administrator',
    via: ['/teams', 'Partnership support team', '/members/:member/end'],
  }),
  { path: '/people', as: 'administrator' },
  ...form({ path: '/people/new', as: 'administrator' }),
  { path: '/people/:person', via: [members, 'Helen Marsh', '/people/:person'] },
  { path: '/people/:person', as: 'administrator', via: [members, 'Helen Marsh', '/people/:person'] },
  ...form({ path: '/people/:person/change', as: 'administrator', via: [members, 'Helen Marsh', '/people/:person', '+/change'] }),
  ...form({ path: '/people/:person/posts/new', as: 'administrator', via: [members, 'Helen Marsh', '/people/:person', '+/posts/new'] }),
  ...form({
    path: '/people/:person/posts/:post/end',
    as: 'administrator',
    via: [members, 'Helen Marsh', '/people/:person', '/posts/:post/end'],
  }),
]

const interests: readonly VisitedPage[] = [
  ...form({ path: '/boards/:slug/members/composition/new', as: 'clerk', via: [`+${board}/members/composition/new`] }),
  ...form({ path: '/boards/:slug/members/composition/:rule/end', as: 'clerk', via: [`${board}/members`, '/composition/:rule/end'] }),
  { path: '/boards/:slug/interests', via: [`+${board}/interests`] },
  { path: `${board}/interests`, as: 'clerk' },
  ...form({ path: '/boards/:slug/interests/dispensations/new', as: 'clerk', via: [`+${board}/interests/dispensations/new`] }),
  ...form({
    path: '/boards/:slug/interests/dispensations/:dispensation/end',
    as: 'clerk',
    via: [`+${board}/interests`, '/dispensations/:dispensation/end'],
  }),
  { path: '/boards/safeguarding-children-partnership/interests' },
  { path: '/me/contact', as: 'member' },
  { path: '/me/interests', as: 'member' },
  { path: '/me/interests', as: 'observer' },
  { path: '/boards/:slug/induction', as: 'clerk', via: [`+${board}/induction`], screenshot: 'induction' },
  ...form({ path: '/boards/:slug/induction/steps/new', as: 'clerk', via: [`+${board}/induction/steps/new`] }),
  ...form({ path: '/boards/:slug/induction/steps/:step/end', as: 'clerk', via: [`${board}/induction`, '/end'] }),
  ...form({
    path: '/boards/:slug/induction/:appointment/:step',
    as: 'clerk',
    via: [`${board}/induction`, 'Record'],
  }),
  ...form({ path: '/boards/:slug/agreement/new', as: 'clerk', via: [`+${board}/agreement/new`] }),
  { path: '/boards/:slug/agreement/:number', as: 'clerk', via: [`+${board}/agreement/2`] },
  ...form({ path: '/boards/:slug/agreement/:number/sign', as: 'member', via: [`+${board}/agreement/2/sign`] }),
  ...form({ path: '/boards/:slug/terms/:number/sign', as: 'member', via: [`+${board}/terms/1/sign`] }),
  { path: '/boards/:slug/expenses', as: 'clerk', via: [`+${board}/expenses`], screenshot: 'expenses' },
  ...form({ path: '/boards/:slug/expenses/budget/:year', as: 'clerk', via: [`+${board}/expenses/budget/2026`] }),
  ...form({ path: '/boards/:slug/expenses/approvers/new', as: 'clerk', via: [`+${board}/expenses/approvers/new`] }),
  ...form({ path: '/boards/:slug/expenses/approvers/:approver/end', as: 'clerk', via: [`${board}/expenses`, '/end'] }),
  ...form({ path: '/boards/:slug/expenses/new', as: 'member', via: [`+${board}/expenses/new`] }),
  { path: '/boards/:slug/expenses/:claim', as: 'clerk', via: [`${board}/expenses`, 'childminder'] },
  { path: '/boards/:slug/expenses/:claim', as: 'member', via: ['/me/expenses', 'Printing'] },
  ...form({ path: '/boards/:slug/expenses/:claim/change', as: 'member', via: ['/me/expenses', 'Printing', '+/change'] }),
  ...form({ path: '/boards/:slug/expenses/:claim/settle', as: 'chair', via: [`${board}/expenses`, 'Larchfield', '+/settle'] }),
  ...form({ path: '/boards/:slug/expenses/:claim/paid', as: 'clerk', via: [`${board}/expenses`, 'childminder', '+/paid'] }),
  { path: '/me/expenses', as: 'member' },
  { path: '/me/expenses', as: 'observer' },
  { path: '/me/needs', as: 'member' },
  { path: '/me/induction', as: 'member' },
  { path: '/me/induction', as: 'clerk' },
  ...form({ path: '/me/interests/new', as: 'member' }),
  ...form({ path: '/me/interests/:interest/change', as: 'member', via: ['/me/interests', '/change'] }),
  ...form({ path: '/me/interests/:interest/end', as: 'member', via: ['/me/interests', '/end'] }),
]

/** Boards, their members, their terms, and the people and organisations behind them. */
export const governancePages: readonly VisitedPage[] = [
  ...boards,
  ...betweenBoards,
  ...disagreements,
  ...protocolPages,
  ...memberPages,
  ...terms,
  ...records,
  ...interests,
]
