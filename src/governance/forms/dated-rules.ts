import { z } from 'zod'
import type { DatedField, DatedPart, DatedValues } from '#platform/dated/part.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { longText, optionalText, optionalWholeNumber, parseForm, text, ticked, version, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import { codeOf } from './fields.ts'

type Options = ReadonlyMap<string, readonly { readonly value: string }[]>

function answerOf({ name, kind, range = [0, 1000], optional, none }: DatedField, options: Options): z.ZodType<DatedValues[string]> {
  if (kind === 'tick') return ticked()
  if (kind === 'number') return optional ? optionalWholeNumber(...range).transform((value) => value ?? null) : wholeNumber(...range)
  if (kind === 'line') return optional ? optionalText(200).transform((value) => value ?? null) : text(200)
  const codes = (options.get(name) ?? []).map(({ value }) => ({ code: value }))
  return codeOf(codes).transform((value) => (value === none ? null : value))
}

const common = { source: text(300), startsOn: day() }
const kept = { endsOn: optionalDay() }
const why = { reason: longText(500), version: version() }

/** What is typed of a rule: its fields, its source and its days. */
export interface TypedRule {
  readonly values: DatedValues
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

function ruleForm<Extra extends z.ZodRawShape>(fields: readonly DatedField[], options: Options, extra: Extra) {
  const asked = z.object(Object.fromEntries(fields.map((field) => [field.name, answerOf(field, options)])))
  return (body: FormBody): Result<{ readonly values: DatedValues } & z.output<z.ZodObject<Extra>>, FieldProblem> => {
    // Both are read, so that everything that is wrong is told at once and in the order of the form.
    const [values, rest] = [parseForm(asked, body), parseForm(z.object(extra), body)]
    if (values.ok && rest.ok) return { ok: true, value: { ...rest.value, values: values.value } }
    const problems = [...(values.ok ? [] : values.problems), ...(rest.ok ? [] : rest.problems)]
    return { ok: false, problems: problems as [FieldProblem, ...FieldProblem[]] }
  }
}

/** A new rule of a kind. */
export function newRuleForm({ fields, succeeds }: DatedPart, options: Options): (body: FormBody) => Result<TypedRule, FieldProblem> {
  if (!succeeds) return ruleForm(fields, options, { ...common, ...kept })
  const form = ruleForm(fields, options, common)
  return (body) => {
    const read = form(body)
    return read.ok ? { ok: true, value: { ...read.value, endsOn: undefined } } : read
  }
}

/** What is put right about one, and why. */
export function correctedRuleForm(
  { fields }: DatedPart,
  options: Options,
): (body: FormBody) => Result<TypedRule & { readonly reason: string; readonly version: number }, FieldProblem> {
  return ruleForm(
    fields.filter(({ matter }) => !matter),
    options,
    { ...common, ...kept, ...why },
  )
}

/** Until when one holds. */
export const endedRuleForm = z.object({ endsOn: day(), version: version() })
