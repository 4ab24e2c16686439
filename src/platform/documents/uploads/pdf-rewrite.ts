import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import { pdfName, pdfText } from '../pdf/outside/pdf-objects.ts'

/** What was left out when a PDF was written anew, for its author to know. */
export type LeftOut = 'properties' | 'signatures'

// Notes of programs on who made a page when; pictures of pages as they once were; what a program keeps for itself; articles and their authors.
const notes = ['Metadata', 'PieceInfo', 'Thumb', 'LastModified', 'Threads', 'SpiderInfo', 'Perms', 'DSS', 'Collection'].map(pdfName)

/**
 * Writes a PDF anew from what one reader found in it, so that no other finds anything else: what no page leads to, earlier versions and broken
 * objects stay behind, and with them what its properties say of people and their computers. Title, language and tags are kept. Changes the document.
 */
export async function rewritePdf(document: PDFDocument): Promise<{ readonly bytes: Uint8Array; readonly leftOut: readonly LeftOut[] }> {
  const { context, catalog } = document
  const title = titleOf(document)
  const told = saysOfPeople(document)
  const claim = claimOf(catalog.lookup(pdfName('Metadata')))
  let signed = false
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    // What this reader could not read another might.
    if (object instanceof PDFInvalidObject) context.assign(ref, PDFNull)
    else signed = strip(object, 0) || signed
  }
  const info = context.obj({})
  if (title !== '') info.set(pdfName('Title'), pdfText(title))
  context.trailerInfo.Info = context.register(info)
  if (claim !== '') catalog.set(pdfName('Metadata'), context.register(xmpOf(document, claim, title)))
  dropUnreached(document)
  context.header = PDFHeader.forVersion(1, 7)
  const bytes = await document.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY })
  return { bytes, leftOut: [...(told ? ['properties' as const] : []), ...(signed ? ['signatures' as const] : [])] }
}

function words(found: PDFObject | undefined): string {
  return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText().trim() : ''
}

/** The title, unless it is the place of a file on somebody's computer. */
function titleOf(document: PDFDocument): string {
  const info = document.context.lookup(document.context.trailerInfo.Info)
  const title = info instanceof PDFDict ? words(info.lookup(pdfName('Title'))).toWellFormed() : ''
  return /\\|^[a-z]:|^file:|\/(?:users|home|volumes)\//i.test(title) ? '' : title.slice(0, 500)
}

/** Whether its properties name an author, keywords or the like. */
function saysOfPeople(document: PDFDocument): boolean {
  const info = document.context.lookup(document.context.trailerInfo.Info)
  const named = info instanceof PDFDict && ['Author', 'Subject', 'Keywords', 'Manager', 'Company'].some((key) => info.has(pdfName(key)))
  return named || (info instanceof PDFDict && words(info.lookup(pdfName('Title'))) !== titleOf(document)) || hasXmp(document)
}
const hasXmp = ({ catalog }: PDFDocument): boolean => catalog.has(pdfName('Metadata'))

/** The part of PDF/UA that a file claims to keep; '' for none. */
function claimOf(metadata: PDFObject | undefined): string {
  if (!(metadata instanceof PDFStream) || metadata.dict.has(pdfName('Filter'))) return ''
  const text = Buffer.from(metadata.getContents()).toString('latin1')
  return /pdfuaid:part(?:>|\s*=\s*["'])\s*([12])/.exec(text)?.[1] ?? ''
}

const escaped = (text: string): string => text.replace(/[&<>\p{Cc}]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? ' ')

function xmpOf({ context }: PDFDocument, part: string, title: string): PDFStream {
  const xml = `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title><pdfuaid:part>${part}</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  return context.stream(Buffer.from(xml), { Type: 'Metadata', Subtype: 'XML' })
}

/** Takes notes out of an object and what stands in it; true where a signature was among them: it would not hold for the new file. */
function strip(object: PDFObject, depth: number): boolean {
  if (depth > 40) return false
  if (object instanceof PDFArray) return object.asArray().reduce((any, part) => strip(part, depth + 1) || any, false)
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict)) return false
  for (const key of notes) dict.delete(key)
  const type = dict.lookup(pdfName('Subtype'))
  // Who wrote a comment; of a field the same letter is its name.
  if (dict.has(pdfName('Rect')) && type instanceof PDFName && type !== pdfName('Widget')) dict.delete(pdfName('T'))
  const isSignature = dict.lookup(pdfName('FT')) === pdfName('Sig') && dict.has(pdfName('V'))
  if (isSignature) dict.delete(pdfName('V'))
  return dict.values().reduce((any, value) => (value instanceof PDFRef ? any : strip(value, depth + 1) || any), isSignature)
}

function dropUnreached({ context }: PDFDocument): void {
  const reached = new Set<string>()
  const { Root, Info } = context.trailerInfo
  const ahead: PDFObject[] = [Root, Info].filter((one): one is PDFObject => one !== undefined)
  for (let object = ahead.pop(); object !== undefined; object = ahead.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue
      reached.add(object.tag)
      const found = context.lookup(object)
      if (found) ahead.push(found)
      continue
    }
    const parts = object instanceof PDFArray ? object.asArray() : object instanceof PDFStream ? object.dict.values() : []
    for (const part of object instanceof PDFDict ? object.values() : parts) ahead.push(part)
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref)
  delete context.trailerInfo.ID
}
