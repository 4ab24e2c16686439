import { z } from 'zod'
import { penceOf } from '#platform/money.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  longText,
  optionalChoice,
  optionalLongText,
  parseForm,
  postedText,
  text,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { type ClaimKind, claimKinds, tenthMilesOf, type Vehicle, vehicles } from '../rules/expenses.ts'

/** The largest single claim: £10,000. */
const MOST_CLAIMED = 1_000_000
/** The largest budget of a year: £1,000,000. */
const MOST_GIVEN = 100_000_000

/** A sum of money in pence, or nothing: undefined. */
function optionalSum(most: number): z.ZodType<number | undefined> {
  return field<number | undefined>((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { value: undefined }
    const pence = penceOf(typed)
    return pence === undefined || pence > most ? { code: 'claim-sum-expected' } : { value: pence }
  })
}

/** Miles in tenths, or nothing: undefined. */
const optionalMiles = field<number | undefined>((posted) => {
  const typed = postedText(posted).trim()
  if (typed === '') return { value: undefined }
  const tenths = tenthMilesOf(typed)
  return tenths === undefined ? { code: 'miles-expected' } : { value: tenths }
})

const claimForm = z.object({
  kind: choice(claimKinds),
  spentOn: day(),
  words: longText(500),
  vehicle: optionalChoice(vehicles),
  miles: optionalMiles,
  sum: optionalSum(MOST_CLAIMED),
})

/** A claim as it was typed, without its receipt. */
export interface TypedClaim {
  readonly kind: ClaimKind
  readonly spentOn: Temporal.PlainDate
  readonly words: string
  readonly miles: { readonly vehicle: Vehicle; readonly tenths: number } | undefined
  readonly pence: number | undefined
}

/** Reads a claim: miles need a vehicle and a distance, everything else needs a sum. */
export function parseClaim(body: FormBody): Result<TypedClaim, FieldProblem> {
  const parsed = parseForm(claimForm, body)
  if (!parsed.ok) return parsed
  const { kind, spentOn, words, vehicle, miles, sum } = parsed.value
  const common = { kind, spentOn, words }
  if (kind !== 'mileage') {
    if (sum === undefined || sum === 0) return fail({ field: 'sum', code: 'sum-missing' })
    return succeed({ ...common, miles: undefined, pence: sum })
  }
  if (vehicle === undefined) return fail({ field: 'vehicle', code: 'choice-missing' })
  if (miles === undefined) return fail({ field: 'miles', code: 'miles-expected' })
  return succeed({ ...common, miles: { vehicle, tenths: miles }, pence: undefined })
}

/** The version of the claim that a form was made from. */
export const claimVersion = z.object({ version: version() })

/** What an approver says. */
export const settleForm = z
  .object({ outcome: choice(['approved', 'returned']), reason: optionalLongText(500), version: version() })
  .transform(({ reason, ...rest }) => ({ ...rest, reason: reason ?? '' }))

/** That a claim was paid. */
export const paidForm = z.object({ paidOn: day(), reference: text(80), version: version() })

/** A budget; the version is 0 where there was none. */
export const budgetForm = z.object({
  sum: field((posted) => {
    const pence = penceOf(postedText(posted))
    return pence === undefined || pence > MOST_GIVEN ? { code: 'claim-sum-expected' } : { value: pence }
  }),
})

/** Somebody who is to approve. */
export const approverForm = z.object({ person: uuid(), namedIn: text(200), startsOn: day() })
