import { type Command, NodeSelection } from 'prosemirror-state'
import { safeHref } from '../faults.ts'
import { parseMarkdown } from '../parse-markdown.ts'
import { printMarkdown } from '../print-markdown.ts'
import type { Run } from '../tree.ts'
import { run } from '../tree.ts'
import { ask } from './dialog.ts'
import { isKind, schema } from './schema.ts'
import { words } from './words.ts'

const { nodes, marks } = schema

/** Makes the selected words a link, changes the link they are, or takes it away. */
export const askLink: Command = (state, dispatch, view) => {
  const { $from, $to, empty } = state.selection
  const here = marks.link.isInSet($from.marksAcross($to) ?? $from.marks())
  if (empty || state.selection instanceof NodeSelection) return false
  if (!dispatch || !view) return true
  const question = { title: words.linkTitle, label: words.linkField, hint: words.linkHint, value: String(here?.attrs.href ?? '') }
  const refuse = (answer: string): string => (answer === '' || safeHref.test(answer) ? '' : words.linkProblem)
  void ask({ ...question, refuse }).then((href) => {
    view.focus()
    if (href === undefined) return
    const { from, to } = view.state.selection
    const change = view.state.tr.removeMark(from, to, marks.link)
    view.dispatch(href === '' ? change : change.addMark(from, to, marks.link.create({ href })))
  })
  return true
}

/** Puts a note at the end of the selection, or changes the note that is selected. */
export const askNote: Command = (state, dispatch, view) => {
  const { selection } = state
  const chosen = selection instanceof NodeSelection && isKind(selection.node, 'note') ? selection.node : undefined
  const parent = selection.$to.parent
  // Headings and captions hold no notes.
  if (!chosen && (!parent.isTextblock || !parent.type.contentMatch.matchType(nodes.note) || isKind(parent, 'heading'))) return false
  if (!dispatch || !view) return true
  const value = chosen ? printRuns(chosen.attrs.content as readonly Run[]) : ''
  void ask({ title: words.noteTitle, label: words.noteField, hint: words.noteHint, value, refuse: () => '' }).then((said) => {
    view.focus()
    if (said === undefined || (said === '' && !chosen)) return
    const { from, to } = view.state.selection
    const note = said === '' ? [] : [nodes.note.create({ content: readRuns(said) })]
    view.dispatch(view.state.tr.replaceWith(chosen ? from : to, to, note))
  })
  return true
}

function printRuns(content: readonly Run[]): string {
  return printMarkdown({ version: 1, blocks: [{ type: 'paragraph', content }] }).trim()
}

function readRuns(said: string): readonly Run[] {
  const read = parseMarkdown(said)
  const [block] = read.ok ? read.value.paper.blocks : []
  const found = block?.type === 'paragraph' ? block.content.filter((part): part is Run => part.type === 'text') : []
  return found.length > 0 ? found : [run(said)]
}
