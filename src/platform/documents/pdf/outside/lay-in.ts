import type { PDFDocument, PDFFont, PDFRef } from 'pdf-lib'
import { readFont } from '../fonts.ts'
import { printable } from '../glyphs.ts'
import type { FileReport, PackEntry, PackFile } from '../pack-input.ts'
import { isExemptSpot, labelsAfter, type Spot } from '../spots.ts'
import { insertPages } from './insert-pages.ts'
import { openTags } from './struct-tree.ts'

/** A file that was opened, and what was noticed. */
export interface OpenedFile {
  readonly document: PDFDocument
  readonly warnings: readonly string[]
}

/** What was laid in. */
export interface LaidIn {
  readonly added: number
  /** Of these, pages of Part 1. */
  readonly addedOpen: number
  /** First outside page of each file. */
  readonly firsts: ReadonlyMap<string, PDFRef>
  readonly files: readonly FileReport[]
}

/** A file could not be laid in; the pack that it was to go into is spoilt, and has to be made again without it. */
export class CannotLayIn extends Error {
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`The file ${file} could not be laid in`, { cause })
    this.file = file
  }
}

/** Lays the pages of each opened file behind its sheet. @throws CannotLayIn */
export async function layIn(
  pack: PDFDocument,
  entries: readonly PackEntry[],
  spots: readonly Spot[],
  opened: ReadonlyMap<string, OpenedFile>,
  say: (done: number, of: number) => void,
): Promise<LaidIn> {
  const own = pack.getPages().map(({ ref }) => ref)
  const owners = new Map(entries.flatMap((entry) => (entry.paper?.files ?? []).map((file) => [file.id, { entry, file }] as const)))
  const sheets = spots.filter(({ kind, id }) => kind === 'file' && opened.has(id))
  const firsts = new Map<string, PDFRef>()
  const files: FileReport[] = []
  let [added, addedOpen] = [0, 0]
  if (sheets.length === 0) return { added, addedOpen, firsts, files }
  const tags = openTags(pack)
  const font = await stampFont(pack)
  for (const [index, spot] of sheets.entries()) {
    const [file, page, owner] = [opened.get(spot.id), own[spot.page - 1], owners.get(spot.id)]
    if (!file || !page || !owner) continue
    const pages = file.document.getPageCount()
    tags.moveAfter(page)
    try {
      const labels = labelsAfter(spot.label, pages)
      const { title, pictures } = owner.file
      const made = insertPages(pack, tags, font, {
        document: file.document,
        after: spot.page + added,
        labels,
        title,
        footer: footerOf(owner.entry, owner.file),
        pictures,
      })
      firsts.set(spot.id, made.first)
      files.push({ id: spot.id, pages, problem: '', warnings: [...new Set([...file.warnings, ...made.warnings])] })
    } catch (error) {
      throw new CannotLayIn(spot.id, error)
    }
    added += pages
    if (!isExemptSpot(spot)) addedOpen += pages
    say(index + 1, sheets.length)
  }
  tags.finish()
  return { added, addedOpen, firsts, files }
}

/** Whole: a subset made by this library loses letters on the page, though their text can still be copied. */
async function stampFont(pack: PDFDocument): Promise<PDFFont> {
  // Asked for here, because a pack of written papers needs none of it.
  const { default: fontkit } = await import('@pdf-lib/fontkit')
  pack.registerFontkit(fontkit)
  return pack.embedFont(readFont('inter/400Regular/Inter_400Regular.ttf'), { subset: false })
}

function footerOf({ part, number, title }: PackEntry, file: PackFile): string {
  const words = [part === 2 ? 'Part 2, not for publication' : '', number === '' ? '' : `Item ${number}`, title || file.title]
  return printable(words.filter((word) => word.trim() !== '').join('  ·  '), new Map(), true)
}
