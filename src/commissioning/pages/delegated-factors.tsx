import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import type { BudgetHolder, NamedFactor } from '../queries/delegated.ts'

/** By what a delegated budget is divided: weights, values, and the edition of each source (C14). */
export function BudgetFactors({
  factors,
  holders,
}: {
  readonly factors: readonly NamedFactor[]
  readonly holders: readonly BudgetHolder[]
}): JSX.Element {
  return (
    <Card title="By what it is divided" id="factors">
      {factors.length === 0 ? (
        <p class="govuk-body">Nobody has said yet.</p>
      ) : (
        <>
          <p class="govuk-body">
            Each factor is worth its weight, and each holder gets its part of each factor. Everything is worked in whole numbers and split
            once to the penny: what is left over goes to the largest fractions.
          </p>
          <DataTable
            caption="Factors and figures"
            hideCaption
            columns={[
              { heading: 'Factor' },
              { heading: 'Weight', numeric: true },
              ...holders.map(({ name }) => ({ heading: name, numeric: true })),
              { heading: 'Source' },
            ]}
            rows={factors.map(({ name, weight, values, source, datedOn }) => ({
              cells: [
                name,
                String(weight),
                ...holders.map(({ id }) => values.get(id)?.toLocaleString('en-GB') ?? 'Not known'),
                `${source}, ${dayInWords(datedOn)}`,
              ],
            }))}
          />
        </>
      )}
    </Card>
  )
}
