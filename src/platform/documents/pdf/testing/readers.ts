import { PDFiumLibrary } from '@hyzyla/pdfium'
import { extractText, getDocumentProxy } from 'unpdf'

/** Spaces of any kind as one space, without the places where long words may break. */
export function plainSpaces(text: string): string {
  return text
    .replace(/\u200b/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The words of each page as pdf.js reads them. */
export async function readWithPdfJs(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map(plainSpaces)
}

/** The words of each page as PDFium, another make of reader, reads them. */
export async function readWithPdfium(pdf: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(new Uint8Array(pdf))
    const text = [...document.pages()].map((page) => plainSpaces(page.getText()))
    document.destroy()
    return text
  } finally {
    library.destroy()
  }
}

/** A bookmark with those below it. */
export interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

/** Bookmarks, page labels and properties as pdf.js reads them. */
export async function readFrame(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { info, metadata } = await document.getMetadata()
  const raw: unknown = metadata && 'getRaw' in metadata ? metadata.getRaw() : ''
  const tidy = (found: readonly Bookmark[]): Bookmark[] => found.map((one) => ({ title: plainSpaces(one.title), items: tidy(one.items) }))
  return {
    bookmarks: tidy(((await document.getOutline()) ?? []) as Bookmark[]),
    labels: await document.getPageLabels(),
    info: info as Readonly<Record<string, unknown>>,
    xmp: String(raw),
    marked: await document.getMarkInfo(),
    struct: async (page: number) => JSON.stringify(await (await document.getPage(page)).getStructTree()),
  }
}
