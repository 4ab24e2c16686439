type Place = readonly [likelihood: number, impact: number]

/** A risk of the sample; months are before today, for reviews after it. */
export interface SampleRisk {
  readonly title: string
  readonly cause?: string
  readonly event: string
  readonly effect?: string
  /** Key of a person. */
  readonly owner?: string
  /** Reference of a priority of the children's plan. */
  readonly priority?: string
  /** References of actions of the children's plan. */
  readonly actions?: readonly string[]
  readonly reviewIn?: number
  /** Levels of four and less stand in both versions of the scale. */
  readonly scores: readonly (readonly [months: number, before: Place, after: Place | null, why: string])[]
  readonly closed?: readonly [months: number, reason: string]
}

/** Ten risks of the partnership with their history: before and after the scale grew from four levels to five at the beginning of 2026. */
export const sampleRisks: readonly SampleRisk[] = [
  {
    title: 'Too few health visitors',
    cause: 'Posts stay empty for seven months on average',
    event: 'Families are not visited in the first two weeks',
    effect: 'Needs of very young children are seen late',
    owner: 'adeyemi',
    priority: '1',
    actions: ['1.1.1'],
    reviewIn: 2,
    scores: [
      [20, [3, 3], [3, 2], 'Six posts are empty'],
      [9, [4, 4], [3, 4], 'Nine posts are empty'],
      [1, [4, 4], [2, 4], 'Five people begin in the autumn'],
    ],
  },
  {
    title: 'Help for low mood comes too late',
    cause: 'More young people ask for help than the service was built for',
    event: 'Waiting times pass eighteen weeks',
    effect: 'Young people leave school or come to harm',
    owner: 'rahman',
    priority: '1',
    actions: ['1.1.2'],
    reviewIn: 1,
    scores: [
      [8, [4, 3], [3, 3], ''],
      [2, [4, 4], [4, 3], 'Referrals rose by a fifth'],
    ],
  },
  {
    title: 'Neglect is told in different ways',
    cause: 'Each agency has its own form',
    event: 'First signs are not put together',
    effect: 'Children stay in neglect for longer',
    owner: 'castle',
    priority: '2',
    actions: ['2.1.1'],
    reviewIn: 3,
    scores: [
      [22, [3, 4], null, ''],
      [10, [3, 4], [2, 4], 'One form was agreed'],
      [1, [3, 4], [2, 4], 'Half of the staff are trained'],
    ],
  },
  {
    title: 'The place at the bus station stays unsafe',
    cause: 'The lease of the building is in dispute',
    event: 'Nothing can be built before next summer',
    priority: '2',
    reviewIn: -1,
    owner: 'dacosta',
    scores: [[5, [3, 2], [3, 2], '']],
  },
  {
    title: 'Schools answer absence unevenly',
    cause: 'Nobody is named in a third of the schools',
    event: 'The agreement is signed and not lived',
    effect: 'Absence in year 10 stays as it is',
    owner: 'grantham',
    priority: '3',
    actions: ['3.1.1'],
    reviewIn: 2,
    scores: [
      [18, [3, 3], [2, 3], ''],
      [1, [3, 3], [2, 3], 'Scored anew under five levels'],
    ],
  },
  {
    title: 'Young people are heard and nothing follows',
    event: 'Questions of the youth assembly are answered late',
    effect: 'Young people stop asking',
    owner: 'adeyinka',
    priority: '4',
    reviewIn: 4,
    scores: [
      [7, [2, 3], [2, 2], ''],
      [1, [2, 3], [1, 2], 'Every question of the spring was answered within a month'],
    ],
  },
  {
    title: 'Employers give up supported places',
    cause: 'Prices rise',
    event: 'Fewer than fifty places are offered',
    priority: '5',
    actions: ['5.1.2'],
    scores: [[3, [3, 3], null, 'Two of nine employers have said so']],
  },
  {
    title: 'A partner leaves the pooled fund',
    cause: 'Budgets are settled one year at a time',
    event: 'One of the partners gives notice',
    effect: 'Services that are paid together end within six months',
    owner: 'eze',
    reviewIn: 6,
    scores: [
      [13, [1, 4], [1, 4], ''],
      [1, [1, 4], [1, 4], 'Rare, and serious all the same'],
    ],
  },
  {
    title: 'Records are shared without leave',
    event: 'Somebody opens the record of a family that is not theirs',
    reviewIn: 5,
    scores: [],
  },
  {
    title: 'The move to one case system stops',
    cause: 'The supplier was sold',
    event: 'The system is not there by the autumn',
    owner: 'castle',
    scores: [[24, [3, 3], [2, 3], '']],
    closed: [14, 'All six districts have moved'],
  },
]
