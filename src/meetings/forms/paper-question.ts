import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { longText, parseForm, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { longestAnswer, longestQuestion } from '../rules/paper-question.ts'

/** Reads a question to the author of a paper. */
export function parseQuestion(body: FormBody): Result<{ readonly text: string }, FieldProblem> {
  return parseForm(z.object({ text: longText(longestQuestion) }), body)
}

/** An answer, and the version that it was written from. */
export interface QuestionAnswer {
  readonly answer: string
  readonly version: number
}

/** Reads an answer. */
export function parseQuestionAnswer(body: FormBody): Result<QuestionAnswer, FieldProblem> {
  return parseForm(z.object({ answer: longText(longestAnswer), version: version() }), body)
}

/** Reads which version of question and answer is published. */
export function parseQuestionPublishing(body: FormBody): Result<{ readonly version: number }, FieldProblem> {
  return parseForm(z.object({ version: version() }), body)
}
