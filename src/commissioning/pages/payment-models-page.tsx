import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { paymentModelPaths } from '../payment-paths.ts'
import type { PaymentModel } from '../queries/payment-models.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** The models of payment of a board. */
export function PaymentModelsPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly models: readonly PaymentModel[]
  readonly mayAdd: boolean
}): JSX.Element {
  const { visit, board, models, mayAdd } = props
  return (
    <Page visit={visit} title="Models of payment" width="workspace" breadcrumbs={crumbsOf(board)}>
      <PageHead
        title="Models of payment"
        caption={board.name}
        lead="What a year of packages would cost under each way of paying for them, before one is chosen. Every assumption is written down."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {mayAdd && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={paymentModelPaths.create(board.slug)}>
            Begin a model
          </a>
        </p>
      )}
      {models.length === 0 ? (
        <EmptyState title="No model yet" text="Nothing has been modelled, or nothing that you may see." />
      ) : (
        <DataTable
          caption="Models of payment"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Model' }, { heading: 'Lead commissioner' }, { heading: 'How it stands' }]}
          rows={models.map(({ id, title, leadName, chosen }) => ({
            cells: [
              <a class="govuk-link" href={paymentModelPaths.model(id)}>
                {title}
              </a>,
              leadName,
              chosen === undefined ? 'Nothing is chosen yet' : 'A mechanism was chosen by it',
            ],
          }))}
        />
      )}
    </Page>
  )
}
