import { numbering } from '#platform/paper/numbering.ts'
import type { Block, Heading, Inline, List, Paper, Run, Table } from '#platform/paper/tree.ts'
import { tableColumns } from './table-columns.ts'

/*
 * A paper as data for the templates. Words stay words: no template evaluates them. Read by the child process, so nothing here
 * may need a compiler. Short names keep the file of a thousand pages small.
 */

/** A line: plain words, or parts of which `b` is bold, `i` italic, `h` a link, `s` the letter of a note below a table, `n` a note. */
export type TypstLine = string | readonly TypstPart[]
type TypstPart = string | { t: string; b?: true; i?: true; h?: string } | { n: TypstLine } | { s: string }

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
      small: boolean
      keep: boolean
      head: readonly TypstLine[]
      cells: readonly TypstLine[]
      notes: readonly TypstLine[]
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
const safe = /^(?:https?:|mailto:)/i

function partOf(part: Run, print: Printer, longest: number): TypstPart {
  const t = print(part.text, longest)
  const h = part.href && safe.test(part.href) && part.href.isWellFormed() ? part.href : undefined
  if (!part.strong && !part.em && !h) return t
  return { t, ...(part.strong && { b: true as const }), ...(part.em && { i: true as const }), ...(h && { h }) }
}

/** `below` gathers notes that have to stand below a table instead of at the foot of the page. */
function lineOf(line: readonly Inline[], print: Printer, longest = inText, below?: TypstLine[]): TypstLine {
  const parts = line.map((part): TypstPart => {
    if (part.type === 'text') return partOf(part, print, longest)
    const note = lineOf(part.content, print)
    return below ? { s: lettered(below.push(note)) } : { n: note }
  })
  const [only] = parts
  if (parts.length === 0) return ''
  return parts.length === 1 && typeof only === 'string' ? only : parts
}

/** 1 is 'a', 26 'z', 27 'aa'. */
function lettered(count: number): string {
  const last = String.fromCharCode(97 + ((count - 1) % 26))
  return count > 26 ? lettered(Math.floor((count - 1) / 26)) + last : last
}

function listOf(list: List, print: Printer): TypstList {
  return {
    k: 'l',
    ordered: list.ordered,
    items: list.items.map((item) => ({ c: lineOf(item.content, print), l: item.lists.map((inner) => listOf(inner, print)) })),
  }
}

function tableOf(table: Table, print: Printer): TypstNode {
  const { widths, longestWord, small, keepRows } = tableColumns(table)
  // A note at the foot of the page, referred to from a header row that is repeated, sends the layout round in circles for ever.
  const notes: TypstLine[] = []
  const cell = (line: readonly Inline[] | undefined): TypstLine => lineOf(line ?? [], print, longestWord, notes)
  const [head = [], ...body] = table.rows
  const columns = table.align.map((_, column) => column)
  return {
    k: 't',
    caption: lineOf(table.caption ?? [], print),
    columns: widths.map(Math.round),
    end: columns.filter((column) => table.align[column] === 'end'),
    side: table.headerColumn === true,
    small,
    keep: keepRows,
    head: columns.map((column) => cell(head[column])),
    cells: body.flatMap((row) => columns.map((column) => cell(row[column]))),
    notes: notes.map((note, index) => [{ s: lettered(index + 1) }, ' ', ...(typeof note === 'string' ? [note] : note)]),
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
