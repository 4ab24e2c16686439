import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { meetingPaths } from '../paths.ts'
import type { OwnBudget } from '../rules/own-budget.ts'
import { ownBudgetWords } from '../words/own-budget.ts'

/** What the card of own budgets shows. */
export interface OwnBudgetsProps {
  readonly paper: string
  readonly budgets: readonly OwnBudget[]
  readonly commitsMoney: boolean
  /** Whether whoever looks may name one, and the report is still written or checked. */
  readonly mayName: boolean
}

/** Out of which own budgets a report commits money, on its page (C16); nothing where it commits none. */
export function OwnBudgets({ paper, budgets, commitsMoney, mayName }: OwnBudgetsProps): JSX.Element | null {
  if (budgets.length === 0 && !commitsMoney) return null
  return (
    <Card title="Own budgets that pay" id="own-budgets">
      {budgets.length === 0 ? (
        <p class="gt-missing">No own budget of an organisation is named</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {budgets.map((budget) => (
            <li>{ownBudgetWords(budget)}</li>
          ))}
        </ul>
      )}
      {mayName && (
        <p class="govuk-body">
          The item commits money: before the paper is cleared it names a budget line of a fund, on the page of its item, or an own budget.{' '}
          <a class="govuk-link" href={meetingPaths.ownBudgets(paper)}>
            Name an own budget
          </a>
        </p>
      )}
    </Card>
  )
}
