import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { optionalTime, time } from '#platform/web/day-fields.ts'
import { choice, optionalWholeNumber, parseForm, text, uuid, uuids, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const resolution = {
  items: uuids(),
  papers: uuids(),
  method: choice(['agreed', 'vote']),
  votesFor: optionalWholeNumber(0, 1000),
  votesAgainst: optionalWholeNumber(0, 1000),
  abstained: optionalWholeNumber(0, 1000),
}
const live = z.object({ ...resolution, mover: uuid(), seconder: uuid() })
const recorded = z.object({ ...resolution, mover: text(200), seconder: text(200), leftAt: time(), returnedAt: optionalTime() })

/** A resolution to exclude the public as the live screen sends it: mover and seconder are people in the room. */
export type ExclusionForm = z.output<typeof live>
/** The same as it is recorded afterwards: by names, with times of the day. */
export type RecordedExclusionForm = z.output<typeof recorded>

/** Reads a resolution from the live screen. */
export const parseExclusion = (body: FormBody): Result<ExclusionForm, FieldProblem> => parseForm(live, body)
/** Reads a resolution that is recorded afterwards. */
export const parseRecordedExclusion = (body: FormBody): Result<RecordedExclusionForm, FieldProblem> => parseForm(recorded, body)
/** Reads one that is put right. */
export const parseExclusionChange = (body: FormBody): Result<RecordedExclusionForm & { readonly version: number }, FieldProblem> =>
  parseForm(recorded.extend({ version: version() }), body)
