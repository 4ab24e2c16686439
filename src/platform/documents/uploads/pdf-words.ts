import type { PDFDocument } from 'pdf-lib'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Box } from '../pdf/outside/pdf-objects.ts'
import { type HiddenOnPage, hiddenOn } from './pdf-hidden.ts'
import { marksOf, type PaintHelp } from './pdf-painter.ts'
import { shrinkPictures } from './pdf-tiny-pictures.ts'
import { Refused } from './refused.ts'

/** What can be read on a page. */
export interface PageWords {
  /** Where each stretch of words lies, in points. */
  readonly texts: readonly Box[]
  /** What is shown of the page. */
  readonly view: Box
  readonly hidden: HiddenOnPage
}

/**
 * Reads the words of every page by how it is painted. Changes the document: its pictures become points.
 * @throws Refused
 */
export async function wordsOf(document: PDFDocument): Promise<readonly PageWords[]> {
  const views = document.getPages().map((page) => page.getCropBox())
  shrinkPictures(document)
  const bytes = await document.save({ addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY })
  try {
    const { OPS } = await getResolvedPDFJS()
    const names = new Map(Object.entries(OPS).map(([name, code]) => [code as number, name]))
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    const layers = await pdf.getOptionalContentConfig()
    const pages: PageWords[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const list = await page.getOperatorList({ annotationMode: 0 })
      const view = views[number - 1] ?? { x: 0, y: 0, width: 0, height: 0 }
      const help: PaintHelp = {
        page: view,
        font: (name) => fontOf(page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined),
        isOn: (layer) => layers.isVisible(layer as never),
      }
      const marks = marksOf({ acts: list.fnArray.map((code) => names.get(code) ?? ''), values: list.argsArray }, help)
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.box] : []))
      pages.push({ texts, view, hidden: hiddenOn(marks, view) })
      page.cleanup()
    }
    return pages
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('file-damaged')
  }
}

/** How a font measures its letters; a thousandth where it does not say. */
function fontOf(found: unknown): ReturnType<PaintHelp['font']> {
  const font = (typeof found === 'object' && found !== null ? found : {}) as {
    readonly isType3Font?: boolean
    readonly fontMatrix?: unknown
  }
  const unit = Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : 0.001
  return { unit: Number.isFinite(unit) ? unit : 0.001, drawn: font.isType3Font === true }
}
