import { numbering } from '#platform/paper/numbering.ts'
import type { Block, Heading, Inline, List, Paper, Run, Table } from '#platform/paper/tree.ts'
import { tableColumns } from './table-columns.ts'

/*
 * A paper as data for the templates. Words stay words: no template evaluates them. Read by the child process, so nothing here
 * may need a compiler. Short names keep the file of a thousand pages small.
 */

/** A line: plain words, or parts of which `b` is bold, `i` italic, `h` a link, `s` the number of a note. */
export type TypstLine = string | readonly TypstPart[]
type TypstPart = string | { t: string; b?: true; i?: true; h?: string } | { s: string }

/** One block for the templates; `b` of a heading is its bookmark. */
export type TypstNode =
  | { k: 'h'; level: number; no: string; t: TypstLine; b: string }
  | { k: 'p'; no: string; t: TypstLine }
  | TypstList
  | { k: 'r'; items: readonly TypstLine[] }
  | { k: 'n'; level: number; items: readonly TypstLine[] }
  | {
      k: 't'
      caption: TypstLine
      columns: readonly number[]
      end: readonly number[]
      side: boolean
      small: boolean
      keep: boolean
      repeat: boolean
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
const safe = /^(?:https?:|mailto:)/i

function partOf(part: Run, print: Printer, longest: number): TypstPart {
  const t = print(part.text, longest)
  const h = part.href && safe.test(part.href) && part.href.isWellFormed() ? part.href : undefined
  if (!part.strong && !part.em && !h) return t
  return { t, ...(part.strong && { b: true as const }), ...(part.em && { i: true as const }), ...(h && { h }) }
}

/** Makes one line; notes met on the way are gathered in order. */
type LineMaker = (line: readonly Inline[], longest?: number) => TypstLine

/**
 * Notes stand at the end of their paper, as on its page. At the foot of the page each would cost the compiler a search through all
 * others, and one in a header row that is repeated sends the layout round in circles.
 */
function lineMaker(print: Printer, notes: TypstLine[]): LineMaker {
  const make: LineMaker = (line, longest = inText) => {
    const parts = line.map(
      (part): TypstPart => (part.type === 'text' ? partOf(part, print, longest) : { s: String(notes.push(make(part.content))) }),
    )
    const [only] = parts
    if (parts.length === 0) return ''
    return parts.length === 1 && typeof only === 'string' ? only : parts
  }
  return make
}

function listOf(list: List, make: LineMaker): TypstList {
  return {
    k: 'l',
    ordered: list.ordered,
    items: list.items.map((item) => ({ c: make(item.content), l: item.lists.map((inner) => listOf(inner, make)) })),
  }
}

function tableOf(table: Table, make: LineMaker): TypstNode {
  const { widths, longestWord, small, keepRows } = tableColumns(table)
  const cell = (line: readonly Inline[] | undefined): TypstLine => make(line ?? [], longestWord)
  const [head = [], ...body] = table.rows
  const columns = table.align.map((_, column) => column)
  return {
    k: 't',
    caption: make(table.caption ?? []),
    columns: widths.map(Math.round),
    end: columns.filter((column) => table.align[column] === 'end'),
    side: table.headerColumn === true,
    small,
    keep: keepRows,
    // A header that is repeated may hold no links: PDF/UA counts every showing but the first as decoration.
    repeat: head.every((line) => line.every((part) => part.type !== 'text' || !part.href)),
    head: columns.map((column) => cell(head[column])),
    cells: body.flatMap((row) => columns.map((column) => cell(row[column]))),
  }
}

function nodeOf(block: Exclude<Block, Heading>, no: string, make: LineMaker): TypstNode {
  switch (block.type) {
    case 'paragraph':
      return { k: 'p', no, t: make(block.content) }
    case 'list':
      return listOf(block, make)
    case 'recommendations':
      return { k: 'r', items: block.items.map((item) => make(item)) }
    case 'table':
      return tableOf(block, make)
  }
}

/** The blocks of a paper below a heading of the given level. An empty heading is left out and no level is ever skipped: PDF/UA allows neither. */
export function typstNodes(paper: Paper, below: number, print: Printer): TypstNode[] {
  const numbers = numbering(paper.blocks)
  const notes: TypstLine[] = []
  const make = lineMaker(print, notes)
  let level = below
  const nodes = paper.blocks.flatMap((block): TypstNode[] => {
    if (block.type === 'heading') {
      const plain = print(block.content.map(({ text }) => text).join(''), Number.POSITIVE_INFINITY)
      // Judged as it is printed: characters that nobody sees are gone by then.
      if (plain.trim() === '') return []
      level = Math.min(below + block.level, level + 1, 6)
      const no = numbers.get(block) ?? ''
      return [{ k: 'h', level, no, t: make(block.content), b: no === '' ? plain : `${no} ${plain}` }]
    }
    return [nodeOf(block, numbers.get(block) ?? '', make)]
  })
  return notes.length > 0 ? [...nodes, { k: 'n', level: Math.min(below + 1, 6), items: notes }] : nodes
}

/** Whether the paper has numbers, and its text therefore a margin to hang them in. */
export function isNumbered(nodes: readonly TypstNode[]): boolean {
  return nodes.some((node) => node.k === 'p' && node.no !== '')
}
