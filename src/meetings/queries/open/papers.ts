import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { OpenFiledFile, OpenPaper, OpenPaperFile, OpenPublication } from './shapes.ts'

/** The papers of these meetings in the version that stands published, with their files. */
export async function findOpenPapers(reader: Reader, meetings: readonly string[]): Promise<readonly OpenPaper[]> {
  const rows = await reader
    .selectFrom('meetings.paper as p')
    .innerJoin('meetings.paper_version as v', (join) => join.onRef('v.paper', '=', 'p.id').on('v.state', '=', 'published'))
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['p.id', 'p.meeting', 'p.item', 'p.title', 'v.id as version'])
    .select([
      sql<boolean>`v.fields <> '{}' or jsonb_array_length(v.tree -> 'blocks') > 0`.as('hasText'),
      sql<Temporal.PlainDate | null>`(select min(b.published_on) from meetings.published_paper u
        join meetings.publication b on b.id = u.publication and b.withdrawn_at is null where u.paper_version = v.id)`.as('publishedOn'),
    ])
    .where('p.meeting', 'in', meetings)
    .where('p.state', '=', 'published')
    .where('i.withdrawn_at', 'is', null)
    .orderBy('p.id')
    .execute()
  const files = Map.groupBy(
    await findFiles(
      reader,
      rows.map(({ version }) => version),
    ),
    ({ version }) => version,
  )
  return rows.map((row) => ({ ...row, files: (files.get(row.version) ?? []).map(({ version: _of, ...file }) => file) }))
}

async function findFiles(reader: Reader, versions: readonly string[]): Promise<readonly (OpenPaperFile & { readonly version: string })[]> {
  if (versions.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.paper_file as f')
    .select(['f.id', 'f.paper_version as version', 'f.role', 'f.title', 'f.file_name as fileName', 'f.media_type as mediaType', 'f.bytes'])
    .select(['f.document', 'f.pages'])
    .where('f.paper_version', 'in', versions)
    .where('f.role', '<>', 'source')
    .orderBy('f.position')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as OpenPaperFile['role'], bytes: Number(row.bytes) }))
}

/** What is filed with the minutes of these meetings and was not taken back, nor its item withdrawn. */
export async function findOpenFiled(reader: Reader, meetings: readonly string[]): Promise<readonly OpenFiledFile[]> {
  const rows = await reader
    .selectFrom('meetings.minutes_file as f')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'f.item')
    .select([
      'f.id',
      'f.meeting',
      'f.item',
      'f.title',
      'f.file_name as fileName',
      'f.media_type as mediaType',
      'f.bytes',
      'f.document',
      'f.pages',
    ])
    .select('f.made_at as filedOn')
    .where('f.meeting', 'in', meetings)
    .where('f.taken_back_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('f.made_at')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/** What came out for these meetings and stands, with the public edition once that is made. */
export async function findOpenPublications(reader: Reader, meetings: readonly string[]): Promise<readonly OpenPublication[]> {
  const rows = await reader
    .selectFrom('meetings.publication as b')
    .leftJoin('meetings.pack_file as f', (join) =>
      join.onRef('f.publication', '=', 'b.id').on('f.edition', '=', 'public').on('f.state', '=', 'ready').on('f.document', '<>', ''),
    )
    .select(['b.id', 'b.meeting', 'b.kind', 'b.number', 'b.published_on as publishedOn', 'f.document', 'f.pages'])
    .where('b.meeting', 'in', meetings)
    .where('b.withdrawn_at', 'is', null)
    .orderBy('b.published_at')
    .orderBy('b.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as OpenPublication['kind'] }))
}
