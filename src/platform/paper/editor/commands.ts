import { exitCode, setBlockType, splitBlock, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import type { NodeType } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import type { Command, EditorState, Plugin } from 'prosemirror-state'
import { isKind, schema } from './schema.ts'
import type { StyleName } from './words.ts'

const { nodes, marks } = schema

/** How deep in the document the nearest list around the selection starts; 0 for none. */
function listDepth(state: EditorState): number {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (isKind(node, 'bullet_list') || isKind(node, 'ordered_list') || isKind(node, 'recommendations')) return depth
  }
  return 0
}

/** Makes a list, makes the list around the selection another kind, or takes it away where it is of that kind already. */
export function toggleList(kind: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const depth = listDepth(state)
    if (depth === 0) return wrapInList(kind)(state, dispatch)
    const around = $from.node(depth)
    const item = isKind(around, 'recommendations') ? nodes.recommendation : nodes.list_item
    if (around.type === kind) return liftListItem(item)(state, dispatch)
    // Recommendations hold one line each: a list with lists below it cannot become some.
    if (!kind.validContent(around.content)) return false
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), kind))
    return true
  }
}

/** The command of each style in the list of styles. */
export const styleCommands: Readonly<Record<StyleName, Command>> = {
  paragraph: setBlockType(nodes.paragraph, { numbered: false }),
  numbered: setBlockType(nodes.paragraph, { numbered: true }),
  h1: setBlockType(nodes.heading, { level: 1 }),
  h2: setBlockType(nodes.heading, { level: 2 }),
  h3: setBlockType(nodes.heading, { level: 3 }),
  h4: setBlockType(nodes.heading, { level: 4 }),
  caption: setBlockType(nodes.caption),
}

/** The style of the block in which the selection starts. */
export function styleAt(state: EditorState): StyleName {
  const block = state.selection.$from.parent
  if (isKind(block, 'heading')) return `h${Math.min(4, Number(block.attrs.level)) as 1 | 2 | 3 | 4}`
  if (isKind(block, 'caption')) return 'caption'
  return block.attrs.numbered === true ? 'numbered' : 'paragraph'
}

/** Enter at the end of a heading or caption begins a paragraph; in a numbered paragraph the next is numbered, and an empty one ends them. */
export const enterInBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const block = $from.parent
  if (!empty || $from.parentOffset < block.content.size) return false
  if (isKind(block, 'heading') || isKind(block, 'caption')) {
    dispatch?.(state.tr.split($from.pos, 1, [{ type: nodes.paragraph }]).scrollIntoView())
    return true
  }
  if (block.attrs.numbered !== true) return false
  if (block.content.size === 0) return styleCommands.paragraph(state, dispatch)
  dispatch?.(state.tr.split($from.pos, 1, [{ type: nodes.paragraph, attrs: { numbered: true } }]).scrollIntoView())
  return true
}

/** Commands that need nothing but the text. */
export const plainCommands = {
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: toggleList(nodes.bullet_list),
  numbers: toggleList(nodes.ordered_list),
  recommendations: toggleList(nodes.recommendations),
  undo,
  redo,
  leave: exitCode,
  split: splitBlock,
} satisfies Record<string, Command>

/** What one types becomes what it means, as in Markdown: '# ' a heading, '#. ' a numbered paragraph, '- ', '1. ' and 'a) ' lists. */
export function typedShapes(): Plugin {
  const caption = new InputRule(/^Table: $/, (state, _match, start, end) =>
    state.selection.$from.depth === 1 ? state.tr.delete(start, end).setBlockType(start, start, nodes.caption) : null,
  )
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,4}) $/, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
      textblockTypeInputRule(/^#\. $/, nodes.paragraph, { numbered: true }),
      wrappingInputRule(/^[-*] $/, nodes.bullet_list),
      wrappingInputRule(/^1\. $/, nodes.ordered_list),
      wrappingInputRule(/^a\) $/, nodes.recommendations),
      caption,
    ],
  })
}
