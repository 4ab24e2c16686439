import type { RichText } from './rich-text.ts'

/** What stands in the fields of a form, by their names. */
export type TypedFields = Readonly<Record<string, string>>

const ours = new Set(['csrf', 'version', 'kept', 'act'])

/** What somebody typed into a form: every field but the hidden ones that every form carries. */
export function readFields(form: HTMLFormElement): TypedFields {
  const typed = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' && !ours.has(name) ? [[name, value]] : []))
  return Object.fromEntries(typed)
}

/** Puts texts into the fields of a form; a field that is not named stays. */
export function writeFields(form: HTMLFormElement, fields: TypedFields, texts: readonly RichText[]): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name)
    const rich = texts.find(({ area }) => area === field)
    if (rich) rich.show(value)
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
      field.value = value
  }
}

// Browsers post line ends as a pair; fields hold one.
const settled = (value: string | undefined): string => (value ?? '').replace(/\r\n?/g, '\n').trim()

/** Names of the fields that differ, in the order of the form. */
export function differing(mine: TypedFields, theirs: TypedFields): readonly string[] {
  return Object.keys(theirs).filter((name) => settled(mine[name]) !== settled(theirs[name]))
}

/** The words beside a field; its name where it has none. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLElement)) return name
  const id = field.dataset.field ?? field.id
  return form.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent?.trim() || name
}
