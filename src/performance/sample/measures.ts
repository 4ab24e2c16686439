import type { Definition } from '../rules/measure.ts'

/** What differs from measure to measure of the sample; the rest of a definition is the same for all. */
export interface SampleMeasure {
  readonly key: string
  readonly board: 'northbrook-childrens-partnership' | 'safeguarding-children-partnership'
  readonly reference: string
  readonly definition: Pick<Definition, 'title' | 'meaning' | 'unit' | 'polarity' | 'level' | 'kind' | 'overTime' | 'overAreas'> &
    Partial<
      Pick<
        Definition,
        'numerator' | 'denominator' | 'scale' | 'frequency' | 'decimals' | 'suppression' | 'breakdowns' | 'lagDays' | 'forecast'
      >
    >
  readonly plausible?: readonly [number, number]
  /** As it stood in December 2013; absent: nobody had counted it. */
  readonly baseline?: number
  readonly target?: {
    readonly words: string
    readonly kind: 'relative' | 'each-period' | 'value' | 'band'
    readonly value: number
    readonly upper?: number
    readonly tolerance?: number
  }
  /** True where the last three periods are given for the districts too, as shares of the whole. */
  readonly byArea?: boolean
  /** Figures of the last periods, the latest last; a word is a state without a number. A pair is a numerator and its denominator. */
  readonly figures: readonly (number | 'missing' | 'not-yet-available' | readonly [number, number])[]
}

/** A monthly measure of a service that counts families. */
function month(
  title: string,
  meaning: string,
  polarity: Definition['polarity'],
  kind: 'flow' | 'stock' = 'flow',
): SampleMeasure['definition'] {
  const overTime = kind === 'flow' ? 'sum' : 'last'
  const forecast = kind === 'flow' ? 'profile' : 'last'
  return { title, meaning, unit: 'families', polarity, level: 'service', kind, overTime, overAreas: 'sum', frequency: 'month', forecast }
}

/** The seven indicators of the paper of February 2014: their baselines and targets as written there, and invented months of the present. */
const earlyHelp: readonly SampleMeasure[] = [
  {
    ...{ key: 'starts', board: 'northbrook-childrens-partnership', reference: 'EH1', baseline: 222, plausible: [100, 500], byArea: true },
    definition: month(
      'Team Around the Child: families starting',
      'Families with a first meeting of a team around the child in the month.',
      'higher',
    ),
    target: { words: '25% increase', kind: 'relative', value: 25, tolerance: 10 },
    figures: [231, 226, 240, 238, 229, 244, 251, 236, 249, 258, 247, 255, 262, 251, 259, 266, 258, 271, 268, 263, 274, 281, 276, 279],
  },
  {
    ...{ key: 'open', board: 'northbrook-childrens-partnership', reference: 'EH2', baseline: 1094, plausible: [600, 2500] },
    definition: month(
      'Team Around the Child: families on the last day',
      'Families with an open plan on the last day of the month.',
      'higher',
      'stock',
    ),
    target: { words: '25% increase', kind: 'relative', value: 25, tolerance: 5 },
    figures: [
      ...[1152, 1160, 1171, 1164, 1180, 1192, 1188, 1201, 1215, 1207, 1222, 1231],
      ...[1240, 1228, 1247, 1262, 1255, 1271, 1283, 1290, 1301, 1296, 1312, 1318],
    ],
  },
  {
    ...{ key: 'step-down', board: 'northbrook-childrens-partnership', reference: 'EH3', baseline: 57, plausible: [0, 200] },
    definition: month(
      'Step downs from social care',
      'Families who move from social care to a team around the child in the month.',
      'higher',
    ),
    target: { words: '50% increase', kind: 'relative', value: 50, tolerance: 10 },
    figures: [61, 58, 66, 63, 60, 69, 71, 64, 68, 73, 70, 66, 74, 72, 69, 'missing', 75, 71, 77, 73, 70, 76, 79, 74],
  },
  {
    ...{ key: 'step-up', board: 'northbrook-childrens-partnership', reference: 'EH4', baseline: 5, plausible: [0, 40] },
    definition: month('Step ups to social care', 'Families who move from a team around the child to social care in the month.', 'lower'),
    target: { words: '10% decrease', kind: 'relative', value: -10, tolerance: 10 },
    figures: [6, 4, 5, 7, 5, 4, 6, 5, 3, 5, 6, 4, 5, 4, 6, 5, 4, 3, 5, 6, 4, 5, 7, 6],
  },
  {
    ...{ key: 'needs-met', board: 'northbrook-childrens-partnership', reference: 'EH5', plausible: [0, 300] },
    definition: month('Closed because needs are met', 'Plans closed in the month because the family no longer needs them.', 'higher'),
    target: { words: '20% increase', kind: 'relative', value: 20, tolerance: 10 },
    figures: [84, 91, 88, 95, 90, 97, 101, 94, 99, 104, 98, 102, 107, 100, 105, 111, 104, 109, 113, 108, 115, 110, 117, 112],
  },
  {
    ...{ key: 'not-engaged', board: 'northbrook-childrens-partnership', reference: 'EH6', plausible: [0, 200] },
    definition: month(
      'Closed because the family did not take part',
      'Plans closed in the month because the family could not be engaged.',
      'lower',
    ),
    target: { words: '20% decrease', kind: 'relative', value: -20, tolerance: 10 },
    figures: [41, 38, 44, 40, 37, 42, 39, 36, 40, 35, 38, 34, 37, 33, 36, 38, 34, 31, 35, 33, 30, 34, 32, 'not-yet-available'],
  },
  {
    ...{ key: 'quality', board: 'northbrook-childrens-partnership', reference: 'EH7', baseline: 0, plausible: [0, 120] },
    definition: month('Plans checked for quality', 'Open plans that an early help consultant checked in the month.', 'higher'),
    target: { words: '50 per month', kind: 'each-period', value: 50, tolerance: 10 },
    figures: [32, 38, 41, 44, 47, 43, 49, 51, 46, 52, 50, 48, 53, 51, 49, 54, 52, 47, 50, 55, 53, 51, 46, 44],
  },
  {
    ...{ key: 'forms', board: 'northbrook-childrens-partnership', reference: 'EH8', plausible: [0, 100] },
    definition: month('Assessment forms sent back', 'Forms that came back in the month because something was missing.', 'lower'),
    figures: [31, 28, 27, 22, 19, 15, 12, 9, 7, 4, 2, 1],
  },
]

/** Measures of the safeguarding business plan. */
const safeguarding: readonly SampleMeasure[] = [
  {
    ...{ key: 'conferences', board: 'safeguarding-children-partnership', reference: '1.2', plausible: [40, 100] },
    definition: {
      ...{
        title: 'Child protection conferences held in 15 working days',
        meaning: 'Share of first conferences held within 15 working days of the enquiry.',
      },
      ...{
        unit: '%',
        polarity: 'higher',
        level: 'service',
        kind: 'rate',
        overTime: 'remade',
        overAreas: 'remade',
        scale: 100,
        decimals: 1,
      },
      ...{ numerator: 'First conferences held in time', denominator: 'First conferences held', frequency: 'quarter', lagDays: 30 },
    },
    target: { words: '90%', kind: 'value', value: 90, tolerance: 5 },
    figures: [
      ...([
        [88, 104],
        [93, 108],
        [97, 110],
        [90, 106],
        [101, 115],
        [99, 109],
      ] as const),
      ...([
        [104, 117],
        [96, 112],
        [108, 119],
        [103, 111],
        [110, 121],
        [98, 113],
      ] as const),
    ],
  },
  {
    ...{ key: 'missing', board: 'safeguarding-children-partnership', reference: '2.1', plausible: [0, 120], byArea: true },
    definition: {
      ...{
        title: 'Children missing from care',
        meaning: 'Children in care who were missing at least once in the quarter.',
        unit: 'children',
      },
      ...{ polarity: 'lower', level: 'service', kind: 'flow', overTime: 'none', overAreas: 'sum', frequency: 'quarter', lagDays: 30 },
      ...{ suppression: 'small-counts', breakdowns: [{ dimension: 'Sex', categories: ['Female', 'Male'] }] },
    },
    figures: [31, 27, 34, 29, 25, 28, 22, 26, 21, 24, 19, 23],
  },
  {
    ...{ key: 'contacts', board: 'safeguarding-children-partnership', reference: '3.1', plausible: [1000, 6000] },
    definition: {
      ...{
        title: 'Contacts to the front door',
        meaning: 'Contacts about a child that children’s social care received in the quarter.',
        unit: 'contacts',
      },
      ...{ polarity: 'none', level: 'service', kind: 'flow', overTime: 'sum', overAreas: 'sum', frequency: 'quarter', lagDays: 30 },
    },
    figures: [2890, 2954, 3102, 2987, 3044, 3156, 3098, 3012, 3187, 3120, 3075, 3201],
  },
  {
    ...{ key: 'feel-safe', board: 'safeguarding-children-partnership', reference: '5.1', plausible: [30, 100] },
    definition: {
      ...{
        title: 'Pupils who feel safe at school',
        meaning: 'Share of pupils in years 6 and 8 who say in the yearly survey that they feel safe at school.',
      },
      ...{
        unit: '%',
        polarity: 'higher',
        level: 'population',
        kind: 'rate',
        overTime: 'none',
        overAreas: 'remade',
        scale: 100,
        decimals: 1,
      },
      ...{ numerator: 'Pupils who agree', denominator: 'Pupils who answered', frequency: 'academic-year', lagDays: 60 },
    },
    target: { words: '85% of pupils', kind: 'value', value: 85, tolerance: 5 },
    figures: [
      [3120, 3890],
      [3244, 3961],
      [3301, 4017],
    ],
  },
]

/** Every measure of the sample. */
export const sampleMeasures: readonly SampleMeasure[] = [...earlyHelp, ...safeguarding]
