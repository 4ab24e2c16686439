import type { DatedPart } from '#platform/dated/part.ts'
import { riskPaths } from './paths.ts'
import { listPlanTypes } from './queries/plans.ts'

const consultees: DatedPart = {
  ...{ key: 'consultees', heading: 'Plans', title: 'Whose opinion a plan must carry', about: 'Kind of plan' },
  lead: 'A version of such a plan is not published before the opinion of each of them stands in it. A plan is held to the rules of the day on which it is published.',
  table: 'plans.consultee_rule',
  fields: [
    {
      ...({ name: 'type', column: 'plan_type', kind: 'radios', label: 'For which kind of plan?', matter: true } as const),
      options: async (reader) => (await listPlanTypes(reader)).map(({ code, name }) => ({ value: code, text: name })),
    },
    {
      ...({ name: 'consultee', column: 'consultee', kind: 'line', label: 'Whose opinion?', matter: true } as const),
      hint: 'For example: The health and wellbeing board',
    },
  ],
  constraints: { consultee_rule_one: { field: 'startsOn', code: 'rule-overlaps' } },
  aboutInWords: ({ say }) => say('type'),
  inWords: ({ say }) => `Must carry the opinion of: ${say('consultee')}`,
}

const scales: DatedPart = {
  ...{ key: 'risk-scales', heading: 'Plans', title: 'How risks are scored', about: 'Scale' },
  lead: 'A risk is scored under the scale of its day. A score that was given stays as it was, and is never held against one of another scale.',
  table: 'plans.risk_scale',
  fields: [
    { name: 'name', column: 'name', kind: 'line', label: 'Name' },
    { name: 'levels', column: 'levels', kind: 'number', label: 'Levels' },
    { name: 'likelihood', column: 'likelihood', kind: 'line', label: 'Likelihood' },
    { name: 'impact', column: 'impact', kind: 'line', label: 'Impact' },
  ],
  form: riskPaths.newScale,
  succeeds: true,
  constraints: {},
  aboutInWords: ({ say }) => say('name'),
  inWords: ({ values: { levels, likelihood, impact } }) =>
    `${levels} by ${levels}. Likelihood: ${[likelihood].flat().join(', ').toLowerCase()}. Impact: ${[impact].flat().join(', ').toLowerCase()}`,
}

/** What the law asks of plans before they are published, and how risks are scored. */
export const plansDated: readonly DatedPart[] = [consultees, scales]
