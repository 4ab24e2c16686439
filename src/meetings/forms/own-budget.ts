import { z } from 'zod'
import { optionalDay } from '#platform/web/day-fields.ts'
import { formOf, optionalText, text, uuid, wholeNumber } from '#platform/web/fields.ts'
import { optionalMoney } from '#platform/web/money-field.ts'

const ownBudgetForm = z.object({
  ...{ organisation: uuid(), title: text(200), year: wholeNumber(2000, 2100), amount: optionalMoney(), holder: text(200) },
  ...{ confirmedBy: optionalText(200), confirmedOn: optionalDay() },
})

/** An own budget out of which a report commits money; without a sum it is taken off the report. */
export type OwnBudgetInput = z.output<typeof ownBudgetForm>
/** Reads out of which own budget a report commits how much. */
export const parseOwnBudget = formOf(ownBudgetForm)
