import { numbering } from '#platform/paper/numbering.ts'
import type { Block, Heading, Inline, List, Paper, Run, Table } from '#platform/paper/tree.ts'

/*
 * A paper as data for the templates. Words stay words: no template evaluates them. Read by the child process, so nothing here
 * may need a compiler. Short names keep the file of a thousand pages small.
 */

/** A line: plain words, or parts of which `b` is bold, `i` italic, `h` a link and `n` a note. */
export type TypstLine = string | readonly TypstPart[]
type TypstPart = string | { t: string; b?: true; i?: true; h?: string } | { n: TypstLine }

/** One block for the templates. */
export type TypstNode =
  | { k: 'h'; level: number; no: string; t: TypstLine }
  | { k: 'p'; no: string; t: TypstLine }
  | TypstList
  | { k: 'r'; items: readonly TypstLine[] }
  | {
      k: 't'
      caption: TypstLine
      columns: readonly number[]
      end: readonly number[]
      side: boolean
      head: readonly TypstLine[]
      cells: readonly TypstLine[]
    }

/** A list; `c` of an item is its line, `l` the lists below it. */
export interface TypstList {
  k: 'l'
  ordered: boolean
  items: readonly { c: TypstLine; l: readonly TypstList[] }[]
}

/** Makes words printable; `longest` is how long a word may be before it gets places to break. */
export type Printer = (text: string, longest: number) => string

const inText = 40
const inTable = 20
const safe = /^(?:https?:|mailto:)/i

function partOf(part: Run, print: Printer, longest: number): TypstPart {
  const t = print(part.text, longest)
  const h = part.href && safe.test(part.href) && part.href.isWellFormed() ? part.href : undefined
  if (!part.strong && !part.em && !h) return t
  return { t, ...(part.strong && { b: true as const }), ...(part.em && { i: true as const }), ...(h && { h }) }
}

function lineOf(line: readonly Inline[], print: Printer, longest = inText): TypstLine {
  const parts = line.map(
    (part): TypstPart => (part.type === 'note' ? { n: lineOf(part.content, print, longest) } : partOf(part, print, longest)),
  )
  const [only] = parts
  if (parts.length === 0) return ''
  return parts.length === 1 && typeof only === 'string' ? only : parts
}

function listOf(list: List, print: Printer): TypstList {
  return {
    k: 'l',
    ordered: list.ordered,
    items: list.items.map((item) => ({ c: lineOf(item.content, print), l: item.lists.map((inner) => listOf(inner, print)) })),
  }
}

const lengthOf = (line: readonly Inline[]): number => line.reduce((sum, part) => sum + (part.type === 'text' ? part.text.length : 3), 0)

/** Shares of the width by the longest cell; 0 lets a short column of figures be as wide as it needs. */
function columnsOf(table: Table): number[] {
  return table.align.map((align, column) => {
    const longest = table.rows.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? [])), 0)
    if (align === 'end' && longest <= 14) return 0
    return Math.round(Math.min(Math.max(longest, 8), 90) ** 0.6 * 10)
  })
}

function tableOf(table: Table, print: Printer): TypstNode {
  const cell = (line: readonly Inline[] | undefined): TypstLine => lineOf(line ?? [], print, inTable)
  const [head = [], ...body] = table.rows
  const width = table.align.length
  const columns = columnsOf(table)
  return {
    k: 't',
    caption: lineOf(table.caption ?? [], print),
    columns: columns.every((share) => share === 0) ? columns.map(() => 1) : columns,
    end: table.align.flatMap((align, column) => (align === 'end' ? [column] : [])),
    side: table.headerColumn === true,
    head: Array.from({ length: width }, (_, column) => cell(head[column])),
    cells: body.flatMap((row) => Array.from({ length: width }, (_, column) => cell(row[column]))),
  }
}

function nodeOf(block: Exclude<Block, Heading>, no: string, print: Printer): TypstNode {
  switch (block.type) {
    case 'paragraph':
      return { k: 'p', no, t: lineOf(block.content, print) }
    case 'list':
      return listOf(block, print)
    case 'recommendations':
      return { k: 'r', items: block.items.map((item) => lineOf(item, print)) }
    case 'table':
      return tableOf(block, print)
  }
}

/** The blocks of a paper below a heading of the given level. An empty heading is left out and no level is ever skipped: PDF/UA allows neither. */
export function typstNodes(paper: Paper, below: number, print: Printer): TypstNode[] {
  const numbers = numbering(paper.blocks)
  let level = below
  return paper.blocks.flatMap((block): TypstNode[] => {
    if (block.type === 'heading') {
      if (block.content.every((part) => part.text.trim() === '')) return []
      level = Math.min(below + block.level, level + 1, 6)
      return [{ k: 'h', level, no: numbers.get(block) ?? '', t: lineOf(block.content, print) }]
    }
    return [nodeOf(block, numbers.get(block) ?? '', print)]
  })
}

/** Whether the paper has numbers, and its text therefore a margin to hang them in. */
export function isNumbered(nodes: readonly TypstNode[]): boolean {
  return nodes.some((node) => node.k === 'p' && node.no !== '')
}
