// The bodies of the sample, their lives, and how they stand to one another: the arrangement that such partnerships really have.

/** A body of the sample. */
export interface SampleBody {
  readonly slug: string
  readonly name: string
  readonly shortName: string
  readonly kind: string
  /** The key of its terms document; undefined for neighbours outside the arrangement. */
  readonly terms?: string
  readonly regime?: string
  readonly publicAccess?: 'public' | 'private'
  readonly statuses: readonly (readonly [status: string, from: string, note?: string])[]
  /** The kind that it had before, the first day of the one it has now, and what was decided. */
  readonly was?: readonly [kind: string, until: string, because: string]
  /** Of one that evolves: into which other, by slug. */
  readonly becomes?: string
  readonly area: string
  /** Further areas that it serves, each since a day. */
  readonly moreAreas?: readonly (readonly [area: string, since: string])[]
  /** When its terms and seats begin; default: the first status. */
  readonly from: string
}

const delivery = (slug: string, name: string, shortName: string, terms: string): SampleBody => ({
  slug,
  name: `Northbrook ${name}`,
  shortName,
  kind: 'delivery-board',
  terms,
  publicAccess: 'private',
  statuses: [
    ['shadow', '2014-04-01', 'In shadow form until the joint commissioning board agreed its work programme.'],
    ['live', '2014-07-01'],
  ],
  area: 'northbrook',
  from: '2014-04-01',
})

/** Eight bodies of the arrangement and two neighbours outside it. */
export const sampleBodies: readonly SampleBody[] = [
  {
    slug: 'northbrook-childrens-partnership',
    name: 'Northbrook Children and Young People’s Strategic Partnership',
    shortName: 'Children’s Partnership',
    kind: 'strategic-partnership',
    terms: 'strategic_partnership',
    statuses: [['live', '2013-04-01', 'Took over the work of the children’s trust board.']],
    area: 'northbrook',
    from: '2013-04-01',
  },
  {
    slug: 'early-help-steering-group',
    name: 'Northbrook Early Help Steering Group',
    shortName: 'Early Help Steering Group',
    kind: 'steering-group',
    terms: 'steering_group',
    publicAccess: 'private',
    statuses: [['live', '2013-10-01']],
    area: 'northbrook',
    from: '2013-10-01',
  },
  {
    slug: 'joint-commissioning-board',
    name: 'Northbrook Joint Commissioning Board',
    shortName: 'Joint Commissioning Board',
    kind: 'joint-commissioning-board',
    terms: 'joint_commissioning_board',
    publicAccess: 'private',
    statuses: [['live', '2014-04-01']],
    area: 'northbrook',
    from: '2014-04-01',
  },
  delivery('specialist-services-delivery-board', 'Specialist Services Delivery Board', 'Specialist Services', 'specialist_services_board'),
  delivery(
    'women-and-childrens-delivery-board',
    'Women and Children’s Delivery Board',
    'Women and Children’s',
    'women_and_childrens_board',
  ),
  delivery('proactive-care-delivery-board', 'Proactive Care Delivery Board', 'Proactive Care', 'proactive_care_board'),
  {
    slug: 'childrens-trust-board',
    name: 'Northbrook Children’s Trust Board',
    shortName: 'Children’s Trust Board',
    kind: 'statutory-board',
    terms: 'childrens_trust_board',
    statuses: [
      ['live', '2010-04-01'],
      ['evolving', '2012-09-01', 'Became the strategic partnership, by decision of its members in September 2012.'],
      ['ended', '2013-04-01', 'Its plan, actions and records passed to the strategic partnership.'],
    ],
    becomes: 'northbrook-childrens-partnership',
    area: 'northbrook',
    from: '2010-04-01',
  },
  {
    slug: 'east-local-area-group',
    name: 'Northbrook East Local Area Group',
    shortName: 'East Local Area Group',
    kind: 'local-area-group',
    terms: 'local_area_group',
    statuses: [['live', '2010-04-01']],
    area: 'east-locality',
    from: '2010-04-01',
  },
  {
    slug: 'safeguarding-children-partnership',
    name: 'Northbrook Safeguarding Children Partnership',
    shortName: 'Safeguarding Partnership',
    kind: 'statutory-board',
    statuses: [['outside', '2006-04-01', 'A safeguarding board until September 2019. It keeps its own records elsewhere.']],
    area: 'northbrook',
    from: '2006-04-01',
  },
  {
    slug: 'health-and-wellbeing-board',
    name: 'Northbrook Health and Wellbeing Board',
    shortName: 'Health and Wellbeing Board',
    kind: 'statutory-board',
    regime: 'lga1972',
    statuses: [['outside', '2013-04-01', 'A committee of the county council, which keeps its records.']],
    area: 'northbrook',
    from: '2013-04-01',
  },
]

/** A relation of the sample, by slugs. */
export type SampleRelation = readonly [
  from: string,
  kind: string,
  to: string,
  cadence: string,
  source: string,
  starts: string,
  ends?: string,
]

const partnership = 'northbrook-childrens-partnership'
const wellbeing = 'health-and-wellbeing-board'
const safeguarding = 'safeguarding-children-partnership'
const commissioning = 'joint-commissioning-board'
const deliveryBoards = ['specialist-services-delivery-board', 'women-and-childrens-delivery-board', 'proactive-care-delivery-board']

/** How the bodies stand to one another. */
export const sampleRelations: readonly SampleRelation[] = [
  [partnership, 'sub-group-of', wellbeing, '', 'Terms of the partnership, section 12', '2013-04-01'],
  [partnership, 'reports-to', wellbeing, 'Every six months', 'Terms of the partnership, section 12', '2013-04-01'],
  [partnership, 'formal-consultee-of', wellbeing, '', 'Terms of the partnership, section 12', '2013-04-01'],
  [wellbeing, 'formal-consultee-of', partnership, '', 'Terms of the partnership, section 12', '2013-04-01'],
  [safeguarding, 'challenges', partnership, '', 'Protocol between the two boards, section 13', '2013-04-01'],
  [partnership, 'equal-partner-of', safeguarding, '', 'Protocol between the two boards, section 13', '2013-04-01'],
  ['early-help-steering-group', 'sub-group-of', partnership, '', 'Paper of December 2013', '2013-10-01'],
  ['early-help-steering-group', 'reports-to', partnership, 'Every quarter', 'Paper of December 2013', '2013-10-01'],
  [commissioning, 'accountable-to', wellbeing, 'Every quarter', 'Terms of the board, section 4', '2014-04-01'],
  ...deliveryBoards.map(
    (slug): SampleRelation => [slug, 'reports-to', commissioning, 'Every month', 'Terms of the delivery boards', '2014-04-01'],
  ),
  [
    'east-local-area-group',
    'reports-to',
    'childrens-trust-board',
    'Every quarter',
    'Terms of the group, section 2',
    '2010-04-01',
    '2013-04-01',
  ],
  ['east-local-area-group', 'reports-to', partnership, 'Every quarter', 'Terms of the group, section 2', '2013-04-01'],
  [partnership, 'influences', commissioning, '', 'Accountability framework, section 11', '2014-04-01'],
]
