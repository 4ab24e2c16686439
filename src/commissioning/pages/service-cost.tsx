import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { moneyPaths } from '../money-paths.ts'
import type { BudgetLine } from '../queries/fund-money.ts'
import { costOf, spentOf } from '../rules/line.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { poundsOr } from '../words/pence.ts'
import { footWords } from './fund-summary.tsx'

/** What a service costs this year: the budget, what is spent and what is committed of its budget lines that one may see (C2); what is missing is said. */
export function ServiceCost({ lines, today }: { readonly lines: readonly BudgetLine[]; readonly today: Temporal.PlainDate }): JSX.Element {
  const year = yearInWords(yearOf(today))
  const { budget, spent, committed } = costOf(lines)
  const words = (total: typeof budget) => footWords(total, lines.length).toLowerCase()
  return (
    <Card title={`What it costs in ${year}`} id="cost">
      {lines.length === 0 ? (
        <p class="govuk-body">
          {`No budget line of ${year} names this service, of those that you may see. It may be paid out of a line for several things.`}
        </p>
      ) : (
        <>
          <p class="govuk-body">{`Budget: ${words(budget)}. Spent so far: ${words(spent)}. Committed: ${words(committed)}.`}</p>
          <DataTable
            caption={`Its budget lines of ${year}`}
            narrow="stack"
            columns={[
              { heading: 'Budget line' },
              { heading: 'Managed by' },
              { heading: 'Budget', numeric: true },
              { heading: 'Spent so far', numeric: true },
              { heading: 'Committed', numeric: true },
            ]}
            rows={lines.map((line) => ({
              cells: [
                <a class="govuk-link" href={moneyPaths.line(line.id)}>
                  {line.title}
                </a>,
                line.managedByName,
                poundsOr(line.original === null ? null : line.original + line.moved),
                poundsOr(spentOf(line), 'Not recorded'),
                poundsOr(line.commitment, 'Not recorded'),
              ],
            }))}
          />
        </>
      )}
    </Card>
  )
}
