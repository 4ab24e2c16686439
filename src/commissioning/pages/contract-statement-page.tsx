import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { packagePaths } from '../payment-paths.ts'
import type { ContractMoney } from '../queries/contract-money.ts'
import type { ContractStatement } from '../queries/payment-runs.ts'
import { totalOf } from '../rules/split.ts'
import { pounds } from '../words/pence.ts'
import { ContractMoneyTable } from './contract-money.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** What was paid under a contract, run by run, with its files (C10). */
export function ContractStatementPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: { readonly id: string; readonly title: string }
  readonly rows: readonly ContractStatement[]
  readonly money: readonly ContractMoney[]
  readonly names: ReadonlyMap<string, string>
}): JSX.Element {
  const { visit, board, contract, rows, money, names } = props
  return (
    <Page
      visit={visit}
      title="Statement of the contract"
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Payment for packages', href: packagePaths.ofBoard(board.slug) },
        { text: contract.title, href: packagePaths.contract(contract.id) },
      )}
    >
      <PageHead
        title="Statement of the contract"
        caption={contract.title}
        lead={rows.length === 0 ? undefined : `Approved runs have paid ${pounds(totalOf(rows.map(({ pence }) => pence)))} so far.`}
      />
      {boardNavigation(board.slug, 'commissioning')}
      {rows.length === 0 ? (
        <EmptyState title="Nothing was paid yet" text="There is no approved run that you may know of." />
      ) : (
        <>
          <p class="govuk-body gt-actions">
            <a class="govuk-link" href={packagePaths.step(contract.id, 'statement.pdf')} download="">
              Download as PDF
            </a>{' '}
            <a class="govuk-link" href={packagePaths.step(contract.id, 'statement.csv')} download="">
              Download as CSV
            </a>
          </p>
          <Card title="Run by run" id="runs" flush>
            <DataTable
              caption="Approved runs"
              hideCaption
              narrow="stack"
              columns={[
                { heading: 'Run' },
                { heading: 'Provider' },
                { heading: 'For weeks that ended before' },
                { heading: 'Approved' },
                { heading: 'Packages', numeric: true },
                { heading: 'Sum', numeric: true },
              ]}
              rows={rows.map((row) => ({
                cells: [
                  <a class="govuk-link" href={packagePaths.statement(row.run, row.provider)}>
                    {row.takesBack === null ? `Run ${row.number}` : `Run ${row.number}, takes run ${row.takesBack} back`}
                  </a>,
                  names.get(row.provider) ?? 'A provider',
                  dayInWords(row.untilDay),
                  dayInWords(row.approvedOn),
                  String(row.packages),
                  pounds(row.pence),
                ],
              }))}
            />
          </Card>
        </>
      )}
      {money.length > 0 && (
        <Card title="In the ledger" id="ledger" flush>
          <ContractMoneyTable money={money} by="line" />
        </Card>
      )}
    </Page>
  )
}
