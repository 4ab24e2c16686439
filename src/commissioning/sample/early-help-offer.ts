import type { Provision, Tier } from '../rules/commissioned-service.ts'

/** A service of the sample. */
export interface SampleService {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly group: string
  readonly ages?: string
  readonly tier: Tier
  readonly provision: Provision
  readonly lead: 'council' | 'icb'
  /** Key of an organisation of the directory, or a name. */
  readonly runBy: { readonly organisation: string } | { readonly name: string }
  readonly areas: readonly string[]
  /** Live since so many days ago; default: eight years. */
  readonly since?: number
  /** Default: everybody sees it. */
  readonly sight?: 'draft'
  /** Words that stand in the title of the outcome it serves; none: it serves none. */
  readonly outcome?: string
}

const county = ['Northbrook']

/** What the joint commissioning board of the invented county commissions: its early help offer, and what it buys for adults. */
export const sampleServices: readonly SampleService[] = [
  {
    ...{
      key: 'stay-and-play',
      title: 'Stay and play',
      group: 'under-fives',
      ages: '0 to 4 years',
      tier: 'universal',
      provision: 'in-house',
    },
    summary: 'A warm room, toys and somebody to talk to. Come when you like; nothing to pay and nothing to book.',
    ...{ lead: 'council', runBy: { organisation: 'little-oaks' }, areas: ['Kelbrook', 'Fenmarsh', 'Millingford'], outcome: 'enjoy' },
  },
  {
    ...{
      key: 'health-visiting',
      title: 'Health visiting',
      group: 'under-fives',
      ages: 'Birth to 5 years',
      tier: 'universal',
      provision: 'external',
    },
    summary: 'A health visitor comes to see every family with a new baby, five times before the child is two and a half.',
    ...{ lead: 'council', runBy: { organisation: 'community-health' }, areas: county, outcome: 'health' },
  },
  {
    ...{
      key: 'school-nursing',
      title: 'School nursing',
      group: 'school-age',
      ages: '5 to 19 years',
      tier: 'universal',
      provision: 'external',
    },
    summary: 'Nurses whom every school and every young person can ask, also by text message.',
    ...{ lead: 'council', runBy: { organisation: 'community-health' }, areas: county, outcome: 'health' },
  },
  {
    ...{ key: 'family-support', title: 'Family support at home', group: 'parents', tier: 'targeted', provision: 'both' },
    summary: 'Somebody who comes to you for up to six months and works with the whole family on what you choose.',
    ...{ lead: 'council', runBy: { organisation: 'families-first' }, areas: county, outcome: 'safe' },
  },
  {
    ...{ key: 'parenting', title: 'Parenting groups', group: 'parents', tier: 'targeted', provision: 'external' },
    summary: 'Ten evenings with other parents and two who know how it is, with a crèche.',
    ...{ lead: 'council', runBy: { organisation: 'families-first' }, areas: ['Ashcombe', 'Kelbrook', 'Southmoor'] },
  },
  {
    ...{
      key: 'young-carers',
      title: 'Young carers',
      group: 'young-carers',
      ages: '6 to 18 years',
      tier: 'targeted',
      provision: 'external',
    },
    summary: 'Clubs, days out and one adult who listens, for children who look after somebody at home.',
    ...{ lead: 'council', runBy: { name: 'Lanterns Young Carers' }, areas: county, outcome: 'positive' },
  },
  {
    ...{ key: 'short-breaks', title: 'Short breaks', group: 'send', ages: '0 to 18 years', tier: 'specialist', provision: 'external' },
    summary: 'Hours, weekends or a week away for a disabled child, and rest for those at home.',
    ...{ lead: 'council', runBy: { name: 'Harbour Light Breaks' }, areas: county, outcome: 'enjoy' },
  },
  {
    ...{ key: 'portage', title: 'Portage home visiting', group: 'send', ages: '0 to 4 years', tier: 'specialist', provision: 'in-house' },
    summary: 'A visitor who plays and learns at home with a young child whose development is delayed.',
    ...{ lead: 'council', runBy: { organisation: 'council' }, areas: county, outcome: 'enjoy' },
  },
  {
    ...{
      key: 'speech',
      title: 'Speech, language and communication',
      group: 'send',
      ages: '0 to 18 years',
      tier: 'specialist',
      provision: 'external',
    },
    summary: 'Therapists in clinics, nurseries and schools, and groups for parents.',
    ...{ lead: 'icb', runBy: { organisation: 'community-health' }, areas: county, outcome: 'enjoy' },
  },
  {
    ...{
      key: 'send-advice',
      title: 'Advice on special educational needs',
      group: 'send',
      ages: '0 to 25 years',
      tier: 'universal',
      provision: 'external',
    },
    summary: 'Free and confidential advice for parents and young people, by somebody who is not of the council.',
    ...{ lead: 'council', runBy: { organisation: 'brightwater' }, areas: county },
  },
  {
    ...{
      key: 'emotional-schools',
      title: 'Mental health support in schools',
      group: 'mental-health',
      ages: '5 to 18 years',
      tier: 'targeted',
      provision: 'external',
    },
    summary: 'A small team in each group of schools for low mood, worry and sleep, without a long wait.',
    ...{
      lead: 'icb',
      runBy: { organisation: 'mental-health' },
      areas: ['Millingford', 'Kelbrook', 'Thornwick'],
      since: 900,
      outcome: 'health',
    },
  },
  {
    ...{
      key: 'counselling',
      title: 'Counselling for young people',
      group: 'mental-health',
      ages: '11 to 25 years',
      tier: 'targeted',
      provision: 'external',
    },
    summary: 'Somebody to talk to, face to face or online, also in the evening. You can ask yourself.',
    ...{ lead: 'icb', runBy: { name: 'The Open Window' }, areas: county, outcome: 'health' },
  },
  {
    ...{
      key: 'camhs',
      title: 'Child and adolescent mental health',
      group: 'mental-health',
      ages: '0 to 18 years',
      tier: 'specialist',
      provision: 'external',
    },
    summary: 'For children whose mental health needs specialists. A doctor, school or social worker asks for you.',
    ...{ lead: 'icb', runBy: { organisation: 'mental-health' }, areas: county, outcome: 'health' },
  },
  {
    ...{
      key: 'youth-work',
      title: 'Youth clubs and street work',
      group: 'young-people',
      ages: '11 to 19 years',
      tier: 'universal',
      provision: 'both',
    },
    summary: 'Clubs in nine towns and youth workers who come to where young people are.',
    ...{ lead: 'council', runBy: { organisation: 'young-people' }, areas: county, outcome: 'positive' },
  },
  {
    ...{
      key: 'missing',
      title: 'Return talks for missing children',
      group: 'young-people',
      ages: 'Under 18',
      tier: 'specialist',
      provision: 'external',
    },
    summary: 'An adult who is not of the police talks with a child within three days of coming back.',
    ...{ lead: 'council', runBy: { organisation: 'families-first' }, areas: county, outcome: 'safe' },
  },
  {
    ...{
      key: 'care-leavers',
      title: 'Advisers for care leavers',
      group: 'in-care',
      ages: '16 to 25 years',
      tier: 'targeted',
      provision: 'in-house',
    },
    summary: 'One adviser until 25, help with a home, work or college.',
    ...{ lead: 'council', runBy: { organisation: 'council' }, areas: county, outcome: 'economic' },
  },
  {
    ...{
      key: 'domestic-abuse',
      title: 'Children who lived with domestic abuse',
      group: 'school-age',
      ages: '4 to 16 years',
      tier: 'targeted',
      provision: 'external',
    },
    summary: 'Twelve weeks for a child, and alongside it for the parent with whom the child is safe.',
    ...{ lead: 'council', runBy: { name: 'Greenfield Refuge' }, areas: ['Millingford', 'Southmoor'], since: 500, outcome: 'safe' },
  },
  {
    ...{ key: 'debt', title: 'Money and benefits advice for families', group: 'all-families', tier: 'universal', provision: 'external' },
    summary: 'Help with bills, benefits and debts, in libraries and by telephone.',
    ...{ lead: 'council', runBy: { organisation: 'voluntary-forum' }, areas: county, outcome: 'economic' },
  },
  {
    ...{
      key: 'childcare',
      title: 'Help to find childcare',
      group: 'under-fives',
      ages: '0 to 5 years',
      tier: 'universal',
      provision: 'in-house',
    },
    summary: 'Which childminders and nurseries have room, and which hours are free of charge.',
    ...{ lead: 'council', runBy: { organisation: 'early-years' }, areas: county, outcome: 'enjoy' },
  },
  {
    ...{
      key: 'substance',
      title: 'Drugs and alcohol: help for young people',
      group: 'young-people',
      ages: '11 to 21 years',
      tier: 'targeted',
      provision: 'external',
    },
    summary: 'Talk about your own use or somebody else’s, where you like, without being judged.',
    ...{ lead: 'council', runBy: { name: 'Clear Water' }, areas: county, outcome: 'health' },
  },
  {
    ...{ key: 'toy-library', title: 'Toy library', group: 'under-fives', ages: '0 to 5 years', tier: 'universal', provision: 'external' },
    summary: 'Toys to borrow, in a van that comes to eight villages. Not agreed yet.',
    ...{ lead: 'council', runBy: { organisation: 'voluntary-forum' }, areas: ['Southmoor'], since: -60, sight: 'draft' },
  },
  {
    ...{ key: 'home-care', title: 'Home care', group: 'adults', tier: 'specialist', provision: 'external' },
    summary: 'Help with washing, dressing and meals at home, several times a day where it is needed.',
    ...{ lead: 'council', runBy: { name: 'Many care providers' }, areas: county },
  },
  {
    ...{ key: 'reablement', title: 'Reablement after hospital', group: 'adults', tier: 'targeted', provision: 'in-house' },
    summary: 'Six weeks of help at home to do things oneself again.',
    ...{ lead: 'council', runBy: { organisation: 'council' }, areas: county },
  },
]
