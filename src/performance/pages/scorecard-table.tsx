import type { JSX } from 'hono/jsx/jsx-runtime'
import { Sparkline } from '#platform/web/charts/sparkline.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { measurePaths } from '../paths.ts'
import type { ScorecardRow } from '../words/scorecard.ts'
import { type ScorecardView, withdrawnWords } from '../words/scorecard-view.ts'
import { DirectionMark } from './direction.tsx'

/** The measures of a scorecard by their priorities: latest figure, target, run, direction and status. */
export function ScorecardTable({ view }: { readonly view: ScorecardView }): JSX.Element {
  const grouped = view.groups.length > 1 || view.groups[0]?.priority !== null
  const groups = view.groups.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => ({ cells: cellsOf(row) })) }))
  return (
    <div class="gt-scorecard">
      <DataTable
        caption={`${view.title}: ${view.board}`}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Measure' },
          { heading: 'Latest', numeric: true },
          { heading: 'Target' },
          { heading: 'Trend' },
          { heading: 'Direction' },
          { heading: 'Status' },
        ]}
        {...(grouped ? { groups } : { rows: groups.flatMap(({ rows }) => rows) })}
      />
    </div>
  )
}

function cellsOf(row: ScorecardRow) {
  const { measure, reference, title, figure, standing, period, target, run, direction, verdict, longer = [] } = row
  return [
    <>
      <a class="govuk-link" href={measurePaths.measure(measure)}>
        {title}
      </a>
      {reference !== '' && <span class="gt-scorecard__note">{reference}</span>}
      {longer.map((line) => (
        <span class="gt-scorecard__note">{line}</span>
      ))}
    </>,
    <>
      <strong>{figure}</strong>
      <span class="gt-scorecard__note">
        {period}
        {standing !== '' && standing !== figure && `, ${standing.toLowerCase()}`}
      </span>
    </>,
    target,
    <Sparkline words={run.words} values={run.values} target={run.target} range={run.range} mark={direction.mark} />,
    <DirectionMark direction={direction} />,
    <StatusPill meaning={verdict.meaning}>{verdict.word}</StatusPill>,
  ]
}

/** Measures that a live scorecard held and that are no longer kept: since when, why, and what takes their place. */
export function WithdrawnCard({ view }: { readonly view: ScorecardView }): JSX.Element | null {
  const { withdrawn = [] } = view
  if (withdrawn.length === 0) return null
  return (
    <Card id="withdrawn" title="No longer kept">
      <ul class="gt-list">
        {withdrawn.map((one) => (
          <li>
            <a class="govuk-link" href={measurePaths.measure(one.measure)}>
              {one.reference === '' ? one.title : `${one.reference} ${one.title}`}
            </a>
            <p>{withdrawnWords({ ...one, replacement: null }).replace(' Nothing is named in its place.', '')}</p>
            <p>
              {one.replacement === null ? (
                'Nothing is named in its place.'
              ) : (
                <>
                  In its place:{' '}
                  <a class="govuk-link" href={measurePaths.measure(one.replacement.id)}>
                    {one.replacement.title}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
