import { type PDFDocument, PDFRef } from 'pdf-lib'
import { pdfName, pdfText } from './pdf-objects.ts'

/** A bookmark with those below it; `top` is the distance from the foot of the page in points. */
export interface BookmarkToWrite {
  readonly title: string
  readonly page: PDFRef
  readonly top?: number | undefined
  readonly children: readonly BookmarkToWrite[]
}

/** Writes bookmarks anew: they follow the agenda, also for items without pages and for documents that were inserted. */
export function writeOutline(pack: PDFDocument, bookmarks: readonly BookmarkToWrite[]): void {
  const { context } = pack
  if (bookmarks.length === 0) return
  const root = context.nextRef()
  const { first, last } = writeLevel(pack, bookmarks, root)
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: bookmarks.length }))
  pack.catalog.set(pdfName('Outlines'), root)
  pack.catalog.set(pdfName('PageMode'), pdfName('UseOutlines'))
}

function writeLevel(
  pack: PDFDocument,
  bookmarks: readonly BookmarkToWrite[],
  parent: PDFRef,
): { readonly first: PDFRef; readonly last: PDFRef } {
  const { context } = pack
  const refs = bookmarks.map(() => context.nextRef())
  for (const [index, { title, page, top, children }] of bookmarks.entries()) {
    const own = refs[index]
    if (!own) continue
    const dict = context.obj({ Title: pdfText(title), Parent: parent, Dest: [page, 'XYZ', null, top ?? null, null] })
    const [previous, next] = [refs[index - 1], refs[index + 1]]
    if (previous) dict.set(pdfName('Prev'), previous)
    if (next) dict.set(pdfName('Next'), next)
    if (children.length > 0) {
      const below = writeLevel(pack, children, own)
      dict.set(pdfName('First'), below.first)
      dict.set(pdfName('Last'), below.last)
      dict.set(pdfName('Count'), context.obj(-children.length))
    }
    context.assign(own, dict)
  }
  const [first, last] = [refs[0], refs.at(-1)]
  return { first: first ?? PDFRef.of(0), last: last ?? PDFRef.of(0) }
}
