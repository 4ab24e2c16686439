import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { FormBody } from './form-body.ts'

/** Why a field was not taken; `details` fill the sentence. */
export interface Refusal {
  readonly code: string
  readonly details?: FieldProblem['details']
}

/** A field parser: what was posted -> a value, or why not. */
export type FieldParser<Value> = (posted: unknown) => { readonly value: Value } | Refusal

/** Makes a Zod schema of a parser, so that forms are objects of such fields. */
export function field<Value>(parse: FieldParser<Value>): z.ZodType<Value> {
  return z
    .unknown()
    .optional()
    .transform((posted, context) => {
      const outcome = parse(posted)
      if ('value' in outcome) return outcome.value
      context.addIssue({ code: 'custom', message: outcome.code, params: { ...outcome.details } })
      return z.NEVER
    }) as z.ZodType<Value>
}

/** One posted string; the first where a name came twice, '' where it is missing or a file. */
export function postedText(posted: unknown): string {
  const first: unknown = Array.isArray(posted) ? posted[0] : posted
  return typeof first === 'string' ? first : ''
}

/** Parses a posted form. Problems come in the order of the fields, one a field, coded for `words.ts`. */
export function parseForm<Schema extends z.ZodType>(schema: Schema, body: FormBody): Result<z.output<Schema>, FieldProblem> {
  const parsed = schema.safeParse(withDays(body))
  if (parsed.success) return succeed(parsed.data)
  const problems = new Map<string, FieldProblem>()
  for (const issue of parsed.error.issues) {
    const name = issue.path.map(String).join('.')
    if (!problems.has(name)) problems.set(name, problemOf(name, issue))
  }
  const [first, ...more] = problems.values()
  return first ? fail(first, ...more) : fail({ field: '', code: 'invalid' })
}

/** Makes the reader of a form from its schema: what was posted becomes input, or a problem for each field that is wrong. */
export function formOf<Schema extends z.ZodType>(schema: Schema): (body: FormBody) => Result<z.output<Schema>, FieldProblem> {
  return (body) => parseForm(schema, body)
}

function problemOf(name: string, issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code !== 'custom') return { field: name, code: issue.code === 'invalid_type' ? 'required' : 'invalid' }
  const details = issue.params as FieldProblem['details']
  const isEmpty = !details || Object.keys(details).length === 0
  return isEmpty ? { field: name, code: issue.message } : { field: name, code: issue.message, details }
}

/** A date input posts `name-day`, `name-month` and `name-year`: brought together under its name, so that one field parser sees the three. */
function withDays(body: FormBody): Readonly<Record<string, unknown>> {
  const together: Record<string, unknown> = { ...body }
  for (const key of Object.keys(body)) {
    const name = /^(.+)-(?:day|month|year)$/.exec(key)?.[1]
    if (!name || together[name] !== undefined) continue
    together[name] = {
      day: postedText(body[`${name}-day`]),
      month: postedText(body[`${name}-month`]),
      year: postedText(body[`${name}-year`]),
    }
  }
  return together
}

/** Refuses what no text of ours may hold; undefined when the text is fine. `lines` allows line breaks and tabs. */
function refusalOf(text: string, max: number, lines: boolean): Refusal | undefined {
  if (!text.isWellFormed()) return { code: 'broken-characters' }
  const control = lines ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u
  if (control.test(text)) return { code: 'control-characters' }
  const length = [...text].length
  return length > max ? { code: 'too-long', details: { max, over: length - max } } : undefined
}

function words(posted: unknown, max: number, lines: boolean): { readonly value: string } | Refusal {
  const text = postedText(posted).replaceAll('\r\n', '\n')
  const value = lines ? text.replace(/^\n+|\s+$/g, '') : text.trim()
  return refusalOf(value, max, lines) ?? { value: seen.test(value) ? value : '' }
}
/** Something that anybody can see: a name of joiners and spaces without width would be a blank in every list. */
const seen = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

/** One line of words of 1 to `max` characters, without the spaces around it. */
export function text(max: number): z.ZodType<string> {
  return field((posted) => required(words(posted, max, false)))
}

/** One line of words, or nothing: undefined. */
export function optionalText(max: number): z.ZodType<string | undefined> {
  return field((posted) => optional(words(posted, max, false)))
}

/** Several lines of words of 1 to `max` characters; line breaks are '\n'. */
export function longText(max: number): z.ZodType<string> {
  return field((posted) => required(words(posted, max, true)))
}

/** Several lines of words, or nothing: undefined. */
export function optionalLongText(max: number): z.ZodType<string | undefined> {
  return field((posted) => optional(words(posted, max, true)))
}

function required(outcome: { readonly value: string } | Refusal): { readonly value: string } | Refusal {
  return 'value' in outcome && outcome.value === '' ? { code: 'required' } : outcome
}

function optional(outcome: { readonly value: string } | Refusal): { readonly value: string | undefined } | Refusal {
  return 'value' in outcome && outcome.value === '' ? { value: undefined } : outcome
}

/** A whole number from `min` to `max`, both included. */
export function wholeNumber(min: number, max: number): z.ZodType<number> {
  return field((posted) => numberOf(postedText(posted), min, max) ?? { code: 'required' })
}

/** A whole number, or nothing: undefined. */
export function optionalWholeNumber(min: number, max: number): z.ZodType<number | undefined> {
  return field<number | undefined>((posted) => numberOf(postedText(posted), min, max) ?? { value: undefined })
}

function numberOf(posted: string, min: number, max: number): { readonly value: number } | Refusal | undefined {
  const typed = posted.trim().replace(/(?<=\d)[, ](?=\d{3}\b)/g, '')
  if (typed === '') return undefined
  if (!/^-?\d{1,15}$/.test(typed)) return { code: 'number-expected' }
  const value = Number(typed)
  return value < min || value > max ? { code: 'number-out-of-range', details: { min, max } } : { value }
}

/** One of the given codes; a form that was tampered with is refused like one without a choice. */
export function choice<const Codes extends readonly string[]>(codes: Codes): z.ZodType<Codes[number]> {
  return field((posted) => {
    const value = postedText(posted)
    if (value === '') return { code: 'choice-missing' }
    return codes.includes(value) ? { value } : { code: 'choice-unknown' }
  })
}

/** One of the given codes, or nothing: undefined. */
export function optionalChoice<const Codes extends readonly string[]>(codes: Codes): z.ZodType<Codes[number] | undefined> {
  return field<Codes[number] | undefined>((posted) => {
    const value = postedText(posted)
    if (value === '') return { value: undefined }
    return codes.includes(value) ? { value } : { code: 'choice-unknown' }
  })
}

/** Any number of the given codes, each at most once. */
export function choices<const Codes extends readonly string[]>(codes: Codes): z.ZodType<readonly Codes[number][]> {
  return field<readonly Codes[number][]>((posted) => {
    const list = new Set([posted].flat().filter((code) => typeof code === 'string' && code !== '') as string[])
    return [...list].every((code) => codes.includes(code)) ? { value: [...list] } : { code: 'choice-unknown' }
  })
}

/** A box that was ticked or not. */
export function ticked(): z.ZodType<boolean> {
  return field((posted) => ({ value: postedText(posted) !== '' }))
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id of a record, in small letters; nothing posted is a choice not made. */
export function uuid(): z.ZodType<string> {
  return field((posted) => {
    const value = postedText(posted)
    if (value === '') return { code: 'choice-missing' }
    return uuidPattern.test(value) ? { value } : { code: 'choice-unknown' }
  })
}

/** An id of a record, or nothing: undefined. */
export function optionalUuid(): z.ZodType<string | undefined> {
  return field<string | undefined>((posted) => {
    const value = postedText(posted)
    if (value === '') return { value: undefined }
    return uuidPattern.test(value) ? { value } : { code: 'choice-unknown' }
  })
}

/** Any number of ids, each at most once. */
export function uuids(): z.ZodType<readonly string[]> {
  return field<readonly string[]>((posted) => {
    const list = [...new Set([posted].flat().filter((id) => typeof id === 'string' && id !== '') as string[])]
    return list.every((id) => uuidPattern.test(id)) ? { value: list } : { code: 'choice-unknown' }
  })
}

/** Whether a string of an address has the form of an id; anything else is an unknown address. */
export function isUuid(value: string): boolean {
  return uuidPattern.test(value)
}

/** The version of the record that the form was made from. */
export function version(): z.ZodType<number> {
  return wholeNumber(1, Number.MAX_SAFE_INTEGER)
}

/** An e-mail address of at most 254 characters. */
export function email(): z.ZodType<string> {
  return field((posted) => {
    const outcome = required(words(posted, 254, false))
    if (!('value' in outcome)) return outcome
    return /^[^\s@<>(),;:"[\]\\]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(outcome.value) ? outcome : { code: 'email-expected' }
  })
}
