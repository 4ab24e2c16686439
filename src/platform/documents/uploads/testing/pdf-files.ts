import { degrees, PDFDocument, PDFName, type PDFPage, PDFString, StandardFonts } from 'pdf-lib'

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

/** What a page painted by hand may use: pictures Im1 (opaque), Im2 (something shines through), Im3 (a stencil); layers L1 (on) and L2 (off). */
export async function paintedPdf(...contents: readonly string[]): Promise<Buffer> {
  const document = await PDFDocument.create()
  const { context } = document
  const font = await document.embedFont(StandardFonts.Helvetica)
  const grey = { Type: 'XObject', Subtype: 'Image', Width: 40, Height: 40, BitsPerComponent: 8, ColorSpace: 'DeviceGray' }
  const points = new Uint8Array(1600).fill(200)
  const mask = context.register(context.stream(points, grey))
  const stencil = { Type: 'XObject', Subtype: 'Image', Width: 8, Height: 8, BitsPerComponent: 1, ImageMask: true }
  const pictures = {
    Im1: context.register(context.stream(points, grey)),
    Im2: context.register(context.stream(points, { ...grey, SMask: mask })),
    Im3: context.register(context.stream(new Uint8Array(8), stencil)),
  }
  const [on, off] = ['Shown', 'Names'].map((name) => context.register(context.obj({ Type: 'OCG', Name: PDFString.of(name) })))
  const states = { Half: { ca: 0.5 }, None: { ca: 0 }, Times: { BM: 'Multiply' } }
  for (const content of contents) {
    const page = document.addPage([595, 842])
    page.node.set(PDFName.of('Contents'), context.register(context.stream(content)))
    const resources = {
      Font: { F1: font.ref },
      XObject: pictures,
      ExtGState: states,
      ...(on && off && { Properties: { L1: on, L2: off } }),
    }
    page.node.set(PDFName.of('Resources'), context.obj(resources))
  }
  if (on && off && contents.some((content) => content.includes('/L2')))
    document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [on, off], D: { OFF: [off] } }))
  return Buffer.from(await document.save({ useObjectStreams: false }))
}
