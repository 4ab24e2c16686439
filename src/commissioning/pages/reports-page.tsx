import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { offerPaths, servicePaths } from '../paths.ts'
import type { OfferReport } from '../queries/directory.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** What was reported as wrong or missing, for the clerk. */
export interface ReportsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly reports: readonly OfferReport[]
  /** Titles of services by id. */
  readonly titles: ReadonlyMap<string, string>
}

/** What families reported about the early help offer, the open ones first (C3). */
export function ReportsPage({ visit, board, reports, titles }: ReportsPageProps): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Reports on the early help offer"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Services', href: servicePaths.ofBoard(board.slug) })}
    >
      <PageHead
        title="Reports on the early help offer"
        caption={board.name}
        lead="What somebody found wrong or missing. Only the clerk reads this."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {reports.length === 0 ? (
        <EmptyState title="Nothing was reported" text="What people send from the early help offer comes here." />
      ) : (
        <DataTable
          caption="Reports"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'About' }, { heading: 'What was said' }, { heading: 'Came in' }, { heading: 'What was done' }]}
          rows={reports.map((report) => ({
            cells: [
              report.service === undefined ? 'A missing service' : (titles.get(report.service) ?? 'A service'),
              report.said,
              dayInWords(dayOf(report.receivedAt)),
              report.settledOn === undefined ? (
                <a class="govuk-link" href={offerPaths.settle(report.id)}>
                  Settle this report<span class="govuk-visually-hidden">: {report.said.slice(0, 40)}</span>
                </a>
              ) : (
                `${dayInWords(report.settledOn)}: ${report.answer}`
              ),
            ],
          }))}
        />
      )}
    </Page>
  )
}

/** What somebody sees who has reported something. */
export function ReportedPage({ visit, board }: { readonly visit: Visit; readonly board: BoardName }): JSX.Element {
  return (
    <Page visit={visit} title="Thank you" breadcrumbs={[{ text: 'Early help offer', href: offerPaths.directory() }]}>
      <PageHead title="Thank you" lead={`${board.name} has what you sent, and looks at it.`} />
      <p class="govuk-body">
        <a class="govuk-link" href={offerPaths.directory()}>
          Back to the early help offer
        </a>
      </p>
    </Page>
  )
}
