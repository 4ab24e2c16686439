import type { AskedBoard } from '#governance/public-data.ts'
import type { FieldOption, FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup } from '#platform/web/form-page/form-page.tsx'
import { organisationOptions, peopleOptions } from '../queries/choices.ts'
import { listResponseRules } from '../queries/recommendations.ts'
import { sightWords } from '../words/recommendation.ts'

/** Whom something is for, and who answers. */
export async function whomFields({ reader, visit }: AskedBoard): Promise<readonly FieldSpec[]> {
  return [
    {
      kind: 'line',
      name: 'addresseeOffice',
      label: 'To whom',
      hint: 'The office or post, like The Executive or Director of Children’s Services',
    },
    {
      kind: 'select',
      name: 'addressee',
      label: 'Organisation',
      options: await organisationOptions(reader, visit.today),
      none: 'None that is kept here',
    },
    {
      kind: 'select',
      name: 'owner',
      label: 'Who answers for it',
      hint: 'They find it in their work, respond, say what is done and show the impact',
      options: await peopleOptions(reader),
      none: 'Nobody is named yet',
    },
  ]
}

/** Rights by which a response is due, for choosing one. */
export async function ruleOptions({ reader, visit }: AskedBoard): Promise<readonly FieldOption[]> {
  return (await listResponseRules(reader, visit.today)).map(({ id, name, months, days, source, isConfirmed }) => ({
    value: id,
    text: `${name}: ${months > 0 ? `${months} months` : `${days} days`}, ${source}${isConfirmed ? '' : ' (check the text)'}`,
  }))
}

/** Fields that say when something open comes back. */
export const milestoneFields: readonly FieldSpec[] = [
  {
    kind: 'day',
    name: 'milestoneOn',
    label: 'Comes back on or after',
    hint: 'It is put on the forward plan at the first meeting from this day on',
  },
  { kind: 'short', name: 'everyMonths', label: 'Then every how many months', hint: 'While it is open, from 1 to 24' },
]

/** A choice of who may see a record next. */
export const sightField = (now: 'draft' | 'members' | 'public'): FieldSpec => ({
  kind: 'radios',
  name: 'sight',
  label: 'Who may see it',
  options: (now === 'draft' ? (['members', 'public'] as const) : (['public'] as const)).map((value) => ({
    value,
    text: sightWords[value],
  })),
})

/** The form that takes something back from the public. */
export const takeBackFields: readonly FieldGroup[] = [
  { fields: [{ kind: 'lines', name: 'reason', label: 'Why it is taken back', rows: 3, hint: `Kept with the record` }] },
]
