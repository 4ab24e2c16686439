import { z } from 'zod'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, formOf, longText, optionalLongText, parseForm, ticked, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { sentFile } from './picture.ts'
import { whoField } from './plan.ts'

const reviewForm = z.object({
  heldOn: day(),
  summary: optionalLongText(20_000),
  agreement: choice(['renews', 'does-not', 'not-asked']),
  agreementBecause: optionalLongText(2000),
  nextDueOn: day(),
  /** The number of the plan that was looked at. */
  version: version(),
})
/** A review, with a line for every need that was looked at. */
export interface ReviewInput extends z.output<typeof reviewForm> {
  readonly lines: readonly {
    readonly need: string
    readonly progress: 'reached' | 'better' | 'same' | 'worse'
    readonly verdict: 'keep' | 'change' | 'end'
    readonly words: string
  }[]
}
/** Reads a review: every need is looked at, and whoever did not renew the agreement or was not asked has a reason. */
export function parseReview(body: FormBody, needs: readonly string[]): Result<ReviewInput, FieldProblem> {
  const parsed = parseForm(reviewForm, body)
  if (!parsed.ok) return parsed
  if (parsed.value.agreement !== 'renews' && parsed.value.agreementBecause === undefined)
    return fail({ field: 'agreementBecause', code: 'agreement-why' })
  const lines: ReviewInput['lines'][number][] = []
  for (const [at, need] of needs.entries()) {
    const [progress, verdict, words] = [`progress${at}`, `verdict${at}`, `words${at}`]
    const line = parseForm(
      z.object({
        [progress]: choice(['reached', 'better', 'same', 'worse']),
        [verdict]: choice(['keep', 'change', 'end']),
        [words]: optionalLongText(5000),
      }),
      body,
    )
    if (!line.ok) return line
    const given = line.value as Readonly<Record<string, string | undefined>>
    lines.push({
      ...{ need, progress: given[progress] as ReviewInput['lines'][number]['progress'] },
      ...{ verdict: given[verdict] as ReviewInput['lines'][number]['verdict'], words: given[words] ?? '' },
    })
  }
  return succeed({ ...parsed.value, lines })
}
/** Reads for whom the plan is printed, and how. */
export const parsePrint = formOf(z.object({ who: whoField(), edition: choice(['plain', 'large', 'child']), sure: ticked() }))
const signedForm = z.object({ signedOn: day(), signedWords: longText(2000), version: version() })
/** When a signed copy came back, who signed it, and a photograph of its first page where there is one. */
export type SignedInput = z.output<typeof signedForm> & { readonly file: UploadedFile | undefined }
/** Reads when a signed copy came back, and what stands on it. */
export function parseSigned(body: FormBody): Result<SignedInput, FieldProblem> {
  const parsed = parseForm(signedForm, body)
  return parsed.ok ? succeed({ ...parsed.value, file: sentFile(body) }) : parsed
}
/** Reads a photograph of the next page. */
export function parseSignedPage(body: FormBody): Result<{ readonly file: UploadedFile }, FieldProblem> {
  const file = sentFile(body)
  return file ? succeed({ file }) : fail({ field: 'file', code: 'page-missing' })
}
/** Reads why a photograph is taken back. */
export const parseWrongPage = formOf(z.object({ because: longText(2000) }))
