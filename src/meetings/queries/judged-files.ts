import type { Reader } from '#platform/database/session.ts'
import { findFilesOfVersions, type PaperFile } from './paper-files.ts'

/** A file with the paper and the item that it belongs to. */
export interface JudgedFile extends PaperFile {
  readonly paper: string
  readonly paperTitle: string
  /** Number of the item. */
  readonly number: string
}

/** The files that go out with versions of papers, with the names of their papers, in the order of the agenda. */
export async function findJudgedFiles(reader: Reader, versions: readonly string[]): Promise<readonly JudgedFile[]> {
  const found = await findFilesOfVersions(reader, versions)
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
