import type { Paragraph as MarkdownParagraph, Table as MarkdownTable, Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Result } from '../result.ts'
import { fail, succeed } from '../result.ts'
import { mostColumns } from './faults.ts'
import { boundMarkdown, longestMarkdown } from './markdown-limits.ts'
import type { LineReader } from './markdown-notes.ts'
import { lineReader } from './markdown-notes.ts'
import { normalise, normaliseRuns } from './normalise.ts'
import { letter } from './numbering.ts'
import type { Block, Inline, List, Paper, Run, Table } from './tree.ts'
import { run } from './tree.ts'
import type { PaperNotice, PaperProblem } from './words.ts'
import { notices, problemSentence } from './words.ts'

/** A paper read from Markdown, and what was changed or left out on the way. */
export interface ParsedMarkdown {
  readonly paper: Paper
  readonly notices: readonly PaperNotice[]
}

interface Reading {
  readonly source: string
  readonly lines: LineReader
  readonly told: Set<PaperNotice>
  readonly out: Block[]
}

// Raw HTML, code and underlined headings are off: what is typed is shown, and four spaces never turn a paragraph into code.
const off = { disable: { null: ['htmlFlow', 'htmlText', 'codeIndented', 'codeFenced', 'codeText', 'setextUnderline', 'definition'] } }
const extensions = [gfmTable(), gfmFootnote(), off]
const mdastExtensions = [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()]

/**
 * Reads Markdown (CommonMark with tables and notes) and three conventions that are readable as plain text: '#. ' before a numbered
 * paragraph, 'a) ' before a recommendation, 'Table: ' before a table's caption. A first column wholly in bold is a header column.
 * At most 200,000 characters, else the problem 'too-long'; more than 3,000 marks without an empty line are 'too-many-marks'. The cost is about 1 ms for each thousand characters of ordinary text, on
 * the thread that asks, and more for hostile text: parse when a paper is saved, store the tree, never parse to show it.
 */
export function parseMarkdown(source: string): Result<ParsedMarkdown, PaperProblem> {
  if (source.length > longestMarkdown) return fail(problemSentence('too-long', 0))
  const text = boundMarkdown(source)
  if (text === undefined) return fail(problemSentence('too-many-marks', 0))
  const root = fromMarkdown(text, { extensions, mdastExtensions })
  if (root.children.some((node) => widthOf(node) > mostColumns)) return fail(problemSentence('table-too-wide', 0))
  const told = new Set<PaperNotice>()
  const reading: Reading = { source: text, told, lines: lineReader(root, told), out: [] }
  readAll(
    root.children.filter((node) => node.type !== 'footnoteDefinition'),
    reading,
  )
  if (reading.lines.hasUnusedNote()) told.add(notices.unusedNote)
  return succeed({ paper: normalise({ version: 1, blocks: reading.out }), notices: [...told] })
}

/** Columns of the widest table at or below a node. Rows are filled up to the header, so width must be known before. */
function widthOf(node: Nodes): number {
  if (node.type === 'table') return node.children[0]?.children.length ?? 0
  return 'children' in node ? node.children.reduce((widest: number, child: Nodes) => Math.max(widest, widthOf(child)), 0) : 0
}

const onlyRuns = (line: readonly Inline[]): Run[] => line.filter((part): part is Run => part.type === 'text')

/** Drops the first characters of a line: the marker of a convention. */
function drop(line: readonly Inline[], count: number): readonly Inline[] {
  const [first, ...rest] = line
  return first?.type === 'text' ? [{ ...first, text: first.text.slice(count) || ' ' }, ...rest] : line
}

function startsWith(node: RootContent, words: string, reading: Reading): boolean {
  return reading.source.startsWith(words, node.position?.start.offset ?? 0)
}

function readAll(nodes: readonly RootContent[], reading: Reading): void {
  nodes.forEach((node, index) => {
    const isCaption = node.type === 'paragraph' && nodes[index + 1]?.type === 'table' && startsWith(node, 'Table: ', reading)
    // A caption is read together with its table.
    if (!isCaption) readBlock(node, nodes[index - 1], reading)
  })
}

function readBlock(node: RootContent, before: RootContent | undefined, reading: Reading): void {
  const { out, lines, told } = reading
  if (node.type === 'heading') out.push({ type: 'heading', level: node.depth, content: onlyRuns(lines.line(node)) })
  else if (node.type === 'list') out.push(readList(node, lines))
  else if (node.type === 'table') readTable(node, before, reading)
  else if (node.type === 'paragraph') readParagraph(node, reading)
  else if (node.type === 'blockquote') {
    told.add(notices.quotation)
    readAll(node.children, reading)
  } else if (node.type === 'thematicBreak') told.add(notices.line)
}

function readList(node: Extract<Nodes, { type: 'list' }>, lines: LineReader): List {
  const items = node.children.map((item) => ({
    content: item.children.flatMap((child) => (child.type !== 'list' && 'children' in child ? [...lines.line(child), run(' ')] : [])),
    lists: item.children.filter((child) => child.type === 'list').map((child) => readList(child, lines)),
  }))
  return { type: 'list', ordered: node.ordered === true, items }
}

function readTable(node: MarkdownTable, before: RootContent | undefined, reading: Reading): void {
  if (node.children.length < 2) {
    reading.told.add(notices.emptyTable)
    return
  }
  const captioned = before?.type === 'paragraph' && startsWith(before, 'Table: ', reading)
  const caption = captioned ? normaliseRuns(onlyRuns(drop(reading.lines.line(before), 'Table: '.length))) : []
  const columns = Array.from({ length: widthOf(node) }, (_, index) => index)
  const cellAt = (row: MarkdownTable['children'][number], column: number): Inline[] => {
    const cell = row.children[column]
    return cell ? reading.lines.line(cell) : []
  }
  const table: Table = {
    type: 'table',
    ...(caption.length > 0 && { caption }),
    align: columns.map((column) => (node.align?.[column] === 'right' ? 'end' : 'start')),
    rows: node.children.map((row) => columns.map((column) => cellAt(row, column))),
  }
  reading.out.push(table)
}

function readParagraph(node: MarkdownParagraph, reading: Reading): void {
  const { out, lines } = reading
  if (startsWith(node, '#. ', reading)) {
    out.push({ type: 'paragraph', numbered: true, content: drop(lines.line(node), 3) })
    return
  }
  const last = out.at(-1)
  const next = last?.type === 'recommendations' ? last.items.length : 0
  const first = [next, 0].find((index) => startsWith(node, `${letter(index)}) `, reading))
  if (first === undefined) {
    out.push({ type: 'paragraph', content: lines.line(node) })
    return
  }
  const items = splitItems(drop(lines.line(node), 3), first)
  // Normalising joins neighbouring recommendations, but the letters of the next paragraph depend on how many there are.
  if (last?.type === 'recommendations') out[out.length - 1] = { type: 'recommendations', items: [...last.items, ...items] }
  else out.push({ type: 'recommendations', items })
}

/** Recommendations on following lines, without an empty line between them. */
function splitItems(line: readonly Inline[], first: number): Inline[][] {
  let current: Inline[] = []
  const items = [current]
  for (const part of line) {
    if (part.type === 'note') {
      current.push(part)
      continue
    }
    part.text.split('\n').forEach((text, index) => {
      if (index > 0 && text.startsWith(`${letter(first + items.length)}) `)) {
        current = [{ ...part, text: text.slice(3) || ' ' }]
        items.push(current)
      } else current.push({ ...part, text: (index > 0 ? ' ' : '') + text || ' ' })
    })
  }
  return items
}
