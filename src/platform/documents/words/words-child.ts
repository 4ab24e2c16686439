/*
 * Runs in a process of its own, sealed and under limits, by Node alone: reads the document `in` and job.json in the folder it is given, leaves its words in
 * words.json. What a program hides, that is deleted text, hidden slides and workbooks with hidden sheets, is not read.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countZip } from '../uploads/count-zip.ts'

/** The words of one page; `page` is null where a document has no pages. */
export interface ReadPage {
  readonly words: string
  readonly page: number | null
}

const folder = process.argv[2] ?? ''
const { kind, mediaType } = JSON.parse(readFileSync(join(folder, 'job.json'), 'utf8')) as { kind: string; mediaType: string }

async function readPages(bytes: Buffer): Promise<readonly ReadPage[]> {
  if (kind === 'pdf') return readPdf(bytes)
  if (kind === 'docx') return readWord(bytes)
  if (mediaType === 'text/csv') return [{ words: new TextDecoder().decode(bytes), page: null }]
  const { parts } = await countZip(bytes)
  if (kind === 'slides') return slidesOf(parts)
  return kind === 'spreadsheet' ? sheetsOf(parts) : []
}

async function readPdf(bytes: Buffer): Promise<readonly ReadPage[]> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  const { text } = await extractText(pdf, { mergePages: false })
  return text.map((words, index) => ({ words, page: index + 1 }))
}

async function readWord(bytes: Buffer): Promise<readonly ReadPage[]> {
  const { default: mammoth } = await import('mammoth')
  await countZip(bytes) // counted before it came here, and counted again
  return [{ words: (await mammoth.extractRawText({ buffer: bytes })).value, page: null }]
}

function slidesOf(parts: ReadonlyMap<string, string>): readonly ReadPage[] {
  const numbered = [...parts].flatMap(([name, xml]) => {
    const number = Number(/^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1] ?? Number.NaN)
    return Number.isNaN(number) || /<p:sld\b[^>]*\bshow="(?:0|false)"/.test(xml) ? [] : [{ words: saidIn(xml, 'a:t'), page: number }]
  })
  if (numbered.length > 0) return numbered.toSorted((a, b) => a.page - b.page)
  return [{ words: openDocumentWords(parts), page: null }]
}

function sheetsOf(parts: ReadonlyMap<string, string>): readonly ReadPage[] {
  const book = parts.get('xl/workbook.xml')
  if (book === undefined) return [{ words: openDocumentWords(parts), page: null }]
  if (/<(?:\w+:)?sheet\b[^>]*\bstate="(?:hidden|veryHidden)"/.test(book)) return []
  const inline = [...parts].flatMap(([name, xml]) => (/^xl\/worksheets\/[^/]+\.xml$/.test(name) ? [saidIn(xml, 't')] : []))
  return [{ words: [saidIn(parts.get('xl/sharedStrings.xml') ?? '', 't'), ...inline].join(' '), page: null }]
}

/** Of OpenDocument the text of the content, unless something in it is hidden. */
function openDocumentWords(parts: ReadonlyMap<string, string>): string {
  const xml = parts.get('content.xml') ?? ''
  return /table:display="false"|presentation:visibility="hidden"|text:tracked-changes/.test(xml)
    ? ''
    : plain(xml.replace(/^[\s\S]*?<office:body/, '<office:body'))
}

const saidIn = (xml: string, tag: string): string =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${tag.replace(/^\w+:/, '')}(?:\\s[^>]*)?>([^<]*)<`, 'g'))]
    .map(([, words = '']) => plain(words))
    .join(' ')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (_all, tens?: string, hexes?: string, name?: string) => {
      const code = tens ? Number(tens) : hexes ? Number.parseInt(hexes, 16) : undefined
      if (code === undefined) return entities[name ?? ''] ?? ' '
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
    })
}

const pages = await readPages(readFileSync(join(folder, 'in')))
writeFileSync(join(folder, 'words.json'), JSON.stringify(pages))
