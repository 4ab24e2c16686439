import { baseKeymap, chainCommands } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list'
import { EditorState, Plugin } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import { problemsWhileWriting } from '../faults.ts'
import { parseMarkdown } from '../parse-markdown.ts'
import { printMarkdown } from '../print-markdown.ts'
import type { Paper } from '../tree.ts'
import { askLink } from './asking-commands.ts'
import { clipboardProps } from './clipboard.ts'
import { enterInBlock, plainCommands, typedShapes } from './commands.ts'
import { element } from './element.ts'
import { fromDocument } from './from-document.ts'
import { schema } from './schema.ts'
import { cellTab, keepColumns } from './tables.ts'
import { toDocument } from './to-document.ts'
import { makeToolbar, type Toolbar } from './toolbar.ts'
import { countedWords, pasteWords, words } from './words.ts'

/** The formatted editor of one textarea. The textarea stays the field of the form and always holds Markdown. */
export interface RichText {
  readonly area: HTMLTextAreaElement
  /** Writes what stands in the editor into the textarea, at once. */
  flush(): void
  /** Shows another text, as when somebody takes over what another person saved. */
  show(markdown: string): void
}

/** How long after the last key the Markdown is printed, in milliseconds. */
const restAfterTyping = 300
const { nodes } = schema

interface Drawn {
  readonly box: HTMLElement
  readonly text: HTMLElement
  readonly swap: HTMLButtonElement
  readonly count: HTMLElement
  readonly say: HTMLElement
  readonly problems: HTMLElement
}

function draw(area: HTMLTextAreaElement): Drawn {
  const id = area.id
  const text = element('div', { class: 'gt-editor__text' })
  const swap = element('button', { type: 'button', class: 'gt-editor__swap govuk-link' })
  const count = element('span')
  const say = element('span', { role: 'status' })
  const problems = element('ul', { class: 'gt-editor__problems govuk-list', id: `${id}-problems` })
  const box = element('div', { class: 'gt-editor' })
  area.before(box)
  const keys = element('p', { class: 'govuk-visually-hidden', id: `${id}-keys` }, words.keys)
  box.append(text, area)
  box.after(
    element('div', { class: 'gt-editor__below' }, element('p', { class: 'gt-editor__status' }, count, ' ', say), swap),
    problems,
    keys,
  )
  return { box, text, swap, count, say, problems }
}

function pluginsOf(toolbar: Toolbar): Plugin[] {
  const keys = {
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': plainCommands.strong,
    'Mod-i': plainCommands.em,
    'Mod-k': askLink,
    Enter: chainCommands(splitListItem(nodes.list_item), splitListItem(nodes.recommendation), enterInBlock),
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    Tab: cellTab(1),
    'Shift-Tab': cellTab(-1),
    'Mod-Enter': plainCommands.leave,
    'Alt-F10': () => {
      toolbar.focus()
      return true
    },
  }
  const watch = new Plugin({ view: () => ({ update: ({ state }) => toolbar.refresh(state) }) })
  return [typedShapes(), history(), keymap(keys), keymap(baseKeymap), keepColumns(), tableEditing(), watch]
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** Puts the editor over a textarea. What cannot be shown with formatting stays a textarea with its Markdown, and says why. */
export function mountRichText(area: HTMLTextAreaElement): RichText {
  const mounted = mount(area)
  const { drawn } = mounted
  drawn.swap.addEventListener('click', () => {
    flush(mounted)
    drawn.say.textContent = ''
    turn(mounted, isHidden(drawn.text))
    if (isHidden(drawn.text)) area.focus()
    else mounted.view.focus()
  })
  turn(mounted, true)
  return {
    area,
    flush: () => flush(mounted),
    show(markdown) {
      area.value = markdown
      if (!isHidden(drawn.text)) turn(mounted, true)
    },
  }
}

// 'until-found' hides, too.
const isHidden = (part: HTMLElement): boolean => part.hidden !== false

interface Mounted {
  readonly area: HTMLTextAreaElement
  readonly drawn: Drawn
  readonly toolbar: Toolbar
  readonly view: EditorView
  /** Runs while something was typed that is not in the textarea yet. */
  late: ReturnType<typeof setTimeout> | undefined
}

function mount(area: HTMLTextAreaElement): Mounted {
  const drawn = draw(area)
  const label = document.querySelector<HTMLElement>(`label[for="${CSS.escape(area.id)}"]`)
  if (label && label.id === '') label.id = `${area.id}-label`
  const toolbar = makeToolbar(() => view)
  drawn.box.prepend(toolbar.bar)
  const view: EditorView = new EditorView(drawn.text, {
    state: EditorState.create({ schema, plugins: pluginsOf(toolbar) }),
    attributes: attributesOf(area, label),
    ...clipboardProps((loss) => {
      drawn.say.textContent = pasteWords(loss)
    }),
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change))
      if (!change.docChanged) return
      clearTimeout(mounted.late)
      mounted.late = setTimeout(() => flush(mounted), restAfterTyping)
    },
  })
  const mounted: Mounted = { area, drawn, toolbar, view, late: undefined }
  // A label leads to a field by its id, and an editor is no field for it.
  label?.addEventListener('click', () => {
    if (!isHidden(drawn.text)) view.focus()
  })
  return mounted
}

function attributesOf(area: HTMLTextAreaElement, label: HTMLElement | null): Record<string, string> {
  const error = document.getElementById(`${area.id}-error`)
  return {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': label?.id ?? '',
    'aria-describedby': [...(error ? [error.id] : []), `${area.id}-keys`, `${area.id}-problems`].join(' '),
    ...(error && { 'aria-invalid': 'true' }),
    spellcheck: 'true',
    class: 'paper gt-prose',
  }
}

/** Prints what stands in the editor into the textarea, where something was typed. */
function flush(mounted: Mounted): void {
  const { area, drawn, view } = mounted
  clearTimeout(mounted.late)
  if (mounted.late === undefined || isHidden(drawn.text)) return
  mounted.late = undefined
  const paper = fromDocument(view.state.doc)
  const markdown = printMarkdown(paper)
  if (markdown !== area.value) {
    area.value = markdown
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  tell(mounted, paper)
}

function tell({ drawn, view }: Mounted, paper: Paper): void {
  drawn.count.textContent = countedWords(wordsIn(view.state.doc.textBetween(0, view.state.doc.content.size, ' ', ' ')))
  const sentences = [...new Set(problemsWhileWriting(paper).map(({ sentence }) => sentence))].slice(0, 5)
  drawn.problems.replaceChildren(...sentences.map((sentence) => element('li', {}, sentence)))
}

/** Shows the text with formatting, or as Markdown. */
function turn(mounted: Mounted, formatted: boolean): void {
  const { area, drawn, toolbar, view } = mounted
  const read = formatted ? parseMarkdown(area.value) : undefined
  if (read && !read.ok) drawn.say.textContent = words.unreadable + read.problems[0].sentence
  const isRich = read?.ok === true
  if (isRich) {
    view.updateState(EditorState.create({ doc: toDocument(read.value.paper), plugins: view.state.plugins }))
    toolbar.refresh(view.state)
    tell(mounted, read.value.paper)
  } else {
    drawn.count.textContent = ''
    drawn.problems.replaceChildren()
  }
  drawn.text.hidden = !isRich
  toolbar.bar.hidden = !isRich
  area.hidden = isRich
  drawn.swap.textContent = isRich ? words.toMarkdown : words.toFormatted
  nameField(area, view.dom, isRich)
}

/** The id of the field goes to what is shown, so that labels and the error summary lead to it. */
function nameField(area: HTMLTextAreaElement, rich: HTMLElement, isRich: boolean): void {
  const id = area.dataset.field ?? area.id
  area.dataset.field = id
  area.id = isRich ? `${id}-markdown` : id
  rich.id = isRich ? id : `${id}-formatted`
  const isMarkdown = document.querySelector('textarea[data-rich-text]:not([hidden])') !== null
  for (const advice of document.querySelectorAll<HTMLElement>('[data-markdown-help]')) advice.hidden = !isMarkdown
}
