import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  text,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { PaymentTerms } from '../rules/payment-terms.ts'
import { lengthsField, termsFields, termsOf } from './payment-terms.ts'

const modelForm = z.object({
  title: text(200),
  lead: uuid(),
  strategy: optionalUuid(),
  startsOn: day(),
  weeks: wholeNumber(4, 104),
  starts: choice(['evenly', 'at-once']),
  sources: longText(4000),
})
const changedModelForm = modelForm.extend({ version: version() })
const cohortForm = z.object({
  title: text(120),
  packages: wholeNumber(1, 100_000),
  minutesBefore: wholeNumber(1, 10_080),
  minutesAt: wholeNumber(0, 10_080),
  minutesAfter: wholeNumber(0, 10_080),
  outcomeWeek: wholeNumber(1, 104),
  lengths: lengthsField(),
})
const optionForm = z.object({ title: text(120), ...termsFields() })
const chooseForm = z.object({ option: uuid(), because: longText(2000), version: version() })

/** A model as it is typed. */
export type ModelInput = z.output<typeof modelForm>
/** The same with the version that the form was made from. */
export type ChangedModelInput = z.output<typeof changedModelForm>
/** A cohort as it is typed. */
export type CohortInput = z.output<typeof cohortForm>
/** A mechanism with the share of outcomes that is assumed under it, by cohort; one that was left empty is not assumed. */
export interface ModelOptionInput {
  readonly title: string
  readonly terms: PaymentTerms
  readonly percents: ReadonlyMap<string, number>
}
/** Who pays, by weight. */
export type PayersInput = readonly { readonly organisation: string; readonly weight: number }[]
/** Which mechanism was chosen, and why. */
export type ChooseInput = z.output<typeof chooseForm>

/** Reads the form of a new model. */
export const parseModel = formOf(modelForm)
/** Reads the form of a model that is changed. */
export const parseChangedModel = formOf(changedModelForm)
/** Reads a cohort. */
export const parseCohort = formOf(cohortForm)
/** Reads which mechanism was chosen. */
export const parseChoose = formOf(chooseForm)

/** Reads a mechanism with a share of outcomes for each cohort. */
export function parseModelOption(cohorts: readonly string[]): (body: FormBody) => Result<ModelOptionInput, FieldProblem> {
  const shares = z.object(Object.fromEntries(cohorts.map((id) => [`percent-${id}`, optionalWholeNumber(0, 100)])))
  return (body) => {
    const [read, percents] = [parseForm(optionForm, body), parseForm(shares, body)]
    if (!read.ok) return read
    if (!percents.ok) return percents
    const terms = termsOf(read.value)
    if (!terms.ok) return terms
    const typed = cohorts.flatMap((id) => {
      const percent = percents.value[`percent-${id}`]
      return percent === undefined ? [] : [[id, percent] as const]
    })
    return succeed({ title: read.value.title, terms: terms.value, percents: new Map(typed) })
  }
}

/** How many payers the form has room for. */
export const PAYERS = 5
const places = Array.from({ length: PAYERS }, (_, place) => place + 1)
const payersForm = z.object({
  ...Object.fromEntries(places.map((place) => [`organisation-${place}`, optionalUuid()])),
  ...Object.fromEntries(places.map((place) => [`weight-${place}`, optionalWholeNumber(1, 1_000_000)])),
})

/** Reads who pays: pairs of organisation and weight; empty pairs are left out. */
export function parsePayers(body: FormBody): Result<PayersInput, FieldProblem> {
  const read = parseForm(payersForm, body)
  if (!read.ok) return read
  const typed = read.value as Readonly<Record<string, string | number | undefined>>
  const payers: { readonly organisation: string; readonly weight: number }[] = []
  for (const place of places) {
    const [organisation, weight] = [typed[`organisation-${place}`], typed[`weight-${place}`]]
    if ((organisation === undefined) !== (weight === undefined)) return fail({ field: `weight-${place}`, code: 'payer-half' })
    if (typeof organisation !== 'string' || typeof weight !== 'number') continue
    if (payers.some((one) => one.organisation === organisation)) return fail({ field: `organisation-${place}`, code: 'payer-twice' })
    payers.push({ organisation, weight })
  }
  return succeed(payers)
}
