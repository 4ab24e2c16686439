import type { Exhibit } from './records.ts'

/** An endpoint that changes something, and the cell of the access matrix that says who may. */
export interface ChangingEndpoint {
  /** As the router knows it. */
  readonly pattern: string
  readonly record: string
  readonly verb: string
  /** Its address for the records of one meeting. */
  address(of: (record: string) => Exhibit, slug: string): string
}

const meeting = (path: string, record: string, verb: string): ChangingEndpoint => ({
  pattern: `/meetings/:id${path}`,
  record,
  verb,
  address: (of) =>
    `/meetings/${of('meeting').meeting}${path.replace(':item', of('meeting').item).replace(':publication', of('publication').id)}`,
})
const ofRecord = (root: string, parameter: string, record: string, path: string, verb: string): ChangingEndpoint => ({
  pattern: `/${root}/:${parameter}${path}`,
  record,
  verb,
  address: (of) => `/${root}/${of(record).id}${path}`,
})
const fileOfPaper = (step: string): ChangingEndpoint => ({
  pattern: `/papers/:paper/files/:file/${step}`,
  record: 'paper-file',
  verb: 'change',
  address: (of) => `/papers/${of('paper').id}/files/${of('paper-file').id}/${step}`,
})
const plan = (path: string, verb: string): ChangingEndpoint => ({
  pattern: `/boards/:slug/plan/:item${path}`,
  record: 'plan-item',
  verb,
  address: (of, slug) => `/boards/${slug}/plan/${of('plan-item').id}${path}`,
})

/** Every endpoint of meetings that changes something; the test fails when the router knows one that is not here. */
export const changingEndpoints: readonly ChangingEndpoint[] = [
  meeting('/edit', 'meeting', 'change'),
  meeting('/call', 'meeting', 'call'),
  meeting('/cancel', 'meeting', 'cancel'),
  meeting('/reschedule', 'meeting', 'cancel'),
  meeting('/agenda/openers', 'meeting', 'change'),
  meeting('/agenda/place', 'meeting', 'change'),
  meeting('/agenda/new', 'meeting', 'change'),
  meeting('/items/:item/edit', 'agenda-item', 'change'),
  meeting('/items/:item/up', 'agenda-item', 'change'),
  meeting('/items/:item/down', 'agenda-item', 'change'),
  meeting('/items/:item/remove', 'agenda-item', 'change'),
  meeting('/items/:item/withdraw', 'agenda-item', 'withdraw'),
  meeting('/items/:item/paper', 'agenda-item', 'change'),
  meeting('/publish', 'meeting', 'publish'),
  meeting('/publications/:publication/withdraw', 'publication', 'withdraw'),
  meeting('/publications/:publication/retry', 'publication', 'withdraw'),
  meeting('/publications/:publication/words', 'publication', 'clear'),
  meeting('/attendance', 'meeting', 'record'),
  meeting('/attendance/start', 'meeting', 'record'),
  meeting('/attendance/end', 'meeting', 'record'),
  meeting('/attendance/abandon', 'meeting', 'record'),
  meeting('/attendance/consultation', 'meeting', 'record'),
  meeting('/attendance/ask', 'meeting', 'record'),
  meeting('/questions/new', 'question-box', 'bring'),
  meeting('/decisions/new', 'meeting', 'record'),
  ofRecord('decisions', 'id', 'decision', '/partners', 'ask'),
  ofRecord('decisions', 'id', 'decision', '/partners/text', 'ask'),
  ofRecord('ratifications', 'ratification', 'ratification', '/answer', 'answer'),
  meeting('/actions/new', 'meeting', 'record'),
  meeting('/minutes/draft', 'meeting', 'record'),
  meeting('/minutes/bring-in', 'minutes', 'write'),
  meeting('/minutes/edit', 'minutes', 'write'),
  meeting('/minutes/files', 'minutes', 'write'),
  {
    pattern: '/meetings/:id/minutes/files/:file/remove',
    record: 'minutes-file',
    verb: 'keep',
    address: (of) => `/meetings/${of('meeting').meeting}/minutes/files/${of('minutes-file').id}/remove`,
  },
  meeting('/minutes/clear', 'minutes', 'clear'),
  meeting('/minutes/keep', 'minutes', 'write'),
  meeting('/minutes/drop', 'minutes', 'write'),
  meeting('/minutes/circulate', 'minutes', 'circulate'),
  meeting('/minutes/approve', 'minutes', 'approve'),
  meeting('/minutes/sign', 'minutes', 'approve'),
  meeting('/minutes/publish', 'minutes', 'publish'),
  meeting('/minutes/withdraw', 'minutes', 'withdraw'),
  ...[
    'start',
    'end',
    'chair',
    'item',
    'minutes',
    'apologies',
    'rest',
    'deputy',
    'audience',
    'note',
    'note/withdraw',
    'view',
    'decision',
    'action',
  ].map((act) => meeting(`/live/${act}`, 'meeting', 'record')),
  meeting('/live/move', 'meeting', 'attend'),
  meeting('/live/motions/put', 'meeting', 'record'),
  meeting('/live/motions/amend', 'meeting', 'record'),
  meeting('/live/motions/consensus', 'meeting', 'record'),
  meeting('/live/motions/hands', 'meeting', 'record'),
  meeting('/live/motions/open', 'meeting', 'record'),
  meeting('/live/motions/close', 'meeting', 'record'),
  meeting('/live/motions/casting', 'meeting', 'record'),
  meeting('/live/motions/amended', 'meeting', 'record'),
  meeting('/live/motions/upward', 'meeting', 'record'),
  meeting('/live/motions/withdraw', 'meeting', 'record'),
  meeting('/live/motions/minority', 'meeting', 'record'),
  meeting('/live/motions/roll', 'meeting', 'record'),
  meeting('/live/motions/ask', 'meeting', 'attend'),
  meeting('/live/motions/vote', 'meeting', 'attend'),
  meeting('/live/interests/declare', 'meeting', 'attend'),
  meeting('/live/interests/rule', 'meeting', 'attend'),
  meeting('/live/interests/withdraw', 'meeting', 'record'),
  meeting('/items/:item/audience', 'agenda-item', 'change'),
  meeting('/items/:item/note', 'agenda-item', 'note'),
  meeting('/items/:item/read', 'agenda-item', 'note'),
  meeting('/reading/seen', 'meeting', 'follow'),
  meeting('/reading/mark', 'meeting', 'follow'),
  ...['again', 'posted'].map((step) => ({
    pattern: `/meetings/:id/told/:despatch/${step}`,
    record: 'despatch',
    verb: 'repeat',
    address: (of: (record: string) => Exhibit) => `/meetings/${of('despatch').meeting}/told/${of('despatch').id}/${step}`,
  })),
  ofRecord('decisions', 'id', 'decision', '/change', 'change'),
  ofRecord('decisions', 'id', 'decision', '/withdraw', 'withdraw'),
  ofRecord('decisions', 'id', 'decision', '/refer', 'withdraw'),
  ofRecord('actions', 'id', 'action', '/change', 'change'),
  ofRecord('actions', 'id', 'action', '/note', 'progress'),
  ofRecord('actions', 'id', 'action', '/state', 'progress'),
  ofRecord('actions', 'id', 'action', '/times', 'progress'),
  ofRecord('actions', 'id', 'action', '/times/open', 'progress'),
  ofRecord('questions', 'submission', 'submission', '/settle', 'settle'),
  ofRecord('questions', 'submission', 'submission', '/answer', 'answer'),
  ofRecord('questions', 'submission', 'submission', '/withdraw', 'settle'),
  ofRecord('papers', 'paper', 'paper', '/edit', 'write'),
  ofRecord('papers', 'paper', 'paper', '/keep', 'write'),
  ofRecord('papers', 'paper', 'paper', '/drop', 'write'),
  ofRecord('papers', 'paper', 'paper', '/files', 'write'),
  ...['edit', 'up', 'down', 'remove', 'confirm'].map((step) => fileOfPaper(step)),
  ofRecord('papers', 'paper', 'paper', '/converted/accept', 'write'),
  ofRecord('papers', 'paper', 'paper', '/converted/drop', 'write'),
  ofRecord('papers', 'paper', 'paper', '/hand-in', 'hand-in'),
  ofRecord('papers', 'paper', 'paper', '/clear', 'clear'),
  ofRecord('papers', 'paper', 'paper', '/correct', 'write'),
  ofRecord('papers', 'paper', 'paper', '/publish-correction', 'publish-correction'),
  ofRecord('papers', 'paper', 'paper', '/ask', 'check'),
  ofRecord('papers', 'paper', 'paper', '/answer', 'check'),
  ofRecord('papers', 'paper', 'paper', '/return', 'clear'),
  ofRecord('papers', 'paper', 'paper', '/consent', 'consent'),
  ofRecord('papers', 'paper', 'paper', '/send', 'send'),
  {
    pattern: '/papers/:paper/sent/:sent/comments',
    record: 'sent-paper',
    verb: 'comment',
    address: (of) => `/papers/${of('paper').id}/sent/${of('sent-paper').id}/comments`,
  },
  meeting('/items/:item/take-in', 'agenda-item', 'change'),
  ofRecord('papers', 'paper', 'paper', '/questions/new', 'ask'),
  ...['answer', 'publish'].map((verb) => ({
    pattern: `/papers/:paper/questions/:question/${verb}`,
    record: 'paper-question',
    verb,
    address: (of: (record: string) => Exhibit) => `/papers/${of('paper').id}/questions/${of('paper-question').id}/${verb}`,
  })),
  ofRecord('elections', 'election', 'election', '/nominate', 'nominate'),
  ofRecord('elections', 'election', 'election', '/ballot', 'vote'),
  ...['open', 'count', 'tie', 'call-off', 'publish'].map((step) => ofRecord('elections', 'election', 'election', `/${step}`, 'keep')),
  {
    pattern: '/elections/:election/candidates/:candidate/answer',
    record: 'election',
    verb: 'keep',
    address: (of) => `/elections/${of('election').id}/candidates/${of('election-candidate').id}/answer`,
  },
  plan('/edit', 'change'),
  plan('/refuse', 'refuse'),
  plan('/withdraw', 'change'),
  plan('/move', 'place'),
  plan('/accept', 'accept'),
]

/** Endpoints of meetings that make something new on a board: tested against the board, not against a record. */
export const boardEndpoints: readonly {
  readonly pattern: string
  readonly record: string
  readonly state: string
  readonly verb: string
}[] = [
  { pattern: '/boards/:slug/meetings/new', record: 'meeting', state: 'draft', verb: 'change' },
  { pattern: '/boards/:slug/lists/new', record: 'distribution-list', state: 'any', verb: 'keep' },
  { pattern: '/boards/:slug/plan/new', record: 'forward-plan', state: 'any', verb: 'nominate' },
  { pattern: '/boards/:slug/attendance/letters', record: 'officer-letter', state: 'draft', verb: 'draft' },
  { pattern: '/boards/:slug/elections/new', record: 'election', state: 'members', verb: 'keep' },
  { pattern: '/boards/:slug/question-rules/new', record: 'submission-rule', state: 'any', verb: 'keep' },
]
