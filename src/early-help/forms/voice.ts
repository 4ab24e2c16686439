import { z } from 'zod'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
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
  ticked,
  version,
  wholeNumber,
} from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import type { ReadingStanding } from '../rules/readings.ts'
import { statementKinds } from '../words/voice.ts'
import { sentFile } from './picture.ts'

const occasions = ['assessment', 'visit', 'meeting', 'review', 'closing', 'other'] as const
const captures = ['by-them', 'with-help', 'reported'] as const
/** What can be answered to the scale: the numbers, and that there is none. */
export const scaleAnswers = ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1', '0', 'did-not-want', 'not-asked'] as const

const statementFields = {
  ...{ kind: choice(statementKinds), words: longText(4000), goal: optionalLongText(4000), forHowLong: optionalText(300), whose: text(200) },
  ...{ about: optionalUuid(), saidOn: day(), tellsOfOthers: ticked(), withheldFrom: optionalUuid() },
}
const statementForm = z.object(statementFields)
const changedForm = z.object({ ...statementFields, version: version() })
/** What somebody says in one of the three columns. */
export type StatementInput = z.output<typeof statementForm>
/** What somebody says, as changed. */
export type StatementChange = z.output<typeof changedForm>

function paired<Input extends StatementInput>(parsed: Result<Input, FieldProblem>): Result<Input, FieldProblem> {
  if (!parsed.ok) return parsed
  const { kind, goal, forHowLong } = parsed.value
  if (kind === 'worried' && goal === undefined) return fail({ field: 'goal', code: 'worry-without-goal' })
  if (kind === 'worried' && forHowLong === undefined) return fail({ field: 'forHowLong', code: 'goal-without-time' })
  if (kind !== 'worried' && (goal ?? forHowLong) !== undefined)
    return fail({ field: goal === undefined ? 'forHowLong' : 'goal', code: 'goal-of-worry' })
  return parsed
}
/** Reads a statement: a worry has its goal and for how long, and nothing else has. */
export const parseStatement = (body: FormBody): Result<StatementInput, FieldProblem> => paired(parseForm(statementForm, body))
/** Reads a changed statement. */
export const parseStatementChange = (body: FormBody): Result<StatementChange, FieldProblem> => paired(parseForm(changedForm, body))

const disputeForm = z.object({ who: text(200), words: longText(4000), saidOn: day() })
/** Who sees a statement otherwise, and how. */
export type DisputeInput = z.output<typeof disputeForm>
/** Reads who sees a statement otherwise. */
export const parseDispute = formOf(disputeForm)

const readingForm = z.object({
  ...{ who: text(60), name: optionalText(200), answer: choice(scaleAnswers), saidOn: day(), occasion: choice(occasions) },
  ...{ why: optionalLongText(2000), oneHigher: optionalLongText(2000), captured: optionalChoice(captures) },
})
/** A reading, or that there is none. */
export interface ReadingInput {
  /** Id of somebody of the family, 'lead' or 'other'. */
  readonly who: string
  /** Needed of the lead and of others. */
  readonly name: string | undefined
  readonly standing: ReadingStanding
  readonly value: number | null
  readonly saidOn: Temporal.PlainDate
  readonly occasion: (typeof occasions)[number]
  readonly why: string | undefined
  readonly oneHigher: string | undefined
  readonly captured: (typeof captures)[number] | undefined
}

/** Reads a reading: a number says how it was captured; where there is none, nothing would make it one higher. */
export function parseReading(body: FormBody): Result<ReadingInput, FieldProblem> {
  const parsed = parseForm(readingForm, body)
  if (!parsed.ok) return parsed
  const { answer, captured, oneHigher, who, name, ...rest } = parsed.value
  if ((who === 'lead' || who === 'other') && name === undefined) return fail({ field: 'name', code: 'reading-of-nobody' })
  if (answer === 'not-asked' || answer === 'did-not-want') {
    if (oneHigher !== undefined) return fail({ field: 'oneHigher', code: 'no-number-higher' })
    return succeed({ ...rest, who, name, standing: answer, value: null, oneHigher, captured: undefined })
  }
  if (captured === undefined) return fail({ field: 'captured', code: 'choice-missing' })
  return succeed({ ...rest, who, name, standing: 'read', value: Number(answer), oneHigher, captured })
}

const ownForm = z.object({
  answer: choice(scaleAnswers),
  why: optionalLongText(2000),
  oneHigher: optionalLongText(2000),
  help: choice(['by-them', 'with-help']),
})
/** Reads what a child chose on its own page. */
export function parseOwnReading(
  body: FormBody,
): Result<Pick<ReadingInput, 'standing' | 'value' | 'why' | 'oneHigher' | 'captured'>, FieldProblem> {
  const parsed = parseForm(ownForm, body)
  if (!parsed.ok) return parsed
  const { answer, why, oneHigher, help } = parsed.value
  if (answer === 'not-asked' || answer === 'did-not-want')
    return succeed({ standing: answer, value: null, why, oneHigher: undefined, captured: undefined })
  return succeed({ standing: 'read', value: Number(answer), why, oneHigher, captured: help })
}

const wordsForm = z.object({
  ...{ who: text(60), name: optionalText(200), saidOn: day(), words: optionalLongText(10_000), captured: choice(captures) },
  ...{ described: optionalLongText(1000), tellsOfOthers: ticked(), withheldFrom: optionalUuid() },
})
/** Somebody's own words, a drawing, or both. */
export type WordsInput = z.output<typeof wordsForm> & { readonly file: UploadedFile | undefined }

/** Reads words and a drawing: one of both at least, and a drawing is described for whoever cannot see it. */
export function parseWords(body: FormBody): Result<WordsInput, FieldProblem> {
  const parsed = parseForm(wordsForm, body)
  if (!parsed.ok) return parsed
  const file = sentFile(body)
  const { who, name, words, described } = parsed.value
  if (who === 'other' && name === undefined) return fail({ field: 'name', code: 'reading-of-nobody' })
  if (words === undefined && file === undefined) return fail({ field: 'words', code: 'words-or-drawing' })
  if (file && described === undefined) return fail({ field: 'described', code: 'drawing-undescribed' })
  if (!file && described !== undefined) return fail({ field: 'file', code: 'drawing-missing' })
  return succeed({ ...parsed.value, file })
}

const practiceForm = z.object({
  ...{ worriedLabel: text(80), wellLabel: text(80), happenLabel: text(80), question: text(300), lowWords: text(120), highWords: text(120) },
  ...{ improvedStep: wholeNumber(1, 10), silentWeeks: wholeNumber(1, 52), startsOn: day(), source: text(500) },
})
/** How a partnership calls the columns, and asks. */
export type PracticeInput = z.output<typeof practiceForm>
/** Reads how a partnership calls the columns, and asks. */
export const parsePractice = formOf(practiceForm)
