import { getDocumentProxy } from 'unpdf'
import type { WordsInPdf } from './scan-words.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Pdf['getPage']>>

/** Every string below a value, whatever its shape; bytes are read as UTF-8. */
function wordsOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (depth > 60 || value === null || typeof value !== 'object') return ''
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (value instanceof Map) return wordsOf([...value], depth + 1)
  const inner = Array.isArray(value) ? value : Object.entries(value).flat()
  return inner.map((part: unknown) => wordsOf(part, depth + 1)).join('\n')
}

interface PageText {
  /** All words on the page in the order in which they are painted. */
  readonly all: string
  /** Words outside headers, footers and other decoration. */
  readonly body: string
}

async function textOf(page: Page): Promise<PageText> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  let all = ''
  let body = ''
  const nesting: boolean[] = []
  for (const item of content.items) {
    if ('str' in item) {
      all += item.str
      if (!nesting.includes(true)) body += item.str
    } else if (item.type === 'endMarkedContent') nesting.pop()
    else nesting.push('tag' in item && item.tag === 'Artifact')
  }
  return { all, body }
}

async function attachmentsOf(pdf: Pdf): Promise<string> {
  const listed: unknown = await pdf.getAttachments()
  if (listed === null || typeof listed !== 'object') return ''
  const names = listed instanceof Map ? [...listed.keys()].map(String) : Object.keys(listed)
  const contents = await Promise.all(names.map((name) => pdf.getAttachmentContent(name)))
  return `${wordsOf(listed)}\n${wordsOf(contents)}`
}

async function* documentWords(pdf: Pdf): AsyncGenerator<WordsInPdf> {
  const { info, metadata } = await pdf.getMetadata()
  const xmp: unknown = metadata && 'getRaw' in metadata ? metadata.getRaw() : metadata
  yield { place: 'property', page: null, words: `${wordsOf(info)}\n${wordsOf(xmp)}` }
  yield { place: 'bookmark', page: null, words: wordsOf(await pdf.getOutline()) }
  yield { place: 'page label', page: null, words: wordsOf(await pdf.getPageLabels()) }
  yield { place: 'attachment', page: null, words: await attachmentsOf(pdf) }
  yield { place: 'link or comment', page: null, words: `${wordsOf(await pdf.getJSActions())}\n${wordsOf(await pdf.getFieldObjects())}` }
}

/** All words of a PDF as a reader of such files sees them, place by place. */
export async function* readPdf(bytes: Uint8Array): AsyncGenerator<WordsInPdf> {
  // A copy, because the reader takes the memory away from its giver.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  yield* documentWords(pdf)
  let body = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const text = await textOf(page)
    body += text.body
    yield { place: 'text', page: number, words: text.all }
    yield { place: 'link or comment', page: number, words: wordsOf(await page.getAnnotations()) }
    yield { place: 'alternative text', page: number, words: wordsOf(await page.getStructTree()) }
    page.cleanup()
  }
  // Words that begin on one page and end on the next stand together only here.
  yield { place: 'text', page: null, words: body }
}
