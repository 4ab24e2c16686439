import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Reads the version of the record that a button was made from. */
export function parseVersion(body: FormBody): Result<{ readonly version: number }, FieldProblem> {
  return parseForm(z.object({ version: version() }), body)
}
