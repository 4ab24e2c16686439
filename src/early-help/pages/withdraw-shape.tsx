import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { AgreementRecord, findDisclosures, findGrants } from '../queries/record.ts'
import { classWords } from '../words/casework.ts'

/** The form that withdraws an agreement: it shows who loses what at once, and what went to whom already and cannot be called back (E3). */
export function withdrawShape(
  family: FamilyLine,
  shown: {
    readonly agreement: AgreementRecord
    readonly grants: Awaited<ReturnType<typeof findGrants>>
    readonly disclosures: Awaited<ReturnType<typeof findDisclosures>>
  },
): FormShape {
  const ending = shown.grants.filter(({ agreement, isOpen }) => isOpen && agreement === shown.agreement.id)
  const people = [...new Set(ending.map(({ name, organisationName }) => `${name}, ${organisationName}`))]
  return {
    title: 'Withdraw the agreement',
    caption: `${family.label}, ${family.reference}`,
    breadcrumbs: [
      { text: 'Families', href: familyPaths.list() },
      { text: family.label, href: familyPaths.family(family.id) },
    ],
    above: (
      <>
        <p class="govuk-body">
          {people.length === 0
            ? 'Nobody reads anything by this agreement now.'
            : `At once, these read nothing by it any more: ${people.join('; ')}.`}
        </p>
        <p class="govuk-body">
          What was decided to share for a child’s protection does not rest on agreement, and stands. Help can be asked for again at any
          time.
        </p>
        {shown.disclosures.length > 0 && (
          <DataTable
            caption="What went to whom already, and cannot be called back"
            narrow="stack"
            columns={[{ heading: 'When' }, { heading: 'To whom' }, { heading: 'What' }]}
            rows={shown.disclosures.map(({ at, name, organisationName, class: one }) => ({
              cells: [<InstantText instant={at} />, [name, organisationName].filter(Boolean).join(', '), classWords[one]],
            }))}
          />
        )}
      </>
    ),
    groups: [{ fields: [{ kind: 'line', name: 'withdrawnBy', label: 'Who withdraws it?' }] }],
    submit: 'Withdraw',
    look: 'warning',
    first: {},
    cancel: familyPaths.family(family.id),
  }
}
