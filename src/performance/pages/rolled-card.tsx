import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { figurePaths } from '../paths.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import { periodWords } from '../rules/period.ts'
import { rolledFigure, rolledHow } from '../words/rolled.ts'

/** Quarters and years made of the figures above, with how each was made; nothing where the definition does not say how. */
export function RolledCard({ view }: { readonly view: MeasureView }): JSX.Element | null {
  const { rolled, reading, measure } = view
  if (rolled.every(({ list }) => list.length === 0)) return null
  const [latest] = rolled.flatMap(({ list }) => list.find(({ outcome }) => outcome.state === 'value') ?? [])
  const sentence = latest
    ? `${rolledFigure(latest.outcome, reading.definition)} in ${periodWords(latest.period)}. ${rolledHow(latest)}.`
    : 'None can be made yet.'
  return (
    <Card id="longer" title={rolled.length > 1 ? 'Quarters and years' : 'Years'} lead={sentence}>
      <Fold title={rolled.length > 1 ? 'Every quarter and year, and how it was made' : 'Every year, and how it was made'}>
        <DataTable
          caption="Longer periods, made of the figures above"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Period' }, { heading: 'Figure', numeric: true }, { heading: 'How it was made' }]}
          groups={rolled
            .filter(({ list }) => list.length > 0)
            .map(({ type, list }) => ({
              heading: type === 'quarter' ? 'Quarters' : 'Financial years',
              rows: list.map((one) => ({
                cells: [periodWords(one.period), rolledFigure(one.outcome, reading.definition), rolledHow(one)],
              })),
            }))}
        />
      </Fold>
      <p class="gt-quiet">
        Targets belong to the periods above, so these have no colour.{' '}
        <a class="govuk-link" href={figurePaths.longerCsv(measure.id)} download="">
          Download as CSV
        </a>
      </p>
    </Card>
  )
}
