import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, field, longText, parseForm, postedText, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { sentenceDeciders } from '../rules/cleared-sentence.ts'

/** The sentence that was chosen, by its digest. */
const chosen = field((posted) => {
  const value = postedText(posted)
  if (value === '') return { code: 'choice-missing' }
  return /^[0-9a-f]{64}$/.test(value) ? { value } : { code: 'choice-unknown' }
})

const clearForm = z.object({ digest: chosen, decidedBy: choice(sentenceDeciders), decidedName: text(200), reason: longText(1000) })

/** Which sentence is not confidential, who said so and why. */
export type ClearInput = z.output<typeof clearForm>

/** Reads the form that confirms a sentence. */
export function parseClear(body: FormBody): Result<ClearInput, FieldProblem> {
  return parseForm(clearForm, body)
}
