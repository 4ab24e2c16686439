import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk']
const clerk: readonly Role[] = ['clerk']

/** What the clerk keeps, whoever may read it. */
const kept = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({ read, keep: clerk, attach: clerk, answer: clerk })

/**
 * Who may do what with what people said. The states of an event are its sights; what came in to a consultation is 'members' until it is published; words
 * are 'to-review' until another person than who entered them cleared them, and 'withheld' where they never will be. The policies of migrations 0130,
 * 0131 and 0185 say the same in SQL, and tests hold the two together.
 */
export const voiceAccess: AccessMatrix = {
  // A board's voices, and when it last heard somebody: each by the sight of its records.
  voices: { any: { read: anyone, keep: clerk } },
  event: { draft: kept(preparers), members: kept(fullSight), public: kept(anyone) },
  // The true number behind what is told of an event, and each response: never public.
  'event-count': { any: { read: fullSight } },
  response: { any: { read: fullSight, keep: clerk } },
  exercise: { members: kept(fullSight), public: kept(anyone) },
  'published-line': { public: { read: anyone } },
  // 'review' is refused besides to whoever entered the words.
  view: {
    'to-review': { read: preparers, change: clerk, review: preparers },
    withheld: { read: preparers, change: clerk, review: preparers },
    cleared: { read: anyone, change: clerk, review: preparers },
  },
  // Complaints, appeals, compliments and ratings: 'lead' is whoever answers one.
  'feedback-register': { any: { read: fullSight, keep: clerk } },
  feedback: {
    received: { read: preparers, keep: clerk, answer: clerk },
    open: { read: [...fullSight, 'lead'], keep: clerk, answer: ['clerk', 'lead'] },
    answered: { read: [...fullSight, 'lead'], keep: clerk, answer: ['clerk', 'lead'] },
    noted: { read: fullSight, keep: clerk, answer: clerk },
    'set-aside': { read: preparers, keep: clerk, answer: clerk },
  },
  // What was sent, and by whom.
  'feedback-matter': { any: { read: ['clerk', 'lead'] } },
  'feedback-line': { any: { read: anyone } },
  answer: {
    draft: { read: preparers, change: clerk },
    members: { read: fullSight, change: clerk },
    public: { read: anyone, change: clerk },
  },
}
