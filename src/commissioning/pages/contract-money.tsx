import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { contractPaths } from '../contract-paths.ts'
import { moneyPaths } from '../money-paths.ts'
import type { ContractMoney, findContractsOfFund } from '../queries/contract-money.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds, poundsOr } from '../words/pence.ts'

/** Committed, paid and left: of a contract by its budget lines, or of a line by its contracts. */
export function ContractMoneyTable({
  money,
  by,
}: {
  readonly money: readonly ContractMoney[]
  readonly by: 'line' | 'contract'
}): JSX.Element {
  return (
    <DataTable
      caption="Committed, paid and left"
      hideCaption
      narrow="stack"
      columns={[
        { heading: by === 'line' ? 'Budget line' : 'Contract' },
        ...(by === 'line' ? [{ heading: 'Fund and year' }] : []),
        { heading: 'Committed', numeric: true },
        { heading: 'Paid', numeric: true },
        { heading: 'Left', numeric: true },
      ]}
      rows={money.map((one) => ({
        cells: [
          by === 'line' ? (
            <a class="govuk-link" href={moneyPaths.line(one.line)}>
              {one.lineTitle}
            </a>
          ) : (
            <a class="govuk-link" href={contractPaths.contract(one.contract)}>
              {one.contractTitle}
            </a>
          ),
          ...(by === 'line' ? [`${one.fundTitle}, ${yearInWords(one.year)}`] : []),
          poundsOr(one.committed, 'Not committed'),
          pounds(one.paid),
          leftWords(one.left),
        ],
      }))}
    />
  )
}

/** More paid than committed is said in words and never by a sign alone. */
function leftWords(left: bigint | null): string {
  if (left === null) return 'Not committed'
  return left < 0n ? `${pounds(-left)} more paid than committed` : pounds(left)
}

/** The contracts that lines of a fund pay, with those lines. */
export function ContractsPaid({ contracts }: { readonly contracts: Awaited<ReturnType<typeof findContractsOfFund>> }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--spaced">
      {contracts.map(({ id, title, lines }) => (
        <li>
          <a class="govuk-link" href={contractPaths.contract(id)}>
            {title}
          </a>
          {`, out of ${lines.length === 1 ? 'the line' : 'the lines'} `}
          {lines.map((line, place) => (
            <>
              {place === 0 ? '' : ', '}
              <a class="govuk-link" href={moneyPaths.line(line.id)}>
                {line.title}
              </a>
            </>
          ))}
        </li>
      ))}
    </ul>
  )
}
