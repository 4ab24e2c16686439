import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const preparers: readonly Role[] = ['clerk', 'chair']
const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk']
const clerk: readonly Role[] = ['clerk']
const answering: readonly Role[] = ['clerk', 'lead']

const recommendation = (read: readonly Role[]) => ({
  read,
  ...{ change: clerk, show: clerk, milestone: clerk, close: clerk },
  // Whoever answers for the addressee is its lead.
  ...{ respond: answering, act: answering, note: answering },
})
const review = (read: readonly Role[]) => ({
  read,
  ...{ change: clerk, show: clerk, refer: clerk, close: clerk, add: answering, evidence: clerk },
})
const challenge = (read: readonly Role[]) => ({
  read,
  ...{ change: clerk, show: clerk, milestone: clerk, impact: clerk, close: clerk, escalate: clerk },
  respond: answering,
})
const round = (read: readonly Role[]) => ({ read, keep: clerk })

/**
 * Who may do what with the records of assurance. The states are the three sights; of an answer to an audit how far it has come. The policies of
 * migrations 0126 to 0129 say the same in SQL, and tests hold the two together.
 */
export const assuranceAccess: AccessMatrix = {
  // What a board keeps: its registers are there for everybody, and filled by its clerk.
  'assurance-register': { any: { read: anyone, add: clerk } },
  // What is for the board itself: case audits.
  'board-assurance': { any: { read: fullSight, keep: clerk } },
  recommendation: {
    draft: recommendation([...preparers, 'lead']),
    members: recommendation([...fullSight, 'lead']),
    public: recommendation(anyone),
  },
  review: { draft: review([...preparers, 'lead']), members: review([...fullSight, 'lead']), public: review(anyone) },
  challenge: { members: challenge([...fullSight, 'lead']), public: challenge(anyone) },
  // A letter of the ladder: before it goes out, and after.
  'challenge-letter': { draft: { read: preparers, write: clerk }, members: { read: fullSight, write: clerk } },
  'audit-round': { draft: round(preparers), members: round([...fullSight, 'lead']), public: round(anyone) },
  // 'self' answers for the agency; 'lead' is its moderator.
  'audit-answer': {
    draft: { read: ['self'], answer: ['self'] },
    submitted: { read: ['self', 'lead', 'clerk'], moderate: ['lead'] },
    reported: { read: ['self', ...fullSight], act: ['self', 'clerk'] },
  },
  'case-audit': { members: { read: fullSight, keep: clerk } },
}
