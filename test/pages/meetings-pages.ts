import type { VisitedPage } from './pages.ts'

const board = '/boards/northbrook-childrens-partnership'
const meetings = `${board}/meetings`
const east = '/boards/east-local-area-group'
const delivery = '/boards/women-and-childrens-delivery-board'

// The meetings of the sample, as the links on the board's list say them: the pack of `next` is out, `later` is only planned.
const history = [`${meetings}?year=2014`, '24 February 2014']
const autumn = [meetings, '2 June 2026']
const winter = [meetings, '1 September 2026']
const next = [meetings, '8 December 2026']
const later = [meetings, '2 March 2027']
// The delivery board meets in private: one meeting is held and not minuted, one is being prepared.
const heldInPrivate = [`${delivery}/meetings`, '27 October 2026']
const today = [`${delivery}/meetings`, '23 November 2026']
const prepared = [`${delivery}/meetings`, '8 December 2026']

/** A form: as it opens, and as it comes back when it is sent with nothing in it. */
function form(page: VisitedPage, send: string | true = true): readonly VisitedPage[] {
  return [page, { ...page, send, status: 422 }]
}

const calling: readonly VisitedPage[] = [
  { path: '/boards/:slug/meetings', via: [`+${meetings}`] },
  { path: meetings, as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/meetings' },
  ...form({ path: '/boards/:slug/meetings/new', as: 'clerk', via: [`+${meetings}/new`] }),
  ...form({ path: '/meetings/:id/edit', as: 'clerk', via: [...next, '+/edit'] }),
  ...form({ path: '/meetings/:id/cancel', as: 'clerk', via: [...later, '+/cancel'] }),
  ...form({ path: '/meetings/:id/reschedule', as: 'clerk', via: [...later, '+/reschedule'] }),
  { path: '/meetings/:id', via: next, screenshot: 'meeting' },
  { path: '/meetings/:id', via: history },
  { path: '/meetings/:id', via: winter },
  { path: '/meetings/:id', as: 'member', via: winter },
  { path: '/meetings/:id', as: 'clerk', via: next },
  { path: '/meetings/:id', as: 'other-clerk', via: heldInPrivate },
  { path: '/meetings/:id', via: ['+/meetings/018f0000-0000-7000-8000-000000000000'], status: 404 },
  { path: '/meetings/:id/prepare', as: 'clerk', via: [...next, '+/prepare'] },
  { path: '/meetings/:id/prepare', as: 'clerk', via: [...later, '+/prepare'] },
  { path: '/meetings/:id/prepare', as: 'other-clerk', via: [...prepared, '+/prepare'] },
]

const plan: readonly VisitedPage[] = [
  { path: '/boards/:slug/plan', via: [`+${board}/plan`] },
  { path: `${board}/plan`, as: 'clerk' },
  { path: `${board}/plan`, as: 'member' },
  { path: '/boards/safeguarding-children-partnership/plan' },
  ...form({ path: '/boards/:slug/plan/new', as: 'clerk', via: [`+${board}/plan/new`] }),
  ...form({ path: '/boards/:slug/plan/show', as: 'clerk', via: [`+${board}/plan/show`] }),
  ...form({ path: '/boards/:slug/plan/:item/hide', as: 'clerk', via: [`${board}/plan`, 'Annual report', '+/hide'] }),
  { path: '/boards/:slug/plan/:item', as: 'clerk', via: [`${board}/plan`, 'Annual report'] },
  { path: '/boards/:slug/plan/:item', as: 'clerk', via: [`${board}/plan`, 'Free travel'] },
  ...form({ path: '/boards/:slug/plan/:item/edit', as: 'clerk', via: [`${board}/plan`, 'Annual report', '+/edit'] }),
  ...form({ path: '/boards/:slug/plan/:item/refuse', as: 'clerk', via: [`${board}/plan`, 'Free travel', '+/refuse'] }),
  ...form({ path: '/boards/:slug/plan/:item/withdraw', as: 'clerk', via: [`${board}/plan`, 'Annual report', '+/withdraw'] }),
  { path: '/boards/:slug/plan/:item/move', as: 'clerk', via: [`${board}/plan`, 'Annual report', '+/move'] },
  { path: `${delivery}/plan`, as: 'other-clerk' },
  { path: '/boards/:slug/plan/:item', as: 'other-clerk', via: [`${delivery}/plan`, 'Budgets and performance'] },
]

const agenda: readonly VisitedPage[] = [
  { path: '/meetings/:id/agenda', as: 'clerk', via: [...next, '+/agenda'], screenshot: 'agenda' },
  { path: '/meetings/:id/agenda', as: 'clerk', via: [...later, '+/agenda'] },
  { path: '/meetings/:id/agenda', as: 'other-clerk', via: [...prepared, '+/agenda'] },
  ...form({ path: '/meetings/:id/agenda/new', as: 'other-clerk', via: [...prepared, '+/agenda/new'] }),
  ...form({ path: '/meetings/:id/items/:item/edit', as: 'other-clerk', via: [...prepared, '+/agenda', '/items/:item/edit'] }),
  ...form({ path: '/meetings/:id/items/:item/withdraw', as: 'clerk', via: [...next, '+/agenda', '/items/:item/withdraw'] }),
  ...form({ path: '/meetings/:id/items/:item/paper', as: 'clerk', via: [...later, '+/agenda', '/items/:item/paper'] }),
  { path: '/meetings/:id/items/:item', via: [...next, 'School readiness'], screenshot: 'paper' },
  { path: '/meetings/:id/items/:item', via: [...next, 'Commercial matter'] },
  { path: '/meetings/:id/items/:item', as: 'member', via: [...next, 'Renewal of the Fenmarsh'] },
  { path: '/meetings/:id/items/:item', as: 'observer', via: [...winter, 'Waiting times'] },
  // Part 2: a released item with its tests, one that is due for review, the resolution, the board's list.
  { path: '/meetings/:id/items/:item', via: [...autumn, 'Lease of the family hub'] },
  { path: '/boards/:slug/exempt', as: 'clerk', via: [`+${board}/exempt`] },
  { path: '/meetings/:id/items/:item/exempt', as: 'clerk', via: [`+${board}/exempt`, 'Commercial matter'] },
  { path: '/meetings/:id/items/:item/exempt', as: 'member', via: [...autumn, 'Lease of the family hub', 'Public interest'] },
  ...form({
    path: '/meetings/:id/items/:item/exempt/keep',
    as: 'clerk',
    via: [`+${board}/exempt`, 'Commercial matter', '/items/:item/exempt/keep'],
  }),
  ...form({
    path: '/meetings/:id/items/:item/exempt/release',
    as: 'clerk',
    via: [`+${board}/exempt`, 'Commercial matter', '/items/:item/exempt/release'],
  }),
  { path: '/meetings/:id/exclusions', via: [...autumn, '+/exclusions'] },
  { path: '/meetings/:id/retention', via: [...autumn, '+/retention'], screenshot: 'retention' },
  { path: '/meetings/:id/retention', as: 'clerk', via: [...winter, '+/retention'] },
  ...form({ path: '/meetings/:id/retention/:kind', as: 'clerk', via: [...winter, '+/retention', '/meetings/:id/retention/:kind'] }),
  { path: '/boards/:slug/retention', via: [`+${board}/retention`] },
  { path: '/boards/:slug/retention', as: 'clerk', via: [`+${board}/retention`] },
  ...form({ path: '/boards/:slug/retention/new', as: 'clerk', via: [`+${board}/retention`, '/boards/:slug/retention/new'] }),
  { path: '/meetings/:id/copies', as: 'clerk', via: [...winter, '+/copies'] },
  ...form({ path: '/meetings/:id/copies/printed', as: 'clerk', via: [...winter, '+/copies/printed'] }),
  { path: '/meetings/:id/copies/certificates/:number', as: 'clerk', via: [...autumn, '+/copies/certificates/1'] },
  ...form({ path: '/exempt-copies/:copy/end', as: 'clerk', via: [...winter, '+/copies', '/exempt-copies/:copy/end'] }),
  { path: '/exempt-copies/:copy', as: 'member', via: ['/work', 'Confirm that your exempt papers'] },
  { path: '/meetings/:id/exclusions', as: 'clerk', via: [...winter, '+/exclusions'] },
  ...form({ path: '/meetings/:id/exclusions/new', as: 'clerk', via: [...winter, '+/exclusions/new'] }),
  { path: '/meetings/:id/exclusions/:exclusion/edit', as: 'clerk', via: [...winter, '+/exclusions', '/exclusions/:exclusion/edit'] },
]

const papers: readonly VisitedPage[] = [
  ...form({
    path: '/papers/:paper/exempt',
    as: 'other-clerk',
    via: [...prepared, '+/prepare', 'Quality of plans', '/papers/:paper/exempt'],
  }),
  { path: '/papers', as: 'author' },
  { path: '/papers', as: 'member' },
  { path: '/papers/:paper', as: 'author', via: ['/papers', 'Quality of plans'] },
  { path: '/papers/:paper', as: 'clerk', via: [...next, '+/prepare', 'School readiness'] },
  { path: '/papers/:paper', as: 'observer', findAs: 'other-clerk', via: [...prepared, '+/prepare', 'Quality of plans'], status: 404 },
  { path: '/meetings/:id/items/:item', as: 'member', via: [...next, 'School readiness'] },
  ...form({ path: '/papers/:paper/questions/new', as: 'member', via: [...next, 'School readiness', '/papers/:paper/questions/new'] }),
  ...form({
    path: '/papers/:paper/questions/:question/answer',
    as: 'author',
    via: ['/papers', 'School readiness', '/papers/:paper/questions/:question/answer'],
  }),
  { path: '/papers/:paper/versions/:number', as: 'author', via: ['/papers', 'School readiness', '+/versions/1'] },
  { path: '/papers/:paper/versions/:from/compare/:to', as: 'author', via: ['/papers', 'School readiness', '+/versions/1/compare/1'] },
  ...form({ path: '/papers/:paper/send', as: 'clerk', via: [...next, '+/prepare', 'School readiness', '/papers/:paper/send'] }),
  ...form({
    path: '/papers/:paper/sent/:sent/comments',
    as: 'clerk',
    via: [...winter, '+/prepare', 'Waiting times', '/papers/:paper/sent/:sent/comments'],
  }),
  ...form({ path: '/meetings/:id/items/:item/take-in', as: 'other-clerk', via: [...prepared, '+/agenda', '/items/:item/take-in'] }),
  { path: '/papers/:paper', as: 'other-clerk', via: [...prepared, '+/prepare', 'Waiting times'] },
  { path: '/papers/:paper/before/compare', as: 'other-clerk', via: [...prepared, '+/prepare', 'Waiting times', '+/before/compare'] },
  ...form({ path: '/papers/:paper/edit', as: 'author', via: ['/papers', 'Quality of plans', '/edit'] }, 'Save'),
  ...form({ path: '/papers/:paper/files', as: 'author', via: ['/papers', 'Quality of plans', '/papers/:paper/files'] }, 'Add file'),
  { path: '/papers/:paper/files/:file/edit', as: 'author', via: ['/papers', 'Quality of plans', '/papers/:paper/files', '/edit'] },
  { path: '/papers/:paper/converted', as: 'author', via: ['/papers', 'Quality of plans', '/papers/:paper/files', '/converted'] },
]

const publishing: readonly VisitedPage[] = [
  { path: '/meetings/:id/check', as: 'clerk', via: [...next, '+/check'] },
  { path: '/meetings/:id/check', as: 'clerk', via: [...later, '+/check'] },
  { path: '/meetings/:id/check', as: 'other-clerk', via: [...prepared, '+/check'] },
  { path: '/meetings/:id/notice', via: [...next, '/notice'] },
  { path: '/meetings/:id/notice', via: [...winter, '/notice'] },
  { path: '/meetings/:id/publications/:publication', as: 'clerk', via: [...next, '/publications/:publication'] },
  { path: '/meetings/:id/publications/:publication/words', as: 'clerk', via: [...next, '/publications/:publication', '+/words'] },
  ...form({
    path: '/meetings/:id/publications/:publication/withdraw',
    as: 'clerk',
    via: [...next, '/publications/:publication', '+/withdraw'],
  }),
]

const meetingRecord: readonly VisitedPage[] = [
  { path: '/meetings/:id/live', via: [...next, '+/live'] },
  { path: '/meetings/:id/live', as: 'other-clerk', via: [...today, '+/live'], screenshot: 'live' },
  { path: '/meetings/:id/live', as: 'other-clerk', via: [...heldInPrivate, '+/live'] },
  { path: '/meetings/:id/attendance', via: [...winter, '+/attendance'] },
  { path: '/meetings/:id/attendance', as: 'clerk', via: [...next, '+/attendance'] },
  { path: '/meetings/:id/attendance', as: 'clerk', via: [...winter, '+/attendance'] },
  { path: '/boards/:slug/attendance', via: [`+${board}/attendance`] },
  { path: '/boards/safeguarding-children-partnership/attendance' },
  { path: '/boards/:slug/decisions', via: [`+${board}/decisions`], screenshot: 'decisions' },
  { path: `${board}/decisions`, as: 'member' },
  { path: '/boards/safeguarding-children-partnership/decisions' },
  { path: '/meetings/:id/decisions', via: [...autumn, '+/decisions'] },
  { path: '/meetings/:id/decisions', as: 'member', via: [...winter, '+/decisions'] },
  ...form({ path: '/meetings/:id/decisions/new', as: 'clerk', via: [...next, '+/decisions/new'] }),
  { path: '/decisions/:id', via: [`${board}/decisions`, '/decisions/:id'] },
  { path: '/decisions/:id', as: 'clerk', via: [...winter, '/decisions/:id'] },
  ...form({ path: '/decisions/:id/change', as: 'clerk', via: [...winter, '/decisions/:id', '+/change'] }),
  ...form({
    path: '/decisions/:id/adopt-terms',
    as: 'other-clerk',
    via: [`${delivery}/decisions`, '/decisions/:id', '+/adopt-terms'],
  }),
  ...form({ path: '/decisions/:id/partners', as: 'clerk', via: [...autumn, '/decisions/:id', '+/partners'] }),
  ...form({ path: '/decisions/:id/partners/text', as: 'clerk', via: [...autumn, 'one named lead', '+/partners/text'] }),
  { path: '/decisions/:id', as: 'member', via: [...autumn, 'one named lead'] },
  { path: '/ratifications/:ratification', via: [...autumn, 'one named lead', '/ratifications/:ratification'] },
  ...form({
    path: '/ratifications/:ratification/answer',
    as: 'clerk',
    via: [...autumn, 'one named lead', '/ratifications/:ratification/answer'],
  }),
  { path: '/boards/:slug/actions', via: [`+${board}/actions?view=all`] },
  { path: `${board}/actions`, as: 'clerk' },
  { path: `${board}/actions?view=mine`, as: 'member' },
  { path: '/boards/safeguarding-children-partnership/actions' },
  { path: '/meetings/:id/actions', as: 'clerk', via: [...autumn, '+/actions'] },
  ...form({ path: '/meetings/:id/actions/new', as: 'clerk', via: [...next, '+/actions/new'] }),
  { path: '/actions/:id', via: [`${board}/actions?view=all`, '/actions/:id'] },
  { path: '/actions/:id', as: 'clerk', via: [`${board}/actions?view=all`, '/actions/:id'] },
  ...form({ path: '/actions/:id/change', as: 'clerk', via: [`${board}/actions?view=all`, '/actions/:id', '+/change'] }),
]

const minutes: readonly VisitedPage[] = [
  { path: '/meetings/:id/minutes', via: [...autumn, '+/minutes'], screenshot: 'minutes' },
  { path: '/meetings/:id/minutes', as: 'member', via: [...winter, '+/minutes'] },
  { path: '/meetings/:id/minutes', as: 'clerk', via: [...next, '+/minutes'] },
  { path: '/meetings/:id/minutes', as: 'other-clerk', via: [...heldInPrivate, '+/minutes'] },
  { path: '/meetings/:id/minutes', via: [`${meetings}?year=2013`, '11 December 2013', '+/minutes'] },
  { path: '/meetings/:id/minutes/versions', via: [...autumn, '+/minutes/versions'] },
  { path: '/meetings/:id/minutes/versions/:number', via: [...autumn, '+/minutes/versions/1'] },
  { path: '/meetings/:id/minutes/versions/:from/compare/:to', via: [...autumn, '+/minutes/versions/1/compare/1'] },
  { path: '/meetings/:id/minutes/record', via: [...autumn, '+/minutes/record'] },
  { path: '/meetings/:id/minutes/record', as: 'clerk', via: [...winter, '+/minutes/record'] },
  { path: '/meetings/:id/minutes/edit', as: 'clerk', via: [...winter, '+/minutes/edit'] },
  { path: '/meetings/:id/minutes/circulate', as: 'clerk', via: [...winter, '+/minutes/circulate'] },
  ...form({ path: '/meetings/:id/minutes/files', as: 'clerk', via: [...winter, '+/minutes', '/meetings/:id/minutes/files'] }, 'File it'),
  {
    path: '/meetings/:id/minutes/files/:file/remove',
    as: 'clerk',
    via: [...winter, '+/minutes', '/meetings/:id/minutes/files', '/minutes/files/:file/remove'],
  },
  // No later meeting was held: which one can approve them, and when, stands there.
  { path: '/meetings/:id/minutes/approve', as: 'clerk', via: [...winter, '+/minutes/approve'] },
  { path: '/meetings/:id/minutes/sign', as: 'clerk', via: [...autumn, '+/minutes/sign'] },
  { path: '/meetings/:id/minutes/publish', as: 'clerk', via: [...winter, '+/minutes/publish'] },
  ...form({ path: '/meetings/:id/minutes/withdraw', as: 'clerk', via: [...autumn, '+/minutes/withdraw'] }),
  { path: '/boards/:slug/compliance', via: [`+${board}/compliance`], screenshot: 'compliance' },
  { path: `${board}/compliance`, as: 'clerk' },
  { path: '/compliance', screenshot: 'compliance-of-all' },
  { path: '/compliance?state=met', as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/compliance' },
]

const questions: readonly VisitedPage[] = [
  { path: '/meetings/:id/questions', via: [...next, '/meetings/:id/questions'], screenshot: 'questions' },
  { path: '/meetings/:id/questions', as: 'clerk', via: [...next, '/meetings/:id/questions'] },
  { path: '/meetings/:id/questions', via: [...later, '+/questions'] },
  ...form({ path: '/meetings/:id/questions/new', via: [...next, '+/questions/new'] }, 'Send'),
  ...form({ path: '/meetings/:id/questions/new', as: 'member', via: [...next, '+/questions/new'] }, 'Save'),
  ...form({ path: '/meetings/:id/questions/new', as: 'clerk', via: [...next, '+/questions/new'] }, 'Save'),
  { path: '/meetings/:id/questions/sent', via: [...next, '+/questions/sent'] },
  { path: '/questions/confirm', via: ['mail', 'Confirm what you sent'] },
  { path: '/questions/confirm', status: 404 },
  { path: '/questions/:submission', via: [...next, '+/questions', 'Buses'] },
  { path: '/questions/:submission', as: 'clerk', via: [...next, '+/questions', 'key worker'] },
  { path: '/questions/:submission', findAs: 'clerk', via: [...next, '+/questions', 'key worker'], status: 404 },
  ...form({ path: '/questions/:submission/settle', as: 'clerk', via: [...next, '+/questions', 'key worker', '+/settle'] }),
  ...form({ path: '/questions/:submission/answer', as: 'clerk', via: [...next, '+/questions', 'Buses', '+/answer'] }),
  ...form({ path: '/questions/:submission/withdraw', as: 'clerk', via: [...next, '+/questions', 'Buses', '+/withdraw'] }),
  { path: '/boards/:slug/question-rules', via: [`+${board}/question-rules`] },
  { path: '/boards/safeguarding-children-partnership/question-rules' },
  ...form({ path: '/boards/:slug/question-rules/new', as: 'clerk', via: [`+${board}/question-rules/new`] }),
  { path: '/meetings/:id/matters-arising', via: [...next, '+/matters-arising'] },
  { path: '/meetings/:id/matters-arising', as: 'clerk', via: [...next, '+/matters-arising'] },
]

const misses: readonly VisitedPage[] = [
  { path: '/boards/:slug/attendance/misses', as: 'clerk', via: [`+${east}/attendance/misses`] },
  { path: `${board}/attendance/misses`, as: 'chair' },
  { path: '/letters/:letter', as: 'clerk', via: [`${east}/attendance/misses`, '/letters/:letter'] },
  ...form({ path: '/letters/:letter/sent', as: 'clerk', via: [`${east}/attendance/misses`, '/letters/:letter', '+/sent'] }),
  ...form({ path: '/absences/:absence', as: 'deputy', via: ['/work', '/absences/:absence'] }),
]

// One election is over and published, one ballot is open, one takes nominations.
const counted = [`${board}/elections`, 'deputy chair']
const open = [`${east}/elections`, 'Election of the chair']
const nominating = [`${board}/elections`, 'Election to the seat']

const elections: readonly VisitedPage[] = [
  { path: '/boards/:slug/elections', via: [`+${board}/elections`] },
  { path: `${board}/elections`, as: 'clerk' },
  { path: '/boards/safeguarding-children-partnership/elections' },
  ...form({ path: '/boards/:slug/elections/new', as: 'clerk', via: [`+${board}/elections/new`] }),
  { path: '/elections/:election', as: 'member', via: counted, screenshot: 'election' },
  { path: '/elections/:election', via: counted },
  { path: '/elections/:election', as: 'clerk', via: open },
  { path: '/elections/:election', as: 'deputy', via: open },
  { path: '/elections/:election', as: 'member', via: nominating },
  ...form({ path: '/elections/:election/nominate', as: 'member', via: [...nominating, '+/nominate'] }),
  ...form({ path: '/elections/:election/nominate', as: 'clerk', via: [...nominating, '+/nominate'] }),
  { path: '/elections/:election/open', as: 'clerk', via: [...nominating, '+/open'] },
  ...form({ path: '/elections/:election/ballot', as: 'deputy', via: [...open, '+/ballot'], screenshot: 'ballot' }),
  { path: '/elections/:election/ballot', as: 'clerk', via: [...open, '+/ballot'] },
  { path: '/elections/:election/count', as: 'clerk', via: [...open, '+/count'] },
  { path: '/elections/:election/tie', as: 'clerk', via: [...counted, '+/tie'] },
  ...form({ path: '/elections/:election/call-off', as: 'clerk', via: [...open, '+/call-off'] }),
]

/** Meetings, from the forward plan to signed minutes. */
export const meetingsPages: readonly VisitedPage[] = [
  ...calling,
  ...plan,
  ...agenda,
  ...papers,
  ...publishing,
  ...meetingRecord,
  ...minutes,
  ...questions,
  ...misses,
  ...elections,
]
