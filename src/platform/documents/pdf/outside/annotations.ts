import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFPage, PDFRef, PDFStream } from 'pdf-lib'
import { type Box, boxOf, numbersOf, pdfName } from './pdf-objects.ts'

/** What an annotation paints: a drawing, and the rectangle of the page that it fills. */
export interface Appearance {
  readonly form: PDFRef
  readonly rect: Box
  readonly matrix: readonly number[]
  readonly box: Box
}

const silent = new Set(['Link', 'Popup', 'Text', 'FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D', 'PrinterMark', 'TrapNet'])

/** No annotation travels, but what it paints does: a filled-in form, a stamp, a black box over a name. */
export function appearancesOf(page: PDFPage, warnings: Set<string>): readonly Appearance[] {
  const found: unknown = page.node.lookup(pdfName('Annots'))
  const annotations = found instanceof PDFArray ? found.asArray() : []
  return annotations.flatMap((entry): readonly Appearance[] => {
    const annotation = page.doc.context.lookup(entry)
    return annotation instanceof PDFDict ? appearanceOf(annotation, warnings) : []
  })
}

function appearanceOf(annotation: PDFDict, warnings: Set<string>): readonly Appearance[] {
  const type = nameIn(annotation, 'Subtype')
  const flags = annotation.lookup(pdfName('F'))
  // Hidden, or not to be seen on a screen.
  const hidden = flags instanceof PDFNumber && (flags.asNumber() & 0b100010) !== 0
  if (type === 'Text') warnings.add('Comments were left out')
  if (silent.has(type) || hidden) return []
  if (type === 'Square' || type === 'Redact') warnings.add('Boxes are drawn over it: check that no text lies under them')
  const form = normalAppearance(annotation)
  const stream = form && annotation.context.lookup(form)
  const rect = boxOf(arrayIn(annotation, 'Rect'))
  const box = stream instanceof PDFStream ? boxOf(arrayIn(stream.dict, 'BBox')) : undefined
  if (!form || !(stream instanceof PDFStream) || !rect || !box) {
    warnings.add('Something drawn on it could not be kept')
    return []
  }
  const matrix = arrayIn(stream.dict, 'Matrix')
  return [{ form, rect, box, matrix: matrix?.size() === 6 ? numbersOf(matrix) : [1, 0, 0, 1, 0, 0] }]
}

function nameIn(dict: PDFDict, key: string): string {
  const found = dict.lookup(pdfName(key))
  return found instanceof PDFName ? found.decodeText() : ''
}

function arrayIn(dict: PDFDict, key: string): PDFArray | undefined {
  const found = dict.lookup(pdfName(key))
  return found instanceof PDFArray ? found : undefined
}

function normalAppearance(annotation: PDFDict): PDFRef | undefined {
  const appearance = annotation.lookup(pdfName('AP'))
  const normal = appearance instanceof PDFDict ? appearance.get(pdfName('N')) : undefined
  const resolved = normal && annotation.context.lookup(normal)
  if (normal instanceof PDFRef && resolved instanceof PDFStream) return normal
  const state = annotation.lookup(pdfName('AS'))
  const chosen = resolved instanceof PDFDict && state instanceof PDFName ? resolved.get(state) : undefined
  return chosen instanceof PDFRef ? chosen : undefined
}

/** How an appearance is laid onto its rectangle (ISO 32000-1, 12.5.5), as the six numbers of `cm`. */
export function placeOf({ rect, matrix, box }: Appearance): readonly number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const corners = [box.x, box.x + box.width].flatMap((x) => [box.y, box.y + box.height].map((y) => [x, y] as const))
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  const across = rect.width / (Math.max(...xs) - left || 1)
  const up = rect.height / (Math.max(...ys) - bottom || 1)
  return [across, 0, 0, up, rect.x - left * across, rect.y - bottom * up]
}
