import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalText, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** To which item of a meeting a scorecard is shown. */
export interface FreezeInput {
  /** Ids of the meeting and of its item with a stroke between them, as the form offers them. */
  readonly item: string
  readonly note?: string | undefined
}

const form = z.object({ item: text(80), note: optionalText(500) })

/** Reads the form that freezes a scorecard. */
export function parseFreeze(body: FormBody): Result<FreezeInput, FieldProblem> {
  return parseForm(form, body)
}
