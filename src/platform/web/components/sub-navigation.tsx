import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PageLink } from '../page.tsx'
import { escapeText, rawMarkup } from '../render.ts'
import type { Visit } from '../visit.ts'

/** The pages of one thing, for example of a board; the present one is marked. */
export function SubNavigation(props: { readonly visit: Visit; readonly label: string; readonly links: readonly PageLink[] }): JSX.Element {
  const items = props.links.map(({ text, href }) => {
    const here = href === props.visit.path ? ' aria-current="page"' : ''
    return `<li><a class="gt-subnav__link" href="${escapeText(href)}"${here}>${escapeText(text)}</a></li>`
  })
  return rawMarkup(`<nav class="gt-subnav" aria-label="${escapeText(props.label)}"><ul>${items.join('')}</ul></nav>`)
}
