import { raw } from 'hono/html'
import { type Child, Fragment, jsx } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** What stands between the tags of a component. */
export type Children = Child

/** Renders what stands between the tags of a component; text is escaped. Pages are built from data, so an async component is refused. */
export function renderChildren(children: Children | undefined): string {
  if (children === undefined || children === null) return ''
  const list: readonly Child[] = Array.isArray(children) ? children : [children as Child]
  return settled(jsx(Fragment, {}, ...list).toString())
}

/** Renders one node of JSX; undefined when it is none. */
export function renderNode(node: unknown): string | undefined {
  if (Array.isArray(node)) return renderChildren(node)
  if (node instanceof Promise) throw new TypeError('An async component stands in a page; ask for its data in the route.')
  if (typeof node === 'object' && node !== null && 'isEscaped' in node) return settled(node.toString())
  return undefined
}

/** Hands markup that has been escaped already back to JSX. */
export function rawMarkup(html: string): JSX.Element {
  return raw(html) as unknown as JSX.Element
}

function settled(rendered: unknown): string {
  if (rendered instanceof Promise) {
    rendered.catch(() => undefined)
    throw new TypeError('An async component stands in a page; ask for its data in the route.')
  }
  return String(rendered)
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes text for markup and for a quoted attribute. */
export function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => escapes[character] ?? '') : text
}
