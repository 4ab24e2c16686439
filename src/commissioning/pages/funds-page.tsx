import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths } from '../money-paths.ts'
import type { Fund, FundTotals } from '../queries/funds.ts'
import { yearInWords } from '../rules/year.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { fundKindWord } from '../words/money.ts'
import { poundsOr } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The funds of a board. */
export interface FundsPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly funds: readonly Fund[]
  readonly totals: ReadonlyMap<string, FundTotals>
  readonly year: number
  readonly mayAdd: boolean
}

/** Every fund of a board with what is given to it and spent of it this year (C5). */
export function FundsPage({ visit, board, funds, totals, year, mayAdd }: FundsPageProps): JSX.Element {
  const hasHidden = funds.some(({ sight }) => sight !== 'public')
  return (
    <Page visit={visit} title="Funds" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Funds"
        caption={board.name}
        lead="The money that partners put together: who gives it, what it is for and how much of it is spent."
        actions={
          mayAdd ? (
            <a class="govuk-button govuk-button--secondary" href={fundPaths.create(board.slug)}>
              Add a fund
            </a>
          ) : undefined
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {funds.length === 0 ? (
        <p class="govuk-body">No fund is recorded.</p>
      ) : (
        <DataTable
          caption={`Funds in ${yearInWords(year)}`}
          narrow="stack"
          columns={[
            { heading: 'Fund' },
            { heading: 'Kind' },
            { heading: 'Held by' },
            { heading: 'Given', numeric: true },
            { heading: 'Spent so far', numeric: true },
            ...(hasHidden ? [{ heading: 'Who may see it' }] : []),
          ]}
          rows={funds.map((fund) => ({
            cells: [
              <a class="govuk-link" href={fundPaths.fund(fund.id)}>
                {fund.title}
              </a>,
              fundKindWord[fund.kind],
              fund.hostName,
              poundsOr(totals.get(fund.id)?.given ?? null, 'Not recorded'),
              poundsOr(totals.get(fund.id)?.spent ?? null, 'Not recorded'),
              ...(hasHidden ? [sightWords[fund.sight]] : []),
            ],
          }))}
        />
      )}
      {funds.length > 0 && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={fundPaths.flow(board.slug)}>
            Where all of this money goes
          </a>
        </p>
      )}
    </Page>
  )
}
