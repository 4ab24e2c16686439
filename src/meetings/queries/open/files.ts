import type { Reader } from '#platform/database/session.ts'
import type { Paper as PaperTree } from '#platform/paper/tree.ts'
import { editionName } from '../../rules/pack-name.ts'
import { assembleReport, readFields } from '../../rules/report.ts'
import { partWords } from '../../words/paper.ts'

/** What stands behind the address of a file of the open data. */
export type OpenFile =
  /** A stored document; `document` is its sha-256. A browser is given it to open where it was written anew by its check, or made here. */
  | {
      readonly kind: 'document'
      readonly document: string
      readonly mediaType: string
      readonly fileName: string
      readonly opens: boolean
    }
  /** The text of a paper. */
  | { readonly kind: 'text'; readonly title: string; readonly tree: PaperTree }

/** A file by its id, as far as the reader may have it: brought to a paper, filed with minutes, a public edition, the text of a paper. Undefined for none. */
export async function findOpenFile(reader: Reader, id: string): Promise<OpenFile | undefined> {
  return (await findBrought(reader, id)) ?? (await findFiled(reader, id)) ?? (await findEdition(reader, id)) ?? (await findText(reader, id))
}

async function findBrought(reader: Reader, id: string): Promise<OpenFile | undefined> {
  const row = await reader
    .selectFrom('meetings.paper_file as f')
    .innerJoin('meetings.paper_version as v', (join) => join.onRef('v.id', '=', 'f.paper_version').on('v.state', '=', 'published'))
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['f.document', 'f.media_type as mediaType', 'f.file_name as fileName', 'f.original'])
    .where('f.id', '=', id)
    .where('i.withdrawn_at', 'is', null)
    .where('f.role', '<>', 'source')
    .where('p.state', '=', 'published')
    .executeTakeFirst()
  if (!row) return undefined
  const { original, ...file } = row
  return { kind: 'document', ...file, opens: original !== null && file.mediaType === 'application/pdf' }
}

async function findFiled(reader: Reader, id: string): Promise<OpenFile | undefined> {
  const row = await reader
    .selectFrom('meetings.minutes_file as f')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'f.item')
    .select(['f.document', 'f.media_type as mediaType', 'f.file_name as fileName'])
    .where('f.id', '=', id)
    .where('f.taken_back_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row && { kind: 'document', ...row, opens: row.mediaType === 'application/pdf' }
}

async function findEdition(reader: Reader, id: string): Promise<OpenFile | undefined> {
  const row = await reader
    .selectFrom('meetings.publication as b')
    .innerJoin('meetings.meeting as m', 'm.id', 'b.meeting')
    .innerJoin('meetings.pack_file as f', (join) => join.onRef('f.publication', '=', 'b.id').on('f.edition', '=', 'public'))
    .select(['b.kind', 'b.number', 'm.held_on as heldOn', 'f.document'])
    .where('b.id', '=', id)
    .where('b.withdrawn_at', 'is', null)
    .where('f.state', '=', 'ready')
    .executeTakeFirst()
  if (!row) return undefined
  return { kind: 'document', document: row.document, mediaType: 'application/pdf', fileName: editionName(row), opens: true }
}

async function findText(reader: Reader, id: string): Promise<OpenFile | undefined> {
  const row = await reader
    .selectFrom('meetings.paper_version as v')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['p.title', 'v.fields', 'v.tree'])
    .where('v.id', '=', id)
    .where('i.withdrawn_at', 'is', null)
    .where('v.state', '=', 'published')
    .where('p.state', '=', 'published')
    .executeTakeFirst()
  return row && { kind: 'text', title: row.title, tree: assembleReport(readFields(row.fields), row.tree as PaperTree, partWords) }
}
