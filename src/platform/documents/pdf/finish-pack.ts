import { PDFDocument, type PDFRef, PDFStream } from 'pdf-lib'
import { type Bookmark, bookmarksOf } from './bookmarks.ts'
import { type LaidIn, layIn, type OpenedFile } from './outside/lay-in.ts'
import { type BookmarkToWrite, writeOutline } from './outside/outline.ts'
import { pdfName, pdfText, unpacked } from './outside/pdf-objects.ts'
import { tagRowHeaders } from './outside/row-headers.ts'
import type { FileReport, PackInput } from './pack-input.ts'
import { isExemptSpot, type Spot } from './spots.ts'

/** What the finishing works on. */
export interface Unfinished {
  readonly pdf: Uint8Array
  readonly input: PackInput
  readonly spots: readonly Spot[]
  /** By the file's id. */
  readonly opened: ReadonlyMap<string, OpenedFile>
  /** Whether each table, in reading order, has headers of rows. */
  readonly sides: readonly boolean[]
}

/** The finished file. */
export interface Finished {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly files: readonly FileReport[]
}

const pageHeight = 841.89

/**
 * Lays outside pages in, writes bookmarks and page labels anew and tags headers of rows. A pack without outside pages keeps its claim of PDF/UA;
 * one with them makes none. @throws CannotLayIn
 */
export async function finishPack(work: Unfinished, say: (done: number, of: number) => void): Promise<Finished> {
  const { input, spots } = work
  const pack = await PDFDocument.load(work.pdf, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
  const own = pack.getPages().map(({ ref }) => ref)
  tagRowHeaders(pack, work.sides)
  const laid = await layIn(pack, input.entries, spots, work.opened, say)
  if (laid.added > 0) dropClaim(pack)
  writeOutline(pack, toWrite(bookmarksOf(input.entries, spots), own, laid))
  writeLabels(pack, work, own.length, laid.addedOpen)
  // Plain objects: packing them into streams takes four times as long.
  const pdf = await pack.save({ objectsPerTick: Number.POSITIVE_INFINITY, useObjectStreams: false, addDefaultPage: false })
  return { pdf, pages: own.length + laid.added, files: laid.files }
}

function toWrite(bookmarks: readonly Bookmark[], own: readonly PDFRef[], laid: LaidIn): readonly BookmarkToWrite[] {
  return bookmarks.flatMap(({ title, to, children }): readonly BookmarkToWrite[] => {
    const below = toWrite(children, own, laid)
    const page = 'file' in to ? laid.firsts.get(to.file) : own[to.page - 1]
    if (!page) return below
    // A little above the words, so that they do not stick to the edge of the window.
    return [{ title, page, top: 'file' in to ? undefined : pageHeight - to.y + 12, children: below }]
  })
}

function writeLabels(pack: PDFDocument, { input, spots }: Unfinished, own: number, addedOpen: number): void {
  const exempt = spots.find(isExemptSpot)
  const nums = pack.context.obj([0, { S: 'D', St: input.startPage }])
  if (exempt && exempt.page > 1 && exempt.page <= own) {
    nums.push(pack.context.obj(exempt.page - 1 + addedOpen))
    nums.push(pack.context.obj({ S: 'D', P: pdfText('E'), St: input.startExemptPage }))
  }
  pack.catalog.set(pdfName('PageLabels'), pack.context.obj({ Nums: nums }))
}

/** Takes the claim of PDF/UA out of the properties: pages made elsewhere cannot keep it. */
function dropClaim(pack: PDFDocument): void {
  const found = pack.catalog.lookup(pdfName('Metadata'))
  if (!(found instanceof PDFStream)) return
  const words = Buffer.from(unpacked(found)).toString('utf8')
  const plain = words.replaceAll(/<pdfuaid:(\w+)>[^<]*<\/pdfuaid:\1>/g, '').replaceAll(/\s+(?:xmlns:pdfuaid|pdfuaid:\w+)="[^"]*"/g, '')
  const stream = pack.context.stream(Buffer.from(plain), { Type: 'Metadata', Subtype: 'XML' })
  pack.catalog.set(pdfName('Metadata'), pack.context.register(stream))
}
