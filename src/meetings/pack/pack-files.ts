import type { PackFile, PackGap } from '#platform/documents/pdf/pack-input.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import { isHardToRead } from '../rules/file-access.ts'
import { fileKindWords, gapSentences, sizeInWords } from '../words/file-access.ts'
import type { SourcePaper } from './pack-source.ts'

/** The files of a paper as the typesetter takes them; `address` is where downloads are offered: the page of the item. */
export function packFiles({ files }: SourcePaper, address: string): readonly PackFile[] {
  return files.map((file) => ({
    id: file.id,
    kind: file.kind === 'pdf' || file.kind === 'image' ? file.kind : 'download',
    title: file.title,
    fileName: file.fileName,
    size: sizeInWords(file.bytes),
    what: fileKindWords[file.kind] ?? 'file',
    document: file.document,
    alternativeText: file.alternativeText,
    address,
    gaps: gapSentences(file.access),
    pictures: file.access.pictures,
  }))
}

/**
 * The list of papers that not everybody can read, for the front sheet. Of open items alone: both editions print the same, so that no page moves; an
 * exempt paper says it on its own sheet.
 */
export function packGaps(items: readonly AgendaItem[], papers: readonly SourcePaper[]): readonly PackGap[] {
  return items
    .filter(({ category }) => category === 'public')
    .flatMap((item) =>
      papers
        .filter((paper) => paper.item === item.id && paper.category === 'public')
        .flatMap(({ title, files }) => {
          const hard = files.filter(({ access }) => isHardToRead(access))
          return hard.length === 0 ? [] : [{ number: item.number, title, gaps: hard.map(gapOfFile) }]
        }),
    )
}

function gapOfFile({ title, access }: PaperFile): string {
  return `${title}. ${gapSentences(access).join('. ')}`
}
