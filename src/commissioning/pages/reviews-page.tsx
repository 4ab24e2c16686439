import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { packagePaths } from '../payment-paths.ts'
import type { CarePackage } from '../queries/packages.ts'
import type { PackageReview } from '../queries/pay-facts.ts'
import { reviewWords, weekWords } from '../words/payment.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** Amounts of a contract that somebody has to look at, and those that were settled (C10). */
export function ReviewsPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly contract: { readonly id: string; readonly title: string }
  readonly open: readonly { readonly of: CarePackage; readonly week: number; readonly pence: bigint }[]
  readonly settled: readonly PackageReview[]
  readonly packages: ReadonlyMap<string, CarePackage>
}): JSX.Element {
  const { visit, board, contract, open, settled, packages } = props
  return (
    <Page
      visit={visit}
      title="Amounts to be looked at"
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Payment for packages', href: packagePaths.ofBoard(board.slug) },
        { text: contract.title, href: packagePaths.contract(contract.id) },
      )}
    >
      <PageHead
        title="Amounts to be looked at"
        caption={contract.title}
        lead="More care was needed again, or another outcome came: the terms leave it to a person. Somebody who did not report the week accepts, corrects or refuses."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {open.length === 0 ? (
        <EmptyState title="Nothing waits" text="No amount is to be looked at." />
      ) : (
        <Card title="Waiting" id="waiting" flush>
          <DataTable
            caption="Amounts that wait"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Package' },
              { heading: 'Week' },
              { heading: 'As it would be paid', numeric: true },
              { heading: 'Settle' },
            ]}
            rows={open.map(({ of, week, pence }) => ({
              cells: [
                <a class="govuk-link" href={packagePaths.package(of.id)}>
                  {of.reference}
                </a>,
                weekWords(of.startsOn, week),
                pounds(pence),
                <a class="govuk-link" href={packagePaths.review(of.id, week)}>
                  Look at it<span class="govuk-visually-hidden">{`: ${of.reference}, week ${week}`}</span>
                </a>,
              ],
            }))}
          />
        </Card>
      )}
      {settled.length > 0 && (
        <Card title="Settled" id="settled" flush>
          <DataTable
            caption="Amounts that were settled"
            hideCaption
            narrow="stack"
            columns={[
              { heading: 'Package' },
              { heading: 'Week', numeric: true },
              { heading: 'What was found' },
              { heading: 'Why' },
              { heading: 'When' },
            ]}
            rows={settled.map((one) => ({
              cells: [
                packages.get(one.package)?.reference ?? '',
                String(one.week),
                reviewWords(one),
                one.because,
                dayInWords(one.decidedOn),
              ],
            }))}
          />
        </Card>
      )}
    </Page>
  )
}
