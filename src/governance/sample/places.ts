// The invented county of Northbrook: its areas and the organisations that work in it.

/** An area of the sample. */
export interface SampleArea {
  readonly key: string
  readonly kind: string
  readonly name: string
  /** In the official list; invented, like all of Northbrook. */
  readonly code?: string
  /** First day; default: 1 April 1974. */
  readonly from?: string
  readonly until?: string
  readonly source?: string
  readonly within?: string
  readonly overlaps?: readonly string[]
  readonly beside?: readonly string[]
  readonly earlierName?: readonly [name: string, from: string, until: string]
}

const order = 'Local Government Act 1972, schedule 1 (invented for the sample)'
const districtArea = (key: string, name: string, code: string, beside: readonly string[] = []): SampleArea => ({
  ...{ key, kind: 'district', name, code, source: order, within: 'northbrook', beside },
})
const ward = (key: string, name: string, code: string, within: string): SampleArea => ({
  ...{ key, kind: 'ward', name, code, from: '2001-05-03', source: 'Electoral changes order of 2001 (invented for the sample)', within },
})

/** The county and its neighbour, its seven districts, some wards, a borough that was, and the footprint of its health services over both counties. */
export const sampleAreas: readonly SampleArea[] = [
  { key: 'northbrook', kind: 'county', name: 'Northbrook', code: 'E10NB', source: order, beside: ['wolds'] },
  { key: 'wolds', kind: 'county', name: 'Wolds', code: 'E10WO', source: order },
  districtArea('ashcombe', 'Ashcombe', 'E07NB1', ['harrowdale']),
  districtArea('fenmarsh', 'Fenmarsh', 'E07NB2', ['kelbrook']),
  districtArea('harrowdale', 'Harrowdale', 'E07NB3', ['millingford']),
  districtArea('kelbrook', 'Kelbrook', 'E07NB4', ['millingford']),
  districtArea('millingford', 'Millingford', 'E07NB5', ['southmoor']),
  districtArea('southmoor', 'Southmoor', 'E07NB6', ['thornwick']),
  districtArea('thornwick', 'Thornwick', 'E07NB7'),
  ward('harbour', 'Harbour', 'E05NB41', 'kelbrook'),
  ward('mill-lane', 'Mill Lane', 'E05NB42', 'kelbrook'),
  {
    ...{ key: 'east-locality', kind: 'locality', name: 'Northbrook East', from: '2005-04-01', within: 'northbrook' },
    ...{ overlaps: ['fenmarsh', 'kelbrook'], earlierName: ['East Northbrook pathfinder', '2005-04-01', '2010-04-01'] },
  },
  {
    ...{ key: 'kelbrook-port', kind: 'borough', name: 'Kelbrook Port', until: '1998-04-01', source: order, within: 'kelbrook' },
  },
  {
    ...{ key: 'footprint', kind: 'nhs-footprint', name: 'Northbrook and Wolds health system', code: 'QNB', from: '2016-12-01' },
    ...{ overlaps: ['northbrook', 'wolds'], earlierName: ['Northbrook and Wolds footprint', '2016-12-01', '2022-07-01'] },
  },
]

/** An organisation of the sample. */
export interface SampleOrganisation {
  readonly key: string
  readonly name: string
  readonly sector: string
  readonly from: string
  readonly until?: string
  readonly earlierNames?: readonly (readonly [name: string, from: string, until: string])[]
  readonly identifiers?: readonly (readonly [scheme: string, value: string])[]
}

const district = (key: string, name: string): SampleOrganisation => ({ key, name, sector: 'district', from: '1974-04-01' })
const group = (key: string, name: string, code: string): SampleOrganisation => ({
  key,
  name: `Northbrook ${name} Clinical Commissioning Group`,
  sector: 'health',
  from: '2013-04-01',
  until: '2022-07-01',
  identifiers: [['ODS', code]],
})

/** The organisations of the sample, the ended ones too: history stays with them. */
export const sampleOrganisations: readonly SampleOrganisation[] = [
  {
    key: 'council',
    name: 'Northbrook County Council',
    sector: 'council',
    from: '1974-04-01',
    identifiers: [['Local authority', 'E10-NB']],
  },
  district('ashcombe-dc', 'Ashcombe District Council'),
  district('fenmarsh-bc', 'Fenmarsh Borough Council'),
  district('harrowdale-dc', 'Harrowdale District Council'),
  district('kelbrook-dc', 'Kelbrook District Council'),
  district('millingford-cc', 'Millingford City Council'),
  district('southmoor-dc', 'Southmoor District Council'),
  district('thornwick-dc', 'Thornwick District Council'),
  group('ccg-west', 'West', 'NB1'),
  group('ccg-east', 'East', 'NB2'),
  group('ccg-south', 'South', 'NB3'),
  group('ccg-south-west', 'South West', 'NB4'),
  { key: 'icb', name: 'Northbrook Integrated Care Board', sector: 'health', from: '2022-07-01', identifiers: [['ODS', 'QNB']] },
  { key: 'nhs-england', name: 'NHS England, Northbrook area team', sector: 'health', from: '2013-04-01', until: '2015-04-01' },
  { key: 'nhs-region', name: 'NHS England, Wolds and Northbrook', sector: 'health', from: '2015-04-01' },
  { key: 'community-health', name: 'Northbrook Community Health Services', sector: 'health', from: '2011-04-01' },
  { key: 'hospitals', name: 'Northbrook Hospitals Trust', sector: 'health', from: '2000-04-01' },
  { key: 'mental-health', name: 'Northbrook Partnership Foundation Trust', sector: 'health', from: '2007-10-01' },
  { key: 'gp-federation', name: 'Northbrook General Practice Federation', sector: 'health', from: '2009-04-01' },
  { key: 'police', name: 'Northbrook Police', sector: 'police', from: '1967-04-01' },
  {
    key: 'probation',
    name: 'Northbrook Probation',
    sector: 'probation',
    from: '2001-04-01',
    earlierNames: [
      ['Northbrook Probation Board', '2001-04-01', '2010-04-01'],
      ['Northbrook Probation Trust', '2010-04-01', '2014-06-01'],
    ],
  },
  { key: 'schools-forum', name: 'Northbrook Schools Forum', sector: 'education', from: '2003-09-01' },
  { key: 'larchfield', name: 'Larchfield Primary School', sector: 'education', from: '1964-09-01' },
  { key: 'stonebridge', name: 'Stonebridge Academy', sector: 'education', from: '2011-09-01' },
  { key: 'willow-bank', name: 'Willow Bank Special School', sector: 'education', from: '1978-09-01' },
  { key: 'college', name: 'Northbrook College', sector: 'education', from: '1993-04-01' },
  { key: 'training', name: 'Northbrook Training Group', sector: 'education', from: '1999-01-01' },
  { key: 'teaching-centre', name: 'Northbrook Teaching and Learning Centre', sector: 'education', from: '2008-09-01' },
  { key: 'brightwater', name: 'Brightwater Education', sector: 'provider', from: '2002-04-01' },
  { key: 'pathways', name: 'Pathways Careers Service', sector: 'education', from: '2001-04-01', until: '2012-09-01' },
  { key: 'early-years', name: 'Northbrook Early Years Settings', sector: 'early-years', from: '2006-09-01' },
  { key: 'little-oaks', name: 'Little Oaks Children’s Centre', sector: 'early-years', from: '2007-04-01' },
  { key: 'voluntary-forum', name: 'Northbrook Voluntary Sector Forum', sector: 'voluntary', from: '2004-04-01' },
  {
    key: 'families-first',
    name: 'Families First Northbrook',
    sector: 'voluntary',
    from: '1998-04-01',
    identifiers: [['Charity', '0000001']],
  },
  { key: 'safeguarding', name: 'Northbrook Safeguarding Children Board', sector: 'safeguarding', from: '2006-04-01', until: '2019-09-29' },
  { key: 'safeguarding-partnership', name: 'Northbrook Safeguarding Children Partnership', sector: 'safeguarding', from: '2019-09-29' },
  { key: 'economy', name: 'Northbrook Economic Partnership', sector: 'economy', from: '2011-10-01' },
  { key: 'young-people', name: 'Northbrook Young People’s Action Group', sector: 'young-people', from: '2009-01-01' },
  { key: 'east-communities', name: 'East Northbrook Communities Partnership', sector: 'other', from: '2005-04-01' },
]

const groups = ['The integrated care board took over what the clinical commissioning groups did.', 'Health and Care Act 2022'] as const

/** Which organisation came after which, why, and where that is written. */
export const sampleSuccessions: readonly (readonly [
  former: string,
  successor: string,
  kind: 'merged' | 'replaced',
  onDay: string,
  reason: string,
  source: string,
])[] = [
  ['ccg-west', 'icb', 'replaced', '2022-07-01', ...groups],
  ['ccg-east', 'icb', 'replaced', '2022-07-01', ...groups],
  ['ccg-south', 'icb', 'replaced', '2022-07-01', ...groups],
  ['ccg-south-west', 'icb', 'replaced', '2022-07-01', ...groups],
  ['nhs-england', 'nhs-region', 'merged', '2015-04-01', 'The area teams were joined into one for the region.', ''],
  [
    ...(['safeguarding', 'safeguarding-partnership', 'replaced', '2019-09-29'] as const),
    ...(['The safeguarding partners set up their own arrangements.', 'Children and Social Work Act 2017'] as const),
  ],
]
