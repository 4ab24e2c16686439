import { z } from 'zod'
import { type FieldProblem, fail, type Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { formOf, optionalText, parseForm, text, uuid, wholeNumber } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const limitForm = z.object({
  organisation: uuid(),
  families: wholeNumber(1, 200),
  source: text(500),
  elsewhere: optionalText(6),
  elsewhereSource: optionalText(500),
  startsOn: day(),
})
const shareForm = z.object({ post: uuid(), percent: wholeNumber(5, 100), startsOn: day() })

/** A limit of an agency, from a day on; `elsewhere` is a number with at most one decimal. */
export type LimitInput = z.output<typeof limitForm>
/** Which share of whole time somebody works, from a day on. */
export type ShareInput = z.output<typeof shareForm>

/** Reads a limit; what is compared with it has its source. */
export function parseLimit(body: FormBody): Result<LimitInput, FieldProblem> {
  const parsed = parseForm(limitForm, body)
  if (!parsed.ok) return parsed
  const { elsewhere, elsewhereSource } = parsed.value
  if (elsewhere !== undefined && !/^(?!0+(\.0)?$)\d{1,4}(\.\d)?$/.test(elsewhere)) return fail({ field: 'elsewhere', code: 'tenths' })
  if (elsewhere !== undefined && elsewhereSource === undefined) return fail({ field: 'elsewhereSource', code: 'required' })
  return elsewhere === undefined && elsewhereSource !== undefined ? fail({ field: 'elsewhere', code: 'required' }) : parsed
}
/** Reads a share of whole time. */
export const parseShare = formOf(shareForm)
