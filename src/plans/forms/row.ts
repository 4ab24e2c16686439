import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { longText, optionalLongText, optionalText, optionalUuid, parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { ownColumns, type ShapeLevel } from '../rules/shape.ts'

const rowForm = z.object({
  reference: optionalText(40),
  title: longText(500),
  text: optionalLongText(4000),
  timescale: optionalText(200),
  leads: optionalLongText(1000),
  sponsors: optionalLongText(1000),
  accountable: optionalUuid(),
})

const changedRowForm = rowForm.extend({ version: version() })

/** What stands in a row of a plan; `leads` and `sponsors` are names, one a line; `details` the further columns of the shape. */
export type RowInput = z.output<typeof rowForm> & { readonly details: Readonly<Record<string, string>> }
/** The same with the version that the form was made from. */
export type ChangedRowInput = RowInput & { readonly version: number }

/** The name of the field of a further column. */
export const detailField = (code: string): string => `detail-${code}`

/** Reads the further columns of a level; what is empty is left out. */
function parseDetails(level: ShapeLevel, body: FormBody): Result<Readonly<Record<string, string>>, FieldProblem> {
  const columns = ownColumns(level)
  const schema = z.object(Object.fromEntries(columns.map(({ code }) => [detailField(code), optionalLongText(2000)])))
  const parsed = parseForm(schema, body)
  if (!parsed.ok) return parsed
  const found = columns.flatMap(({ code }) => {
    const words = parsed.value[detailField(code)]
    return words === undefined ? [] : [[code, words] as const]
  })
  return succeed(Object.fromEntries(found))
}

function withDetails<Input extends object>(
  parsed: Result<Input, FieldProblem>,
  details: Result<Readonly<Record<string, string>>, FieldProblem>,
): Result<Input & { readonly details: Readonly<Record<string, string>> }, FieldProblem> {
  if (parsed.ok && details.ok) return succeed({ ...parsed.value, details: details.value })
  const [first, ...more] = [...(parsed.ok ? [] : parsed.problems), ...(details.ok ? [] : details.problems)]
  return fail(first ?? { field: '', code: 'invalid' }, ...more)
}

/** Reads the form of a new row of a level. */
export function parseRow(level: ShapeLevel): (body: FormBody) => Result<RowInput, FieldProblem> {
  return (body) => withDetails(parseForm(rowForm, body), parseDetails(level, body))
}

/** The same with the version that the form was made from. */
export function parseChangedRow(level: ShapeLevel): (body: FormBody) => Result<ChangedRowInput, FieldProblem> {
  return (body) => withDetails(parseForm(changedRowForm, body), parseDetails(level, body))
}
