import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { procedurePaths } from '../paths.ts'
import type { NamedReader } from '../queries/procedure-readers.ts'
import type { Procedure, ProcedureVersion } from '../queries/procedures.ts'
import { procedureCrumbs } from './procedure-page.tsx'

/** Who must read a procedure and who has, by name: for its owner, the clerk and the chair (P12). */
export function ProcedureReadersPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly procedure: Procedure
  readonly version: ProcedureVersion
  readonly readers: readonly NamedReader[]
}): JSX.Element {
  const { visit, board, procedure, version, readers } = props
  const groups = [
    { id: 'unread', title: 'Have not said so yet', found: readers.filter(({ readOn }) => readOn === null) },
    { id: 'read', title: 'Have read it', found: readers.filter(({ readOn }) => readOn !== null) },
  ]
  return (
    <Page
      visit={visit}
      title={`Who has read it: ${procedure.title}`}
      breadcrumbs={[...procedureCrumbs(board), { text: procedure.title, href: procedurePaths.procedure(procedure.id) }]}
      width="workspace"
    >
      <PageHead
        title="Who has read it"
        caption={procedure.title}
        lead={`Version ${version.number}. People who sign in here are listed; only its owner, the clerk and the chair see these names.`}
      />
      {readers.length === 0 && (
        <EmptyState title="Nobody is asked to read it" text="Say whose people must read it on the page of the procedure." />
      )}
      {groups.map(
        ({ id, title, found }) =>
          found.length > 0 && (
            <Card id={id} title={`${title} (${found.length})`} flush>
              <DataTable
                caption={title}
                hideCaption
                narrow="stack"
                columns={[{ heading: 'Name' }, { heading: 'Agency' }, ...(id === 'read' ? [{ heading: 'Read on' }] : [])]}
                rows={found.map(({ name, agency, must, readOn }) => ({
                  cells: [name, must ? agency : 'Did not have to', ...(readOn ? [dayInWords(readOn)] : [])],
                }))}
              />
            </Card>
          ),
      )}
    </Page>
  )
}
