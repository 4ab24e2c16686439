import { type Newer, showConflict } from './conflict-box.ts'
import { element } from './element.ts'
import type { RichText } from './rich-text.ts'
import { judgeCopy, tabStore } from './tab-copy.ts'
import { differing, readFields, writeFields } from './typed-fields.ts'

/** Pause in typing after which a draft goes to the server, and how soon a failed try is made again; in milliseconds. */
const restBeforeSending = 1500
const restBeforeTryingAgain = 10_000

const said = {
  waiting: 'Not kept yet',
  signedOut: 'Not kept: you may have been signed out. Your words stay on this page. Sign in again in another tab, then go on writing here.',
  noConnection: 'Not kept: there is no connection. Your words stay on this page, and it is tried again.',
  failed: 'Not kept: the server could not take it. Your words stay on this page, and it is tried again.',
  refused: 'Not kept: the text is too long, or holds a character that cannot be shown. Your words stay on this page.',
  restored: 'Words that had not reached the server were brought back. Read them before you save.',
  conflict: 'Not kept: choose above which text to go on with.',
} as const

interface Keeping {
  readonly form: HTMLFormElement
  readonly address: string
  readonly texts: readonly RichText[]
  readonly state: HTMLElement
  readonly store: ReturnType<typeof tabStore>
  readonly version: HTMLInputElement
  readonly kept: HTMLInputElement
  timer: ReturnType<typeof setTimeout> | undefined
  busy: boolean
  again: boolean
  stopped: boolean
}

/** Sends what is typed to the server while it is typed, as a draft of this person; a form without an address for that is left alone. */
export function keepDrafts(form: HTMLFormElement, texts: readonly RichText[]): void {
  const address = form.dataset.keep
  const version = form.elements.namedItem('version')
  const kept = form.elements.namedItem('kept')
  if (!address || !(version instanceof HTMLInputElement) || !(kept instanceof HTMLInputElement)) return
  const state = element('p', { class: 'gt-kept', role: 'status' })
  const buttons = [...form.children].findLast((child) => child.matches('.govuk-button-group, .govuk-button'))
  if (buttons) buttons.before(state)
  else form.append(state)
  const store = tabStore(form.dataset.keeper ?? '', address)
  const keeping: Keeping = {
    ...{ form, address, texts, state, store, version, kept },
    ...{ timer: undefined, busy: false, again: false, stopped: false },
  }
  bringBack(keeping)
  form.addEventListener('input', (event) => {
    // Choosing a style in a toolbar is no typing; the text it changes says so itself.
    if (event.target instanceof Element && event.target.closest('[role=toolbar], .ProseMirror')) return
    if (!keeping.stopped) state.textContent = said.waiting
    later(keeping, restBeforeSending)
  })
  form.addEventListener('submit', () => {
    for (const text of texts) text.flush()
    stop(keeping)
    copy(keeping, true)
  })
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return
    for (const text of texts) text.flush()
    if (keeping.timer !== undefined) void send(keeping)
  })
  // Whoever signs out leaves nothing in the tab; what the server has kept waits there.
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.action.endsWith('/sign-out')) store.clear()
  })
}

function later(keeping: Keeping, milliseconds: number): void {
  clearTimeout(keeping.timer)
  if (!keeping.stopped) keeping.timer = setTimeout(() => void send(keeping), milliseconds)
}

function stop(keeping: Keeping): void {
  keeping.stopped = true
  clearTimeout(keeping.timer)
  keeping.timer = undefined
}

function copy({ form, store, version, kept }: Keeping, sent: boolean): void {
  store.write({ version: version.value, kept: kept.value, fields: readFields(form), sent })
}

/** A copy keeps the versions it was written on: where the draft moved on meanwhile, the server asks instead of overwriting. */
function bringBack(keeping: Keeping): void {
  const { form, store, version, kept, texts, state } = keeping
  const left = store.read()
  if (!left) return
  const differs = differing(readFields(form), left.fields).length > 0
  if (judgeCopy(left, { version: version.value, differs }) === 'forget') {
    store.clear()
    return
  }
  writeFields(form, left.fields, texts)
  version.value = left.version
  kept.value = left.kept
  state.textContent = said.restored
  later(keeping, restBeforeSending)
}

async function send(keeping: Keeping): Promise<void> {
  clearTimeout(keeping.timer)
  keeping.timer = undefined
  if (keeping.stopped) return
  if (keeping.busy) {
    keeping.again = true
    return
  }
  keeping.busy = true
  copy(keeping, false)
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(keeping.form)) if (typeof value === 'string') body.append(name, value)
  const typed = readFields(keeping.form)
  try {
    const answer = await fetch(keeping.address, { method: 'POST', body, headers: { accept: 'application/json' } })
    await take(keeping, answer, typed)
  } catch {
    keeping.state.textContent = said.noConnection
    later(keeping, restBeforeTryingAgain)
  }
  keeping.busy = false
  if (!keeping.again) return
  keeping.again = false
  void send(keeping)
}

async function take(keeping: Keeping, answer: Response, typed: ReturnType<typeof readFields>): Promise<void> {
  const { state, form, store, kept } = keeping
  if (answer.ok) {
    const { revision, words } = (await answer.json()) as { readonly revision: number; readonly words: string }
    kept.value = String(revision)
    if (!keeping.stopped) state.textContent = words
    if (!keeping.stopped && differing(readFields(form), typed).length === 0) store.clear()
  } else if (answer.status === 409) {
    const newer = (await answer.json()) as Newer
    if (keeping.stopped) return
    stop(keeping)
    state.textContent = said.conflict
    showConflict(form, newer, (mine) => settle(keeping, newer, mine))
  } else if (answer.status === 422 || answer.status === 413) state.textContent = said.refused
  else {
    state.textContent = answer.status === 401 || answer.status === 403 ? said.signedOut : said.failed
    later(keeping, restBeforeTryingAgain)
  }
}

function settle(keeping: Keeping, newer: Newer, mine: boolean): void {
  keeping.version.value = String(newer.version)
  keeping.kept.value = String(newer.revision)
  if (!mine) writeFields(keeping.form, newer.fields, keeping.texts)
  keeping.stopped = false
  void send(keeping)
}
