import type { Table as MarkdownTable, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { normaliseLine } from './normalise.ts'
import { letter } from './numbering.ts'
import type { Block, Inline, List, Paper, Run, Table } from './tree.ts'
import { run } from './tree.ts'

type Mark = 'href' | 'strong' | 'em'
type Notes = (readonly Run[])[]

declare module 'mdast' {
  interface Raw extends Literal {
    type: 'raw'
  }
  interface PhrasingContentMap {
    raw: Raw
  }
  interface RootContentMap {
    raw: Raw
  }
}

const raw = (value: string): PhrasingContent => ({ type: 'raw', value })

/** How far from `from` a mark goes on unchanged. */
function spanOf(line: readonly Inline[], from: number, mark: Mark): number {
  const first = line[from]
  let end = from
  for (;;) {
    const part = line[end]
    if (first?.type !== 'text' || part?.type !== 'text' || part[mark] !== first[mark]) return end
    end += 1
  }
}

/** Plain words; the printer leaves '_' alone inside a word and miscounts beside a character beyond U+FFFF. */
function words(text: string, afterNote: boolean): PhrasingContent[] {
  // '[^1]:' at the start of a line would be a definition.
  const colon = afterNote && text.startsWith(':')
  const pieces = text.slice(colon ? 1 : 0).split(/((?<=[\u{10000}-\u{10FFFF}])_|_(?=[\u{10000}-\u{10FFFF}]))/u)
  const printed = pieces.map((piece, index): PhrasingContent => (index % 2 === 1 ? raw('\\_') : { type: 'text', value: piece }))
  return [...(colon ? [raw('\\:')] : []), ...printed.filter((piece) => !('value' in piece) || piece.value !== '')]
}

function wrap(mark: Mark, first: Run, children: PhrasingContent[]): PhrasingContent {
  if (mark === 'href') return { type: 'link', url: first.href ?? '', children }
  return { type: mark === 'em' ? 'emphasis' : 'strong', children }
}

/** The mark that lasts longest goes outside, so that '*a **b***' never has to close and open in one place. */
function nest(line: readonly Inline[], notes: Notes, skip: readonly Mark[] = []): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let at = 0
  while (at < line.length) {
    const part = line[at]
    if (!part) break
    if (part.type === 'note') {
      const number = String(notes.push(part.content))
      out.push({ type: 'footnoteReference', identifier: number, label: number })
      at += 1
      continue
    }
    const open = (['href', 'strong', 'em'] as const).filter((mark) => part[mark] && !skip.includes(mark))
    const best = open.map((mark) => ({ mark, end: spanOf(line, at, mark) })).toSorted((a, b) => b.end - a.end)[0]
    if (best) {
      out.push(wrap(best.mark, part, nest(line.slice(at, best.end), notes, [...skip, best.mark])))
      at = best.end
    } else {
      out.push(...words(part.text, line[at - 1]?.type === 'note'))
      at += 1
    }
  }
  return out
}

/** Plain text that begins like one of our conventions gets a backslash: the parser looks at the source, so that is enough. */
function startOfParagraph(line: readonly Inline[], notes: Notes): PhrasingContent[] {
  const first = line[0]
  const isPlain = first?.type === 'text' && !first.strong && !first.em && !first.href
  const found = isPlain ? /^(?:([a-z])\)|(Table):|(#)\.)(?= |$)/.exec(first.text) : null
  if (!isPlain || !found) return nest(line, notes)
  const escaped = found[1] ? `${found[1]}\\)` : found[2] ? 'Table\\:' : '\\#.'
  const rest = [run(first.text.slice(found[0].length)), ...line.slice(1)].filter((part) => part.type === 'note' || part.text !== '')
  return [raw(escaped), ...nest(rest, notes)]
}

function listOf(list: List, notes: Notes): Extract<RootContent, { type: 'list' }> {
  return {
    type: 'list',
    ordered: list.ordered,
    spread: false,
    children: list.items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: nest(item.content, notes) }, ...item.lists.map((inner) => listOf(inner, notes))],
    })),
  }
}

function tableOf(table: Table, notes: Notes): RootContent[] {
  const bold = (cell: readonly Inline[]): Inline[] =>
    normaliseLine(cell.map((part) => (part.type === 'text' ? { ...part, strong: true as const } : part)))
  const caption: RootContent[] = table.caption ? [{ type: 'paragraph', children: [raw('Table: '), ...nest(table.caption, notes)] }] : []
  const printed: MarkdownTable = {
    type: 'table',
    align: table.align.map((align) => (align === 'end' ? 'right' : null)),
    children: table.rows.map((row, y) => ({
      type: 'tableRow',
      children: row.map((cell, x) => ({
        type: 'tableCell',
        children: nest(y > 0 && x === 0 && table.headerColumn ? bold(cell) : cell, notes),
      })),
    })),
  }
  return [...caption, printed]
}

const depths = [1, 2, 3, 4, 5, 6] as const

function print(block: Block, notes: Notes): RootContent[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', depth: depths[block.level - 1] ?? 6, children: nest(block.content, notes) }]
    case 'paragraph':
      return [
        {
          type: 'paragraph',
          children: block.numbered ? [raw('#. '), ...nest(block.content, notes)] : startOfParagraph(block.content, notes),
        },
      ]
    case 'list':
      return [listOf(block, notes)]
    case 'recommendations':
      return block.items.map((item, index) => ({ type: 'paragraph', children: [raw(`${letter(index)}) `), ...nest(item, notes)] }))
    case 'table':
      return tableOf(block, notes)
  }
}

/** Prints a paper as the Markdown its author edits; read again it gives the same tree. Notes are numbered from 1 and put at the end. */
export function printMarkdown(paper: Paper): string {
  const notes: Notes = []
  const root: Root = { type: 'root', children: paper.blocks.flatMap((block) => print(block, notes)) }
  for (let index = 0; index < notes.length; index += 1) {
    const number = String(index + 1)
    root.children.push({
      type: 'footnoteDefinition',
      identifier: number,
      label: number,
      children: [{ type: 'paragraph', children: nest(notes[index] ?? [], notes) }],
    })
  }
  return toMarkdown(root, {
    bullet: '-',
    emphasis: '_',
    resourceLink: true,
    rule: '-',
    listItemIndent: 'one',
    incrementListMarker: true,
    handlers: { raw: (node: { value: string }) => node.value },
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
  })
}
