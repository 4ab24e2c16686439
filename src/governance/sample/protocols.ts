/** A yearly duty of the sample. */
export interface SampleDuty {
  readonly by: string
  readonly title: string
  /** First and last month, 1 to 12. */
  readonly months: readonly [number, number]
  /** Cycles counted back from today's year, 0 this year's: how they came out; the others are met in their last month. */
  readonly exceptions: Readonly<Record<number, 'open' | readonly ['waived', string]>>
  /** What a met cycle says. */
  readonly met: string
}

/** A protocol of the sample. */
export interface SampleProtocol {
  readonly title: string
  readonly purpose: string
  readonly source: string
  readonly from: string
  /** Years from today until its review. */
  readonly review: number
  readonly parties: readonly (readonly [slug: string, signedBy: string, signedOn: string] | readonly [slug: string])[]
  readonly duties: readonly SampleDuty[]
}

const partnership = 'northbrook-childrens-partnership'
const safeguarding = 'safeguarding-children-partnership'

/** The protocols of the sample. */
export const sampleProtocols: readonly SampleProtocol[] = [
  {
    title: 'How the partnership and the safeguarding partnership work together',
    purpose:
      'The two boards plan together and question one another openly. The safeguarding partnership keeps its own voice: it reports what it finds, and the partnership answers.\n\nEach board brings its work to the other at a set time of the year, before the plans of both are settled.',
    source: 'Paper 7 of the meeting of June 2022',
    from: '2022-07-01',
    review: 1,
    parties: [
      [partnership, 'The chair', '2022-06-14'],
      [safeguarding, 'The independent scrutineer', '2022-06-28'],
    ],
    duties: [
      {
        by: safeguarding,
        title: 'Annual report brought to the partnership',
        months: [9, 11],
        exceptions: {},
        met: 'Received with the answer of the partnership',
      },
      {
        by: partnership,
        title: 'Review of the children’s plan with the safeguarding partnership',
        months: [10, 2],
        exceptions: { 2: ['waived', 'The plan ran on for a year, so both chairs agreed to leave the review out'] },
        met: 'Held as a joint session',
      },
      {
        by: partnership,
        title: 'Business plan sent for comment',
        months: [3, 5],
        exceptions: { 0: 'open', 1: 'open' },
        met: 'Sent with the draft budget',
      },
    ],
  },
  {
    title: 'How scrutiny and the partnership deal with one another',
    purpose: 'Scrutiny asks, the partnership answers within set times, and neither learns of the other’s plans from the newspaper.',
    source: '',
    from: '2025-04-01',
    review: 2,
    parties: [[partnership, 'The chair', '2025-03-20'], ['children-scrutiny-committee']],
    duties: [{ by: partnership, title: 'Forward plan shared with scrutiny', months: [4, 6], exceptions: {}, met: 'Sent by the clerk' }],
  },
]

/** Reports that were made, by slugs of the relation: months before today, and which. */
export const sampleReports: readonly (readonly [from: string, kind: string, to: string, starts: string, months: number, note: string])[] = [
  [partnership, 'reports-to', 'health-and-wellbeing-board', '2013-04-01', 4, 'Half-year report, received with thanks'],
  ['early-help-steering-group', 'reports-to', partnership, '2013-10-01', 2, 'Highlight report, item 5'],
  ['joint-commissioning-board', 'accountable-to', 'health-and-wellbeing-board', '2014-04-01', 5, 'Report on pooled funds'],
  ['east-local-area-group', 'reports-to', partnership, '2013-04-01', 4, 'Report of the area lead'],
  ['north-local-area-group', 'reports-to', partnership, '2014-09-01', 1, 'Report of the area lead'],
  ['send-partnership-board', 'reports-to', partnership, '2015-01-01', 2, 'Quarterly figures with a note'],
  ...['specialist-services-delivery-board', 'women-and-childrens-delivery-board', 'proactive-care-delivery-board'].map(
    (slug, index) => [slug, 'reports-to', 'joint-commissioning-board', '2014-04-01', index === 1 ? 2 : 0, 'Monthly figures'] as const,
  ),
  ['joint-commissioning-board', 'accountable-to', 'integrated-care-board', '2022-07-01', 2, 'Report on pooled funds'],
  ['send-partnership-board', 'accountable-to', 'joint-commissioning-board', '2022-07-01', 3, 'Half-year report'],
  [safeguarding, 'accountable-to', 'county-cabinet', '2019-09-01', 8, 'Annual report'],
]
