import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { choice, longText, optionalText, optionalWholeNumber, parseForm, text, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type NewRetentionClass, type ReviewedRecord, retainedKinds, retentionActions, retentionOutcomes } from '../rules/retention.ts'

const classForm = z.object({
  kind: choice(retainedKinds),
  action: choice(retentionActions),
  years: optionalWholeNumber(1, 200),
  source: text(300),
  setBy: text(200),
  startsOn: day(),
})
const reviewForm = z.object({
  outcome: choice(retentionOutcomes),
  keepUntil: optionalDay(),
  place: optionalText(200),
  reason: longText(1000),
  decidedBy: text(200),
  decidedOn: day(),
  version: version(),
})

/** Reads for how long a board's records of a kind are kept. */
export const parseRetentionClass = (body: FormBody): Result<NewRetentionClass, FieldProblem> => parseForm(classForm, body)
/** Reads what was decided of a record. */
export const parseRetentionReview = (
  body: FormBody,
): Result<ReviewedRecord & { readonly reason: string; readonly decidedBy: string; readonly version: number }, FieldProblem> =>
  parseForm(reviewForm, body)
