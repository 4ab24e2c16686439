import { inspectUpload } from '#platform/documents/uploads/inspect.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'

/** The largest picture that is kept, made anew, in bytes. */
const largest = 8 * 1024 * 1024

/** A picture made anew from its pixels. */
export interface Picture {
  readonly media_type: string
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/**
 * Checks a picture of the field `file` in a process of its own: only PNG and JPEG, and what is kept is made anew from the pixels, without anything else the file
 * held. Fails with `checks-busy`, `drawing-unusable` or `drawing-too-large`.
 */
export async function redraw(file: UploadedFile): Promise<Result<Picture, FieldProblem>> {
  const checked = await inspectUpload(file)
  if (!checked.ok && checked.code === 'checks-busy') return fail({ field: 'file', code: 'checks-busy' })
  if (!checked.ok && checked.code === 'file-image-too-large') return fail({ field: 'file', code: 'drawing-too-large' })
  const { width, height } = checked.ok ? checked.findings : {}
  if (!checked.ok || checked.kind !== 'image' || !checked.redrawn || !width || !height)
    return fail({ field: 'file', code: 'drawing-unusable' })
  if (checked.redrawn.length > largest) return fail({ field: 'file', code: 'drawing-too-large' })
  return succeed({ media_type: checked.mediaType, width, height, bytes: Buffer.from(checked.redrawn) })
}
