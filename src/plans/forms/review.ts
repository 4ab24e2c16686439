import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { optionalLongText, parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const openForm = z.object({ dueOn: day() })
const closeForm = z.object({ summary: optionalLongText(4000), version: version() })

/** Until when answers are asked for. */
export type OpenReviewInput = z.output<typeof openForm>
/** What the board is told of a review. */
export type CloseReviewInput = z.output<typeof closeForm>

/** Reads the form that opens a review. */
export function parseOpenReview(body: FormBody): Result<OpenReviewInput, FieldProblem> {
  return parseForm(openForm, body)
}

/** Reads the form that closes one. */
export function parseCloseReview(body: FormBody): Result<CloseReviewInput, FieldProblem> {
  return parseForm(closeForm, body)
}
