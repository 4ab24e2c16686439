import { PDFDocument } from 'pdf-lib'
import type { FileFindings, FileTaken, FileWarning, WarningCode } from '#platform/paper/file-findings.ts'
import type { Box } from '../pdf/outside/pdf-objects.ts'
import { rewritePdf } from './pdf-rewrite.ts'
import { type PdfStructure, structureOf } from './pdf-structure.ts'
import { type PageWords, wordsOf } from './pdf-words.ts'
import { Refused } from './refused.ts'

/** More than this no paper has; the reader would be at it for minutes. */
const mostPages = 2000
const mostTold = 50

/** A PDF that was taken, and how it was written anew. */
export interface InspectedPdf {
  readonly taken: FileTaken
  readonly bytes: Uint8Array
}

/**
 * Reads a PDF, writes it anew and reads the words of what was written: what readers get is what was checked, whatever another program would have
 * found in the file as it came.
 * @throws Refused
 */
export async function inspectPdf(bytes: Buffer): Promise<InspectedPdf> {
  const document = await open(bytes)
  const structure = structureOf(document)
  const { bytes: anew, leftOut } = await rewritePdf(document)
  const again = await open(anew)
  const pages = await wordsOf(again)
  if (pages.length !== document.getPageCount()) throw new Refused('file-damaged')
  const covered = structure.covers.filter(({ page, box }) => pages[page - 1]?.texts.some((text) => lies(text, box)))
  if (covered.length > 0) throw new Refused('pdf-covered-text', { pages: listed(covered.map(({ page }) => page)).join(', ') })
  const type = { ok: true, kind: 'pdf', mediaType: 'application/pdf', extension: 'pdf', rewritten: true } as const
  const left = [...leftOut, ...(hasEarlier(bytes) ? ['earlier-versions' as const] : [])]
  const found = findings(structure, pages, again.getTitle()?.trim().slice(0, 200) ?? '')
  return { taken: { ...type, pages: pages.length, findings: { ...found, ...(left.length > 0 && { leftOut: left }) } }, bytes: anew }
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
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

/** Whether the middle of a stretch of words lies under a box. */
function lies(text: Box, box: Box): boolean {
  const [x, y] = [text.x + text.width / 2, text.y + text.height / 2]
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

function isCropped({ texts, view }: PageWords): boolean {
  const [right, top] = [view.x + view.width, view.y + view.height]
  return texts.some(({ x, y, width, height }) => x + width < view.x || x > right || y + height < view.y || y > top)
}

const listed = (pages: readonly number[]): readonly number[] => [...new Set(pages)].slice(0, mostTold)
const numbered = (pages: readonly PageWords[], which: (page: PageWords, number: number) => boolean): readonly number[] =>
  pages.flatMap((page, index) => (which(page, index + 1) ? [index + 1] : []))

function findings(structure: PdfStructure, pages: readonly PageWords[], title: string): FileFindings {
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
    warnings: warningsOf(structure, pages),
  }
}

function warningsOf(structure: PdfStructure, pages: readonly PageWords[]): readonly FileWarning[] {
  const on = (code: WarningCode, found: readonly number[]): readonly FileWarning[] =>
    found.length > 0 ? [{ code, pages: listed(found) }] : []
  const layered = numbered(pages, ({ hidden }) => hidden.layered)
  const layers = { code: 'pdf-hidden-layers' as const, count: structure.hiddenLayers }
  return [
    ...on(
      'pdf-text-beneath',
      numbered(pages, ({ hidden }) => hidden.beneath),
    ),
    ...on(
      'pdf-text-unseen',
      numbered(pages, ({ hidden }) => hidden.unseen),
    ),
    ...on('pdf-comments', structure.commented),
    ...(structure.fields > 0 ? [{ code: 'pdf-form' as const, count: structure.fields }] : []),
    ...on('pdf-cropped-text', numbered(pages, isCropped)),
    ...(structure.hiddenLayers > 0 ? [layered.length > 0 ? { ...layers, pages: listed(layered) } : layers] : []),
  ]
}

/** Whether a file holds earlier versions of itself. One made for the web has a second table of its own at its beginning. */
function hasEarlier(bytes: Buffer): boolean {
  const usual = bytes.subarray(0, 2048).includes('/Linearized') ? 2 : 1
  return many(bytes, 'startxref') > usual
}

function many(bytes: Buffer, word: string): number {
  let count = 0
  for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) count += 1
  return count
}
