import type { DatedPart } from '#platform/dated/part.ts'

const many = (count: unknown, unit: string): readonly string[] =>
  Number(count) === 0 ? [] : [Number(count) === 1 ? `1 ${unit}` : `${count} ${unit}s`]

const responses: DatedPart = {
  ...{
    key: 'responses',
    heading: 'Recommendations',
    title: 'Within what time a response to recommendations is due',
    about: 'Who answers whom',
  },
  lead: 'Chosen where recommendations are referred to somebody. The last day is worked out then and stays, whatever changes here.',
  table: 'assurance.response_rule',
  fields: [
    {
      name: 'name',
      column: 'name',
      kind: 'line',
      label: 'Who answers whom?',
      matter: true,
      hint: 'For example: Executive to a scrutiny committee',
    },
    { name: 'months', column: 'months', kind: 'number', label: 'Months', range: [0, 60], hint: '0 where it is counted in days' },
    { name: 'days', column: 'days', kind: 'number', label: 'Days', range: [0, 366], hint: '0 where it is counted in months' },
    { name: 'firstDayCounts', column: 'first_day_counts', kind: 'tick', label: 'The day on which they were referred counts' },
    { name: 'isConfirmed', column: 'is_confirmed', kind: 'tick', label: 'Somebody has checked this against its source' },
  ],
  first: { months: '0', days: '0' },
  refuse: ({ months, days }) => (Number(months) + Number(days) > 0 ? undefined : { field: 'months', code: 'no-time-given' }),
  constraints: { response_rule_one: { field: 'startsOn', code: 'rule-overlaps' } },
  aboutInWords: ({ say }) => say('name'),
  inWords: ({ values: { months, days, firstDayCounts, isConfirmed } }) => {
    const first = firstDayCounts ? ', the day of referral counted' : ''
    const check = isConfirmed ? '' : '. Check this against its source before you rely on it'
    return `Within ${[...many(months, 'month'), ...many(days, 'day')].join(' and ')}${first}${check}`
  },
}

/** Within what time recommendations are answered. */
export const assuranceDated: readonly DatedPart[] = [responses]
