/** A request of the sample, by slugs; days are counted back from today, so that one is open and one overdue whenever it is loaded. */
export interface SampleRequest {
  readonly from: string
  readonly to: string
  readonly kind: 'request' | 'concern' | 'question'
  readonly subject: string
  readonly words: string
  readonly decidedIn: string
  readonly sight: 'members' | 'public'
  /** Days before today; the day of the answer last. */
  readonly asked: number
  /** Days before today, below 0 for days to come. */
  readonly due: number
  readonly answer?: readonly [day: number, words: string]
  readonly withdrawn?: readonly [day: number, reason: string]
}

const partnership = 'northbrook-childrens-partnership'
const safeguarding = 'safeguarding-children-partnership'
const commissioning = 'joint-commissioning-board'

/** What the boards of the sample asked of one another. */
export const sampleRequests: readonly SampleRequest[] = [
  {
    from: safeguarding,
    to: partnership,
    kind: 'concern',
    subject: 'Waiting times for first contact with early help',
    words:
      'Our audit of forty cases found that families in two districts waited more than six weeks for a first contact.\n\nWe ask the partnership to say what it will do about it and by when, before our meeting in spring.',
    decidedIn: 'Letter of the independent chair',
    sight: 'public',
    asked: 54,
    due: 12,
  },
  {
    from: partnership,
    to: commissioning,
    kind: 'request',
    subject: 'A task group on speech and language support',
    words:
      'Please set up a task group with schools and health visitors, and report how speech and language support could be bought together.',
    decidedIn: 'Decision on the needs assessment',
    sight: 'members',
    asked: 20,
    due: -25,
  },
  {
    from: partnership,
    to: 'health-and-wellbeing-board',
    kind: 'question',
    subject: 'How the strategy will measure school readiness',
    words: 'Which measure of school readiness will the next strategy use, so that our plan uses the same?',
    decidedIn: 'Discussion of the draft strategy',
    sight: 'public',
    asked: 160,
    due: 100,
    answer: [
      112,
      'The measure of the early years profile, by district, published every autumn. The plan of the partnership may use the same figures.',
    ],
  },
  {
    from: 'parent-carer-forum',
    to: partnership,
    kind: 'request',
    subject: 'A standing item on short breaks',
    words: 'The forum asks that short breaks stand on every agenda until the review is finished.',
    decidedIn: 'Letter of the forum',
    sight: 'public',
    asked: 300,
    due: 240,
    withdrawn: [262, 'The forum agreed with the clerk that the review itself comes to the partnership twice a year.'],
  },
]
