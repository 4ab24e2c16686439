import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  postedText,
  text,
  ticked,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { PaymentTerms } from '../rules/payment-terms.ts'
import { termsFields, termsOf } from './payment-terms.ts'
import { optionalSum } from './pence.ts'

const reference = () =>
  field<string>((posted) => {
    const typed = postedText(posted).trim().toUpperCase()
    if (typed === '') return { code: 'required' }
    return /^[A-Z]{1,4}-\d{1,8}$/.test(typed) ? { value: typed } : { code: 'reference-expected' }
  })

const mechanismForm = z.object({
  title: text(120),
  startsOn: day(),
  ...termsFields(),
  countsLast: ticked(),
  absentWeeks: wholeNumber(0, 104),
  hospitalWeeks: wholeNumber(0, 104),
  restart: choice(['continue', 'anew']),
  laterOutcome: choice(['keep', 'revert', 'review']),
  exitWeeks: wholeNumber(0, 104),
  outcome: longText(2000),
  evidence: longText(2000),
  cap: optionalSum(),
  minimum: optionalSum(),
  model: optionalUuid(),
})
const packageForm = z.object({
  reference: reference(),
  provider: uuid(),
  agreedMinutes: wholeNumber(0, 10_080),
  startsOn: day(),
  line: optionalUuid(),
  follows: optionalUuid(),
})
const endForm = z.object({ endsOn: day(), version: version() })
const deliveryForm = z.object({
  week: wholeNumber(1, 520),
  minutes: wholeNumber(0, 10_080),
  absent: optionalWholeNumber(0, 10_080),
  hospital: optionalWholeNumber(0, 10_080),
})
const outcomeForm = z.object({
  week: wholeNumber(1, 520),
  agreedUser: optionalDay(),
  agreedProvider: optionalDay(),
  agreedCommissioner: optionalDay(),
  evidence: optionalLongText(2000),
  confirmedOn: optionalDay(),
  reviewedOn: optionalDay(),
  review: optionalLongText(2000),
  appealedOn: optionalDay(),
  appeal: optionalLongText(2000),
  settledOn: optionalDay(),
  settled: optionalChoice(['stands', 'falls']),
  version: optionalWholeNumber(1, 1_000_000),
})
const runForm = z.object({ untilDay: day() })
const versionForm = z.object({ version: version() })

type TypedMechanism = z.output<typeof mechanismForm>
/** A version of how packages are paid, as it is typed. */
export type MechanismInput = Omit<TypedMechanism, keyof ReturnType<typeof termsFields>> & { readonly terms: PaymentTerms }
/** A package as it is typed. */
export type PackageInput = z.output<typeof packageForm>
/** When a package ended. */
export type EndPackageInput = z.output<typeof endForm>
/** What was delivered in a week. */
export type DeliveryInput = z.output<typeof deliveryForm>
/** An outcome as far as it has come. */
export type PackageOutcomeInput = z.output<typeof outcomeForm>

/** Reads a version of how packages are paid. */
export function parseMechanism(body: FormBody): Result<MechanismInput, FieldProblem> {
  const read = parseForm(mechanismForm, body)
  if (!read.ok) return read
  const { value } = read
  if (value.cap === 0n) return fail({ field: 'cap', code: 'sum-above-nothing' })
  if (value.minimum === 0n) return fail({ field: 'minimum', code: 'sum-above-nothing' })
  const terms = termsOf(value)
  return terms.ok ? succeed({ ...value, terms: terms.value }) : terms
}
/** Reads a package. */
export const parsePackage = formOf(packageForm)
/** Reads when a package ended. */
export const parseEndPackage = formOf(endForm)
/** Reads what was delivered. */
export const parseDelivery = formOf(deliveryForm)
/** Reads an outcome. */
export const parsePackageOutcome = formOf(outcomeForm)
/** Reads until when a run pays. */
export const parseRun = formOf(runForm)
/** Reads the version of what a button was made from. */
export const parseVersion = formOf(versionForm)
