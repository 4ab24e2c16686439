import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { longText, parseForm, text, uuid, version } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** Reads to which board a paper is sent on, and why (M4). */
export function parseSending(body: FormBody): Result<{ readonly board: string; readonly why: string }, FieldProblem> {
  return parseForm(z.object({ board: uuid(), why: text(1000) }), body)
}

/** Reads which paper that was sent is taken into an item. */
export function parseTaking(body: FormBody): Result<{ readonly sent: string }, FieldProblem> {
  return parseForm(z.object({ sent: uuid() }), body)
}

/** Reads the comments of a board on a paper that it sent on. */
export function parseComments(body: FormBody): Result<{ readonly comments: string; readonly version: number }, FieldProblem> {
  return parseForm(z.object({ comments: longText(10_000), version: version() }), body)
}
