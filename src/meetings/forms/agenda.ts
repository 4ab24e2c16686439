import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  choices,
  field,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  optionalWholeNumber,
  parseForm,
  postedText,
  text,
  ticked,
  uuid,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { categories, itemPurposes, normaliseNumber, openers, reportStatuses } from '../rules/agenda.ts'
import type { ItemInput } from '../rules/item.ts'

const optionalNumber = field<string | undefined>((posted) => {
  const typed = postedText(posted)
  if (typed.trim() === '') return { value: undefined }
  const number = normaliseNumber(typed)
  return number === undefined ? { code: 'number-impossible' } : { value: number }
})

/** Paragraphs of the law as ticked, by code. */
export const paragraphCodes = field<readonly string[]>((posted) => {
  const list = [...new Set([posted].flat().filter((code) => typeof code === 'string' && code !== ''))] as string[]
  return list.every((code) => /^[a-z0-9-]{1,30}\.[0-9]{1,2}$/.test(code)) ? { value: list } : { code: 'choice-unknown' }
})

const itemForm = z.object({
  title: text(200),
  publicTitle: optionalText(200),
  number: optionalNumber,
  parent: optionalUuid(),
  purpose: choice(itemPurposes),
  presenter: optionalText(200),
  summary: optionalLongText(2000),
  reportStatus: choice(reportStatuses),
  category: choice(categories),
  paragraphs: paragraphCodes,
  publicInterest: optionalLongText(2000),
  exemptDecidedBy: optionalText(200),
  interestFor: optionalLongText(2000),
  exemptDecidedOn: optionalDay(),
  publicConclusion: optionalLongText(500),
  reviewOn: optionalDay(),
  urgent: ticked(),
  urgentReason: optionalLongText(1000),
  tabledConsent: optionalText(300),
  functionKey: optionalText(60),
  commitsMoney: ticked(),
  plannedMinutes: optionalWholeNumber(1, 600),
})

/** Reads the form for a new item of an agenda. */
export function parseItem(body: FormBody): Result<ItemInput, FieldProblem> {
  return parseForm(itemForm, body)
}

/** Reads the form that changes an item. */
export function parseItemChange(body: FormBody): Result<ItemInput & { readonly version: number }, FieldProblem> {
  return parseForm(itemForm.extend({ version: version() }), body)
}

/** Reads which openers to add. */
export function parseOpeners(
  body: FormBody,
): Result<{ readonly openers: readonly (typeof openers)[number][]; readonly standing: readonly string[] }, FieldProblem> {
  const keys = field<readonly string[]>((posted) => ({
    value: [posted].flat().filter((key): key is string => typeof key === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(key)),
  }))
  return parseForm(z.object({ openers: choices(openers), standing: keys }), body)
}

/** Reads a withdrawal of an item. */
export function parseItemWithdrawal(body: FormBody): Result<{ readonly reason: string; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ reason: longText(1000), version: version() }), body)
}

/** Reads which item of the plan to bring onto the agenda. */
export function parsePlacing(body: FormBody): Result<{ readonly planItem: string }, FieldProblem> {
  return parseForm(z.object({ planItem: uuid() }), body)
}
