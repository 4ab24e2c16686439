import type { Node } from 'prosemirror-model'
import { TableMap } from 'prosemirror-tables'
import { normalise } from '../normalise.ts'
import type { Block, Inline, List, Paper, Run, Table } from '../tree.ts'
import { run } from '../tree.ts'
import { isKind } from './schema.ts'

const hasMark = (node: Node, name: string) => node.marks.find((mark) => mark.type.name === name)

function lineOf(node: Node): Inline[] {
  return node.children.map((child): Inline => {
    if (isKind(child, 'note')) return { type: 'note', content: child.attrs.content as Run[] }
    const link = hasMark(child, 'link')
    return run(child.text ?? ' ', {
      ...(hasMark(child, 'strong') && { strong: true as const }),
      ...(hasMark(child, 'em') && { em: true as const }),
      ...(link && { href: String(link.attrs.href) }),
    })
  })
}

const runsOf = (node: Node): Run[] => lineOf(node).filter((part): part is Run => part.type === 'text')

const firstLine = (node: Node): Inline[] => (node.firstChild ? lineOf(node.firstChild) : [])

function listOf(node: Node): List {
  return {
    type: 'list',
    ordered: isKind(node, 'ordered_list'),
    items: node.children.map((item) => ({ content: firstLine(item), lists: item.children.slice(1).map(listOf) })),
  }
}

/** The rows of a table as a grid; the words of merged cells, which can be pasted, stay in their first cell. */
function gridOf(node: Node): Inline[][][] {
  const { map, width, height } = TableMap.get(node)
  const seen = new Set<number>()
  return Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_cell, x) => {
      const at = map[y * width + x] ?? 0
      const cell = node.nodeAt(at)
      if (seen.has(at) || !cell) return []
      seen.add(at)
      return lineOf(cell)
    }),
  )
}

function tableOf(node: Node, before: Node | undefined): Table {
  const rows = gridOf(node)
  const width = rows[0]?.length ?? 0
  if (rows.length < 2) rows.push(Array.from({ length: width }, () => []))
  const { map } = TableMap.get(node)
  const body = node.children.slice(1)
  const headerColumn = body.length > 0 && body.every((row) => isKind(row.firstChild, 'table_header'))
  const caption = before && isKind(before, 'caption') ? runsOf(before) : []
  return {
    type: 'table',
    ...(caption.length > 0 && { caption }),
    ...(headerColumn && { headerColumn: true as const }),
    align: Array.from({ length: width }, (_column, x) => (node.nodeAt(map[x] ?? 0)?.attrs.end === true ? 'end' : 'start')),
    rows,
  }
}

function blockOf(node: Node, before: Node | undefined, after: Node | undefined): Block[] {
  switch (node.type.name) {
    case 'heading':
      return runsOf(node).length > 0 ? [{ type: 'heading', level: Number(node.attrs.level), content: runsOf(node) }] : []
    case 'caption':
      // Read with its table; one that lost its table is a paragraph.
      return isKind(after, 'table') ? [] : [{ type: 'paragraph', content: lineOf(node) }]
    case 'bullet_list':
    case 'ordered_list':
      return [listOf(node)]
    case 'recommendations':
      return [{ type: 'recommendations', items: node.children.map(firstLine) }]
    case 'table':
      return [tableOf(node, before)]
    default:
      return [{ type: 'paragraph', ...(node.attrs.numbered === true && { numbered: true as const }), content: lineOf(node) }]
  }
}

/** What stands in the editor as a paper; empty headings and paragraphs are left out. */
export function fromDocument(document: Node): Paper {
  const all = document.children
  const paper = normalise({ version: 1, blocks: all.flatMap((node, index) => blockOf(node, all[index - 1], all[index + 1])) })
  // A heading of spaces only is as empty as one without them.
  return { ...paper, blocks: paper.blocks.filter((block) => block.type !== 'heading' || block.content.length > 0) }
}
