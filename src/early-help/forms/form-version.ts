import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, optionalLongText, parseForm, text, ticked } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Kinds that a partnership can add by itself; columns of a repeat and what the record shows come with the product. */
export const addedKinds = ['text', 'long', 'choice', 'choices', 'asked', 'day', 'partial-day', 'number'] as const
/** What every 'asked' question offers. */
export const askedOptions: readonly (readonly [string, string])[] = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-asked', 'Not asked'],
  ['declined', 'Did not want to say'],
]

const wording = { label: text(500), hint: optionalLongText(2000), options: optionalLongText(4000), isNeeded: ticked() }
const lineForm = z.object(wording)
const newLineForm = z.object({ ...wording, kind: choice(addedKinds) })

/** The words of a question. */
export interface LineInput {
  readonly label: string
  readonly hint: string
  /** Words of the answers offered, in order. */
  readonly options: readonly string[]
  readonly isNeeded: boolean
}
/** A new question. */
export type NewLineInput = LineInput & { readonly kind: (typeof addedKinds)[number] }

const linesOf = (typed = ''): readonly string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
]

/** Reads the words of a question; one answer a line. */
export function parseLine(body: FormBody): Result<LineInput, FieldProblem> {
  const parsed = parseForm(lineForm, body)
  return parsed.ok ? succeed(worded(parsed.value)) : parsed
}

const worded = (value: z.output<typeof lineForm>): LineInput => ({
  ...{ label: value.label, hint: value.hint ?? '', options: linesOf(value.options), isNeeded: value.isNeeded },
})

/** Reads a new question: one that offers answers offers at least two. */
export function parseNewLine(body: FormBody): Result<NewLineInput, FieldProblem> {
  const parsed = parseForm(newLineForm, body)
  if (!parsed.ok) return parsed
  const input = { ...worded(parsed.value), kind: parsed.value.kind }
  if ((input.kind === 'choice' || input.kind === 'choices') && input.options.length < 2)
    return fail({ field: 'options', code: 'two-options' })
  return succeed(input)
}

/** Reads from which day a version holds. */
export const parsePublish = formOf(z.object({ startsOn: day() }))
