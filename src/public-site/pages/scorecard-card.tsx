import type { JSX } from 'hono/jsx/jsx-runtime'
import { measurePaths, scorecardPaths } from '#performance/paths.ts'
import type { ScorecardRow, ScorecardView } from '#performance/public-data.ts'
import { Sparkline } from '#platform/web/charts/sparkline.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'

const MOST = 3

/** How a board's measures stand, on its home page: each with its latest figure, target, run and status. */
export function ScorecardCard({ slug, view }: { readonly slug: string; readonly view: ScorecardView }): JSX.Element {
  const rows = view.groups.flatMap(({ rows: inGroup }) => inGroup)
  return (
    <Card
      id="scorecard"
      title="Scorecard"
      link={{ text: 'The whole scorecard', href: scorecardPaths.ofBoard(slug) }}
      lead={leadOf(view, rows)}
      flush
    >
      <div class="gt-scorecard">
        <DataTable
          caption="How its measures stand"
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
          rows={worstFirst(rows)
            .slice(0, MOST)
            .map((row) => ({ cells: cellsOf(row) }))}
        />
      </div>
    </Card>
  )
}

function leadOf({ sentence }: ScorecardView, rows: readonly ScorecardRow[]): string {
  return rows.length > MOST ? `${sentence} Here are ${MOST} of them, the worst first.` : sentence
}

const ORDER = { red: 0, amber: 1, green: 2 } as const

/** What is off track comes first; among equals the order of the plan. */
function worstFirst(rows: readonly ScorecardRow[]): readonly ScorecardRow[] {
  const place = ({ verdict }: ScorecardRow): number => (verdict.colour === null ? 3 : ORDER[verdict.colour])
  return [...rows].sort((one, other) => place(one) - place(other))
}

function cellsOf({ measure, title, figure, period, target, run, direction, verdict }: ScorecardRow) {
  return [
    <a class="govuk-link" href={measurePaths.measure(measure)}>
      {title}
    </a>,
    <>
      <strong>{figure}</strong>
      <span class="gt-scorecard__note">{period}</span>
    </>,
    target,
    <Sparkline words={run.words} values={run.values} target={run.target} range={run.range} mark={direction.mark} />,
    direction.word,
    <StatusPill meaning={verdict.meaning}>{verdict.word}</StatusPill>,
  ]
}
