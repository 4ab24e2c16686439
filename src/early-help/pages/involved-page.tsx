import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { FormPage, type FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Involved } from '../commands/involved.ts'
import { familyPaths } from '../paths.ts'
import type { Coordinator } from '../queries/guard.ts'

/** The form by which one asks who is involved; what it found stands above it, and never in an address. */
export function involvedShape(found?: readonly Involved[], asks: readonly Coordinator[] = []): FormShape {
  return {
    title: 'Is somebody involved already?',
    lead: 'You are told which agency to ask, and nothing else. The family can be told that you asked.',
    breadcrumbs: [{ text: 'Families', href: familyPaths.list() }],
    above: found && <Found found={found} asks={asks} />,
    groups: [
      {
        fields: [
          { kind: 'line', name: 'name', label: 'Name of the child, as it is written' },
          { kind: 'day', name: 'bornOn', label: 'Born on' },
        ],
      },
    ],
    submit: 'Ask',
    first: {},
    cancel: familyPaths.list(),
  }
}

/** The same as a page. */
export function InvolvedPage(props: {
  readonly visit: Visit
  readonly form: FormState
  readonly found?: readonly Involved[]
  /** Whom one asks where nothing is told: the same, whether there is nothing or it is withheld. */
  readonly asks?: readonly Coordinator[]
}): JSX.Element {
  return <FormPage visit={props.visit} shape={involvedShape(props.found, props.asks)} form={props.form} />
}

function Found({ found, asks }: { readonly found: readonly Involved[]; readonly asks: readonly Coordinator[] }): JSX.Element {
  if (found.length === 0)
    return (
      <div class="govuk-inset-text">
        <p>There is no record to tell you of. If you are worried about a child, ask the co-ordinator of the locality, or social care.</p>
        {asks.length > 0 && (
          <ul>
            {asks.map(({ name, organisationName, areaName }) => (
              <li>{`${areaName}: ${name}, ${organisationName}`}</li>
            ))}
          </ul>
        )}
      </div>
    )
  return (
    <DataTable
      caption="Who is involved"
      narrow="stack"
      columns={[{ heading: 'Agency' }, { heading: 'Whom to ask' }]}
      rows={found.map(({ agency, contact }) => ({ cells: [agency, contact === '' ? 'Nobody leads yet: ask the agency' : contact] }))}
    />
  )
}
