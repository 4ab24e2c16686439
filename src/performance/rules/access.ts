import { type AccessMatrix, anyone, type Role } from '#governance/public.ts'

const fullSight: readonly Role[] = ['member', 'deputy', 'chair', 'clerk']
const clerk: readonly Role[] = ['clerk']
/** 'lead' owns the measure by the definition in force, or gives it with a return. */
const givers: readonly Role[] = ['clerk', 'lead']

const ofMeasure = (read: readonly Role[]): Readonly<Record<string, readonly Role[]>> => ({
  read,
  keep: clerk,
  // Which plan, priority or outcome it measures.
  link: clerk,
  give: givers,
  comment: givers,
  // The story behind its curve, who has a part, what works and what was agreed; what is foreseen is frozen by whoever keeps it.
  turn: givers,
})

/**
 * Who may do what with measures. The states of what may be hidden are the sights: a measure that is a draft is for clerk, chair and whoever gives its
 * figures; figures that are not published are for the board and their giver. The policies of migration 0121 say the same in SQL, and tests hold the two together.
 */
export const performanceAccess: AccessMatrix = {
  measure: {
    draft: ofMeasure(['clerk', 'chair', 'lead']),
    members: ofMeasure([...fullSight, 'lead']),
    public: ofMeasure(anyone),
  },
  observation: { members: { read: [...fullSight, 'lead'], publish: clerk }, public: { read: anyone } },
  commentary: { members: { read: [...fullSight, 'lead'], publish: clerk }, public: { read: anyone } },
  // The true counts behind protected figures: those who give them, and nobody else, not even the chair.
  'held-value': { any: { read: givers } },
  // The scorecard of a board is made of what one may read; its clerk freezes it. A frozen one is read as its agenda item is.
  scorecard: { any: { read: anyone, freeze: clerk } },
  // Which programs can give its figures: whoever owns it ('lead', by the definition in force alone) and the clerk end the right of one.
  'measure-programs': { any: { read: givers, end: givers } },
  // What an agency owes: the board, and whoever gives it.
  return: { any: { read: [...fullSight, 'lead'], give: givers, keep: clerk, accept: clerk } },
  // A red or missing figure asks its owner.
  alert: { any: { read: [...fullSight, 'self'], answer: ['clerk', 'self'] } },
  // What somebody brought and did not load is theirs alone; 'bring' is asked of the board.
  upload: { any: { read: ['author'], bring: givers, load: ['author'] } },
  // Published figures are the whole partnership's: an administrator reads them in, and sees and stops the readings.
  'national-reading': { any: { read: ['administrator'], begin: ['administrator'], stop: ['administrator'] } },
}
