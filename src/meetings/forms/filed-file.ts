import { z } from 'zod'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, optionalLongText, optionalText, parseForm, text, ticked, uuid } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type FiledPurpose, filedPurposes } from '../rules/minutes-file.ts'
import { chosenFile } from './paper-file.ts'

/** What is said of a file that is filed with minutes. */
export interface FilingInput {
  readonly item: string
  readonly purpose: FiledPurpose
  readonly title: string
  /** Who read it out, showed it or handed it over. */
  readonly givenBy: string
  readonly alternativeText: string
  /** Why it is filed with minutes that are published; '' where nothing was said. */
  readonly reason: string
}

/** A file as somebody brings it to minutes. */
export interface BroughtToMinutes extends FilingInput {
  readonly file: UploadedFile
  /** Somebody looked at what the file hides: it may be read with it. */
  readonly looked: boolean
}

const shape = z.object({
  item: uuid(),
  purpose: choice(filedPurposes),
  title: text(200),
  givenBy: text(200),
  alternativeText: optionalText(1000),
  reason: optionalLongText(2000),
  looked: ticked(),
  file: chosenFile(),
})

/** Reads the form that files something with minutes. */
export function parseFiling(body: FormBody): Result<BroughtToMinutes, FieldProblem> {
  const parsed = parseForm(shape, body)
  if (!parsed.ok) return parsed
  const { alternativeText = '', reason = '', ...rest } = parsed.value
  return { ok: true, value: { ...rest, alternativeText, reason } }
}

/** Reads why a file is taken off; '' where nothing was said. */
export function parseTakingOff(body: FormBody): Result<string, FieldProblem> {
  const parsed = parseForm(z.object({ reason: optionalLongText(2000) }), body)
  return parsed.ok ? { ok: true, value: parsed.value.reason ?? '' } : parsed
}
