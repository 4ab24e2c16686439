import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CountedKind } from '#platform/counted/part.ts'
import type { CountedRow } from '#platform/counted/row.ts'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { measurePaths } from '../paths.ts'
import { type Period, periodWords } from '../rules/period.ts'

/** Most rows that are drawn; the page says where there are more. */
const MOST = 200

/** What a figure was counted from, as far as whoever looks may read it. */
export function CountedPage(props: {
  readonly visit: Visit
  readonly breadcrumbs: readonly PageLink[]
  readonly measure: { readonly id: string; readonly title: string }
  readonly kind: CountedKind
  readonly period: Period
  /** The figure as it stands, with its state. */
  readonly figure: string
  /** Undefined where rows are for whoever gives the figures alone. */
  readonly rows: readonly CountedRow[] | undefined
}): JSX.Element {
  const { visit, breadcrumbs, measure, kind, period, figure, rows } = props
  const shown = rows?.slice(0, MOST) ?? []
  return (
    <Page visit={visit} title={`What was counted: ${measure.title}`} width="workspace" breadcrumbs={breadcrumbs} description={kind.meaning}>
      <PageHead caption={measure.title} title={`What was counted in ${periodWords(period)}`} lead={kind.meaning} />
      <p>
        The figure: <strong>{figure}</strong>. A record belongs to a period by {kind.day}.
      </p>
      {rows === undefined ? (
        <InsetText text="Small numbers are hidden here, so the records are listed for those who give the figures alone." />
      ) : shown.length === 0 ? (
        <EmptyState
          title={`None of the ${kind.rowsAre} is listed for you`}
          text={`The figure is counted from the whole record: ${kind.rowsAre} that only others may read count, too. Of this period there is none that you may read, so none is listed here.`}
        />
      ) : (
        <>
          <p class="gt-quiet">
            Listed are the {kind.rowsAre} that you may read, as they stand now
            {rows.length > MOST && `: the first ${MOST} of ${rows.length}`}. The figure is counted from the whole record.
          </p>
          <DataTable
            caption={`The ${kind.rowsAre} of ${periodWords(period)}`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Record' }, { heading: 'Day' }, { heading: 'How it counts' }, { heading: 'Counts as', numeric: true }]}
            rows={shown.map((row) => ({
              cells: [
                <a class="govuk-link" href={row.href}>
                  {row.title}
                </a>,
                dayInWords(row.on),
                row.said,
                countsAs(kind, row),
              ],
            }))}
          />
        </>
      )}
      <p>
        <a class="govuk-link" href={measurePaths.measure(measure.id)}>
          Back to the measure
        </a>
      </p>
    </Page>
  )
}

function countsAs({ gives }: CountedKind, { of, met }: CountedRow): string {
  if (of === 0) return 'Not counted'
  return gives === 'number' ? String(met) : `${met} of ${of}`
}
