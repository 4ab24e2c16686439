import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** Reads the version of the record that a form was made from. */
export function parseVersion(body: FormBody): Result<{ version: number }, FieldProblem> {
  return parseForm(z.object({ version: version() }), body)
}
