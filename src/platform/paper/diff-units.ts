import { isNote } from './normalise.ts'
import { letter, numbering } from './numbering.ts'
import type { Block, Inline, List, Paper, Table } from './tree.ts'
import { plain, run } from './tree.ts'

/** A piece of a paper that is compared as one: a paragraph, a point of a list, a row of a table. */
export interface Unit {
  /** The heading it stands under; '' above the first. */
  readonly section: string
  /** What it is, in words: 'Paragraph 2.3', 'Recommendation b'. */
  readonly what: string
  /** What kind of thing it is, so that a paragraph is never paired with a row. */
  readonly kind: string
  readonly text: string
  /** Equal for two units that read and look the same. */
  readonly key: string
}

const dividers = run(' | ')

/** The units of a paper from top to bottom. */
export function unitsOf(paper: Paper): readonly Unit[] {
  const numbers = numbering(paper.blocks)
  const out: Unit[] = []
  let section = ''
  const put = (what: string, kind: string, line: readonly Inline[], look = ''): void => {
    out.push({ section, what, kind, text: plain(line), key: JSON.stringify([kind, look, line.filter((part) => !isNote(part))]) })
    for (const note of line.filter(isNote)) {
      out.push({ section, what: 'Note', kind: 'note', text: plain(note.content), key: JSON.stringify(['note', note.content]) })
    }
  }
  for (const block of paper.blocks) {
    if (block.type === 'heading') section = plain(block.content)
    putBlock(block, numbers.get(block), put)
  }
  return out
}

type Put = (what: string, kind: string, line: readonly Inline[], look?: string) => void

function putBlock(block: Block, number: string | undefined, put: Put): void {
  switch (block.type) {
    case 'heading':
      put('Heading', 'heading', block.content, String(block.level))
      return
    case 'paragraph':
      put(number ? `Paragraph ${number}` : 'Paragraph', 'paragraph', block.content, block.numbered ? 'numbered' : '')
      return
    case 'list':
      putList(block, 1, put)
      return
    case 'recommendations':
      for (const [index, item] of block.items.entries()) put(`Recommendation ${letter(index)}`, 'recommendation', item)
      return
    case 'table':
      putTable(block, put)
  }
}

function putList(list: List, depth: number, put: Put): void {
  for (const item of list.items) {
    put('Point of a list', 'point', item.content, `${depth}${list.ordered}`)
    for (const inner of item.lists) putList(inner, depth + 1, put)
  }
}

function putTable(table: Table, put: Put): void {
  if (table.caption) put('Caption of a table', 'caption', table.caption)
  const look = `${table.headerColumn === true}${table.align.join()}`
  table.rows.forEach((row, index) => {
    const line = row.flatMap((cell, column) => (column > 0 ? [dividers, ...cell] : cell))
    put(index === 0 ? 'Header of a table' : 'Row of a table', index === 0 ? 'header' : 'row', line, look)
  })
}
