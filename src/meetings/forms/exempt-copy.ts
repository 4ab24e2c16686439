import { z } from 'zod'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, longText, optionalUuid, optionalWholeNumber, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'

const printed = z.object({ name: text(200), person: optionalUuid(), number: optionalWholeNumber(1, 100_000) })
const ended = z.object({ ended: choice(['destroyed', 'handed_back']), words: longText(500) })

/** A printed copy that is handed to somebody. */
export type PrintedCopyInput = z.output<typeof printed>
/** What the clerk records of a copy. */
export type EndedCopyInput = z.output<typeof ended>

/** Reads to whom a printed copy is handed. */
export const parsePrintedCopy = (body: FormBody): Result<PrintedCopyInput, FieldProblem> => parseForm(printed, body)
/** Reads what became of a copy. */
export const parseEndedCopy = (body: FormBody): Result<EndedCopyInput, FieldProblem> => parseForm(ended, body)
