import { PDFArray, PDFDict, PDFDocument, type PDFName, type PDFObject, type PDFPage, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib'
import { withoutMarkedContent } from './marked-content.ts'
import { pdfName, unpacked } from './pdf-objects.ts'

/** A PDF that somebody brought, ready to be laid into a pack; or why it cannot be, as the end of a sentence. */
export type Outside =
  | { readonly ok: true; readonly document: PDFDocument; readonly pages: number; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/**
 * Opens an uploaded PDF and takes out of it what must never reach a pack: scripts, actions, attached files, its own tags. A file that was
 * checked when it came can be damaged since, so every fault is an answer, never an error.
 */
export async function openOutside(bytes: Uint8Array): Promise<Outside> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
    const warnings = clean(document)
    const pages = document.getPages()
    if (pages.length === 0) return { ok: false, problem: 'it has no pages' }
    for (const page of pages) contentStreams(page).map(unpacked)
    return { ok: true, document, pages: pages.length, warnings }
  } catch (error) {
    // By its words: pdf-lib is built for ES5, where `instanceof EncryptedPDFError` is never true.
    const locked = error instanceof Error && error.message.includes('encrypted')
    return { ok: false, problem: locked ? 'it is protected by a password' : 'it is damaged' }
  }
}

// StructParent(s) and MCID are keys into the other file's tags: kept, they would point at words of ours.
const anywhere = [
  'StructParents',
  'StructParent',
  'MCID',
  'AA',
  'OpenAction',
  'JS',
  'Metadata',
  'PieceInfo',
  'LastModified',
  'Thumb',
  'AF',
].map(pdfName)
// Content outside the file, or in another language than that of pages.
const inStreams = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'PS', 'OPI'].map(pdfName)

function clean(document: PDFDocument): readonly string[] {
  const warnings = new Set<string>()
  const { catalog } = document
  const names = catalog.lookup(pdfName('Names'))
  if (catalog.has(pdfName('AA')) || (names instanceof PDFDict && names.has(pdfName('JavaScript')))) warnings.add('Scripts were left out')
  if (names instanceof PDFDict && names.has(pdfName('EmbeddedFiles'))) warnings.add('Attached files were left out')
  if (catalog.has(pdfName('OCProperties'))) warnings.add('It has layers: what was hidden may show')
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    removeKeys(object, 0)
    if (object instanceof PDFRawStream && object.dict.get(pdfName('Subtype')) === pdfName('Form')) cleanForm(document, ref, object)
  }
  return [...warnings]
}

/** A drawing inside the file may hold marked content as a page does. */
function cleanForm(document: PDFDocument, ref: PDFRef, form: PDFRawStream): void {
  const content = unpacked(form)
  const plain = withoutMarkedContent(content)
  if (plain === content) return
  const packing = ['Filter', 'DecodeParms', 'Length'].map(pdfName)
  const entries = form.dict.entries().filter(([key]) => !packing.includes(key))
  const fresh = document.context.flateStream(plain)
  for (const [key, value] of entries) fresh.dict.set(key, value)
  document.context.assign(ref, fresh)
}

function removeKeys(object: PDFObject, depth: number): void {
  if (depth > 40) return
  if (object instanceof PDFArray) for (const part of object.asArray()) removeKeys(part, depth + 1)
  const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined
  if (!dict) return
  const gone: readonly PDFName[] = object instanceof PDFStream ? [...anywhere, ...inStreams] : anywhere
  for (const key of gone) dict.delete(key)
  for (const value of dict.values()) if (!(value instanceof PDFRef)) removeKeys(value, depth + 1)
}

/** The streams that a page is painted from, in order. */
export function contentStreams(page: PDFPage): readonly PDFStream[] {
  const contents: unknown = page.node.Contents()
  const parts = contents instanceof PDFArray ? contents.asArray().map((part) => page.doc.context.lookup(part)) : [contents]
  return parts.filter((part): part is PDFStream => part instanceof PDFStream)
}

/** What paints a page, without marked content. */
export function contentOf(page: PDFPage): Uint8Array {
  // A space between two streams: what one ends with is never one word with what the next begins with.
  const parts = contentStreams(page).flatMap((stream) => [Buffer.from(unpacked(stream)), Buffer.from('\n')])
  return withoutMarkedContent(Buffer.concat(parts))
}
