import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { hold } from '#platform/documents/references.ts'
import type { Doer } from '../../../needs.ts'
import { findPaperFiles } from '../../../queries/paper-files.ts'
import { documentsOf, holderOfFile } from './in-draft.ts'

/** Copies the files of a version to a new draft of the same paper: each version holds its own, so that none can take another's away (M15). */
export async function carryFiles(tx: Writer, doer: Doer, from: string, to: string, meeting: string): Promise<void> {
  for (const file of await findPaperFiles(tx, from)) {
    const id = newId()
    await tx
      .insertInto('meetings.paper_file')
      .values({
        id,
        paper_version: to,
        meeting,
        position: file.position,
        role: file.role,
        kind: file.kind,
        title: file.title,
        file_name: file.fileName,
        media_type: file.mediaType,
        bytes: BigInt(file.bytes),
        document: file.document,
        original: file.original?.document ?? null,
        original_bytes: file.original ? BigInt(file.original.bytes) : null,
        pages: file.pages,
        alternative_text: file.alternativeText,
        findings: JSON.stringify(file.findings),
        made_by: doer.actor,
        made_at: doer.now,
      })
      .execute()
    for (const document of documentsOf(file)) await hold(tx, document, holderOfFile, id)
  }
}
