import { z } from 'zod'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { day } from '#platform/web/day-fields.ts'
import { choice, field, optionalLongText, optionalUuid, parseForm, postedText, text, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/forms.ts'
import type { NewQuestionSet } from '../commands/key-questions/keep-questions.ts'

/** The most questions of a set; more would not be answered with care. */
const MOST = 20

/** Questions as typed, one a line. */
const questionLines = field<readonly string[]>((posted) => {
  const typed = postedText(posted)
  if (!typed.isWellFormed()) return { code: 'broken-characters' }
  const lines = typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) return { code: 'required' }
  if (lines.some((line) => /\p{Cc}/u.test(line))) return { code: 'control-characters' }
  const over = Math.max(...lines.map((line) => [...line].length)) - 300
  if (over > 0) return { code: 'too-long', details: { max: 300, over } }
  return lines.length > MOST ? { code: 'number-out-of-range', details: { min: 1, max: MOST } } : { value: lines }
})

/** Reads the questions of a board. */
export function parseQuestionSet(body: FormBody, kinds: readonly string[]): Result<NewQuestionSet, FieldProblem> {
  return parseForm(z.object({ kind: choice(kinds), title: text(120), startsOn: day(), questions: questionLines }), body)
}

/** Reads from which day questions are asked no more. */
export function parseEndOfQuestions(body: FormBody) {
  return parseForm(z.object({ endsOn: day(), version: version() }), body)
}

/** Reads which questions are asked of an item. */
export function parseItemQuestions(body: FormBody): Result<{ readonly questionSet: string | undefined }, FieldProblem> {
  return parseForm(z.object({ questionSet: optionalUuid() }), body)
}

/** The name of the field of a question's answer. */
export const answerField = (question: string): string => `answer_${question}`

/** Reads the answers to some questions, by question; '' for none. */
export function parseKeyAnswers(body: FormBody, questions: readonly string[]): Result<ReadonlyMap<string, string>, FieldProblem> {
  const fields = Object.fromEntries(questions.map((id) => [answerField(id), optionalLongText(4000)]))
  const parsed = parseForm(z.object(fields), body)
  if (!parsed.ok) return fail(...parsed.problems)
  return succeed(new Map(questions.map((id) => [id, parsed.value[answerField(id)] ?? ''])))
}
