import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import { type Box, boxOf, numbersOf, pdfName } from '../pdf/outside/pdf-objects.ts'
import { Refused } from './refused.ts'

/** A box that an annotation lays over a page; what is under it can be had by moving it away. */
export interface Cover {
  /** From 1. */
  readonly page: number
  readonly box: Box
}

/** What the objects of a PDF say, without reading its words. */
export interface PdfStructure {
  readonly covers: readonly Cover[]
  /** Pages with comments and drawings of readers, from 1. */
  readonly commented: readonly number[]
  readonly fields: number
  readonly hiddenLayers: number
  readonly tagged: boolean
  readonly language: string
  /** Pages with pictures or drawings inside, from 1. */
  readonly pictured: ReadonlySet<number>
  readonly large: readonly number[]
  readonly sideways: readonly number[]
}

/**
 * Looks through every object of a PDF.
 * @throws Refused for scripts, programs that are started, attached files, sound and film
 */
export function structureOf(document: PDFDocument): PdfStructure {
  for (const [, object] of document.context.enumerateIndirectObjects()) refuseActions(object, 0)
  const { catalog } = document
  const form = catalog.lookup(pdfName('AcroForm'))
  if (form instanceof PDFDict && form.has(pdfName('XFA'))) throw new Refused('pdf-scripts')
  const fields = form instanceof PDFDict ? form.lookup(pdfName('Fields')) : undefined
  const marks = catalog.lookup(pdfName('MarkInfo'))
  const language = catalog.lookup(pdfName('Lang'))
  const pages = document.getPages()
  const annotated = pages.flatMap((page, index) =>
    annotationsOf(page.node.lookup(pdfName('Annots'))).map((dict) => ({ dict, page: index + 1 })),
  )
  return {
    covers: annotated.flatMap(({ dict, page }) => coverOf(dict, page)),
    commented: [...new Set(annotated.filter(({ dict }) => isComment(dict)).map(({ page }) => page))],
    fields: fields instanceof PDFArray ? fields.size() : 0,
    hiddenLayers: hiddenLayersOf(catalog.lookup(pdfName('OCProperties'))),
    tagged: catalog.has(pdfName('StructTreeRoot')) && marks instanceof PDFDict && marks.lookup(pdfName('Marked')) === PDFBool.True,
    language: language instanceof PDFString || language instanceof PDFHexString ? language.decodeText().slice(0, 35) : '',
    pictured: new Set(pages.flatMap((page, index) => (hasDrawings(page.node.Resources()) ? [index + 1] : []))),
    ...shapes(pages),
  }
}

const dangerousActions: Readonly<Record<string, 'pdf-scripts' | 'pdf-launches' | 'pdf-media'>> = {
  JavaScript: 'pdf-scripts',
  Launch: 'pdf-launches',
  ImportData: 'pdf-scripts',
  SubmitForm: 'pdf-scripts',
  Rendition: 'pdf-media',
}
const mediaTypes = new Set(['RichMedia', '3D', 'Movie', 'Sound', 'Screen'])

function refuseActions(object: PDFObject, depth: number): void {
  if (depth > 40) throw new Refused('file-demanding')
  const dict = object instanceof PDFStream ? object.dict : object
  if (dict instanceof PDFArray) for (const part of dict.asArray()) refuseActions(part, depth + 1)
  if (!(dict instanceof PDFDict)) return
  const action = dangerousActions[nameIn(dict, 'S')]
  if (action && !isPartOfText(dict)) throw new Refused(action)
  if (dict.has(pdfName('JS')) || isScriptAddress(dict.lookup(pdfName('URI')))) throw new Refused('pdf-scripts')
  if (dict.has(pdfName('EF')) || dict.has(pdfName('EmbeddedFiles')) || nameIn(dict, 'Subtype') === 'FileAttachment')
    throw new Refused('pdf-attachments')
  if (mediaTypes.has(nameIn(dict, 'Subtype')) && dict.has(pdfName('Rect'))) throw new Refused('pdf-media')
  for (const value of dict.values()) refuseActions(value, depth + 1)
}

/** A tagged part of the text may bear the name of an action; an action that pretends to be one still has what actions need. */
function isPartOfText(dict: PDFDict): boolean {
  return dict.has(pdfName('K')) && !['F', 'Win', 'Mac', 'Unix', 'OP', 'AN'].some((key) => dict.has(pdfName(key)))
}

/** A link that is a script in disguise. */
function isScriptAddress(found: PDFObject | undefined): boolean {
  return (found instanceof PDFString || found instanceof PDFHexString) && /^\s*(?:javascript|vbscript|data):/i.test(found.decodeText())
}

function nameIn(dict: PDFDict, key: string): string {
  // Looked up: a name may stand in an object of its own.
  const found = dict.lookup(pdfName(key))
  return found instanceof PDFName ? found.decodeText() : ''
}

function annotationsOf(found: PDFObject | undefined): readonly PDFDict[] {
  if (!(found instanceof PDFArray)) return []
  return found.asArray().flatMap((_, index) => {
    const one = found.lookup(index)
    return one instanceof PDFDict ? [one] : []
  })
}

const silent = new Set(['Link', 'Widget', 'Popup', 'PrinterMark', 'TrapNet'])
const isComment = (annotation: PDFDict): boolean => !silent.has(nameIn(annotation, 'Subtype'))

/** Whether an annotation hides what is under it: a redaction that was only marked, a filled box, a stamp, a dark highlighter. */
function coverOf(annotation: PDFDict, page: number): readonly Cover[] {
  const type = nameIn(annotation, 'Subtype')
  const filled = colourOf(annotation, 'IC').length > 0
  const own = colourOf(annotation, 'C')
  const dark = own.length > 0 && own.length < 4 && own.every((part) => part < 0.3)
  const hides =
    type === 'Redact' ||
    type === 'Stamp' ||
    (['Square', 'Circle', 'Polygon'].includes(type) && filled) ||
    (type === 'FreeText' && own.length > 0) ||
    (['Highlight', 'Ink', 'Line'].includes(type) && dark)
  const opacity = annotation.lookup(pdfName('CA'))
  const seeThrough = opacity instanceof PDFNumber && opacity.asNumber() < 0.8
  const rect = annotation.lookup(pdfName('Rect'))
  const box = rect instanceof PDFArray ? boxOf(rect) : undefined
  return hides && box && !seeThrough ? [{ page, box }] : []
}

function colourOf(annotation: PDFDict, key: string): readonly number[] {
  const found = annotation.lookup(pdfName(key))
  return found instanceof PDFArray ? numbersOf(found) : []
}

function hiddenLayersOf(layers: PDFObject | undefined): number {
  const standard = layers instanceof PDFDict ? layers.lookup(pdfName('D')) : undefined
  if (!(standard instanceof PDFDict)) return 0
  const off = standard.lookup(pdfName('OFF'))
  if (nameIn(standard, 'BaseState') === 'OFF') return 1
  return off instanceof PDFArray ? off.size() : 0
}

function hasDrawings(resources: PDFDict | undefined): boolean {
  const objects = resources?.lookup(pdfName('XObject'))
  return objects instanceof PDFDict && objects.keys().length > 0
}

/** A4 is 595 by 842 points; a little more is nobody's concern. */
function shapes(pages: ReturnType<PDFDocument['getPages']>): Pick<PdfStructure, 'large' | 'sideways'> {
  const large: number[] = []
  const sideways: number[] = []
  pages.forEach((page, index) => {
    const { width, height } = page.getCropBox()
    const turned = Math.abs(page.getRotation().angle % 180) === 90
    const [wide, high] = turned ? [height, width] : [width, height]
    if (Math.min(wide, high) > 620 && Math.max(wide, high) > 870) large.push(index + 1)
    if (wide > high) sideways.push(index + 1)
  })
  return { large, sideways }
}
