import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { familyPaths } from '../paths.ts'
import { listFamilies } from '../queries/families.ts'
import { listChoices } from '../queries/names.ts'
import type { AskedCasework } from './gates.ts'
import { families, named } from './shapes.ts'

/** The form by which advice is written down. */
export async function adviceShape({ reader, visit, ties }: AskedCasework): Promise<FormShape> {
  const agencies = (await listChoices(reader, 'agency')).filter(({ id }) => ties.agencies.includes(id))
  return {
    title: 'Advice that was asked for',
    lead: 'Name a family only if you work with it. Advice without a family is seen by your agency.',
    breadcrumbs: [families, { text: 'Advice', href: familyPaths.advice() }],
    cancel: familyPaths.advice(),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'askedBy', label: 'Who asked?', hint: 'Their name or post, and where they work' },
          { kind: 'day', name: 'askedOn', label: 'On which day?' },
          {
            ...{ kind: 'select', name: 'episode', label: 'About which family?', none: 'No family is named' },
            options: (await listFamilies(reader, 'open')).map(({ id, label, reference }) => ({
              value: id,
              text: `${label}, ${reference}`,
            })),
          },
          { kind: 'lines', name: 'question', label: 'What was asked?' },
          { kind: 'lines', name: 'answer', label: 'What did you advise?' },
          { kind: 'select', name: 'agency', label: 'For which agency do you advise?', options: named(agencies) },
        ],
      },
    ],
    submit: 'Record',
    first: { ...dayValues('askedOn', visit.today), ...(agencies.length === 1 ? { agency: agencies[0]?.id ?? '' } : {}) },
  }
}
