import { z } from 'zod'
import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import { choice, field, optionalText, parseForm, text } from '#platform/web/fields.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { fileWishes } from '../rules/paper-file.ts'

const titleLength = 200
const alternativeLength = 1000

/** A field for a file that was chosen; what is wrong with it by its size alone is said at once. */
export const chosenFile = () =>
  field<UploadedFile>((posted) => {
    if (!isUploadedFile(posted)) return { code: 'file-missing' }
    if (posted.tooLarge) return { code: 'file-too-large' }
    if (posted.size === 0) return { code: posted.name === '' ? 'file-missing' : 'file-empty' }
    return { value: posted }
  })

const descriptions = { title: optionalText(titleLength), alternativeText: optionalText(alternativeLength) }

/** What an author brings: the file, what for, and what it is called. */
export interface BroughtFile {
  readonly file: UploadedFile
  readonly wish: (typeof fileWishes)[number]
  readonly title: string
  readonly alternativeText: string
}

/** Reads the form that adds a file. */
export function parseNewFile(body: FormBody): Result<BroughtFile, FieldProblem> {
  const parsed = parseForm(z.object({ wish: choice(fileWishes), ...descriptions, file: chosenFile() }), body)
  if (!parsed.ok) return parsed
  const { title = '', alternativeText = '', ...rest } = parsed.value
  return { ok: true, value: { ...rest, title, alternativeText } }
}

/** Reads the form that changes a file; without a new file the old one stays. */
export function parseFileChange(
  body: FormBody,
): Result<{ readonly title: string; readonly alternativeText: string; readonly file: UploadedFile | undefined }, FieldProblem> {
  const none = !isUploadedFile(body.file) || (!body.file.tooLarge && body.file.name === '' && body.file.size === 0)
  const shape = { title: text(titleLength), alternativeText: descriptions.alternativeText }
  if (none) {
    const parsed = parseForm(z.object(shape), body)
    return parsed.ok
      ? { ok: true, value: { title: parsed.value.title, alternativeText: parsed.value.alternativeText ?? '', file: undefined } }
      : parsed
  }
  const parsed = parseForm(z.object({ ...shape, file: chosenFile() }), body)
  return parsed.ok ? { ok: true, value: { ...parsed.value, alternativeText: parsed.value.alternativeText ?? '' } } : parsed
}
