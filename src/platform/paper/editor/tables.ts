import type { Node, NodeType } from 'prosemirror-model'
import { type Command, type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  TableMap,
} from 'prosemirror-tables'
import { isKind, schema } from './schema.ts'
import { words } from './words.ts'

const { nodes } = schema
const firstWidth = 3

/** Puts a table of three by three with a caption after the block one is in, or in place of it where it is empty. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const { $from } = state.selection
  const block = $from.depth > 0 ? $from.node(1) : undefined
  if (!block) return false
  const isEmpty = isKind(block, 'paragraph') && block.content.size === 0
  const at = isEmpty ? $from.before(1) : $from.after(1)
  if (dispatch) {
    const rowOf = (kind: NodeType): Node =>
      nodes.table_row.create(
        null,
        Array.from({ length: firstWidth }, () => kind.create()),
      )
    const caption = nodes.caption.create(null, schema.text(words.caption))
    const table = nodes.table.create(null, [rowOf(nodes.table_header), rowOf(nodes.table_cell), rowOf(nodes.table_cell)])
    const change = state.tr.replaceWith(at, isEmpty ? at + block.nodeSize : at, [caption, table])
    // The caption is selected, so that typing replaces it.
    dispatch(change.setSelection(TextSelection.create(change.doc, at + 1, at + caption.nodeSize - 1)).scrollIntoView())
  }
  return true
}

/** Whether the first column of the table around the selection names its rows. */
export function hasHeaderColumn(state: EditorState): boolean {
  if (!isInTable(state)) return false
  const { table } = selectedRect(state)
  return table.childCount > 1 && table.children.slice(1).every((row) => isKind(row.firstChild, 'table_header'))
}

const toggleHeaderColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  if (dispatch) {
    const { table, tableStart } = selectedRect(state)
    const kind = hasHeaderColumn(state) ? nodes.table_cell : nodes.table_header
    const change = state.tr
    table.forEach((row, offset, index) => {
      if (index > 0) change.setNodeMarkup(tableStart + offset + 1, kind, row.firstChild?.attrs)
    })
    dispatch(change)
  }
  return true
}

/** Whether the column of the selection is set to the right. */
export function isFigureColumn(state: EditorState): boolean {
  if (!isInTable(state)) return false
  const { table, map, left } = selectedRect(state)
  return table.nodeAt(map.map[left] ?? 0)?.attrs.end === true
}

const toggleFigureColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false
  if (dispatch) {
    const { table, tableStart, map, left } = selectedRect(state)
    const end = !isFigureColumn(state)
    const change = state.tr
    for (const at of map.cellsInRect({ left, right: left + 1, top: 0, bottom: map.height })) {
      change.setNodeMarkup(tableStart + at, null, { ...table.nodeAt(at)?.attrs, end })
    }
    dispatch(change)
  }
  return true
}

/** Commands that need a table around the selection. */
export const tableCommands = {
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  deleteRow,
  deleteColumn,
  headerColumn: toggleHeaderColumn,
  figureColumn: toggleFigureColumn,
  deleteTable,
} satisfies Record<string, Command>

/** Tab and Shift+Tab go from cell to cell; at the last one Tab leaves the editor, so that nobody is trapped. */
export function cellTab(direction: 1 | -1): Command {
  return (state, dispatch) => isInTable(state) && goToNextCell(direction)(state, dispatch)
}

/** The first row of a table is its header, also after the row that was it has gone; what it says of a column, every cell of it says. */
export function keepColumns(): Plugin {
  return new Plugin({
    appendTransaction(changes, _before, state) {
      if (!changes.some(({ docChanged }) => docChanged)) return null
      const change = state.tr
      state.doc.forEach((table, offset) => {
        if (isKind(table, 'table')) keepTable(change, table, offset + 1)
      })
      return change.docChanged ? change : null
    },
  })
}

function keepTable(change: Transaction, table: Node, start: number): void {
  const { map, width, height } = TableMap.get(table)
  // A merged cell, which can be pasted, follows the column it begins in.
  const seen = new Set<number>()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = map[y * width + x] ?? 0
      if (seen.has(at)) continue
      seen.add(at)
      const cell = table.nodeAt(at)
      const end = table.nodeAt(map[x] ?? 0)?.attrs.end === true
      const kind = y === 0 ? nodes.table_header : cell?.type
      if (cell && kind && (cell.type !== kind || cell.attrs.end !== end)) change.setNodeMarkup(start + at, kind, { ...cell.attrs, end })
    }
  }
}
