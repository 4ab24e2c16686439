import type { DatedPart } from '#platform/dated/part.ts'
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

/** What the law asks of plans before they are published. */
export const plansDated: readonly DatedPart[] = [consultees]
