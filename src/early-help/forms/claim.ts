import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, choices, formOf, longText, optionalLongText, parseForm, text, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { optionalMoney } from '#platform/web/money-field.ts'
import { claimEvidence, takenOutBecause } from '../rules/claim.ts'

const answerForm = z.object({ verdict: choice(['approved', 'returned']), because: optionalLongText(2000) })
const headingForm = z.object({
  heading: text(40),
  name: text(200),
  needs: choices(claimEvidence),
  holdDays: wholeNumber(0, 1095),
  price: optionalMoney(),
  startsOn: day(),
  source: text(500),
})
const takeOutForm = z.object({ kind: choice(takenOutBecause), because: longText(2000) })
const endForm = z.object({ heading: text(40), startsOn: day(), source: text(500) })

/** What another person says of a claim. */
export type AnswerClaimInput = z.output<typeof answerForm>
/** A heading under which progress is claimed, from a day on; the price in pence. */
export type ClaimHeadingInput = Omit<z.output<typeof headingForm>, 'price'> & { readonly price: bigint }

/** Reads of which quarter a claim is drawn; `quarters` are their first days. */
export function parseDrawClaim(quarters: readonly string[]): (body: FormBody) => Result<{ readonly quarter: string }, FieldProblem> {
  return formOf(z.object({ quarter: choice(quarters) }))
}

/** Under which heading nobody is claimed from a day on. */
export type EndClaimHeadingInput = z.output<typeof endForm>

/** Reads which heading ends, and from which day on. */
export const parseEndClaimHeading: (body: FormBody) => Result<EndClaimHeadingInput, FieldProblem> = formOf(endForm)

/** Why a family is taken out of a claim. */
export type TakeOutInput = z.output<typeof takeOutForm>

/** Reads why a family is taken out of a claim. */
export const parseTakeOut: (body: FormBody) => Result<TakeOutInput, FieldProblem> = formOf(takeOutForm)

/** Reads what is said of a claim, or of taking a family out of one; one that goes back says why. */
export function parseAnswerClaim(body: FormBody): Result<AnswerClaimInput, FieldProblem> {
  const parsed = parseForm(answerForm, body)
  if (!parsed.ok) return parsed
  const { verdict, because } = parsed.value
  if (verdict === 'returned' && because === undefined) return fail({ field: 'because', code: 'required' })
  if (verdict === 'approved' && because !== undefined) return fail({ field: 'because', code: 'approved-without-words' })
  return parsed
}

/** Reads a heading; a price of nothing is none, and more than a million pounds for one family is a slip. */
export function parseClaimHeading(body: FormBody): Result<ClaimHeadingInput, FieldProblem> {
  const parsed = parseForm(headingForm, body)
  if (!parsed.ok) return parsed
  const { price, ...heading } = parsed.value
  if (price === undefined) return fail({ field: 'price', code: 'required' })
  if (price > 100_000_000) return fail({ field: 'price', code: 'price-too-high' })
  return succeed({ ...heading, price: BigInt(price) })
}
