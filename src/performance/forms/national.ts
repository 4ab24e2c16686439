import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalText, optionalWholeNumber, parseForm } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const schema = z.object({ code: optionalText(100), area: optionalWholeNumber(1, 99_999) })

/** Which published measure a measure is shown beside; without a code, none. */
export type TieInput = z.output<typeof schema>

/** Reads the form. */
export function parseTie(body: FormBody): Result<TieInput, FieldProblem> {
  return parseForm(schema, body)
}
