import { moneyInWords } from '#platform/money.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { OwnBudget } from '../rules/own-budget.ts'

/** A financial year as people write it: '2026-27'. */
export const budgetYearWords = (year: number): string => `${year}-${String((year + 1) % 100).padStart(2, '0')}`

/** The financial year of a day, by the calendar year in which it begins. */
export const yearOfBudget = ({ month, year }: Temporal.PlainDate): number => (month >= 4 ? year : year - 1)

/** An own budget in a sentence: how much out of which budget of whom, who holds it, and who confirmed that the money is there. */
export function ownBudgetWords(budget: OwnBudget): string {
  const { pence, title, organisationName, year, holder, confirmedBy, confirmedOn } = budget
  const said =
    confirmedOn === undefined
      ? 'Nobody has confirmed yet that the money is there.'
      : `${confirmedBy} confirmed on ${dayInWords(confirmedOn)} that the money is there.`
  return `${moneyInWords(Number(pence))} out of “${title}” of ${organisationName}, ${budgetYearWords(year)}, held by: ${holder}. ${said}`
}
