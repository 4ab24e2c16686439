import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalText,
  optionalUuid,
  parseForm,
  text,
  ticked,
  uuid,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { identifierSchemes } from '../rules/provider.ts'
import { sumAboveNothing } from './pence.ts'

const newProviderForm = z.object({
  organisation: optionalUuid(),
  name: optionalText(200),
  another: ticked(),
  vcse: choice(['yes', 'no', 'not-known']),
  vcseSource: optionalText(300),
  note: optionalText(500),
})
const providerForm = z.object({
  vcse: choice(['yes', 'no', 'not-known']),
  vcseSource: optionalText(300),
  note: optionalText(500),
  version: version(),
})
const identifierForm = z.object({
  scheme: choice(identifierSchemes),
  value: text(40),
  source: text(200),
  startsOn: day(),
  lastDay: optionalDay(),
})
const relationForm = z.object({ commissioner: uuid(), startsOn: day(), note: optionalText(500) })
const signInForm = z.object({ person: uuid(), startsOn: day() })
const endSignInForm = z.object({ lastDay: day() })
const contactForm = z.object({
  name: text(200),
  post: optionalText(200),
  email: optionalText(200),
  phone: optionalText(40),
  startsOn: day(),
})
const rateForm = z.object({
  unit: choice(['hour', 'night', 'day', 'week', 'session', 'place']),
  needBand: text(60),
  area: optionalUuid(),
  vat: choice(['standard', 'none']),
  amount: sumAboveNothing(),
  startsOn: day(),
  lastDay: optionalDay(),
})
const letterForm = z.object({ year: wholeNumber(2000, 2100) })
const answerForm = z.object({ answer: longText(2000), version: version() })

/** A new provider: an organisation that is known, or a new one by its name. */
export type NewProviderInput = z.output<typeof newProviderForm>
/** What is recorded of a provider. */
export type ProviderInput = z.output<typeof providerForm>
/** A number in a public list. */
export type IdentifierInput = z.output<typeof identifierForm>
/** What a commissioner has to do with it. */
export type RelationInput = z.output<typeof relationForm>
/** Who signs in for it. */
export type SignInInput = z.output<typeof signInForm>
/** Whom one writes to. */
export type ContactInput = z.output<typeof contactForm>
/** What one pays. */
export type RateInput = z.output<typeof rateForm>
/** For which year a letter is made. */
export type LetterInput = z.output<typeof letterForm>
/** The answer to a notice of poor performance. */
export type AnswerInput = z.output<typeof answerForm>
/** What a provider reports for periods: by the key of the field, the figure or undefined, and the words. */
export interface ReportInput {
  readonly figures: ReadonlyMap<string, { readonly value: string | undefined; readonly said: string | undefined }>
}

/** The last day of a sign-in. */
export type EndSignInInput = z.output<typeof endSignInForm>
/** Reads the last day of a sign-in. */
export const parseEndSignIn = formOf(endSignInForm)
/** Reads the form of a new provider. */
export const parseNewProvider = formOf(newProviderForm)
/** Reads what is recorded of a provider. */
export const parseProvider = formOf(providerForm)
/** Reads a number in a public list. */
export const parseIdentifier = formOf(identifierForm)
/** Reads what a commissioner has to do with it. */
export const parseRelation = formOf(relationForm)
/** Reads who signs in for it. */
export const parseSignIn = formOf(signInForm)
/** Reads whom one writes to. */
export const parseContact = formOf(contactForm)
/** Reads a rate. */
export const parseRate = formOf(rateForm)
/** Reads for which year a letter is made. */
export const parseLetter = formOf(letterForm)
/** Reads the answer to a notice. */
export const parseAnswer = formOf(answerForm)

/** Reads what is reported, for the fields that were asked; a field left empty reports nothing. */
export function parseReport(keys: readonly string[]): (body: FormBody) => Result<ReportInput, FieldProblem> {
  const shape = z.object(
    Object.fromEntries(
      keys.flatMap((key) => [
        [`value-${key}`, optionalText(20)],
        [`said-${key}`, optionalText(1000)],
      ]),
    ),
  )
  return (body) => {
    const read = parseForm(shape, body)
    if (!read.ok) return read
    const typed = read.value as Readonly<Record<string, string | undefined>>
    return succeed({ figures: new Map(keys.map((key) => [key, { value: typed[`value-${key}`], said: typed[`said-${key}`] }])) })
  }
}
