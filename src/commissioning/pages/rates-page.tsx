import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { providerPaths } from '../contract-paths.ts'
import type { ComparedRate, RateSpread } from '../rules/rate-comparison.ts'
import { pounds } from '../words/pence.ts'
import { rateVatWords, unitWords } from '../words/provider.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

const whatFor = ({ unit, needBand, area, vat }: Pick<ComparedRate, 'unit' | 'needBand' | 'area' | 'vat'>): string =>
  `${needBand}, ${unitWords[unit] ?? unit}, ${area === '' ? 'everywhere' : area}; ${(rateVatWords[vat] ?? vat).toLowerCase()}`

/** What the commissioners of a board pay the same provider for the same, and how far rates lie apart: for those who commission alone (C11). */
export function RatesPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly compared: readonly (ComparedRate & { readonly name: string })[]
  readonly spreads: readonly RateSpread[]
  /** From how many rates on a spread is told. */
  readonly fewest: number
}): JSX.Element {
  const { visit, board, compared, spreads, fewest } = props
  const several = compared.filter(({ difference }) => difference !== undefined)
  const differ = several.filter(({ difference }) => difference !== 0n).length
  return (
    <Page
      visit={visit}
      title="What each commissioner pays"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Providers', href: providerPaths.ofBoard(board.slug) })}
    >
      <PageHead
        title="What each commissioner pays"
        caption={board.name}
        lead="Rates of today, side by side only where unit, need, area and VAT are the same. Providers never see this page."
      />
      {boardNavigation(board.slug, 'commissioning')}
      {compared.length === 0 ? (
        <EmptyState title="No rates to compare" text="None is recorded that you may see." />
      ) : (
        <>
          <p class="govuk-body">
            {several.length === 0
              ? 'No provider is paid by more than one commissioner for the same.'
              : `${several.length === 1 ? 'One rate is' : `${several.length} rates are`} paid by more than one commissioner; ${differ === 0 ? 'none differs' : differ === 1 ? 'one differs' : `${differ} differ`}.`}
          </p>
          <Card title="Provider by provider" id="providers" flush>
            <DataTable
              caption="Rates, provider by provider"
              hideCaption
              narrow="stack"
              columns={[
                { heading: 'Provider' },
                { heading: 'For' },
                { heading: 'Who pays what' },
                { heading: 'Difference', numeric: true },
              ]}
              rows={compared.map((one) => ({
                cells: [
                  <a class="govuk-link" href={providerPaths.provider(one.provider)}>
                    {one.name}
                  </a>,
                  whatFor(one),
                  one.paid.map(({ commissioner, pence }) => `${commissioner} ${pounds(pence)}`).join(', '),
                  one.difference === undefined ? 'One commissioner alone' : one.difference === 0n ? 'The same' : pounds(one.difference),
                ],
              }))}
            />
          </Card>
          <Card title="How far rates lie apart" id="spread" flush>
            <DataTable
              caption="How far rates for the same lie apart"
              hideCaption
              narrow="stack"
              columns={[{ heading: 'For' }, { heading: 'Rates', numeric: true }, { heading: 'Lowest, middle, highest' }]}
              rows={spreads.map((one) => ({
                cells: [
                  whatFor(one),
                  String(one.rates),
                  one.lowest === undefined || one.middle === undefined || one.highest === undefined
                    ? `Fewer than ${fewest}: not told`
                    : `${pounds(one.lowest)}, ${pounds(one.middle)}, ${pounds(one.highest)}`,
                ],
              }))}
            />
          </Card>
        </>
      )}
    </Page>
  )
}
