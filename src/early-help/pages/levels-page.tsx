import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { settledPaths } from '../paths.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { ThresholdDocument } from '../rules/thresholds.ts'
import { DatedDocuments } from './dated-documents.tsx'

/** By which published thresholds levels of need are said: today's, those to come, and those that held before, each with its source and who set it (E5). */
export function LevelsPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  /** The latest first. */
  readonly documents: readonly ThresholdDocument[]
}): JSX.Element {
  return (
    <DatedDocuments
      {...props}
      title="Levels of need"
      lead="A family’s level of need is said by the thresholds that were published on that day, and is read by them ever after."
      set={{ text: 'Set other thresholds from a day on', href: settledPaths.levels('/new') }}
      body={({ name, levels }) => (
        <DataTable
          caption={`Levels of ${name}`}
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Level' }, { heading: 'What it means' }]}
          rows={levels.map(({ level, name: called, means }) => ({
            cells: [`Level ${level}: ${called}`, means === '' ? <span class="gt-missing">Not said</span> : means],
          }))}
        />
      )}
    />
  )
}
