import type { AssessmentRowKind, ProposalRank } from '../rules/needs.ts'

/** A row of an assessment of the sample; `rests` names rows above it by their keys. */
export interface SampleNeedsRow {
  readonly key: string
  readonly kind: AssessmentRowKind
  readonly title: string
  readonly text?: string
  readonly source?: string
  /** Months before today. */
  readonly months?: number
  readonly licence?: string
  readonly rests?: readonly string[]
}

/** An assessment of the sample. */
export interface SampleAssessment {
  readonly kind: 'joint-strategic' | 'topic' | 'pharmaceutical' | 'resources'
  readonly title: string
  readonly topic: string
  readonly population: string
  /** Keys of areas. */
  readonly summary?: string
  readonly why: string
  readonly rank?: ProposalRank
  /** Months before today on which it was published; absent: it is not. */
  readonly published?: number
  readonly state: 'published' | 'underway' | 'proposed'
  readonly rows: readonly SampleNeedsRow[]
}

const ogl = 'Open Government Licence v3.0'

/** The programme of needs assessments of the sample: one that was published, one that is written, two that are proposed. */
export const sampleAssessments: readonly SampleAssessment[] = [
  {
    kind: 'joint-strategic',
    title: 'Children and young people of Northbrook: what they need',
    topic: 'Health, safety and learning from birth to 19',
    population: 'Children and young people of 0 to 19 years, and of up to 25 years where they left care or have special needs',
    summary:
      'Most children of Northbrook grow up well. Three things stand out: help in the first two years comes late, first signs of absence are answered unevenly, and young people who leave care fall behind in work.',
    why: 'The children’s plan was to be written anew.',
    rank: 'high',
    published: 15,
    state: 'published',
    rows: [
      {
        key: 'e1',
        kind: 'evidence',
        title: 'Reviews of children at two to two and a half years',
        source: 'Health visiting service of Northbrook',
        months: 17,
        licence: 'With leave of the service',
      },
      {
        key: 'e2',
        kind: 'evidence',
        title: 'Survey of 1,140 families',
        text: 'Asked in children’s centres and on paper; families in the two northern districts answered less often.',
        source: 'Northbrook Council',
        months: 18,
        licence: ogl,
      },
      { key: 'e3', kind: 'evidence', title: 'Absence from school by ward', source: 'Northbrook Council', months: 16, licence: ogl },
      {
        key: 'e4',
        kind: 'evidence',
        title: 'Work and training of young people who left care',
        source: 'Northbrook Council',
        months: 16,
        licence: ogl,
      },
      {
        key: 'e5',
        kind: 'evidence',
        title: 'What young people said at the youth assembly',
        source: 'Northbrook youth assembly',
        licence: '',
      },
      {
        key: 'f1',
        kind: 'finding',
        title: 'Two in five families say that help came too late in their child’s first two years',
        rests: ['e1', 'e2'],
      },
      {
        key: 'f2',
        kind: 'finding',
        title: 'In four wards absence in year 7 predicts absence in year 10, and nobody acts on it',
        rests: ['e3'],
      },
      { key: 'f3', kind: 'finding', title: 'Half of the young people who left care have neither work nor training at 19', rests: ['e4'] },
      { key: 'f4', kind: 'finding', title: 'Young people feel unsafe at three places on their way to school', rests: ['e5'] },
      {
        key: 'f5',
        kind: 'finding',
        title: 'Families who asked for help in writing waited twice as long as those who knew somebody',
        rests: ['e2'],
      },
      { key: 'f6', kind: 'finding', title: 'Young people who were asked were not told what became of it', rests: ['e5'] },
      { key: 'n1', kind: 'need', title: 'Help in the first two years, before it is asked for', rests: ['f1', 'f5'] },
      { key: 'n2', kind: 'need', title: 'An answer to the first signs of absence in every school', rests: ['f2'] },
      { key: 'n3', kind: 'need', title: 'A way into work for young people who leave care', rests: ['f3'] },
      { key: 'n4', kind: 'need', title: 'Safe ways and places for young people', rests: ['f4'] },
      { key: 'n5', kind: 'need', title: 'An answer for every young person who was asked', rests: ['f6'] },
      {
        key: 'g1',
        kind: 'gap',
        title: 'Nobody knows how many children look after somebody at home',
        text: 'Ask in the health survey of schools from next autumn.',
      },
      { key: 'g2', kind: 'gap', title: 'Figures on children of travelling families are too few to say anything' },
    ],
  },
  {
    kind: 'topic',
    title: 'Emotional health in the teens',
    topic: 'Anxiety, low mood and self-harm',
    population: 'Young people of 11 to 17 years',
    why: 'Schools say that they wait longer for help than two years ago.',
    rank: 'high',
    state: 'underway',
    rows: [
      {
        key: 'e1',
        kind: 'evidence',
        title: 'Waiting times of the mental health service for children',
        source: 'Northbrook health trust',
        months: 2,
        licence: 'With leave of the trust',
      },
      { key: 'f1', kind: 'finding', title: 'The median wait for a first meeting has risen from 6 to 11 weeks', rests: ['e1'] },
      { key: 'g1', kind: 'gap', title: 'How many young people are turned away at the first call is not counted' },
    ],
  },
  {
    kind: 'pharmaceutical',
    title: 'Pharmaceutical needs',
    topic: 'Pharmacies and what families reach on foot',
    population: 'Everybody in Northbrook',
    why: 'It is due every three years.',
    rank: 'medium',
    state: 'proposed',
    rows: [],
  },
  {
    kind: 'resources',
    title: 'Buildings for families',
    topic: 'Children’s centres, youth clubs and school halls, and when they stand empty',
    population: 'Families with children under 12',
    why: 'Three leases end within two years.',
    state: 'proposed',
    rows: [],
  },
]

/** Which priority of the children's plan, by its reference, rests on which rows of the first assessment. */
export const sampleNeedUses: readonly (readonly [priority: string, rows: readonly string[], why: string])[] = [
  ['1', ['n1', 'f1'], 'It is why every family is to be visited in the first two weeks'],
  ['2', ['n4', 'f4'], 'The three places are those that young people named'],
  ['3', ['n2', 'f2'], ''],
  ['4', ['n5', 'f6'], 'It is why every question of the youth assembly is answered within a month'],
  ['5', ['n3', 'f3'], 'It is why there is a named adviser for each of them'],
]

/** The same for the safeguarding business plan, whose board reads the partnership's assessment. */
export const safeguardingNeedUses: typeof sampleNeedUses = [
  ['SB2', ['n4', 'f4'], 'Places where young people do not feel safe are where exploitation begins'],
  ['SB4', ['n1', 'f1'], 'Help that comes too late in the first two years leaves parents of babies alone'],
]
