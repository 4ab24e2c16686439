import type { Command, EditorState } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { askLink, askNote } from './asking-commands.ts'
import { plainCommands, styleAt, styleCommands } from './commands.ts'
import { element } from './element.ts'
import { isKind, schema } from './schema.ts'
import { hasHeaderColumn, insertTable, isFigureColumn, tableCommands } from './tables.ts'
import { type ButtonName, buttonGroups, buttonNames, buttonWords, type StyleName, styleWords, words } from './words.ts'

/** The command of each button. */
export const buttonCommands: Readonly<Record<ButtonName, Command>> = {
  ...plainCommands,
  ...tableCommands,
  link: askLink,
  note: askNote,
  table: insertTable,
}

/** The formatting buttons of one editor. */
export interface Toolbar {
  readonly bar: HTMLElement
  /** Shows what holds where the cursor is. */
  refresh(state: EditorState): void
  /** Leads to the button that was used last. */
  focus(): void
}

type Stop = HTMLSelectElement | HTMLButtonElement

interface Parts {
  readonly bar: HTMLElement
  readonly select: HTMLSelectElement
  readonly buttons: ReadonlyMap<ButtonName, HTMLButtonElement>
  readonly inTable: HTMLElement
}

const toggles: readonly ButtonName[] = ['strong', 'em', 'bullets', 'numbers', 'recommendations', 'headerColumn', 'figureColumn']

function draw(): Parts {
  const options = Object.entries(styleWords).map(([value, text]) => element('option', { value }, text))
  const select = element('select', { class: 'gt-toolbar__style', 'aria-label': words.style, tabindex: '0' }, ...options)
  const buttons = new Map(buttonNames.map((name) => [name, drawButton(name)]))
  const groups = buttonGroups.map((names) =>
    element('span', { class: 'gt-toolbar__group' }, ...names.flatMap((name) => buttons.get(name) ?? [])),
  )
  const inTable = groups.at(-1) ?? element('span')
  inTable.classList.add('gt-toolbar__group--table')
  inTable.hidden = true
  const bar = element('div', { class: 'gt-toolbar', role: 'toolbar', 'aria-label': words.toolbar }, select, ...groups)
  return { bar, select, buttons, inTable }
}

function drawButton(name: ButtonName): HTMLButtonElement {
  const { label, face, keys } = buttonWords[name]
  const tip = keys ? `${label} (${keys})` : label
  const pressed = toggles.includes(name) ? { 'aria-pressed': 'false' } : {}
  const attributes = { type: 'button', class: 'gt-toolbar__button', 'data-do': name, tabindex: '-1', title: tip, 'aria-label': label }
  return element('button', { ...attributes, ...pressed }, face)
}

function pressedAt(state: EditorState): Partial<Record<ButtonName, boolean>> {
  const { $from } = state.selection
  const set = state.storedMarks ?? $from.marks()
  const around = Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).reverse()
  const list = around.find((node) => isKind(node, 'bullet_list') || isKind(node, 'ordered_list') || isKind(node, 'recommendations'))
  return {
    strong: schema.marks.strong.isInSet(set) !== undefined,
    em: schema.marks.em.isInSet(set) !== undefined,
    bullets: isKind(list, 'bullet_list'),
    numbers: isKind(list, 'ordered_list'),
    recommendations: isKind(list, 'recommendations'),
    headerColumn: hasHeaderColumn(state),
    figureColumn: isFigureColumn(state),
  }
}

/** Makes the toolbar: one stop for the Tab key, arrows inside, Home and End, Escape back to the text. */
export function makeToolbar(viewOf: () => EditorView): Toolbar {
  const parts = draw()
  const { bar, select, buttons } = parts
  const stops = (): Stop[] => [select, ...[...buttons.values()].filter((button) => !button.closest('[hidden]'))]
  const stay = (to: Stop): void => {
    for (const stop of [select, ...buttons.values()]) stop.tabIndex = stop === to ? 0 : -1
  }
  const rove = (to: Stop | undefined): void => {
    if (!to) return
    stay(to)
    to.focus()
  }
  bar.addEventListener('keydown', (event) => {
    const all = stops()
    const at = all.indexOf(event.target as Stop)
    const places: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }
    const to = places[event.key]
    if (event.key === 'Escape') viewOf().focus()
    else if (to === undefined) return
    else rove(all.at(to % all.length))
    event.preventDefault()
  })
  // A click with the mouse must not take the selection away from the text.
  bar.addEventListener('mousedown', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
  })
  for (const [name, button] of buttons) button.addEventListener('click', (event) => use(name, event))
  select.addEventListener('change', () => {
    const view = viewOf()
    styleCommands[select.value as StyleName](view.state, view.dispatch)
  })
  const use = (name: ButtonName, event: MouseEvent): void => {
    const view = viewOf()
    const button = buttons.get(name)
    if (!button || button.getAttribute('aria-disabled') === 'true') return
    stay(button)
    buttonCommands[name](view.state, view.dispatch, view)
    // A click of the mouse leads back to the text; the keyboard stays on the button, and moves on where the button went away.
    if (event.detail > 0) view.focus()
    else if (button.closest('[hidden]')) view.focus()
  }
  return {
    bar,
    refresh: (state) => refresh(parts, stops, stay, state, viewOf()),
    focus: () =>
      stops()
        .find((stop) => stop.tabIndex === 0)
        ?.focus(),
  }
}

function refresh(
  { select, buttons, inTable }: Parts,
  stops: () => Stop[],
  stay: (to: Stop) => void,
  state: EditorState,
  view: EditorView,
): void {
  const style = styleAt(state)
  if (select.value !== style) select.value = style
  inTable.hidden = !isInTable(state)
  const pressed = pressedAt(state)
  for (const [name, button] of buttons) {
    const isPressed = pressed[name]
    if (isPressed !== undefined) button.setAttribute('aria-pressed', String(isPressed))
    button.setAttribute('aria-disabled', String(!buttonCommands[name](state, undefined, view)))
  }
  if (!stops().some((stop) => stop.tabIndex === 0)) stay(select)
}
