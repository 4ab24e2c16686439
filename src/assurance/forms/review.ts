import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day, optionalDay } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  text,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type PartKind, reviewKinds } from '../rules/review.ts'
import { reviewFields } from './recommendation.ts'

const created = z.object({ kind: choice(reviewKinds), ...reviewFields })
const changed = z.object({ ...reviewFields, summary: optionalLongText(8000), version: version() })

/** A review as it is set up. */
export type ReviewInput = z.output<typeof created>
/** A review as it is changed. */
export type ReviewChange = z.output<typeof changed>

/** Reads a new review. */
export function parseReview(body: FormBody): Result<ReviewInput, FieldProblem> {
  return parseForm(created, body)
}

/** Reads a change of a review. */
export function parseReviewChange(body: FormBody): Result<ReviewChange, FieldProblem> {
  return parseForm(changed, body)
}

/** A part of a review as it is entered. */
export interface PartInput {
  readonly heading: string | undefined
  readonly organisation: string | undefined
  readonly onDay: Temporal.PlainDate | undefined
  readonly text: string | undefined
}

/** The address of a page of the house, or of the web. */
const address = (): z.ZodType<string> =>
  field((posted) => {
    const typed = postedText(posted).trim()
    if (typed === '') return { code: 'required' }
    return /^(\/(?!\/)|https?:\/\/)[^\s\p{Cc}]{1,500}$/u.test(typed) ? { value: typed } : { code: 'address-expected' }
  })

const partForms = {
  panel: z.object({ heading: text(200), text: optionalText(200) }),
  session: z.object({ heading: text(300), onDay: day(), text: optionalLongText(4000) }),
  finding: z.object({ text: longText(4000) }),
  lesson: z.object({ heading: text(200), organisation: optionalUuid(), text: longText(4000) }),
  progress: z.object({ onDay: day(), text: longText(2000) }),
  evidence: z.object({ heading: text(200), text: address() }),
} as const satisfies Readonly<Record<PartKind, z.ZodType>>

/** Reads a new part of a review. */
export function parsePart(kind: PartKind, body: FormBody): Result<PartInput, FieldProblem> {
  const read: Result<Partial<PartInput>, FieldProblem> = parseForm<z.ZodType<Partial<PartInput>>>(partForms[kind], body)
  if (!read.ok) return read
  const { heading, organisation, onDay, text: words } = read.value
  return { ok: true, value: { heading, organisation, onDay, text: words } }
}

/** Reads that a review was reported to its parent committee. */
export function parseReporting(
  body: FormBody,
): Result<{ readonly reportedOn: Temporal.PlainDate; readonly meeting: string | undefined; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ reportedOn: day(), meeting: optionalUuid(), version: version() }), body)
}

/** Reads to whom the recommendations were referred, and by what right an answer is due. */
export function parseReferral(body: FormBody): Result<
  {
    readonly referredOn: Temporal.PlainDate
    readonly referredTo: string
    readonly rule: string | undefined
    readonly milestoneOn: Temporal.PlainDate | undefined
    readonly version: number
  },
  FieldProblem
> {
  return parseForm(
    z.object({ referredOn: day(), referredTo: text(200), rule: optionalUuid(), milestoneOn: optionalDay(), version: version() }),
    body,
  )
}

/** Reads that a review is closed. */
export function parseReviewClosing(
  body: FormBody,
): Result<{ readonly closedOn: Temporal.PlainDate; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ closedOn: day(), version: version() }), body)
}

/** Reads that everybody may read a review; where a child could be known from it, that somebody has checked it. */
export function parseReviewShowing(
  body: FormBody,
): Result<{ readonly sight: 'members' | 'public'; readonly checked: string | undefined; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ sight: choice(['members', 'public']), checked: optionalText(10), version: version() }), body)
}

/** Reads the addresses of the record that go into an evidence pack, each as 'address title'. */
export function parseEvidence(body: FormBody): Result<readonly { readonly address: string; readonly title: string }[], FieldProblem> {
  const chosen = [body.chosen].flat().filter((one): one is string => typeof one === 'string' && one !== '')
  const read = chosen.map((one) => /^(\/[^\s\p{Cc}]{1,300}) (\P{Cc}{1,200})$/u.exec(one))
  if (read.some((one) => one === null)) return { ok: false, problems: [{ field: 'chosen', code: 'choice-unknown' }] }
  if (read.length === 0) return { ok: false, problems: [{ field: 'chosen', code: 'choice-missing' }] }
  return { ok: true, value: read.map((one) => ({ address: one?.[1] ?? '', title: one?.[2] ?? '' })) }
}
