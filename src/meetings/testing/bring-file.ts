import { newId } from '#platform/database/ids.ts'
import type { FileKind } from '#platform/paper/file-findings.ts'
import type { FileRole } from '../rules/paper-file.ts'
import type { PreparingScene } from './preparing-scene.ts'

/** A file as a test brings it to the newest version of a paper, as if its upload had been checked. */
export interface BroughtFile {
  readonly bytes: Uint8Array
  readonly title: string
  readonly kind?: FileKind
  readonly role?: FileRole
  /** Of a PDF. */
  readonly pages?: number
  readonly findings?: object
  readonly alternativeText?: string
}

/** Puts a file to the newest version of a paper. Returns its id and its document. */
export async function bringFile(
  { needs, ownerDb, board, early }: Pick<PreparingScene, 'needs' | 'ownerDb' | 'board' | 'early'>,
  paper: string,
  file: BroughtFile,
): Promise<{ readonly id: string; readonly document: string }> {
  const { bytes, title, kind = 'pdf', role = 'appendix', pages = 1, findings = {}, alternativeText = '' } = file
  const version = await ownerDb
    .selectFrom('meetings.paper_version')
    .select(['id', 'meeting'])
    .where('paper', '=', paper)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const { sha256 } = await needs.documents.put(bytes, 'application/pdf')
  const id = newId()
  const position = Number(early.now.epochMilliseconds % 1000) + Math.round(performance.now())
  await ownerDb
    .insertInto('meetings.paper_file')
    .values({
      id,
      paper_version: version.id,
      meeting: version.meeting,
      position,
      role,
      kind,
      title,
      file_name: `${title.toLowerCase().replaceAll(' ', '-')}.${kind === 'spreadsheet' ? 'xlsx' : kind}`,
      media_type: kind === 'image' ? 'image/png' : 'application/pdf',
      bytes: BigInt(bytes.length),
      document: sha256,
      pages: kind === 'pdf' ? pages : null,
      alternative_text: alternativeText,
      findings: JSON.stringify(findings),
      made_by: board.clerk.account,
      made_at: early.now,
    })
    .execute()
  return { id, document: sha256 }
}
