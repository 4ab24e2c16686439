import type { Reader } from '#platform/database/session.ts'
import { accessOf, type FileAccess } from '../rules/file-access.ts'

/** A file of a paper as packs and pages show it, with how well it can be read. */
export interface FileOfPaper {
  readonly id: string
  readonly paperVersion: string
  readonly role: 'paper' | 'appendix'
  readonly kind: 'pdf' | 'docx' | 'spreadsheet' | 'slides' | 'image'
  readonly title: string
  readonly fileName: string
  readonly bytes: number
  /** sha-256 of the stored file. */
  readonly document: string
  readonly alternativeText: string
  readonly access: FileAccess
}

function files(reader: Reader) {
  return reader
    .selectFrom('meetings.paper_file')
    .select([
      'id',
      'paper_version as paperVersion',
      'role',
      'kind',
      'title',
      'file_name as fileName',
      'bytes',
      'document',
      'pages',
      'findings',
    ])
    .select('alternative_text as alternativeText')
    .where('role', '<>', 'source')
    .orderBy('position')
    .orderBy('id')
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['execute']>>[number]

const fileOf = ({ pages, findings, ...row }: Row): FileOfPaper => ({
  ...row,
  role: row.role as FileOfPaper['role'],
  kind: row.kind as FileOfPaper['kind'],
  bytes: Number(row.bytes),
  access: accessOf({ kind: row.kind, findings, pages, alternativeText: row.alternativeText }),
})

/** The files that go out with versions of papers, in order, as far as the reader may see them; what a text was converted from is not among them. */
export async function findFilesOfPapers(reader: Reader, versions: readonly string[]): Promise<readonly FileOfPaper[]> {
  if (versions.length === 0) return []
  return (await files(reader).where('paper_version', 'in', versions).execute()).map(fileOf)
}

/** A file with the paper and the item that it belongs to. */
export interface JudgedFile extends FileOfPaper {
  readonly paper: string
  readonly paperTitle: string
  /** Number of the item. */
  readonly number: string
}

/** The same files with the names of their papers, in the order of the agenda. */
export async function findJudgedFiles(reader: Reader, versions: readonly string[]): Promise<readonly JudgedFile[]> {
  const found = await findFilesOfPapers(reader, versions)
  if (found.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.paper_version as v')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['v.id as version', 'p.id as paper', 'p.title as paperTitle', 'i.number'])
    .where('v.id', 'in', versions)
    .orderBy('i.position')
    .orderBy('p.id')
    .execute()
  return rows.flatMap(({ version, ...names }) =>
    found.filter((file) => file.paperVersion === version).map((file) => ({ ...file, ...names })),
  )
}
