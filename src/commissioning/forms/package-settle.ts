import { z } from 'zod'
import { day } from '#platform/web/day-fields.ts'
import { choice, field, formOf, longText, optionalUuid, postedText, uuid } from '#platform/web/fields.ts'
import { anySum, optionalSum } from './pence.ts'

/** The amount that a form was made from: whole pence, kept in a hidden field. */
const wholePence = () =>
  field<bigint>((posted) => {
    const typed = postedText(posted)
    return /^\d{1,15}$/.test(typed) ? { value: BigInt(typed) } : { code: 'review-gone' }
  })

const reviewForm = z.object({
  ofPence: wholePence(),
  outcome: choice(['accepted', 'corrected', 'refused']),
  amount: optionalSum(),
  because: longText(2000),
})
const payerForm = z.object({ startsOn: day(), payer: uuid(), line: optionalUuid(), area: optionalUuid(), because: longText(2000) })
const backForm = z.object({ because: longText(2000) })
const commitmentForm = z.object({ contract: uuid(), amount: anySum(), onDay: day(), because: longText(2000) })

/** What was found of an amount that was to be looked at. */
export type ReviewInput = z.output<typeof reviewForm>
/** Who pays for a package from a day on. */
export type PayerInput = z.output<typeof payerForm>
/** What is committed for a contract, or taken back from it. */
export type CommitmentInput = z.output<typeof commitmentForm>

/** Reads what was found of an amount. */
export const parseReview = formOf(reviewForm)
/** Reads who pays from a day on. */
export const parsePayer = formOf(payerForm)
/** Reads why something is taken back. */
export const parseBack = formOf(backForm)
/** Reads what is committed. */
export const parseCommitment = formOf(commitmentForm)
