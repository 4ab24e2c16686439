import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeText, rawMarkup } from '../render.ts'
import type { Visit } from '../visit.ts'

/** The hidden field that every POST form carries. */
export function CsrfField({ visit }: { readonly visit: Visit }): JSX.Element {
  return rawMarkup(`<input type="hidden" name="csrf" value="${escapeText(visit.csrfToken)}">`)
}

/** The hidden field that says which version of a record a form was made from. */
export function VersionField({ version }: { readonly version: number }): JSX.Element {
  return rawMarkup(`<input type="hidden" name="version" value="${version}">`)
}
