import type { Reader } from '#platform/database/session.ts'
import { type FileFindings, type FileKind, readFindings } from '#platform/paper/file-findings.ts'
import type { Paper as PaperTree } from '#platform/paper/tree.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category } from '../rules/agenda.ts'
import { accessOf, type FileAccess } from '../rules/file-access.ts'
import type { PaperContent } from '../rules/paper.ts'
import { type FileRole, needsWord } from '../rules/paper-file.ts'
import type { PaperVersion } from './papers.ts'

/** Text that was converted from a Word file and waits for its author's word. */
export interface Proposal {
  readonly tree: PaperTree
  /** What could not be brought over, as codes with counts. */
  readonly lost: readonly { readonly code: string; readonly count: number; readonly words?: string }[]
}

/** A file of a version of a paper. */
export interface PaperFile {
  readonly id: string
  readonly paperVersion: string
  readonly position: number
  readonly role: FileRole
  readonly kind: FileKind
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  /** sha-256 of the stored file that readers get. */
  readonly document: string
  /** The file as it came, for its author and the clerks; undefined where readers get the same. */
  readonly original: { readonly document: string; readonly bytes: number } | undefined
  /** Of a PDF; null for the others. */
  readonly pages: number | null
  readonly alternativeText: string
  readonly findings: FileFindings
  /** Undefined where none waits. */
  readonly proposal: Proposal | undefined
  readonly access: FileAccess
}

function files(reader: Reader) {
  return reader
    .selectFrom('meetings.paper_file as f')
    .select(['f.id', 'f.paper_version as paperVersion', 'f.position', 'f.role', 'f.kind', 'f.title', 'f.file_name as fileName'])
    .select([
      'f.media_type as mediaType',
      'f.bytes',
      'f.document',
      'f.original',
      'f.original_bytes as originalBytes',
      'f.pages',
      'f.alternative_text as alternativeText',
      'f.findings',
      'f.proposal',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

const fileOf = ({ original, originalBytes, ...row }: Row): PaperFile => ({
  ...row,
  original: original === null ? undefined : { document: original, bytes: Number(originalBytes) },
  role: row.role as FileRole,
  kind: row.kind as FileKind,
  bytes: Number(row.bytes),
  findings: readFindings(row.findings),
  proposal: row.proposal === null ? undefined : (row.proposal as unknown as Proposal),
  access: accessOf(row),
})

/** The files of one version in their order, as far as one may see them; empty for none. */
export async function findPaperFiles(reader: Reader, version: string): Promise<readonly PaperFile[]> {
  return (await files(reader).where('f.paper_version', '=', version).orderBy('f.position').orderBy('f.id').execute()).map(fileOf)
}

/** The files that go out with versions, each version's in order, as far as one may see them; what a text was converted from is not among them. */
export async function findFilesOfVersions(reader: Reader, versions: readonly string[]): Promise<readonly PaperFile[]> {
  if (versions.length === 0) return []
  const found = files(reader).where('f.paper_version', 'in', versions).where('f.role', '<>', 'source')
  return (await found.orderBy('f.position').orderBy('f.id').execute()).map(fileOf)
}

/** A file of this paper in any of its versions, with the sight that its version has. @throws NotFound where there is none that one may see */
export async function findFileOfPaper(reader: Reader, paper: string, id: string): Promise<PaperFile & { readonly sight: string }> {
  const row = isUuid(id)
    ? await files(reader)
        .innerJoin('meetings.paper_version as v', 'v.id', 'f.paper_version')
        .select('v.sight')
        .where('v.paper', '=', paper)
        .where('f.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such file.')
  return { ...fileOf(row), sight: row.sight }
}

/** What a draft holds: its words, and its files. */
export async function findContent(reader: Reader, draft: PaperVersion, category: Category): Promise<PaperContent> {
  const found = await findPaperFiles(reader, draft.id)
  const hasText = draft.tree.blocks.length > 0 || Object.keys(draft.fields).length > 0
  return {
    hasContent: hasText || found.some(({ role }) => role !== 'source'),
    unconfirmed: found.filter((file) => needsWord(file, category)).length,
  }
}
