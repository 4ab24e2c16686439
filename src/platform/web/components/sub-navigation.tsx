import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PageLink } from '../page.tsx'
import { escapeText, rawMarkup } from '../render.ts'
import type { Visit } from '../visit.ts'

/** A link of such a navigation; `current` is said where pages below the one it leads to are marked as well. */
export type SubLink = PageLink & { readonly current?: boolean }

/** The pages of one thing, for example of a board; the present one is marked: the one that says so, else the one whose address the visit has. */
export function SubNavigation(props: { readonly visit?: Visit; readonly label: string; readonly links: readonly SubLink[] }): JSX.Element {
  const items = props.links.map(({ text, href, current = href === props.visit?.path }) => {
    const here = current ? ' aria-current="page"' : ''
    return `<li><a class="gt-subnav__link" href="${escapeText(href)}"${here}>${escapeText(text)}</a></li>`
  })
  return rawMarkup(`<nav class="gt-subnav" aria-label="${escapeText(props.label)}"><ul>${items.join('')}</ul></nav>`)
}
