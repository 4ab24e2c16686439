import type { SampleMeasure } from './measures.ts'

type Pairs = readonly (readonly [numerator: number, denominator: number])[]

/** A share by quarter, in per cent, by which a priority or an outcome of a plan is told. */
function share(
  place: Pick<SampleMeasure, 'key' | 'board' | 'reference'>,
  words: readonly [title: string, meaning: string, numerator: string, denominator: string],
  aim: readonly [polarity: 'higher' | 'lower', target: number | undefined],
  figures: Pairs,
): SampleMeasure {
  const [title, meaning, numerator, denominator] = words
  const [polarity, target] = aim
  return {
    ...place,
    plausible: [0, 100],
    definition: {
      ...{ title, meaning, numerator, denominator, unit: '%', polarity, level: 'service', kind: 'rate', scale: 100, decimals: 1 },
      ...{ overTime: 'remade', overAreas: 'remade', frequency: 'quarter', lagDays: 30 },
    },
    ...(target === undefined ? {} : { target: { words: `${target}%`, kind: 'value' as const, value: target, tolerance: 5 } }),
    figures,
  }
}

const partnership = 'northbrook-childrens-partnership'
const safeguarding = 'safeguarding-children-partnership'

/** What the children's plan and the safeguarding business plan are told by, besides early help. All figures are invented. */
export const planMeasures: readonly SampleMeasure[] = [
  share(
    { key: 'review-at-two', board: partnership, reference: 'CP1' },
    [
      'Reviews at two to two and a half years done in time',
      'Share of children whose review took place before they were two and a half.',
      'Children reviewed in time',
      'Children who were due',
    ],
    ['higher', 85],
    [
      [612, 801],
      [634, 812],
      [655, 809],
      [661, 798],
      [690, 815],
      [702, 806],
      [711, 804],
      [698, 790],
    ],
  ),
  share(
    { key: 'seen-in-31-days', board: partnership, reference: 'CP2' },
    [
      'Young people seen for mental health within 31 days',
      'Share of young people whose first meeting took place within 31 days of the call.',
      'Young people seen in time',
      'Young people who were referred',
    ],
    ['higher', 60],
    [
      [171, 402],
      [168, 410],
      [174, 421],
      [181, 415],
      [190, 418],
      [203, 424],
      [211, 420],
      [214, 428],
    ],
  ),
  share(
    { key: 'persistent-absence', board: partnership, reference: 'CP3' },
    [
      'Pupils who miss a tenth of school or more',
      'Share of pupils of state-funded schools who missed at least one session in ten of the quarter.',
      'Pupils who missed a tenth or more',
      'Pupils on roll',
    ],
    ['lower', 18],
    [
      [9120, 42110],
      [9205, 42230],
      [9011, 42180],
      [8890, 42300],
      [8702, 42350],
      [8611, 42290],
      [8433, 42340],
      [8390, 42400],
    ],
  ),
  share(
    { key: 'assembly-answered', board: partnership, reference: 'CP4' },
    [
      'Questions of the youth assembly answered within a month',
      'Share of the questions that the youth assembly put to an agency and that were answered in writing within a month.',
      'Questions answered in time',
      'Questions put',
    ],
    ['higher', 95],
    [
      [11, 24],
      [14, 22],
      [19, 27],
      [21, 26],
      [22, 25],
      [25, 28],
      [24, 26],
      [27, 28],
    ],
  ),
  share(
    { key: 'care-leavers', board: partnership, reference: 'CP5' },
    [
      'Care leavers of 19 to 21 in work, education or training',
      'Share of young people of 19 to 21 who left care and are in work, education or training on the last day of the quarter.',
      'Care leavers in work, education or training',
      'Care leavers of that age',
    ],
    ['higher', 65],
    [
      [101, 198],
      [104, 201],
      [103, 203],
      [107, 199],
      [110, 204],
      [112, 202],
      [109, 205],
      [108, 207],
    ],
  ),
  share(
    { key: 'abuse-two-weeks', board: safeguarding, reference: '3.2' },
    [
      'Children who live with domestic abuse and were offered help within two weeks',
      'Share of children in families known to the daily meeting who were offered help of their own within two weeks.',
      'Children offered help in time',
      'Children who became known',
    ],
    ['higher', 80],
    [
      [88, 171],
      [93, 168],
      [104, 175],
      [111, 179],
      [118, 172],
      [126, 181],
      [131, 177],
      [129, 180],
    ],
  ),
  share(
    { key: 'told-by-two', board: safeguarding, reference: '4.1' },
    [
      'Families of newborn children told by two professions about safe sleep and crying',
      'Share of families whose record shows that midwife and health visitor have both spoken about it.',
      'Families told by both',
      'Families with a newborn child',
    ],
    ['higher', 90],
    [
      [402, 790],
      [455, 802],
      [498, 795],
      [560, 811],
      [602, 799],
      [655, 806],
      [688, 801],
      [701, 797],
    ],
  ),
  share(
    { key: 'effect-shown', board: safeguarding, reference: '5.2' },
    [
      'Recommendations whose effect was shown within a year',
      'Share of recommendations of reviews that are a year old and whose effect the board has seen evidence of.',
      'Recommendations with evidence of effect',
      'Recommendations that are a year old',
    ],
    ['higher', undefined],
    [
      [6, 18],
      [7, 19],
      [9, 21],
      [9, 20],
      [11, 22],
      [13, 24],
      [12, 22],
      [14, 23],
    ],
  ),
]
