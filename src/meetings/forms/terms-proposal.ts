import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { optionalLongText, parseForm, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'

/** How terms that were decided come into force. */
export interface AdoptDecided {
  readonly startsOn: Temporal.PlainDate
  /** What holds where the terms contradict themselves; '' where they do not. */
  readonly answer: string
  /** Of the draft, as the form was made. */
  readonly version: number
}

const putForm = z.object({ meeting: uuid() })
const adoptForm = z.object({ startsOn: day(), answer: optionalLongText(4000), version: version() })

/** Reads to which meeting a draft of terms is put. */
export function parsePutTerms(body: FormBody): Result<{ readonly meeting: string }, FieldProblem> {
  return parseForm(putForm, body)
}

/** Reads how terms that were decided come into force. */
export function parseAdoptDecided(body: FormBody): Result<AdoptDecided, FieldProblem> {
  const parsed = parseForm(adoptForm, body)
  return parsed.ok ? { ok: true, value: { ...parsed.value, answer: parsed.value.answer ?? '' } } : parsed
}
