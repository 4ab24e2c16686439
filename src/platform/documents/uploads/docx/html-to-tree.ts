import { parseFragment } from 'parse5'
import { normalise } from '../../../paper/normalise.ts'
import { type Block, type Inline, type List, type Paper, plain, type Run, type Table } from '../../../paper/tree.ts'
import { attributeOf, childrenOf, type Document, type Element, lineOf, within } from './lines.ts'
import type { Loss } from './losses.ts'

const widest = 20
const deepest = 4

/** Reads the HTML that a Word file became into the text of a paper; what does not fit is said in `losses`. */
export function treeFromHtml(html: string, losses: Loss[]): Paper {
  const root = parseFragment(html)
  const notes = new Map(
    within(root, 'li')
      .filter((item) => /^(?:foot|end)note-/.test(attributeOf(item, 'id')))
      .map((item) => [attributeOf(item, 'id'), item] as const),
  )
  const reading = { document: { notes, losses }, blocks: [] as Block[], level: 0, caption: undefined as Run[] | undefined }
  for (const element of childrenOf(root)) readBlock(element, reading)
  if (reading.caption) reading.blocks.push({ type: 'paragraph', content: reading.caption })
  return normalise({ version: 1, blocks: reading.blocks })
}

interface Reading {
  readonly document: Document
  readonly blocks: Block[]
  /** Level of the last heading. */
  level: number
  /** A caption that waits for its table. */
  caption: Run[] | undefined
}

const runsOf = (line: readonly Inline[]): Run[] => line.filter((part): part is Run => part.type === 'text')

function readBlock(element: Element, reading: Reading): void {
  const { document, blocks, caption } = reading
  if (element.tagName !== 'table' && caption) {
    blocks.push({ type: 'paragraph', content: caption })
    reading.caption = undefined
  }
  const heading = /^h([1-6])$/.exec(element.tagName)
  if (heading) readHeading(element, Number(heading[1]), reading)
  else if (element.tagName === 'ul' || element.tagName === 'ol') {
    if (!within(element, 'li').some((item) => document.notes.has(attributeOf(item, 'id')))) blocks.push(listOf(element, document, 1))
  } else if (element.tagName === 'table') {
    blocks.push(...tableOf(element, document, caption))
    reading.caption = undefined
  } else readParagraph(element, reading)
}

function readHeading(element: Element, wanted: number, reading: Reading): void {
  const content = runsOf(lineOf(element, reading.document))
  if (plain(content).trim() === '') return
  const level = Math.min(4, wanted, reading.level + 1)
  if (level < Math.min(4, wanted))
    reading.document.losses.push({ code: 'heading-moved', count: 1, words: plain(content).trim().slice(0, 60) })
  reading.level = level
  reading.blocks.push({ type: 'heading', level, content })
}

function readParagraph(element: Element, reading: Reading): void {
  const content = lineOf(element, reading.document)
  const kind = attributeOf(element, 'class')
  if (kind === 'caption') reading.caption = runsOf(content)
  else if (kind === 'recommendation') reading.blocks.push({ type: 'recommendations', items: [content] })
  else reading.blocks.push({ type: 'paragraph', ...(kind === 'numbered' && { numbered: true as const }), content })
}

function listOf(element: Element, document: Document, depth: number): List {
  const items = childrenOf(element).flatMap((item) => {
    const inner = childrenOf(item).filter(({ tagName }) => tagName === 'ul' || tagName === 'ol')
    const lists = inner.map((one) => listOf(one, document, depth + 1))
    const content = lineOf(item, document)
    if (depth < deepest || lists.length === 0) return [{ content, lists }]
    // Too deep: what stands below comes up to this level.
    document.losses.push({ code: 'deep-list', count: 1 })
    return [{ content, lists: [] }, ...lists.flatMap((one) => one.items)]
  })
  return { type: 'list', ordered: element.tagName === 'ol', items }
}

/** Merged cells: the words stay in the first, the others are empty. A table of one row is no table, and one that is too wide is cut into lines. */
function tableOf(element: Element, document: Document, caption: Run[] | undefined): Block[] {
  const rows = cellsOf(element, document)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const full = rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? []))
  const before: Block[] = caption && (full.length < 2 || width > widest) ? [{ type: 'paragraph', content: caption }] : []
  if (width > widest) document.losses.push({ code: 'wide-table', count: 1 })
  if (full.length < 2 || width > widest) {
    const lines =
      full.length < 2
        ? full.flat()
        : full.map((row) => row.flatMap((cell, index): Inline[] => (index === 0 ? cell : [{ type: 'text', text: '; ' }, ...cell])))
    return [...before, ...lines.filter((line) => line.length > 0).map((content): Block => ({ type: 'paragraph', content }))]
  }
  const align = (full[0] ?? []).map((_, column): 'start' | 'end' =>
    full.slice(1).every((row) => isFigure(row[column] ?? [])) ? 'end' : 'start',
  )
  const table: Table = { type: 'table', ...(caption && caption.length > 0 && { caption }), align, rows: full }
  return [table]
}

const isFigure = (cell: readonly Inline[]): boolean => /^[\s£€$+−-]*[\d,.]+[\s%mk]*$|^$/.test(plain(cell))

function cellsOf(element: Element, document: Document): Inline[][][] {
  const rows: Inline[][][] = []
  within(element, 'tr').forEach((row, y) => {
    let x = 0
    for (const cell of childrenOf(row)) {
      while (rows[y]?.[x]) x += 1
      const tall = Math.min(200, Number(attributeOf(cell, 'rowspan')) || 1)
      const wide = Math.min(50, Number(attributeOf(cell, 'colspan')) || 1)
      for (let dy = 0; dy < tall; dy += 1) {
        const line = rows[y + dy] ?? []
        rows[y + dy] = line
        for (let dx = 0; dx < wide; dx += 1) line[x + dx] = dx > 0 || dy > 0 ? [] : lineOf(cell, document)
      }
    }
  })
  return rows
}
