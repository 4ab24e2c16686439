import { PDFDocument, type PDFPage } from 'pdf-lib'
import { getDocumentProxy } from 'unpdf'
import type { FileFindings, FileTaken, FileWarning } from '#platform/paper/file-findings.ts'
import type { Box } from '../pdf/outside/pdf-objects.ts'
import { type PdfStructure, structureOf } from './pdf-structure.ts'
import { Refused } from './refused.ts'

/** More than this no paper has; the reader would be at it for minutes. */
const mostPages = 2000
const mostTold = 50

/**
 * Reads a PDF with two makes of readers: one for its objects, as packs are made with it, one for its words.
 * @throws Refused
 */
export async function inspectPdf(bytes: Buffer): Promise<FileTaken> {
  const document = await open(bytes)
  const structure = structureOf(document)
  const views = document.getPages().map(viewOf)
  const words = await wordsOf(await uncropped(document, bytes), views)
  if (words.pages.length !== document.getPageCount()) throw new Refused('file-damaged')
  const covered = structure.covers.filter(({ page, box }) => words.pages[page - 1]?.texts.some((text) => lies(text, box)))
  if (covered.length > 0) throw new Refused('pdf-covered-text', { pages: listed(covered.map(({ page }) => page)).join(', ') })
  return {
    ok: true,
    kind: 'pdf',
    mediaType: 'application/pdf',
    extension: 'pdf',
    pages: words.pages.length,
    findings: findings(bytes, structure, words),
    rewritten: false,
  }
}

async function open(bytes: Buffer): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
    const pages = document.getPageCount()
    if (pages === 0) throw new Refused('file-damaged')
    if (pages > mostPages) throw new Refused('file-demanding')
    return document
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(error instanceof Error && error.message.includes('encrypted') ? 'file-encrypted' : 'file-damaged')
  }
}

interface PageWords {
  /** Where each stretch of words lies, in points. */
  readonly texts: readonly Box[]
  /** Left, bottom, right, top of what is shown. */
  readonly view: readonly number[]
}
interface PdfWords {
  readonly pages: readonly PageWords[]
  readonly title: string
}

function viewOf(page: PDFPage): readonly number[] {
  const { x, y, width, height } = page.getCropBox()
  return [x, y, x + width, y + height]
}

/** The reader of words passes over what is cropped away, so it is given a copy in which nothing is. */
async function uncropped(document: PDFDocument, bytes: Buffer): Promise<Uint8Array> {
  let changed = false
  for (const page of document.getPages()) {
    const [crop, media] = [page.getCropBox(), page.getMediaBox()]
    if (crop.width * crop.height > 0.98 * media.width * media.height) continue
    page.setCropBox(media.x, media.y, media.width, media.height)
    changed = true
  }
  return changed ? document.save() : bytes
}

async function wordsOf(bytes: Uint8Array, views: readonly (readonly number[])[]): Promise<PdfWords> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const { info } = await pdf.getMetadata()
    const title = (info as Readonly<Record<string, unknown>>).Title
    const pages: PageWords[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const texts = items.flatMap((item): Box[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , , x = 0, y = 0] = item.transform as readonly number[]
        return [{ x, y, width: item.width, height: item.height }]
      })
      pages.push({ texts, view: views[number - 1] ?? page.view })
      page.cleanup()
    }
    return { pages, title: typeof title === 'string' ? title.trim().slice(0, 200) : '' }
  } catch {
    throw new Refused('file-damaged')
  }
}

/** Whether the middle of a stretch of words lies under a box. */
function lies(text: Box, box: Box): boolean {
  const [x, y] = [text.x + text.width / 2, text.y + text.height / 2]
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

function isCropped({ texts, view: [left = 0, bottom = 0, right = 0, top = 0] }: PageWords): boolean {
  return texts.some(({ x, y, width, height }) => x + width < left || x > right || y + height < bottom || y > top)
}

const listed = (pages: readonly number[]): readonly number[] => [...new Set(pages)].slice(0, mostTold)
const numbered = (pages: readonly PageWords[], which: (page: PageWords, number: number) => boolean): readonly number[] =>
  pages.flatMap((page, index) => (which(page, index + 1) ? [index + 1] : []))

function findings(bytes: Buffer, structure: PdfStructure, { pages, title }: PdfWords): FileFindings {
  const { language, tagged } = structure
  const scanned = numbered(pages, ({ texts }, number) => texts.length === 0 && structure.pictured.has(number))
  return {
    tagged,
    hasText: pages.some(({ texts }) => texts.length > 0),
    ...(scanned.length > 0 && { scannedPages: scanned }),
    ...(title !== '' && { title }),
    ...(language !== '' && { language }),
    ...(structure.large.length > 0 && { largePages: listed(structure.large) }),
    ...(structure.sideways.length > 0 && { sidewaysPages: listed(structure.sideways) }),
    warnings: warningsOf(bytes, structure, pages),
  }
}

function warningsOf(bytes: Buffer, structure: PdfStructure, pages: readonly PageWords[]): readonly FileWarning[] {
  const cropped = numbered(pages, isCropped)
  const revisions = many(bytes, 'startxref')
  // A file made for the web has a second table of its own at its beginning.
  const usual = bytes.subarray(0, 2048).includes('/Linearized') ? 2 : 1
  return [
    ...(structure.commented.length > 0 ? [{ code: 'pdf-comments' as const, pages: listed(structure.commented) }] : []),
    ...(structure.fields > 0 ? [{ code: 'pdf-form' as const, count: structure.fields }] : []),
    ...(cropped.length > 0 ? [{ code: 'pdf-cropped-text' as const, pages: listed(cropped) }] : []),
    ...(structure.hiddenLayers > 0 ? [{ code: 'pdf-hidden-layers' as const, count: structure.hiddenLayers }] : []),
    ...(revisions > usual ? [{ code: 'pdf-earlier-versions' as const, count: revisions - usual }] : []),
  ]
}

function many(bytes: Buffer, word: string): number {
  let count = 0
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) count += 1
  return count
}
