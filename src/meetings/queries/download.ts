import type { Reader } from '#platform/database/session.ts'
import { distinctNames, endingOf, safeName } from '../rules/download-name.ts'
import { downloadName, packFileName } from '../rules/pack-name.ts'
import { findPackFiles, findPublications } from './publications.ts'

/** A file of the download: its name in the archive and the stored document. */
export interface DownloadFile {
  readonly name: string
  readonly document: string
  /** Publication, where it is a pack in full, whose opening is kept in the audit. */
  readonly fullOf: string | undefined
}

/**
 * The files of a meeting that one may open: of each publication the fullest edition, and what cannot be printed, as downloads. Row-level security
 * decides, so that whoever may not read Part 2 finds neither its files nor their names.
 */
export async function findDownload(
  reader: Reader,
  meeting: { readonly id: string; readonly heldOn: Temporal.PlainDate },
  slug: string,
): Promise<readonly DownloadFile[]> {
  const publications = (await findPublications(reader, meeting.id)).filter(({ kind, withdrawnAt }) => kind !== 'minutes' && !withdrawnAt)
  const files = (await findPackFiles(reader, meeting.id)).filter(({ state, document }) => state === 'ready' && document !== '')
  const packs = publications.flatMap((publication) => {
    const own = files.filter((file) => file.publication === publication.id)
    const best = own.find(({ edition }) => edition === 'full') ?? own[0]
    if (!best) return []
    const isFull = best.edition === 'full'
    const name = downloadName(slug, meeting.heldOn, packFileName(publication, best.edition))
    return [{ name, document: best.document, fullOf: isFull ? publication.id : undefined }]
  })
  const loose = await reader
    .selectFrom('meetings.paper_file as f')
    .innerJoin('meetings.paper_version as v', 'v.id', 'f.paper_version')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .innerJoin('meetings.agenda_item as i', 'i.id', 'p.item')
    .select(['f.title', 'f.file_name as fileName', 'f.document', 'i.number'])
    .where('f.meeting', '=', meeting.id)
    .where('v.state', '=', 'published')
    .where('v.sight', '<>', 'draft')
    .where('f.role', '<>', 'source')
    .where('f.kind', 'in', ['spreadsheet', 'slides', 'docx'])
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.position')
    .orderBy('f.position')
    .execute()
  const named = [
    ...packs,
    ...loose.map((file) => ({
      name: safeName(`item ${file.number} ${file.title}`, endingOf(file.fileName)),
      document: file.document,
      fullOf: undefined,
    })),
  ]
  const names = distinctNames(named.map(({ name }) => name))
  return named.map((file, index) => ({ ...file, name: names[index] ?? file.name }))
}
