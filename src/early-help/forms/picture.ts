import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import type { FormBody } from '#platform/web/form-body.ts'

/** The picture that was chosen in the field `file`; undefined where none was. */
export function sentFile(body: FormBody): UploadedFile | undefined {
  const sent = isUploadedFile(body.file) ? body.file : undefined
  return sent && (sent.tooLarge || sent.name !== '' || sent.size > 0) ? sent : undefined
}
