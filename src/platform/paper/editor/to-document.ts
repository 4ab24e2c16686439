import type { Node } from 'prosemirror-model'
import type { Block, Inline, List, Paper, Table } from '../tree.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

function lineOf(line: readonly Inline[]): Node[] {
  return line.map((part) => {
    if (part.type === 'note') return nodes.note.create({ content: part.content })
    return schema.text(part.text, [
      ...(part.href ? [marks.link.create({ href: part.href })] : []),
      ...(part.strong ? [marks.strong.create()] : []),
      ...(part.em ? [marks.em.create()] : []),
    ])
  })
}

function listOf(list: List): Node {
  const items = list.items.map((item) =>
    nodes.list_item.create(null, [nodes.paragraph.create(null, lineOf(item.content)), ...item.lists.map(listOf)]),
  )
  return (list.ordered ? nodes.ordered_list : nodes.bullet_list).create(null, items)
}

function tableOf(table: Table): Node[] {
  const rows = table.rows.map((row, y) =>
    nodes.table_row.create(
      null,
      row.map((cell, x) => {
        const kind = y === 0 || (table.headerColumn && x === 0) ? nodes.table_header : nodes.table_cell
        return kind.create({ end: table.align[x] === 'end' }, lineOf(cell))
      }),
    ),
  )
  const caption = table.caption ? [nodes.caption.create(null, lineOf(table.caption))] : []
  return [...caption, nodes.table.create(null, rows)]
}

function blockOf(block: Block): Node[] {
  switch (block.type) {
    case 'heading':
      return [nodes.heading.create({ level: block.level }, lineOf(block.content))]
    case 'paragraph':
      return [nodes.paragraph.create({ numbered: block.numbered === true }, lineOf(block.content))]
    case 'list':
      return [listOf(block)]
    case 'recommendations':
      return [
        nodes.recommendations.create(
          null,
          block.items.map((item) => nodes.recommendation.create(null, nodes.paragraph.create(null, lineOf(item)))),
        ),
      ]
    case 'table':
      return tableOf(block)
  }
}

/** A paper as a document of the editor; an empty paper has one empty paragraph to write in. */
export function toDocument(paper: Paper): Node {
  const content = paper.blocks.flatMap(blockOf)
  return nodes.doc.create(null, content.length > 0 ? content : [nodes.paragraph.create()])
}
