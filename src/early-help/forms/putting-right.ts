import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import {
  choice,
  formOf,
  longText,
  optionalChoice,
  optionalLongText,
  optionalText,
  optionalUuid,
  parseForm,
  text,
  version,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { contentClasses } from '../rules/access.ts'
import type { RightSource } from '../words/putting-right.ts'
import { scaleAnswers } from './voice.ts'

const captures = ['by-them', 'with-help', 'reported'] as const
const entitlements = ['self', 'competent-child', 'responsibility', 'authorised'] as const

/** What a record says from now on, as columns of its table. */
export type Correction =
  | { readonly source: 'own_words'; readonly words: string; readonly captured: (typeof captures)[number] }
  | {
      readonly source: 'scale_reading'
      readonly standing: 'read' | 'not-asked' | 'did-not-want'
      readonly value: number | null
      readonly why: string
      readonly one_higher: string
      readonly captured: (typeof captures)[number] | null
    }
  | {
      readonly source: 'person_fact'
      readonly standing: 'answered' | 'not-asked' | 'declined'
      readonly code: string | null
      readonly words: string
      readonly origin: string
      readonly known_on: Temporal.PlainDate
    }

const wordsForm = z.object({ words: optionalLongText(10_000), captured: choice(captures) })
const readingForm = z.object({
  ...{ answer: choice(scaleAnswers), why: optionalLongText(2000), oneHigher: optionalLongText(2000), captured: optionalChoice(captures) },
})
const factForm = z.object({ answer: text(60), words: optionalText(500), origin: text(200), knownOn: day() })

/** Reads what a record says from now on. */
function parseCorrection(source: RightSource, body: FormBody): Result<Correction, FieldProblem> {
  if (source === 'own_words') {
    const parsed = parseForm(wordsForm, body)
    return parsed.ok ? succeed({ source, words: parsed.value.words ?? '', captured: parsed.value.captured }) : parsed
  }
  if (source === 'person_fact') {
    const parsed = parseForm(factForm, body)
    if (!parsed.ok) return parsed
    const { answer, words = '', origin, knownOn } = parsed.value
    const isNone = answer === 'not-asked' || answer === 'declined'
    if (isNone && words !== '') return fail({ field: 'words', code: 'words-of-no-answer' })
    return succeed({ source, standing: isNone ? answer : 'answered', code: isNone ? null : answer, words, origin, known_on: knownOn })
  }
  const parsed = parseForm(readingForm, body)
  if (!parsed.ok) return parsed
  const { answer, why = '', oneHigher = '', captured } = parsed.value
  if (answer === 'not-asked' || answer === 'did-not-want') {
    if (oneHigher !== '') return fail({ field: 'oneHigher', code: 'no-number-higher' })
    return succeed({ source, standing: answer, value: null, why, one_higher: '', captured: null })
  }
  if (captured === undefined) return fail({ field: 'captured', code: 'answer-number-how' })
  return succeed({ source, standing: 'read', value: Number(answer), why, one_higher: oneHigher, captured })
}

const askForm = z.object({ askedBy: text(200), entitledBy: choice(entitlements), wanted: longText(5000), receivedOn: day() })
const otherForm = askForm.extend({ class: choice(contentClasses), said: longText(5000) })
/** What somebody asks to have put right. */
export type AskRightInput = z.output<typeof askForm>
/** The same of something that has no form of its own. */
export type AskOtherInput = z.output<typeof otherForm>
/** Reads what somebody asks to have put right. */
export const parseAskRight = formOf(askForm)
/** Reads the same of something that has no form of its own. */
export const parseAskOther = formOf(otherForm)

/** A mistake that whoever wrote it finds, or another who writes. */
export interface MistakeInput {
  readonly wanted: string
  readonly correction: Correction
}
/** Reads a mistake: why it is one, and what the record says from now on. */
export function parseMistake(source: RightSource, body: FormBody): Result<MistakeInput, FieldProblem> {
  const why = parseForm(z.object({ wanted: longText(5000) }), body)
  if (!why.ok) return why
  const correction = parseCorrection(source, body)
  return correction.ok ? succeed({ wanted: why.value.wanted, correction: correction.value }) : correction
}

const decideForm = z.object({
  verdict: choice(['put-right', 'refused']),
  because: longText(5000),
  toldHow: longText(2000),
  version: version(),
})
/** A decision; with what the record says from now on where it is put right here. */
export type DecideRightInput = z.output<typeof decideForm> & { readonly correction: Correction | undefined }
/** Reads a decision. What stands in the fields of the record counts only where it is put right. */
export function parseDecideRight(source: RightSource | 'other', body: FormBody): Result<DecideRightInput, FieldProblem> {
  const parsed = parseForm(decideForm, body)
  if (!parsed.ok) return parsed
  if (source === 'other' || parsed.value.verdict === 'refused') return succeed({ ...parsed.value, correction: undefined })
  const correction = parseCorrection(source, body)
  return correction.ok ? succeed({ ...parsed.value, correction: correction.value }) : correction
}

const proposeForm = z.object({
  ...{ kind: choice(['asked', 'mistake']), askedBy: optionalText(200), entitledBy: optionalChoice(entitlements), wanted: longText(5000) },
  receivedOn: day(),
})
const proposeOtherForm = proposeForm.extend({ class: choice(contentClasses), said: longText(5000) })
/** What a co-ordinator proposes to put right in a closed record; who asked, where it is not their own finding. */
export type ProposeInput = z.output<typeof proposeForm> & { readonly correction: Correction | undefined }
/** The same of something that has no form of its own. */
export type ProposeOtherInput = z.output<typeof proposeOtherForm>
/** Reads what is proposed, with what the record is to say. */
export function parsePropose(source: RightSource, body: FormBody): Result<ProposeInput, FieldProblem> {
  const parsed = asksWho(parseForm(proposeForm, body))
  if (!parsed.ok) return parsed
  const correction = parseCorrection(source, body)
  return correction.ok ? succeed({ ...parsed.value, correction: correction.value }) : correction
}
/** Reads the same of something that has no form of its own. */
export const parseProposeOther = (body: FormBody): Result<ProposeOtherInput, FieldProblem> => asksWho(parseForm(proposeOtherForm, body))

/** Whoever asked is named, with why they may ask; a finding of one's own names nobody. */
function asksWho<Value extends z.output<typeof proposeForm>>(parsed: Result<Value, FieldProblem>): Result<Value, FieldProblem> {
  if (!parsed.ok) return parsed
  const { kind, askedBy, entitledBy } = parsed.value
  if (kind === 'asked' && askedBy === undefined) return fail({ field: 'askedBy', code: 'required' })
  if (kind === 'asked' && entitledBy === undefined) return fail({ field: 'entitledBy', code: 'required' })
  if (kind === 'mistake' && askedBy !== undefined) return fail({ field: 'askedBy', code: 'own-finding' })
  return succeed(kind === 'asked' ? parsed.value : { ...parsed.value, askedBy: undefined, entitledBy: undefined })
}

const approveForm = z.object({
  ...{ verdict: choice(['put-right', 'refused']), because: longText(5000), toldHow: optionalLongText(2000), version: version() },
})
/** Whether a proposal is approved. */
export type ApproveRightInput = z.output<typeof approveForm>
/** Reads whether a proposal is approved. */
export const parseApproveRight = formOf(approveForm)

const dissentForm = z.object({
  ...{ who: text(200), class: choice(contentClasses), about: text(500), words: longText(10_000), captured: choice(captures) },
  ...{ saidOn: day(), withheldFrom: optionalUuid(), rectification: optionalUuid() },
})
/** What somebody says against something that is recorded. */
export type DissentInput = z.output<typeof dissentForm>
/** Reads what somebody says against something that is recorded. */
export const parseDissent = formOf(dissentForm)
