import { type Checked, inspectUpload } from '#platform/documents/uploads/inspect.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { KeptFile } from '../commands/paper/files/add-file.ts'
import type { MeetingsNeeds } from '../needs.ts'

/** A file that passed its check. */
export type PassedFile = Extract<Checked, { readonly ok: true }>

/** Checks a file by its content; a refusal is a problem of the field `file`. */
export async function checkBrought(file: UploadedFile): Promise<Result<PassedFile, FieldProblem>> {
  const checked = await inspectUpload(file)
  if (checked.ok) return succeed(checked)
  return fail({ field: 'file', code: checked.code, ...(checked.details && { details: checked.details }) })
}

/** Puts a checked file into the store: as it was made anew, or as it came; a PDF both ways. The command that follows holds it. */
export async function keepBrought(
  { documents }: Pick<MeetingsNeeds, 'documents'>,
  file: UploadedFile,
  checked: PassedFile,
): Promise<KeptFile> {
  const { kind, mediaType, extension, pages, findings, redrawn } = checked
  const kept = { kind, mediaType, extension, pages, findings, name: file.name }
  if (!redrawn || kind === 'pdf') {
    const { sha256: document, size: bytes } = await documents.putFile(file.path, mediaType)
    if (!redrawn) return { ...kept, document, bytes, original: undefined }
    const anew = await documents.put(redrawn, mediaType)
    return { ...kept, document: anew.sha256, bytes: anew.size, original: { document, bytes } }
  }
  // What the camera noted in a picture is kept nowhere.
  const { sha256, size } = await documents.put(redrawn, mediaType)
  return { ...kept, document: sha256, bytes: size, original: undefined }
}
