import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { formOf, text, wholeNumber } from '#platform/web/fields.ts'

const driftRuleForm = z.object({
  openMonths: wholeNumber(1, 60),
  reviews: wholeNumber(1, 50),
  closedDays: wholeNumber(1, 366),
  startsOn: day(),
  source: text(500),
})

/** From when on something is drift, from a day on. */
export type DriftRuleInput = z.output<typeof driftRuleForm>
/** Reads it. */
export const parseDriftRule = formOf(driftRuleForm)
