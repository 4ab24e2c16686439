import type { SampleBody, SampleRelation } from './bodies.ts'

// The wider arrangement of Northbrook: neighbours outside it and groups below the boards, without terms of their own in this installation.

type Few = readonly [slug: string, name: string, shortName: string, kind: string, from: string]

/** Bodies that keep their records elsewhere and are only related to. */
const outside: readonly Few[] = [
  ['full-council', 'Northbrook County Council, full council', 'Full council', 'governing-body', '1974-04-01'],
  ['county-cabinet', 'Northbrook County Council, cabinet', 'County cabinet', 'cabinet', '2001-06-01'],
  [
    'children-scrutiny-committee',
    'Children and Young People Scrutiny Committee',
    'Children’s Scrutiny',
    'scrutiny-committee',
    '2001-06-01',
  ],
  ['integrated-care-board', 'Northbrook Integrated Care Board', 'Integrated Care Board', 'governing-body', '2022-07-01'],
  ['community-safety-partnership', 'Northbrook Community Safety Partnership', 'Community Safety', 'strategic-partnership', '2007-04-01'],
  ['youth-justice-board', 'Northbrook Youth Justice Management Board', 'Youth Justice Board', 'executive', '2000-04-01'],
  ['corporate-parenting-panel', 'Northbrook Corporate Parenting Panel', 'Corporate Parenting Panel', 'review-panel', '2008-05-01'],
  ['schools-forum', 'Northbrook Schools Forum', 'Schools Forum', 'statutory-board', '2003-01-01'],
  ['child-death-overview-panel', 'Northbrook Child Death Overview Panel', 'Child Death Overview Panel', 'review-panel', '2008-04-01'],
  ['youth-assembly', 'Northbrook Youth Assembly', 'Youth Assembly', 'review-panel', '2011-09-01'],
  ['parent-carer-forum', 'Northbrook Parent Carer Forum', 'Parent Carer Forum', 'review-panel', '2009-04-01'],
  ['practice-learning-group', 'Safeguarding Practice and Learning Group', 'Practice and Learning', 'sub-group', '2019-09-01'],
  ['exploitation-group', 'Exploitation and Missing Children Group', 'Exploitation and Missing', 'sub-group', '2015-04-01'],
]

/** Groups of the arrangement that meet without terms of their own. */
const groups: readonly Few[] = [
  ['north-local-area-group', 'Northbrook North Local Area Group', 'North Local Area Group', 'local-area-group', '2014-09-01'],
  ['west-local-area-group', 'Northbrook West Local Area Group', 'West Local Area Group', 'local-area-group', '2014-09-01'],
  [
    'send-partnership-board',
    'Special Educational Needs and Disability Partnership Board',
    'SEND Partnership Board',
    'delivery-board',
    '2015-01-01',
  ],
  ['early-years-group', 'Early Years and Childcare Group', 'Early Years Group', 'sub-group', '2016-04-01'],
  ['intelligence-group', 'Needs and Intelligence Group', 'Needs and Intelligence', 'sub-group', '2014-01-01'],
  ['participation-group', 'Children’s Voice and Participation Group', 'Voice and Participation', 'sub-group', '2014-01-01'],
  ['workforce-group', 'Shared Workforce Group', 'Shared Workforce', 'sub-group', '2016-09-01'],
]

/** A panel for two counties, and groups for several districts each. */
const areasOf: Readonly<Record<string, Pick<SampleBody, 'area' | 'moreAreas'>>> = {
  'child-death-overview-panel': { area: 'northbrook', moreAreas: [['wolds', '2019-09-29']] },
  'north-local-area-group': { area: 'ashcombe', moreAreas: ['harrowdale', 'millingford'].map((area) => [area, '2014-09-01'] as const) },
  'west-local-area-group': { area: 'southmoor', moreAreas: [['thornwick', '2014-09-01']] },
}

/** Groups that were another kind of body before. */
const earlierKinds: Readonly<Record<string, NonNullable<SampleBody['was']>>> = {
  'workforce-group': [
    'steering-group',
    '2020-04-01',
    'The steering group became a sub-group of the partnership: meeting of March 2020, minute 8',
  ],
}

const body = ([slug, name, shortName, kind, from]: Few, status: 'outside' | 'live', note: string): SampleBody => ({
  slug,
  name,
  shortName,
  kind,
  statuses: [[status, from, note]],
  ...(kind === 'scrutiny-committee' || kind === 'cabinet' || kind === 'governing-body' ? { regime: 'lga1972' } : {}),
  ...(status === 'live' ? { publicAccess: 'private' } : {}),
  area: 'northbrook',
  ...areasOf[slug],
  ...(earlierKinds[slug] ? { was: earlierKinds[slug] } : {}),
  from,
})

/** Thirteen neighbours and seven groups. */
export const sampleArrangement: readonly SampleBody[] = [
  ...outside.map((few) => body(few, 'outside', 'It keeps its own records elsewhere.')),
  ...groups.map((few) => body(few, 'live', '')),
]

const partnership = 'northbrook-childrens-partnership'
const safeguarding = 'safeguarding-children-partnership'
const commissioning = 'joint-commissioning-board'
const send = 'send-partnership-board'
const constitution = 'Constitution of the county council'
const arrangements = 'Safeguarding arrangements, chapter 3'
const termsOfGroup = 'Paper of the partnership, January 2014'

/** How they stand to the boards and to one another. */
export const sampleArrangementRelations: readonly SampleRelation[] = [
  ['county-cabinet', 'accountable-to', 'full-council', 'Yearly', constitution, '2001-06-01'],
  ['health-and-wellbeing-board', 'sub-group-of', 'full-council', '', constitution, '2013-04-01'],
  ['children-scrutiny-committee', 'sub-group-of', 'full-council', '', constitution, '2001-06-01'],
  ['children-scrutiny-committee', 'challenges', 'county-cabinet', '', constitution, '2001-06-01'],
  ['children-scrutiny-committee', 'challenges', partnership, '', 'Protocol on scrutiny, section 2', '2014-04-01'],
  ['corporate-parenting-panel', 'sub-group-of', 'county-cabinet', '', constitution, '2008-05-01'],
  ['corporate-parenting-panel', 'influences', partnership, '', 'Paper of the panel, May 2013', '2013-04-01'],
  ['youth-justice-board', 'reports-to', 'community-safety-partnership', 'Every quarter', 'Youth justice plan', '2007-04-01'],
  ['community-safety-partnership', 'equal-partner-of', safeguarding, '', arrangements, '2019-09-01'],
  [safeguarding, 'accountable-to', 'county-cabinet', 'Yearly', arrangements, '2019-09-01'],
  [safeguarding, 'accountable-to', 'integrated-care-board', 'Yearly', arrangements, '2022-07-01'],
  ['child-death-overview-panel', 'reports-to', safeguarding, 'Yearly', arrangements, '2008-04-01'],
  ['practice-learning-group', 'sub-group-of', safeguarding, '', arrangements, '2019-09-01'],
  ['exploitation-group', 'sub-group-of', safeguarding, '', arrangements, '2015-04-01'],
  ['exploitation-group', 'reports-to', 'community-safety-partnership', 'Every six months', arrangements, '2019-09-01'],
  [commissioning, 'accountable-to', 'integrated-care-board', 'Every quarter', 'Agreement on pooled funds, schedule 2', '2022-07-01'],
  [commissioning, 'procures-from', 'women-and-childrens-delivery-board', '', 'Agreement on pooled funds, schedule 4', '2022-07-01'],
  ['schools-forum', 'formal-consultee-of', commissioning, '', 'Agreement on pooled funds, schedule 5', '2015-04-01'],
  ['youth-assembly', 'challenges', partnership, '', 'Participation strategy, page 4', '2014-01-01'],
  ['youth-assembly', 'influences', 'participation-group', '', 'Participation strategy, page 4', '2014-01-01'],
  ['parent-carer-forum', 'formal-consultee-of', send, '', 'Terms of the forum, section 3', '2015-01-01'],
  [send, 'reports-to', partnership, 'Every quarter', termsOfGroup, '2015-01-01'],
  [send, 'accountable-to', commissioning, 'Every six months', 'Agreement on pooled funds, schedule 6', '2022-07-01'],
  ['early-years-group', 'sub-group-of', 'early-help-steering-group', '', termsOfGroup, '2016-04-01'],
  ['intelligence-group', 'sub-group-of', partnership, '', termsOfGroup, '2014-01-01'],
  ['intelligence-group', 'influences', commissioning, '', termsOfGroup, '2014-04-01'],
  ['participation-group', 'sub-group-of', partnership, '', termsOfGroup, '2014-01-01'],
  ['workforce-group', 'sub-group-of', 'early-help-steering-group', '', termsOfGroup, '2016-09-01'],
  ['north-local-area-group', 'reports-to', partnership, 'Every quarter', 'Terms of the group, section 2', '2014-09-01'],
  ['west-local-area-group', 'reports-to', partnership, 'Every quarter', 'Terms of the group, section 2', '2014-09-01'],
]
