import { degrees, PDFDocument, PDFName, type PDFPage, StandardFonts } from 'pdf-lib'

/** A PDF of pages with words, and what `change` does to it. */
export async function pdfOf(pages: number, change: (document: PDFDocument, first: PDFPage) => unknown = () => {}): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595, 842])
    page.drawText(`The words of page ${number}`, { x: 72, y: 700, size: 12, font })
  }
  const [first] = document.getPages()
  if (first) await change(document, first)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** Puts an annotation of this kind over the words of a page. */
export function annotate(
  document: PDFDocument,
  page: PDFPage,
  annotation: Record<string, string | number | number[] | Record<string, string>>,
): void {
  const made = document.context.register(document.context.obj({ Type: 'Annot', Rect: [60, 690, 300, 720], ...annotation }))
  page.node.set(PDFName.of('Annots'), document.context.obj([made]))
}

/** A page that is a picture, as a scanner makes it: no words. */
export async function scannedPdf(picture: Uint8Array): Promise<Buffer> {
  const document = await PDFDocument.create()
  const image = await document.embedPng(picture)
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return Buffer.from(await document.save())
}

/** An A0 page, and one that lies on its side. */
export function oddPages(): Promise<Buffer> {
  return pdfOf(1, (document) => {
    document.addPage([2384, 3370])
    document.addPage([595, 842]).setRotation(degrees(90))
  })
}
