import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { KnownSources } from '../queries/known.ts'
import type { FormLine } from '../rules/assessment-form.ts'

const elsewhere: Readonly<Partial<Record<NonNullable<FormLine['source']>, string>>> = {
  home: 'Addresses stand with the people of the family, where it is kept who may not see one. They are never copied into an assessment.',
  outside: 'Close family who live elsewhere are entered with the people of the family.',
  signs: 'Worries, strengths, next steps and everybody’s numbers are written down with what the family says, and are not asked again here.',
}

/** What the record knows of a question, and where it is put right, so that nothing is asked twice. */
export function KnownLine({
  line,
  known,
  recordHref,
  level = 2,
}: {
  readonly line: FormLine
  readonly known: KnownSources | undefined
  readonly recordHref?: string | undefined
  readonly level?: 2 | 3
}): JSX.Element {
  const found = line.source && known?.get(line.source)
  const apart = line.source && elsewhere[line.source]
  return (
    <div class="gt-known">
      {level === 2 ? <h2 class="govuk-heading-s">{line.label}</h2> : <h3 class="govuk-heading-s">{line.label}</h3>}
      {found && found.rows.length > 0 ? (
        <DataTable
          caption={line.label}
          hideCaption
          narrow="stack"
          columns={found.columns.map((heading) => ({ heading }))}
          rows={found.rows.map((cells) => ({
            cells: cells.map((words) =>
              words === '' ? (
                <span class="gt-missing">Not recorded</span>
              ) : (
                <span class="gt-typed" dir="auto">
                  {words}
                </span>
              ),
            ),
          }))}
        />
      ) : (
        <p class="govuk-body">
          {apart ??
            (known ? <span class="gt-missing">Nothing is recorded, or nothing of it is open to you.</span> : 'Filled from the record.')}
        </p>
      )}
      {recordHref && (
        <p class="govuk-body-s gt-no-print">
          <a class="govuk-link" href={recordHref}>
            Put this right in the record
          </a>
        </p>
      )}
    </div>
  )
}
