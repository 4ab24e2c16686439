import { PDFDict, type PDFDocument, type PDFFont, PDFNumber, PDFObjectCopier, PDFPage, PDFPageLeaf, PDFRef, PDFStream } from 'pdf-lib'
import { type Appearance, appearancesOf, placeOf } from './annotations.ts'
import { fit, type Sheet } from './fit.ts'
import { contentOf } from './open-outside.ts'
import { pdfName, written } from './pdf-objects.ts'
import type { Tags } from './struct-tree.ts'

/** Outside pages and where they go. */
export interface Insertion {
  readonly document: PDFDocument
  /** How many pages stand before them in the pack as it is now. */
  readonly after: number
  /** Labels of the pages, as stamped: '13', 'E2'. */
  readonly labels: readonly string[]
  /** Title of the section that the tags get. */
  readonly title: string
  /** What the stamp says beside the page number. */
  readonly footer: string
  /** Numbers of pages, from 1, that are pictures of text. */
  readonly pictures: readonly number[]
}

/** The first page of what was inserted, and what the author should know. */
export interface Inserted {
  readonly first: PDFRef
  readonly warnings: readonly string[]
}

/**
 * Lays each outside page, as one drawing, on a page of ours: it cannot collide with the footer, its own marked content is out of the way,
 * and the whole drawing is one tagged paragraph, so that a screen reader meets its words in the right place.
 */
export function insertPages(pack: PDFDocument, tags: Tags, font: PDFFont, insertion: Insertion): Inserted {
  const warnings = new Set<string>()
  const copier = PDFObjectCopier.for(insertion.document.context, pack.context)
  const section = tags.section(insertion.title)
  const refs = insertion.document.getPages().map((page, index) => {
    const label = insertion.labels[index] ?? ''
    const sheet = fit(page, warnings)
    const drawing = drawingOf(pack, copier, page, sheet, appearancesOf(page, warnings))
    const leaf = PDFPageLeaf.withContextAndParent(pack.context, PDFRef.of(0))
    const ref = pack.context.register(leaf)
    const isPicture = insertion.pictures.includes(index + 1)
    const tag = isPicture
      ? tags.picture(section, ref, `Page ${label}: a picture of text, which cannot be read aloud`)
      : tags.paragraph(section, ref)
    const content = [
      `/${isPicture ? 'Figure' : 'P'} <</MCID 0>> BDC q ${sheet.matrix.map(written).join(' ')} cm /Drawing Do Q EMC`,
      stamp(font, sheet, insertion.footer, `Page ${label}`),
    ].join('\n')
    leaf.set(pdfName('MediaBox'), pack.context.obj([0, 0, sheet.width, sheet.height]))
    leaf.set(pdfName('Resources'), pack.context.obj({ XObject: { Drawing: drawing }, Font: { Stamp: font.ref } }))
    leaf.set(pdfName('Contents'), pack.context.register(pack.context.flateStream(content)))
    leaf.set(pdfName('StructParents'), PDFNumber.of(tag))
    leaf.set(pdfName('Tabs'), pdfName('S'))
    pack.insertPage(insertion.after + index, PDFPage.of(leaf, ref, pack))
    return ref
  })
  const [first] = refs
  if (!first) throw new Error('A document without pages was inserted')
  return { first, warnings: [...warnings] }
}

function drawingOf(pack: PDFDocument, copier: PDFObjectCopier, page: PDFPage, sheet: Sheet, painted: readonly Appearance[]): PDFRef {
  const { context } = pack
  const found = page.node.Resources()
  const resources = found instanceof PDFDict ? copier.copy(found).clone(context) : context.obj({})
  // Marked content is gone, and with it the use of these; they may hold words that nobody sees.
  resources.delete(pdfName('Properties'))
  let content = contentOf(page)
  if (painted.length > 0) {
    const known = resources.lookup(pdfName('XObject'))
    const objects = known instanceof PDFDict ? known.clone(context) : context.obj({})
    const words = painted.map((appearance, index) => {
      const form = copier.copy(appearance.form)
      const stream = context.lookup(form)
      if (stream instanceof PDFStream) stream.dict.set(pdfName('Subtype'), pdfName('Form'))
      objects.set(pdfName(`PackAnnotation${index}`), form)
      return `q ${placeOf(appearance).map(written).join(' ')} cm /PackAnnotation${index} Do Q`
    })
    resources.set(pdfName('XObject'), objects)
    content = Buffer.concat([Buffer.from('q\n'), content, Buffer.from(`\nQ\n${words.join('\n')}`)])
  }
  const { x, y, width, height } = sheet.visible
  const form = context.flateStream(content, { Type: 'XObject', Subtype: 'Form', BBox: [x, y, x + width, y + height], Resources: resources })
  const group = page.node.get(pdfName('Group'))
  if (group) form.dict.set(pdfName('Group'), copier.copy(group))
  return context.register(form)
}

/** The footer of an inserted page, as decoration: what it belongs to, and its page label. */
function stamp(font: PDFFont, sheet: Sheet, words: string, page: string): string {
  const size = 8
  const margin = Math.min(62.4, sheet.width / 10)
  const right = sheet.width - margin - font.widthOfTextAtSize(page, size)
  const room = right - margin - 12
  let shown = words
  while (shown.length > 1 && font.widthOfTextAtSize(shown, size) > room) shown = `${shown.slice(0, -2).trimEnd()}…`
  const text = (x: number, what: string, colour: string): string =>
    `BT ${colour} rg /Stamp ${size} Tf ${written(x)} 10 Td ${font.encodeText(what).toString()} Tj ET`
  return [
    '/Artifact <</Type /Pagination /Subtype /Footer>> BDC q',
    `0.835 0.871 0.863 RG 0.5 w ${written(margin)} 23 m ${written(sheet.width - margin)} 23 l S`,
    text(margin, shown, '0.29 0.357 0.384'),
    text(right, page, '0.075 0.149 0.176'),
    'Q EMC',
  ].join('\n')
}
