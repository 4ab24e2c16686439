import { z } from 'zod'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  text,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const agreementForm = z.object({
  basis: text(60),
  title: text(200),
  reference: optionalText(60),
  summary: optionalLongText(2000),
  host: uuid(),
  manager: optionalUuid(),
  startsOn: day(),
  lastDay: optionalDay(),
  reviewOn: optionalDay(),
  consultedOn: optionalDay(),
  consultation: optionalLongText(2000),
})
const changedAgreementForm = agreementForm.extend({ version: version() })
const partyForm = z.object({
  organisation: uuid(),
  part: choice(['host', 'commissioner', 'provider', 'other']),
  startsOn: day(),
  lastDay: optionalDay(),
  approvedOn: optionalDay(),
  decision: optionalUuid(),
  approvedBy: optionalText(300),
  signedOn: optionalDay(),
  signedBy: optionalText(200),
  version: version(),
})
const chapterForm = z.object({
  title: text(200),
  lead: uuid(),
  scope: optionalLongText(8000),
  performance: optionalLongText(8000),
  finance: optionalLongText(8000),
  resources: optionalLongText(8000),
  decisionMaking: optionalLongText(8000),
  riskShare: optionalLongText(8000),
  version: version(),
})
const scopeForm = z.object({
  service: uuid(),
  isIn: choice(['in', 'out']),
  chapter: optionalUuid(),
  startsOn: day(),
  lastDay: optionalDay(),
  why: optionalText(500),
  version: version(),
})
const endForm = z.object({ endedOn: day(), because: longText(1000), version: version() })

/** An agreement as it is typed; the last day is typed, the first day without effect is kept. */
export type AgreementInput = z.output<typeof agreementForm>
/** The same with the version that the form was made from. */
export type ChangedAgreementInput = z.output<typeof changedAgreementForm>
/** A party as it is typed. */
export type PartyInput = z.output<typeof partyForm>
/** A chapter as it is typed. */
export type ChapterInput = z.output<typeof chapterForm>
/** What is in scope or out of it. */
export type ScopeInput = z.output<typeof scopeForm>
/** When an agreement ends before its term, and why. */
export type EndInput = z.output<typeof endForm>
/** What the law demands in writing, by key; '' where nothing is written. */
export interface WordsInput {
  readonly texts: ReadonlyMap<string, string>
  readonly version: number
}

/** Reads the form of a new agreement. */
export const parseAgreement = formOf(agreementForm)
/** Reads the form of an agreement that is changed. */
export const parseChangedAgreement = formOf(changedAgreementForm)
/** Reads a party. */
export const parseParty = formOf(partyForm)
/** Reads a chapter. */
export const parseChapter = formOf(chapterForm)
/** Reads what is in scope. */
export const parseScope = formOf(scopeForm)
/** Reads how an agreement ends early. */
export const parseEnd = formOf(endForm)

/** Reads what is written for each field that the law of an agreement names. */
export function parseWords(keys: readonly string[]): (body: FormBody) => Result<WordsInput, FieldProblem> {
  const named = z.object(Object.fromEntries(keys.map((key) => [`words-${key}`, optionalLongText(8000)])))
  return (body) => {
    const [read, made] = [parseForm(named, body), parseForm(z.object({ version: version() }), body)]
    if (!read.ok) return read
    if (!made.ok) return made
    const texts = new Map(keys.map((key) => [key, read.value[`words-${key}`] ?? '']))
    return succeed({ texts, version: made.value.version })
  }
}
