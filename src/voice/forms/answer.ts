import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  field,
  longText,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  postedText,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { TargetKind } from '../queries/attachments.ts'

const answerForm = z.object({
  theme: optionalUuid(),
  service: optionalText(200),
  said: longText(1000),
  did: optionalLongText(1000),
  decision: optionalUuid(),
  reason: optionalLongText(1000),
  onDay: day(),
  sight: choice(['draft', 'members', 'public']),
})
const changedAnswerForm = answerForm.extend({ version: version() })

/** What a voice is brought to, as a select posts it: 'decision:' and an id. */
function target() {
  return field<{ readonly kind: TargetKind; readonly id: string }>((posted) => {
    const [, kind, id] = /^(item|decision|priority|outcome):([0-9a-f-]{36})$/.exec(postedText(posted)) ?? []
    if (postedText(posted) === '') return { code: 'choice-missing' }
    return kind === undefined || id === undefined ? { code: 'choice-unknown' } : { value: { kind: kind as TargetKind, id } }
  })
}
const attachForm = z.object({ target: target(), theme: optionalUuid(), why: longText(500) })

/** Which voice is brought, as a select posts it: 'event:' and an id. */
function source() {
  return field<{ readonly kind: 'event' | 'consultation'; readonly id: string }>((posted) => {
    const [, kind, id] = /^(event|consultation):([0-9a-f-]{36})$/.exec(postedText(posted)) ?? []
    if (postedText(posted) === '') return { code: 'choice-missing' }
    return id === undefined ? { code: 'choice-unknown' } : { value: { kind: kind === 'event' ? 'event' : 'consultation', id } }
  })
}
const linkForm = z.object({ source: source(), theme: optionalUuid(), why: longText(500) })

/** Which voice is brought to the record on whose page one was, and what it says about that. */
export type LinkInput = z.output<typeof linkForm>
/** An answer as it is typed. */
export type AnswerInput = z.output<typeof answerForm>
/** The same with the version that the form was made from. */
export type ChangedAnswerInput = z.output<typeof changedAnswerForm>
/** To what a voice is brought, and what it says about that. */
export type AttachInput = z.output<typeof attachForm>

/** Reads a new answer. */
export const parseAnswer = (body: FormBody): Result<AnswerInput, FieldProblem> => parseForm(answerForm, body)
/** Reads an answer that is changed. */
export const parseChangedAnswer = (body: FormBody): Result<ChangedAnswerInput, FieldProblem> => parseForm(changedAnswerForm, body)
/** Reads which voice is brought. */
export const parseLink = (body: FormBody): Result<LinkInput, FieldProblem> => parseForm(linkForm, body)
/** Reads to what a voice is brought. */
export const parseAttach = (body: FormBody): Result<AttachInput, FieldProblem> => parseForm(attachForm, body)
