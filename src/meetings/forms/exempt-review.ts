import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import { longText, parseForm, text, ticked, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const test = {
  reasonsFor: longText(2000),
  reasonsAgainst: longText(2000),
  decidedBy: text(200),
  decidedOn: day(),
  version: version(),
}
const keepForm = z.object({ ...test, reason: longText(1000), reviewOn: day() })
const releaseForm = z.object({
  ...test,
  papers: uuids(),
  record: ticked(),
  reason: longText(1000),
  publicNote: longText(500),
  reviewOn: optionalDay(),
})

/** A review after which matter stays exempt. */
export type KeepExemptInput = z.output<typeof keepForm>
/** A review after which matter is released. */
export type ReleaseInput = z.output<typeof releaseForm>

/** Reads a review after which matter stays exempt. */
export const parseKeepExempt = (body: FormBody): Result<KeepExemptInput, FieldProblem> => parseForm(keepForm, body)
/** Reads a release. */
export const parseRelease = (body: FormBody): Result<ReleaseInput, FieldProblem> => parseForm(releaseForm, body)
