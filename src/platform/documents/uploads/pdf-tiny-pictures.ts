import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { pdfName } from '../pdf/outside/pdf-objects.ts'

/**
 * Puts a picture of one point in the place of each, so that reading a page unpacks none: of a scan of 300 pages that is all the time and memory.
 * A picture that something shines through gets two points.
 */
export function shrinkPictures(document: PDFDocument): void {
  const { context } = document
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.lookup(pdfName('Subtype')) !== PDFName.of('Image')) continue
    const { dict } = object
    const isStencil = String(dict.lookup(pdfName('ImageMask'))) === 'true'
    const layer = dict.get(pdfName('OC'))
    const shines = dict.has(pdfName('SMask')) || dict.has(pdfName('Mask')) || dict.has(pdfName('SMaskInData'))
    const shape = isStencil ? { ImageMask: true, BitsPerComponent: 1 } : { ColorSpace: 'DeviceGray', BitsPerComponent: 8 }
    const width = shines && !isStencil ? 2 : 1
    const made = context.stream(new Uint8Array(width), { Type: 'XObject', Subtype: 'Image', Width: width, Height: 1, ...shape })
    if (layer && made.dict instanceof PDFDict) made.dict.set(pdfName('OC'), layer)
    context.assign(ref, made)
  }
}
