import type { DatedPart } from '#platform/dated/part.ts'

const smallNumbers: DatedPart = {
  ...{ key: 'small-numbers', heading: 'Measures', title: 'How small numbers in measures are hidden', about: 'Method' },
  lead: 'Figures of people are hidden before they are stored by the method in force at the end of their period. What was hidden keeps the name of its method and stays as it was.',
  table: 'performance.small_number_method',
  fields: [
    {
      ...({ name: 'method', column: 'version', kind: 'line', label: 'Name of the method' } as const),
      hint: 'It stands beside every figure that was hidden by it. For example: 10-and-5',
    },
    {
      ...({ name: 'threshold', column: 'threshold', kind: 'number', label: 'Counts from 1 up to which number are hidden?' } as const),
      range: [0, 100],
    },
    {
      ...({ name: 'base', column: 'base', kind: 'number', label: 'What is told is rounded to a multiple of' } as const),
      ...{ range: [1, 100] as const, hint: '1 leaves it as it is' },
    },
    { name: 'hidesZeros', column: 'hides_zeros', kind: 'tick', label: 'A true 0 is hidden too' },
  ],
  succeeds: true,
  constraints: {
    small_number_method_pkey: { field: 'method', code: 'name-taken' },
    small_number_method_starts_on_key: { field: 'startsOn', code: 'rule-overlaps' },
  },
  aboutInWords: ({ say }) => say('method'),
  inWords: ({ values: { threshold, base, hidesZeros } }) => {
    const rounded = base === 1 ? 'the rest is not rounded' : `the rest is rounded to a multiple of ${base}`
    return `Counts of 1 to ${threshold} are hidden, ${rounded}; a true 0 is ${hidesZeros ? 'hidden too' : 'told'}`
  },
}

const charts: DatedPart = {
  ...{ key: 'charts', heading: 'Measures', title: 'How many figures a chart needs for its limits', about: 'For' },
  lead: 'For boards that have set no rule of their own. A chart that was presented keeps the rule by which it was drawn.',
  table: 'performance.chart_rules',
  nowhere: ['body', 'measure'],
  sourceColumn: 'reason',
  fields: [
    { name: 'noneBelow', column: 'none_below', kind: 'number', label: 'Below how many figures are there no limits?', range: [2, 100] },
    { name: 'trialBelow', column: 'trial_below', kind: 'number', label: 'Below how many are the limits only on trial?', range: [2, 100] },
    { name: 'runBelow', column: 'run_below', kind: 'number', label: 'Below how many does a run chart stand first?', range: [2, 100] },
    {
      ...({ name: 'screening', column: 'screening', kind: 'tick', label: 'Leave extreme jumps out of the limits' } as const),
      hint: 'Once, moving ranges larger than 3.267 times their mean',
    },
  ],
  succeeds: true,
  refuse: ({ noneBelow, trialBelow }) =>
    Number(noneBelow) <= Number(trialBelow) ? undefined : { field: 'trialBelow', code: 'trial-below-none' },
  constraints: { chart_rules_body_measure_starts_on_key: { field: 'startsOn', code: 'rule-overlaps' } },
  aboutInWords: () => 'Boards without a rule of their own',
  inWords: ({ values: { noneBelow, trialBelow, runBelow, screening } }) =>
    `No limits below ${noneBelow} figures, on trial below ${trialBelow}; a run chart first below ${runBelow}; extreme jumps ${screening ? 'are left out' : 'count'}`,
}

/** How small numbers of measures are hidden, and what charts need. */
export const performanceDated: readonly DatedPart[] = [smallNumbers, charts]
