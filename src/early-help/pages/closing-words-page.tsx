import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { settledPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { ClosingDocument } from '../rules/closing.ts'
import { closureWords } from '../words/casework.ts'
import { reportedWords } from '../words/movement.ts'
import { DatedDocuments } from './dated-documents.tsx'

/** By which words records are closed, under which reason each is counted, and as what it is reported: today's, those to come, and those that held before (E5). */
export function ClosingWordsPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly documents: readonly ClosingDocument[]
}): JSX.Element {
  return (
    <DatedDocuments
      {...props}
      title="Reasons for closing"
      lead="A record is closed by the words of its day, and keeps them. Figures count the reason under which the words stand, whatever it is called."
      set={{ text: 'Set other words from a day on', href: settledPaths.closing('/new') }}
      body={({ name, reasons }) => (
        <DataTable
          caption={`Reasons of ${name}`}
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Counted as' }, { heading: 'Our words' }, { heading: 'Reported as' }]}
          rows={reasons.map(({ reason, names, reportedAs }) => ({
            cells: [closureWords[reason], names.map((one) => <div>{one}</div>), reportedWords[reportedAs] ?? ''],
          }))}
        />
      )}
    />
  )
}
