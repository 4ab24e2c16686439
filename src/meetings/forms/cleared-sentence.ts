import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, longText, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { sentenceDeciders } from '../rules/cleared-sentence.ts'

const clearForm = z.object({ digest: text(64), decidedBy: choice(sentenceDeciders), decidedName: text(200), reason: longText(1000) })

/** Which sentence is not confidential, who said so and why. */
export type ClearInput = z.output<typeof clearForm>

/** Reads the form that confirms a sentence. */
export function parseClear(body: FormBody): Result<ClearInput, FieldProblem> {
  return parseForm(clearForm, body)
}
