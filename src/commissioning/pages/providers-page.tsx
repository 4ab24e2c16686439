import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Pager } from '#platform/web/components/pager.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, providerPaths } from '../contract-paths.ts'
import type { Provider } from '../queries/providers.ts'
import { schemeWords, vcseWords } from '../words/provider.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** One page of the register of providers. */
export interface ProvidersPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly providers: readonly Provider[]
  /** How many there are in all, and how many of them are voluntary or community organisations. */
  readonly total: number
  readonly vcse: number
  /** How many with a contract in force have one from more than one commissioner. */
  readonly shared: { readonly shared: number; readonly of: number }
  readonly mayCompare: boolean
  readonly page: number
  readonly pages: number
  readonly mayAdd: boolean
}

/** Everybody who provides for the partners: one record for every commissioner (C11). */
export function ProvidersPage(props: ProvidersPageProps): JSX.Element {
  const { visit, board, providers, total, vcse, shared, mayCompare, page, pages, mayAdd } = props
  return (
    <Page
      visit={visit}
      title="Providers"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) })}
    >
      <PageHead
        title="Providers"
        caption={board.name}
        lead="One record for every commissioner. Bank details are not kept here."
        actions={
          mayAdd && (
            <a class="govuk-button" href={providerPaths.create(board.slug)}>
              Add a provider
            </a>
          )
        }
      />
      {boardNavigation(board.slug, 'commissioning')}
      {total === 0 ? (
        <EmptyState title="No providers yet" text="The clerk of the board adds them." />
      ) : (
        <>
          <p class="govuk-body">{`${total} providers, of which ${vcse} are known to be voluntary, community or social enterprises.`}</p>
          <p class="govuk-body">
            {shared.of === 0
              ? 'Whether any is commissioned by more than one partner is not known: no contract in force can be seen.'
              : `${shared.shared} of the ${shared.of} with a contract in force are commissioned by more than one partner.`}
          </p>
          {mayCompare && (
            <p class="govuk-body">
              <a class="govuk-link" href={providerPaths.rates(board.slug)}>
                What each commissioner pays, compared
              </a>
            </p>
          )}
          <DataTable
            caption="Providers"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Provider' }, { heading: 'Numbers' }, { heading: 'Voluntary or community' }]}
            rows={providers.map(({ id, name, identifiers, vcse: is, vcseSource }) => ({
              cells: [
                <a class="govuk-link" href={providerPaths.provider(id)}>
                  {name}
                </a>,
                identifiers.length === 0
                  ? 'None recorded'
                  : identifiers.map(({ scheme, value }) => `${schemeWords[scheme]} ${value}`).join('; '),
                vcseSource === '' ? vcseWords[is] : `${vcseWords[is]}: ${vcseSource}`,
              ],
            }))}
          />
          <Pager page={page} pages={pages} hrefOf={(to) => `${providerPaths.ofBoard(board.slug)}?page=${to}`} label="Providers" />
        </>
      )}
    </Page>
  )
}
