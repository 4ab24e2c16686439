import type { JSX } from 'hono/jsx/jsx-runtime'
import { type OwnBudget, ownBudgetWords } from '#meetings/public.ts'
import { Card } from '#platform/web/components/card.tsx'
import { moneyPaths } from '../money-paths.ts'
import type { PaperMoney } from '../queries/paper-money.ts'
import { totalOf } from '../rules/split.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from '../words/pence.ts'

/** Which money a report commits, on the page of its item, of its decision, and of the fund (C16). */
export function PaperMoneyCard(props: {
  readonly money: readonly PaperMoney[]
  /** Own budgets of organisations that the reports name. */
  readonly own: readonly OwnBudget[]
  /** Where the line is named, by report; none for whoever may not. */
  readonly links: readonly { readonly text: string; readonly href: string }[]
}): JSX.Element {
  const { money, own, links } = props
  return (
    <Card id="commits" title="Which money this commits">
      {(money.length > 0 || own.length === 0) && <PaperMoneyList money={money} />}
      {own.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {own.map((budget) => (
            <li>{ownBudgetWords(budget)}</li>
          ))}
        </ul>
      )}
      {links.map(({ text, href }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </p>
      ))}
    </Card>
  )
}

/** Fund, line, year and sum, and whether it is committed. */
export function PaperMoneyList({ money }: { readonly money: readonly PaperMoney[] }): JSX.Element {
  if (money.length === 0) return <p class="gt-missing">No budget line of a fund is named</p>
  return (
    <>
      <ul class="govuk-list govuk-list--bullet">
        {money.map(({ pence, line, lineTitle, fundTitle, year, decision }) => (
          <li>
            {pounds(pence)} out of{' '}
            <a class="govuk-link" href={moneyPaths.line(line)}>
              {lineTitle}
            </a>{' '}
            ({fundTitle}, {yearInWords(year)}).{' '}
            {decision === undefined ? (
              'Not decided: nothing is committed yet.'
            ) : (
              <>
                Committed by a{' '}
                <a class="govuk-link" href={`/decisions/${decision}`}>
                  decision<span class="govuk-visually-hidden">{` on ${lineTitle}`}</span>
                </a>
                .
              </>
            )}
          </li>
        ))}
      </ul>
      {money.length > 1 && <p class="govuk-body">Together {pounds(totalOf(money.map(({ pence }) => pence)))}.</p>}
    </>
  )
}
