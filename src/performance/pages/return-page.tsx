import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Button } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { measurePaths, returnPaths } from '../paths.ts'
import type { ReturnDue, ReturnTemplate } from '../queries/returns.ts'
import { printedFigure } from '../rules/judge.ts'
import { periodWords } from '../rules/period.ts'
import type { SheetRow } from '../rules/sheet.ts'
import { statusNotes } from '../words/figures.ts'
import { returnStateWords } from '../words/returns.ts'

/** One return for one period: what was given, and what is to do with it. */
export function ReturnPage(props: {
  readonly visit: Visit
  readonly due: ReturnDue
  readonly template: ReturnTemplate
  readonly rows: readonly SheetRow[]
  readonly breadcrumbs: readonly PageLink[]
  readonly mayGive: boolean
  readonly mayAccept: boolean
}): JSX.Element {
  const { visit, due, template, rows, breadcrumbs, mayGive, mayAccept } = props
  const period = periodWords({ type: template.periodType, ...due })
  const { word, meaning } = returnStateWords(due, visit.today)
  const open = due.state === 'due' || due.state === 'given'
  return (
    <Page visit={visit} title={`${template.title}, ${period}`} breadcrumbs={breadcrumbs} width="workspace">
      <PageHead
        title={`${template.title}, ${period}`}
        caption={template.agencyName}
        lead={`Due by ${dayInWords(due.dueOn)}.${template.giverName === '' ? ' Nobody is named to give it.' : ` Given by ${template.giverName}.`}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={
          mayGive && open ? (
            <a class="govuk-button" href={returnPaths.give(due.id)}>
              {due.state === 'due' ? 'Give the figures' : 'Change the figures'}
            </a>
          ) : undefined
        }
      />
      {due.note !== '' && <p class="govuk-body">{due.note}</p>}
      <DataTable
        caption="Figures of this return"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Measure' }, { heading: 'Figure', numeric: true }, { heading: 'Status' }, { heading: 'Note on its quality' }]}
        rows={rows.map((row) => ({ cells: cellsOf(row) }))}
      />
      {mayAccept && due.state === 'given' && (
        <form method="post" action={returnPaths.accept(due.id)}>
          <CsrfField visit={visit} />
          <VersionField version={due.version} />
          <p class="govuk-body">Accepting publishes these figures with their measures. Provisional ones stay with the board.</p>
          <Button text="Accept and publish" preventDoubleClick />
        </form>
      )}
      {mayAccept && due.state === 'due' && (
        <p class="govuk-body">
          <a class="govuk-link" href={returnPaths.excuse(due.id)}>
            Say that it is not asked for
          </a>
        </p>
      )}
    </Page>
  )
}

function cellsOf({ measure, definition, cell, current }: SheetRow) {
  const figure = !current
    ? 'Nothing recorded'
    : current.value === null
      ? current.words || statusNotes[current.status]
      : printedFigure(current.value, definition)
  return [
    <a class="govuk-link" href={measurePaths.measure(measure.id)}>
      {definition.title}
      {cell.category !== '' && `, ${cell.category}`}
    </a>,
    figure,
    current ? `${statusNotes[current.status]}${current.sight === 'members' ? ' · seen by the board alone' : ''}` : '',
    current?.quality ?? '',
  ]
}
